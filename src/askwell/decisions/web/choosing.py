"""The decision in writing, and looking back on it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.decisions.actions.choosing import Writing, bring_choice_back, correct, decide, look_back, take_back
from askwell.decisions.models import Choice
from askwell.decisions.queries.values import Board, ChoiceRow
from askwell.decisions.web.board import found_board
from askwell.decisions.web.forming import attempt, form_page
from askwell.decisions.web.forms import CameOfForm, ChoiceForm
from askwell.decisions.web.words import figures
from askwell.lib.ids import id_of
from askwell.ui.say import say

LATER = timedelta(days=90)
WRITTEN = ("text", "decided_on", "look_back_on")
AS_IT_IS = "as-it-is"
"""The option of a written decision, where it is none of the decision's any more."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An option then and now, with what it is called now where that changed."""

    title: str
    renamed: str
    then: str
    then_span: str
    now: str
    now_span: str


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """Write it down; nothing is chosen beforehand. Without an option the page leads to naming one."""
    workspace, today = workspace_of(request.user), timezone.localdate()
    board = found_board(workspace, decision_id)
    form = _form(request, board, {"decided_on": today, "look_back_on": today + LATER})

    def act() -> Choice:
        writing, now = _writing(form), timezone.now()
        return decide(workspace=workspace, decision_id=decision_id, writing=writing, today=today, now=now)

    if form.is_valid() and (made := attempt(form, act)):
        say(request, _("It is written down, with how things stand."), undo=_address("remove_choice", made.pk))
        return redirect("decisions:decision", decision_id)
    return _page(request, form, board, title=_("What did you decide?"), lacks_options=not board.options)


@require_http_methods(["GET", "HEAD", "POST"])
def correct_choice(request: HttpRequest, choice_id: UUID) -> HttpResponse:
    """A written decision in other words, with another option or other days; how things stood stays."""
    workspace, today = workspace_of(request.user), timezone.localdate()
    board, row = _found(workspace, choice_id)
    form = _form(request, board, {**{name: getattr(row, name) for name in WRITTEN}, "option": _chosen(board, row)}, row)

    def act() -> Choice:
        writing, now = _writing(form), timezone.now()
        return correct(workspace=workspace, choice_id=choice_id, writing=writing, today=today, now=now)

    if form.is_valid() and attempt(form, act) is not None:
        say(request, _("Kept."))
        return redirect("decisions:choice", choice_id)
    return _page(request, form, board, title=_("Correct what you wrote"))


def _form(request: HttpRequest, board: Board, initial: dict[str, Any], row: ChoiceRow | None = None) -> ChoiceForm:
    options = [(str(one.id), one.title) for one in board.options]
    if row and _chosen(board, row) == AS_IT_IS:
        options.append((AS_IT_IS, row.title))
    return ChoiceForm(request.POST if request.method == "POST" else None, options=options, initial=initial)


def _chosen(board: Board, row: ChoiceRow) -> str:
    """The option of a written decision as the form names it, also where it was taken away since."""
    return str(row.option_id) if any(one.id == row.option_id for one in board.options) else AS_IT_IS


def _writing(form: ChoiceForm) -> Writing:
    told = form.cleaned_data
    option_id = None if told["option"] == AS_IT_IS else UUID(told["option"])
    return Writing(option_id=option_id, **{name: told[name] for name in WRITTEN})


def _page(request: HttpRequest, form: ChoiceForm, board: Board, **context: object) -> HttpResponse:
    return form_page(
        request, form, back=_address("decision", board.id), back_words=board.question, board=board, **context
    )  # fmt: skip


def _found(workspace: Workspace, choice_id: UUID) -> tuple[Board, ChoiceRow]:
    """A written decision, and all that it is of. Raises Http404."""
    decision_id = Choice.kept(workspace).filter(pk=choice_id).values_list("decision_id", flat=True).first()
    if decision_id is None:
        raise Http404
    board = found_board(workspace, decision_id)
    return board, next(one for one in board.choices if one.id == choice_id)


@require_http_methods(["GET", "HEAD", "POST"])
def choice(request: HttpRequest, choice_id: UUID) -> HttpResponse:
    """What was decided, how things stood then and stand now; a POST says what came of it."""
    workspace = workspace_of(request.user)
    board, row = _found(workspace, choice_id)
    form = CameOfForm(request.POST or None, initial={"came_of": row.came_of})
    if (
        form.is_valid()
        and attempt(
            form,
            lambda: look_back(
                workspace=workspace, choice_id=choice_id, came_of=form.cleaned_data["came_of"], on=timezone.localdate()
            ),
        )
        is not None
    ):
        say(request, _("Kept."))
        return redirect("decisions:choice", choice_id)
    context = {"board": board, "row": row, "form": form, "then_and_now": _compared(row, board)}
    return render(request, "decisions/choice.html", context, status=422 if form.errors else 200)


def _compared(row: ChoiceRow, board: Board) -> list[Compared]:
    """Each option that stood then, beside how it stands now if it is there still. What was written without ids is found
    by its title, where only one is called so."""
    now = {str(one.option): one for one in board.standings}
    found = []
    for then in row.stood.options:
        key = then.option or _only_called(board, then.title)
        today = now.get(key) if board.is_told(id_of(key)) else None
        here = (figures.total(today.total), figures.span(today.low, today.high)) if today else ("–", "")
        called = next((one.title for one in board.options if str(one.id) == key), "")
        renamed = called if called != then.title else ""
        found.append(Compared(then.title, renamed, figures.total(then.total), figures.span(then.low, then.high), *here))
    return found


def _only_called(board: Board, title: str) -> str:
    found = [str(one.id) for one in board.options if one.title == title]
    return found[0] if len(found) == 1 else ""


@require_POST
def remove(request: HttpRequest, choice_id: UUID) -> HttpResponse:
    """Take a written decision back: the question is open again where there is no other."""
    try:
        decision_id = take_back(workspace=workspace_of(request.user), choice_id=choice_id, now=timezone.now())
    except Choice.DoesNotExist:
        raise Http404 from None
    say(request, _("Taken back: the question is open."), undo=_address("bring_back_choice", choice_id))
    return redirect("decisions:decision", decision_id)


@require_POST
def restore(request: HttpRequest, choice_id: UUID) -> HttpResponse:
    """Undo of `remove`."""
    try:
        decision_id = bring_choice_back(workspace=workspace_of(request.user), choice_id=choice_id)
    except Choice.DoesNotExist:
        raise Http404 from None
    return redirect("decisions:decision", decision_id)


def _address(name: str, key: UUID) -> str:
    return reverse(f"decisions:{name}", args=[key])
