"""The decision in writing, and looking back on it."""

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.queries import workspace_of
from askwell.decisions.actions.choosing import Writing, bring_choice_back, decide, look_back, take_back
from askwell.decisions.models import Choice
from askwell.decisions.queries.values import Board, ChoiceRow
from askwell.decisions.web.board import found_board
from askwell.decisions.web.forming import attempt, form_page
from askwell.decisions.web.forms import CameOfForm, ChoiceForm
from askwell.decisions.web.words import figures
from askwell.ui.say import say

LATER = timedelta(days=90)


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """Write it down; nothing is chosen beforehand."""
    workspace, today = workspace_of(request.user), timezone.localdate()
    board = found_board(workspace, decision_id)
    form = ChoiceForm(
        request.POST if request.method == "POST" else None,
        options=[(str(one.id), one.title) for one in board.options],
        initial={"decided_on": today, "look_back_on": today + LATER},
    )
    if form.is_valid() and (
        made := attempt(
            form,
            lambda: decide(
                workspace=workspace, decision_id=decision_id, writing=_writing(form), now=timezone.now()
            ),  # fmt: skip
        )
    ):
        say(request, _("It is written down, with how things stand."), undo=_address("remove_choice", made.pk))
        return redirect("decisions:decision", decision_id)
    return form_page(
        request, form, title=_("What did you decide?"), back=_address("decision", decision_id),
        back_words=board.question,
    )  # fmt: skip


def _writing(form: ChoiceForm) -> Writing:
    told = form.cleaned_data
    return Writing(
        option_id=UUID(told["option"]), text=told["text"], decided_on=told["decided_on"],
        look_back_on=told["look_back_on"],
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def choice(request: HttpRequest, choice_id: UUID) -> HttpResponse:
    """What was decided, how things stood then and stand now; a POST says what came of it."""
    workspace = workspace_of(request.user)
    decision_id = Choice.kept(workspace).filter(pk=choice_id).values_list("decision_id", flat=True).first()
    if decision_id is None:
        raise Http404
    board = found_board(workspace, decision_id)
    row = next(one for one in board.choices if one.id == choice_id)
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


def _compared(row: ChoiceRow, board: Board) -> list[tuple[str, str, str, str, str]]:
    """Each option that stood then: its total and range then, and now where there is one of that name still."""
    now = {board.option(one.option).title: one for one in board.standings}
    found = []
    for then in row.stood.options:
        today = now.get(then.title)
        here = (figures.total(today.total), figures.span(today.low, today.high)) if today else ("–", "")
        found.append((then.title, figures.total(then.total), figures.span(then.low, then.high), *here))
    return found


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
