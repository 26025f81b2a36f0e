"""One card: confirmed beside its picture, or what became of it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.people.actions import NobodyError, UnreadableAddressError
from askwell.people.actions.scans import CardStateError, confirm_card
from askwell.people.choices import ScanState, TieKind
from askwell.people.models import CardScan, Person
from askwell.people.queries.events import event_choices
from askwell.people.queries.scans import (
    WAITING,
    CardLine,
    Match,
    batch_of,
    colleagues_at,
    likely_owners,
    sides_of,
)
from askwell.people.rules.cards.proposing import Proposal, propose
from askwell.people.rules.cards.stored import fields_from_json
from askwell.people.web.cards.form import CardForm
from askwell.people.web.cards.receiving import bar, scan_or_404
from askwell.people.web.cards.view import Row, rows_of_card, shown_sides
from askwell.people.web.names import latin_of, shown_name
from askwell.people.web.words.cards import HANDED, MATCHED, STATES, refusal
from askwell.protocols.pictures import text_is_readable
from askwell.ui.say import say


@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, card_scan_id: UUID) -> HttpResponse:
    """Being read: how far it is. Read: what it says, to be confirmed. Over: what became of it."""
    workspace = workspace_of(request.user)
    scan = scan_or_404(workspace, card_scan_id)
    if scan.state == ScanState.READY:
        return _confirm(request, workspace, scan)
    if request.method == "POST":
        say(request, _("This card was kept or left out already."))
        return redirect("people:card", scan.pk)
    if scan.state == ScanState.READING:
        return render(request, "people/card_working.html", bar(workspace, scan))
    return render(request, "people/card_over.html", _over(workspace, scan))


def _confirm(request: HttpRequest, workspace: Workspace, scan: CardScan) -> HttpResponse:
    proposal = propose(fields_from_json(scan.fields))
    matches, events = likely_owners(workspace, proposal), event_choices(workspace)
    initial = {"met_on": timezone.localdate(), "person": "", **_first_choices(scan, matches)}
    posted = request.POST if request.method == "POST" else None
    form = CardForm(posted, proposal, matches, events, initial)
    if posted is not None and form.is_valid() and (person := _keep(workspace, scan, form)):
        return _on_to_the_next(request, workspace, scan, person)
    context = _context(workspace, scan, proposal, form, matches)
    return render(request, "people/card.html", context, status=422 if form.errors else 200)


def _first_choices(scan: CardScan, matches: Sequence[Match]) -> dict[str, Any]:
    """Whom the card belongs to: what was chosen before it was taken back, else who is likely; the event at which it
    was given."""
    likely = next((str(match.id) for match in matches if match.is_likely), "")
    if isinstance(before := scan.changes.get("chosen"), str):
        likely = next((str(match.id) for match in matches if str(match.id) == before), "")
    if scan.event is None:
        return {"person": likely}
    tie = TieKind.MET_AT_EVENT.value
    return {"person": likely, "event": str(scan.event_id), "met_on": scan.event.held_on, "tie_kind": tie}


def _keep(workspace: Workspace, scan: CardScan, form: CardForm) -> Person | None:
    """The person; None with an error on the form."""
    try:
        return confirm_card(
            workspace=workspace, scan_id=scan.pk, details=form.details(), facts=form.facts(),
            person_id=form.chosen("person"), event_id=form.chosen("event"), now=timezone.now(),
        )  # fmt: skip
    except CardStateError:
        form.add_error(None, _("This card was kept or left out already."))
    except (UnreadableAddressError, NobodyError):
        form.add_error(None, _("A name or an address is needed."))
    except ObjectDoesNotExist:
        form.add_error(None, _("The person or the event is not there any more. Choose again."))
    return None


def _on_to_the_next(request: HttpRequest, workspace: Workspace, scan: CardScan, person: Person) -> HttpResponse:
    back = reverse("people:take_back_card", args=[scan.pk])
    say(request, _("%(name)s is kept.") % {"name": shown_name(person)}, undo=back)
    return redirect_to_next(workspace, scan) or redirect("desk:person", person.pk)


def redirect_to_next(workspace: Workspace, scan: CardScan) -> HttpResponse | None:
    """To the next card of the batch that waits; None when none does."""
    following = next_of(scan, batch_of(workspace, scan.batch))
    return redirect("people:card", following.id) if following else None


def next_of(scan: CardScan, together: Sequence[CardLine]) -> CardLine | None:
    """The one after this that still waits, else the first that does."""
    waiting = [line for line in together if line.state in WAITING and line.id != scan.pk]
    return next((line for line in waiting if line.position > scan.position), waiting[0] if waiting else None)


def _context(
    workspace: Workspace, scan: CardScan, proposal: Proposal, form: CardForm, matches: Sequence[Match]
) -> dict[str, Any]:
    together, rows = batch_of(workspace, scan.batch), rows_of_card(form, scan)
    following = next_of(scan, together)
    organisation = " ".join(one.value for one in (proposal.organisation, proposal.organisation_zh) if one)
    return {
        "scan": scan,
        "form": form,
        "rows": rows,
        "sides": shown_sides(sides_of(workspace, scan.pk), form, rows, scan.lines),
        "where": _where(scan, together, rows),
        "button": _button(following),
        "matches": [(match, MATCHED[match.why]) for match in matches],
        "colleagues": [one for one in colleagues_at(workspace, organisation) if one[0] not in {m.id for m in matches}],
        "handed": [(how.value, *HANDED[how]) for how in HANDED],
        "coded": scan.fields.get("coded") is True,
        "trouble": refusal(scan.error) if scan.error else "",
        "text_is_readable": text_is_readable(),
        "hosted": settings.HOSTED,
        "surname": _surname(proposal),
    }


def _where(scan: CardScan, together: Sequence[CardLine], rows: Sequence[Row]) -> list[str]:
    """Card 2 of 5. Two fields want a look; the rest is sure."""
    said = []
    if len(together) > 1:
        said.append(_("Card %(place)s of %(total)s.") % {"place": scan.position, "total": len(together)})
    doubtful = sum(row.mark == "look" for row in rows)
    if doubtful:
        words = ngettext(
            "%(count)s field wants a look; the rest is sure.",
            "%(count)s fields want a look; the rest is sure.",
            doubtful,
        )
        said.append(words % {"count": doubtful})
    elif any(row.mark for row in rows):
        said.append(_("All that was read is sure."))
    return said


def _button(following: CardLine | None) -> str:
    return _("Save and go to card %(place)s") % {"place": following.position} if following else _("Save this person")


def _surname(proposal: Proposal) -> tuple[str, str] | None:
    """The Chinese family name and the Latin one that is its reading, where the card has both."""
    if not (proposal.native and proposal.family):
        return None
    return proposal.native.value[:1], proposal.family.value


def _over(workspace: Workspace, scan: CardScan) -> dict[str, Any]:
    together = batch_of(workspace, scan.batch)
    return {
        "scan": scan,
        "state": STATES[ScanState(scan.state)],
        "why": refusal(scan.error) if scan.state == ScanState.REFUSED else "",
        "following": next_of(scan, together),
        "latin": latin_of(scan.person) if scan.person else "",
        "total": len(together),
        "sides": sides_of(workspace, scan.pk),
    }
