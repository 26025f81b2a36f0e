"""What was brought is looked through: what was read, ticks, and what is kept of it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from askwell.accounts.queries import workspace_of
from askwell.opportunities.actions.errors import IntakeStateError, NothingTickedError, NoTitleError
from askwell.opportunities.actions.intakes import discard
from askwell.opportunities.actions.keeping import Kept, keep_intake, take_intake_back
from askwell.opportunities.actions.openings import Found
from askwell.opportunities.choices import Brought, IntakeState, Source
from askwell.opportunities.models import Intake
from askwell.opportunities.queries.intakes import Offered, intake_row, offered, openings_of
from askwell.opportunities.rules.posting import Facts, facts_of, plain
from askwell.opportunities.web.forms import FoundForm, OpportunityForm
from askwell.opportunities.web.people import person_named
from askwell.opportunities.web.words.refusals import refusal
from askwell.opportunities.web.words.remarks import remark_lines
from askwell.ui.say import say

EDITED = ("kind", "title", "organisation_name", "location", "closes", "url")
"""What can be changed while it is looked through; the rest on its own page."""

TICKED_FOR_YOU = 20
"""Of more than these somebody wants a few."""


@require_safe
def intake(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    row = _row(request, intake_id)
    if row.state == IntakeState.READY:
        return _check(request, row)
    if row.state == IntakeState.READING:
        return render(request, "opportunities/reading.html", {"row": row})
    if row.state == IntakeState.REFUSED:
        text = bytes(row.data).decode(errors="replace") if row.brought == Brought.PASTED else ""
        return render(request, "opportunities/refused.html", {"row": row, "why": refusal(row.code), "text": text})
    return render(request, "opportunities/kept.html", {"row": row, "count": openings_of(row)})


@require_safe
def progress(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    """Nothing new (204) while it is read; the whole page once it is over."""
    row = _row(request, intake_id)
    return HttpResponse(status=204) if row.state == IntakeState.READING else HttpResponseClientRefresh()


@require_POST
def keep(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    """`keep`: the places that are ticked; `title-3` and the like: what was typed over what was read. `tick`: nothing is
    kept yet, all or none are ticked."""
    row, form = _row(request, intake_id), FoundForm(request.POST)
    if request.POST.get("tick") in ("all", "none"):
        return _check(request, row, form=form)
    form.is_valid()
    by = person_named(row.workspace, form) if "told_by" in form.cleaned_data else None
    if form.errors:
        return _check(request, row, form=form, trouble=_("Look at what is marked."))
    found = Found(form.cleaned_data["source"], by)
    ticked = {one.place: typed_over(request, one) for one in offered(row) if str(one.place) in _ticked(request)}
    told: dict[str, Any] = {"workspace": row.workspace, "intake_id": row.pk, "now": timezone.now()}
    try:
        kept = keep_intake(ticked=ticked, found=found, **told)
    except NothingTickedError:
        return _check(request, row, form=form, trouble=_("Tick at least one."))
    except NoTitleError:
        return _check(request, row, form=form, trouble=_("Each needs a title."))
    except IntakeStateError:
        say(request, _("This was kept or let go already."))
        return redirect("opportunities:intake", row.pk)
    return _kept(request, row, kept)


def _kept(request: HttpRequest, row: Intake, kept: Kept) -> HttpResponse:
    count = len(kept.rows)
    words = ngettext("%(count)s opening is on your board.", "%(count)s openings are on your board.", count)
    said = words % {"count": count} if count else _("You have these already: it is noted that you saw them here too.")
    say(request, said, undo=reverse("opportunities:take_intake_back", args=[row.pk]))
    both = (*kept.rows, *kept.same)
    return redirect("opportunities:opening", both[0].pk) if len(both) == 1 else redirect("opportunities:board")


@require_POST
def take_back(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    row = _row(request, intake_id)
    try:
        stay = take_intake_back(workspace=row.workspace, intake_id=row.pk, now=timezone.now())
    except IntakeStateError:
        say(request, _("There is nothing to take back."))
        return redirect("opportunities:intake", row.pk)
    words = ngettext(
        "Taken back. %(count)s was moved on since, and stays.",
        "Taken back. %(count)s were moved on since, and stay.",
        stay,
    )
    say(request, words % {"count": stay} if stay else _("Taken back."))
    return redirect("opportunities:intake", row.pk)


@require_POST
def let_go(request: HttpRequest, intake_id: UUID) -> HttpResponse:
    try:
        discard(workspace=workspace_of(request.user), intake_id=intake_id)
    except Intake.DoesNotExist:
        raise Http404 from None
    except IntakeStateError:
        say(request, _("Some of it is on your board: take that back first."))
        return redirect("opportunities:intake", intake_id)
    say(request, _("It is gone. Your openings are as they were."))
    return redirect("opportunities:board" if request.GET.get("from") == "board" else "opportunities:add")


def typed_over(request: HttpRequest, one: Offered) -> Facts:
    """The posting with what was typed over it."""
    typed = {name: request.POST[key] for name in EDITED if (key := f"{name}-{one.place}") in request.POST}
    return facts_of(plain(one.facts) | typed)


def _check(
    request: HttpRequest, row: Intake, *, form: FoundForm | None = None, trouble: str = ""
) -> HttpResponse:  # fmt: skip
    posted = request.method == "POST"
    rows, found = [], offered(row)
    is_choice = len(found) > TICKED_FOR_YOU
    for one in found:
        facts = typed_over(request, one) if posted else one.facts
        rows.append((one, facts, _is_ticked(request, one) if posted else one.there is None and not is_choice))
    source = (
        row.feed.source if row.feed else Source.BOARD if row.brought in (Brought.LINK, Brought.FILE) else Source.OWN
    )
    context = {
        "row": row, "rows": rows, "form": form or FoundForm(initial={"source": source}), "trouble": trouble,
        "kinds": OpportunityForm.base_fields["kind"].choices,  # type: ignore[attr-defined]  # it is a choice
        "is_choice": is_choice, "remarks": remark_lines(row.remarks),
    }  # fmt: skip
    return render(request, "opportunities/check.html", context, status=422 if trouble else 200)


def _is_ticked(request: HttpRequest, one: Offered) -> bool:
    tick = request.POST.get("tick")
    return tick == "all" if tick in ("all", "none") else str(one.place) in _ticked(request)


def _ticked(request: HttpRequest) -> set[str]:
    return set(request.POST.getlist("keep"))


def _row(request: HttpRequest, intake_id: UUID) -> Intake:
    try:
        return intake_row(workspace_of(request.user), intake_id)
    except Intake.DoesNotExist:
        raise Http404 from None
