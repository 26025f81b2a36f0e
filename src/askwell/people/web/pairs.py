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
from askwell.people.choices import Decision, RowOutcome
from askwell.people.models import Import, ImportRow
from askwell.people.queries import person_card
from askwell.people.queries.imports import import_of, open_pairs, rows_of_kind
from askwell.people.rules.stored import record_from_json
from askwell.people.web.import_view import decided_words, pair_facts, reason_lines, wizard_of
from askwell.people.web.names import latin_of
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
    left = waiting.count()
    total = rows_of_kind(workspace, import_id, RowOutcome.LIKELY).count()
    context: dict[str, object] = {
        "row": row, "pair": pair, "left": left, "total": total, "place": total - left + 1,
        "steps": wizard_of(row, left, "pairs"),
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
        "employer": card.role.organisation if card.role else "",
        "role": card.role.title if card.role else "",
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


def _pair_or_404(workspace: Workspace, import_row_id: UUID) -> ImportRow:
    found = ImportRow.objects.of(workspace).filter(pk=import_row_id, outcome=RowOutcome.LIKELY).first()
    if found is None:
        raise Http404
    return found
