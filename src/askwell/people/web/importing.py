"""The import: choose a file, check what was understood, bring in, take back."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.lib.numbers import whole_number
from askwell.people.actions import FileTooLargeError, ImportStateError, UndoExpiredError
from askwell.people.actions.imports import (
    LARGEST_FILE,
    UNDO_DAYS,
    UNWRITTEN,
    WAIT_DAYS,
    carry_on,
    change_columns,
    discard_import,
    receive_file,
    start_applying,
    start_undoing,
)
from askwell.people.choices import ImportState, RowOutcome, TieKind
from askwell.people.models import Import
from askwell.people.queries.imports import (
    aims,
    answers_to,
    import_of,
    kept_persons,
    open_pairs,
    recent_imports,
    records_between,
    rows_by_number,
    rows_of_kind,
    same_file_before,
)
from askwell.people.tasks import queue_import
from askwell.people.web.import_view import (
    AT_ONCE,
    MEGABYTE,
    ROWS_AT_ONCE,
    WORKING,
    button_of,
    can_undo,
    columns_of,
    parts_of,
    preview_of_example,
    preview_of_page,
    preview_of_row,
    too_large,
    with_targets,
    wizard_of,
)
from askwell.people.web.names import latin_of
from askwell.people.web.words.basics import SOURCES
from askwell.people.web.words.imports import STATES, answered_sentence, aside_sentence, reason, refusal, source_sentence
from askwell.protocols.contacts import Aside, UnreadableFile, write_aside_csv
from askwell.ui.say import say
from askwell.ui.words import tie_word

PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    workspace = workspace_of(request.user)
    if request.method != "POST":
        return _chooser(request, workspace)
    upload, pasted = request.FILES.get("file"), request.POST.get("pasted", "")
    if upload and upload.size and upload.size > LARGEST_FILE:
        return _chooser(request, workspace, error=too_large(upload.size))
    if not upload and not pasted.strip():
        return _chooser(request, workspace, error=_("Choose a file, or paste a table."))
    data = upload.read() if upload else pasted.encode()
    try:
        row = receive_file(
            workspace=workspace, filename=(upload.name or "") if upload else "", data=data, now=timezone.now()
        )
    except FileTooLargeError:
        return _chooser(request, workspace, error=too_large(len(data)))
    _go_on(workspace, row, at_once=len(data) <= AT_ONCE)
    return redirect("people:import", row.pk)


def _chooser(request: HttpRequest, workspace: Workspace, *, error: str = "") -> HttpResponse:
    now = timezone.now()
    lines = [
        {
            "row": line,
            "state": STATES[ImportState(line.state)],
            "source": SOURCES.get(line.source, ""),  # type: ignore[call-overload]  # a StrEnum's value is its key
            "why": refusal(line.error["code"]) if line.error else "",
            "can_discard": line.state in UNWRITTEN,
            "can_undo": can_undo(line, now),
        }
        for line in recent_imports(workspace)
    ]
    context = {"lines": lines, "error": error, "limit": LARGEST_FILE // MEGABYTE, "hosted": settings.HOSTED}
    return render(request, "people/imports.html", context, status=422 if error else 200)


def _go_on(workspace: Workspace, row: Import, *, at_once: bool) -> None:
    """Small work now, large work in the background; the page shows how far it is."""
    if at_once:
        carry_on(workspace=workspace, import_id=row.pk, clock=timezone.now)
    else:
        queue_import(workspace.pk, row.pk)


@require_safe
def import_page(request: HttpRequest, import_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    row = _import_or_404(workspace, import_id)
    if row.state in WORKING:
        return render(request, "people/import_working.html", {"row": row, "state": STATES[ImportState(row.state)]})
    if row.state == ImportState.REFUSED:
        return render(request, "people/import_refused.html", {"row": row, "why": refusal(row.error.get("code", ""))})
    if row.state == ImportState.FAILED:
        context = {"row": row, "why": refusal(row.error["code"]), "can_undo": can_undo(row, timezone.now())}
        return render(request, "people/import_failed.html", context)
    pairs = open_pairs(workspace, import_id).count()
    if row.state == ImportState.READY:
        return render(request, "people/import.html", _check_context(row, pairs))
    return render(request, "people/import_done.html", _done_context(workspace, row, pairs))


@require_safe
def progress(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """The bar alone, asked for while the work goes on; the whole page once it is over."""
    row = _import_or_404(workspace_of(request.user), import_id)
    if row.state not in WORKING:
        return HttpResponseClientRefresh()
    return render(request, "people/import_bar.html", {"row": row, "state": STATES[ImportState(row.state)]})


def _check_context(row: Import, pairs: int) -> dict[str, object]:
    counts = row.counts
    coming = counts["new"] + counts["merged"]
    examples = sorted(map(preview_of_example, counts["examples"]), key=lambda shown: shown.number)
    return {
        "row": row,
        "steps": wizard_of(row, pairs, "check"),
        "source": source_sentence(row.source, row.layout["encoding"], row.layout["skipped_lines"]),
        "parts": parts_of(counts),
        "aside": aside_sentence(counts["reasons"]),
        "pairs": pairs,
        "columns": columns_of(row),
        "used": sum(bool(column["field"]) for column in row.layout["columns"]),
        "examples": with_targets(examples, aims(row.workspace)),
        "dated": any(shown.since for shown in examples),
        "button": button_of(coming, pairs),
        "came_before": same_file_before(row),
        "ties": [(kind.value, tie_word(kind)) for kind in TieKind],
        "undo_days": UNDO_DAYS,
        "wait_days": WAIT_DAYS,
    }


def _done_context(workspace: Workspace, row: Import, pairs: int) -> dict[str, object]:
    kept = kept_persons(workspace, row.pk)[:PAGE] if row.state == ImportState.UNDONE else []
    return {
        "row": row,
        "steps": wizard_of(row, pairs, "done"),
        "parts": parts_of(row.counts),
        "aside": aside_sentence(row.counts.get("reasons", {})),
        "answered": answered_sentence(answers_to(workspace, row.pk)),
        "pairs": pairs,
        "kept": [(one, latin_of(one)) for one in kept],
        "can_undo": can_undo(row, timezone.now()),
    }


@require_POST
def columns(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Other meanings for columns; then everything is read anew."""
    workspace = workspace_of(request.user)
    row = _import_or_404(workspace, import_id)
    fields = {
        index: str(value)
        for name, value in request.POST.items()
        if name.startswith("column-") and (index := whole_number(name.removeprefix("column-"), -1)) >= 0
    }
    try:
        change_columns(workspace=workspace, import_id=import_id, fields=fields, now=timezone.now())
    except (ImportStateError, ValueError):
        say(request, _("The columns could not be changed any more."))
    else:
        _go_on(workspace, row, at_once=row.total <= ROWS_AT_ONCE)
    return redirect("people:import", import_id)


