"""Conversations: on a board, as a list, the closed ones."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.lib.numbers import whole_number
from askwell.outreach.choices import Outcome, ThreadState
from askwell.outreach.queries import threads_board, threads_list
from askwell.outreach.queries.values import ColumnCode

COLUMNS = {
    ColumnCode.WAITING: ("wait", "knocked", "", _("Waiting"), _("their turn"), _("Nobody is being waited for.")),
    ColumnCode.NUDGE_DUE: ("due", "knocked", "due", _("Nudge due"), _("your turn, once"), _("No nudge is due.")),
    ColumnCode.ANSWERED: (
        "yes",
        "ajar",
        "good",
        _("Heard back"),
        _("your turn, within a day"),
        _("No answer waits for you."),
    ),
    ColumnCode.SCHEDULED: ("set", "ajar", "door", _("Scheduled"), _("be ready"), _("Nothing agreed yet.")),
    ColumnCode.RESTING: ("rest", "shut", "", _("Resting"), _("nobody’s turn"), _("Nobody rests.")),
}
MORE = {
    ColumnCode.WAITING: ThreadState.WAITING,
    ColumnCode.NUDGE_DUE: ThreadState.WAITING,
    ColumnCode.ANSWERED: ThreadState.ANSWERED,
    ColumnCode.SCHEDULED: ThreadState.SCHEDULED,
    ColumnCode.RESTING: Outcome.SILENT,
}
FILTERS = (
    ("open", _("All open")),
    (ThreadState.DRAFTING, _("Drafts")),
    (ThreadState.WAITING, _("Waiting")),
    (ThreadState.NUDGED, _("Nudged")),
    (ThreadState.ANSWERED, _("Answered")),
    (ThreadState.SCHEDULED, _("Scheduled")),
    (Outcome.MET, _("Met")),
    (Outcome.SILENT, _("Let rest")),
    (Outcome.DECLINED, _("Said no")),
    (Outcome.STOPPED, _("Not to be contacted")),
    (Outcome.JOINED, _("Went on in another conversation")),
    (ThreadState.CLOSED, _("All closed")),
)


@require_safe
def threads(request: HttpRequest) -> HttpResponse:
    only = request.GET.get("only", "")
    return _list(request, only) if only in dict(FILTERS) else _board(request)


def _board(request: HttpRequest) -> HttpResponse:
    board = threads_board(workspace_of(request.user), timezone.now())
    columns = [(column, *COLUMNS[column.code], MORE[column.code]) for column in board.columns]
    return render(request, "outreach/board.html", {"board": board, "columns": columns})


def _list(request: HttpRequest, only: str) -> HttpResponse:
    number = whole_number(request.GET.get("page", ""), 1)
    page = threads_list(workspace_of(request.user), timezone.now(), only=only, number=number)
    return render(request, "outreach/list.html", {"page": page, "only": only, "filters": FILTERS})
