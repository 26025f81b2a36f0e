"""Likely the same person: one pair at a time, one key each."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.lib.names import latin_name
from askwell.lib.numbers import whole_number
from askwell.people.actions import ImportStateError
from askwell.people.actions.imports import decide, reopen
from askwell.people.actions.imports import part_row as split_off
from askwell.people.choices import Decision, RowOutcome
from askwell.people.models import Import, ImportRow, Person
from askwell.people.queries import person_card
from askwell.people.queries.imports import import_of, open_pairs
from askwell.people.rules.stored import record_from_json
from askwell.people.web.import_view import decided_words, pair_facts, reason_lines, wizard_of
from askwell.people.web.names import latin_of, shown_name
from askwell.people.web.pair_view import held_roles
from askwell.people.web.words.imports import reason
from askwell.ui.say import say


@require_safe
def pairs(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """The next pair that waits for an answer, after the row that `?after` skips."""
    workspace = workspace_of(request.user)
    try:
        row = import_of(workspace, import_id)
    except Import.DoesNotExist:
        raise Http404 from None
    waiting = open_pairs(workspace, import_id)
    after = whole_number(request.GET.get("after", ""), 0)
    pair = waiting.filter(number__gt=after).first() or waiting.first()
    numbers = list(waiting.values_list("number", flat=True))
    context: dict[str, object] = {
        "row": row, "pair": pair, "total": len(numbers), "place": numbers.index(pair.number) + 1 if pair else 0,
        "steps": wizard_of(row, len(numbers), "pairs"),
    }  # fmt: skip
    if pair:
        context |= _compared(workspace, pair)
    return render(request, "people/import_pairs.html", context)


def _compared(workspace: Workspace, pair: ImportRow) -> dict[str, object]:
    record = record_from_json(pair.record)
    latin = latin_name(record.name.given, record.name.family, record.name.native)
    shown: dict[str, object] = {"record": record, "latin": latin, "why": reason(pair.reason, pair.facts)}
    reasons = pair.facts.get("reasons", [])
    if pair.rival_id is None or pair.rival is None:
        return {**shown, "lines": reason_lines(reasons), "rival": None}
    card = person_card(workspace, pair.rival_id)
    known = {
        **held_roles(card),
        "email": ", ".join(point.value for point in card.points if point.kind == "email"),
        "phone": ", ".join(point.value for point in card.points if point.kind == "phone"),
        "link": ", ".join(point.value for point in card.points if point.kind == "link"),
    }
    lines = pair_facts(record, pair.rival, known, reasons)
    return {**shown, "rival": pair.rival, "rival_latin": latin_of(pair.rival), "lines": lines}


@require_POST
def answer(request: HttpRequest, import_row_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    pair = _pair_or_404(workspace, import_row_id)
    decision = Decision.SAME if request.POST.get("answer") == "same" else Decision.DIFFERENT
    try:
        decide(workspace=workspace, row_id=import_row_id, decision=decision, now=timezone.now())
    except ImportStateError:
        say(request, _("This pair was decided already."))
    else:
        say(
            request,
            _("Row %(row)s: %(decision)s.") % {"row": pair.number, "decision": decided_words(decision)},
            undo=reverse("people:reopen", args=[import_row_id]),
        )
    if open_pairs(workspace, pair.source_import_id).exists():
        return redirect(f"{reverse('people:pairs', args=[pair.source_import_id])}?after={pair.number}")
    return redirect("people:import", pair.source_import_id)


@require_POST
def take_back(request: HttpRequest, import_row_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    pair = _pair_or_404(workspace, import_row_id)
    try:
        reopen(workspace=workspace, row_id=import_row_id, now=timezone.now())
    except ImportStateError:
        say(request, _("This answer can no longer be taken back: the person was changed since."))
    return redirect(f"{reverse('people:pairs', args=[pair.source_import_id])}?after={pair.number - 1}")


@require_POST
def part_row(request: HttpRequest, import_row_id: UUID) -> HttpResponse:
    """A row that became part of somebody is a person of its own after all; back to who it was part of."""
    workspace = workspace_of(request.user)
    try:
        row = split_off(workspace=workspace, row_id=import_row_id, now=timezone.now())
    except ImportRow.DoesNotExist:
        raise Http404 from None
    except ImportStateError:
        say(request, _("This row is part of nobody any more."))
        return redirect("desk:people")
    people = Person.objects.of(workspace).in_bulk([row.person_id, row.rival_id])
    names = {"one": shown_name(people[row.rival_id]), "other": shown_name(people[row.person_id])}
    said = _("Two people again: %(one)s and %(other)s, each with what came with them.") % names
    say(request, said, undo=reverse("people:rejoin_row", args=[row.pk]))
    return redirect("desk:person", row.rival_id)


@require_POST
def rejoin_row(request: HttpRequest, import_row_id: UUID) -> HttpResponse:
    """The parting taken back: the row is part of the person again."""
    workspace, now = workspace_of(request.user), timezone.now()
    pair = _pair_or_404(workspace, import_row_id)
    try:
        reopen(workspace=workspace, row_id=import_row_id, now=now)
        decide(workspace=workspace, row_id=import_row_id, decision=Decision.SAME, now=now)
    except ImportStateError:
        say(request, _("This answer can no longer be taken back: the person was changed since."))
    return redirect("desk:person", pair.rival_id)


def _pair_or_404(workspace: Workspace, import_row_id: UUID) -> ImportRow:
    found = ImportRow.objects.of(workspace).filter(pk=import_row_id, outcome=RowOutcome.LIKELY).first()
    if found is None:
        raise Http404
    return found