@require_POST
def apply(request: HttpRequest, import_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    row = _import_or_404(workspace, import_id)
    tie = request.POST.get("tie", "")
    options = {
        "former_colleagues": "former_colleagues" in request.POST,
        "tie": tie if tie in set(TieKind) else "",
    }
    try:
        start_applying(workspace=workspace, import_id=import_id, options=options, now=timezone.now())
    except ImportStateError:
        say(request, _("This import was brought in already."))
    else:
        _go_on(workspace, row, at_once=row.total <= ROWS_AT_ONCE)
    return redirect("people:import", import_id)


@require_POST
def discard(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Throw the file away while nothing of it was written."""
    workspace = workspace_of(request.user)
    _import_or_404(workspace, import_id)
    try:
        discard_import(workspace=workspace, import_id=import_id)
    except ImportStateError:
        say(request, _("This import was brought in already."))
        return redirect("people:import", import_id)
    say(request, _("The file is gone. Nobody was added."))
    return redirect("people:imports")


@require_POST
def undo(request: HttpRequest, import_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    row = _import_or_404(workspace, import_id)
    try:
        start_undoing(workspace=workspace, import_id=import_id, now=timezone.now())
    except UndoExpiredError:
        say(request, _("After 30 days an import can no longer be taken back whole."))
    except ImportStateError:
        say(request, _("There is nothing to take back."))
    else:
        _go_on(workspace, row, at_once=row.total <= ROWS_AT_ONCE)
    return redirect("people:import", import_id)


@require_safe
def rows(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """All rows, or those of one kind, a page at a time."""
    workspace = workspace_of(request.user)
    row = _import_or_404(workspace, import_id)
    kind = request.GET.get("kind", "")
    number = request.GET.get("page", "1")
    page: Page[Any]
    if kind in set(RowOutcome):
        page = Paginator(rows_of_kind(workspace, import_id, kind), PAGE).get_page(number)
        shown = [preview_of_row(stored) for stored in page]
    elif row.state == ImportState.READY:
        page = Paginator(range(row.total), PAGE).get_page(number)
        try:
            records = records_between(workspace, import_id, page.start_index() - 1, page.end_index())
        except UnreadableFile as error:  # what was read before, and takes too long this time
            return render(request, "people/import_refused.html", {"row": row, "why": refusal(error.code)}, status=422)
        span = (records[0].number, records[-1].number) if records else (0, 0)
        shown = preview_of_page(records, rows_by_number(workspace, import_id, *span))
    else:
        return redirect("people:import", import_id)
    context = {"row": row, "kind": kind, "page": page, "dated": any(one.since for one in shown)}
    context["shown"] = with_targets(shown, aims(workspace))
    return render(request, "people/import_rows.html", context)


@require_safe
def aside(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """The rows kept aside, as a file to mend and import again."""
    workspace = workspace_of(request.user)
    row = _import_or_404(workspace, import_id)
    kept = [
        Aside(stored.number, stored.line, "", stored.reason, tuple(map(str, stored.raw)))
        for stored in rows_of_kind(workspace, import_id, RowOutcome.ASIDE)
    ]
    headings = (_("line"), _("sheet"), _("why"), *(column["heading"] for column in row.layout.get("columns", [])))
    text = write_aside_csv(kept, headings=headings, words=reason)
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="kept-aside.csv"'
    return answer


def _import_or_404(workspace: Workspace, import_id: UUID) -> Import:
    try:
        return import_of(workspace, import_id)
    except Import.DoesNotExist:
        raise Http404 from None
