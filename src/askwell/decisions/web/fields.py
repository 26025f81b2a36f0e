"""A field: the seeker's number, what speaks for and against, and a question to somebody who may know."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.decisions.actions.weighing_up import Finding, Number, bear_out, give_number
from askwell.decisions.choices import Strength
from askwell.decisions.models import Option
from askwell.decisions.queries.values import Board, Field
from askwell.decisions.web.board import found_board, opened
from askwell.decisions.web.forming import attempt
from askwell.decisions.web.forms import ClaimForm, FindingForm, NumberForm
from askwell.interviews.actions.errors import EmptyTextError
from askwell.interviews.actions.preparing import add_question
from askwell.interviews.queries.insights import newest_claims
from askwell.ui.say import say

FORMS = ("number", "claim", "finding")
CLAIMS = 200
"""So many of the newest are offered."""


@require_http_methods(["GET", "HEAD", "POST"])
def field(request: HttpRequest, option_id: UUID, criterion_id: UUID) -> HttpResponse:
    """The page; a POST gives the number (`do=number`), takes it away (`clear`), or adds a `claim` or a `finding`."""
    workspace, at = workspace_of(request.user), (option_id, criterion_id)
    board = _board(workspace, at)
    do = request.POST.get("do", "")
    if do == "clear":
        _number(request, workspace, at, None)
        return _back(at)
    forms = _forms(request, workspace, board, at, do)
    if do in FORMS and forms[do].is_valid() and attempt(forms[do], lambda: _act(request, workspace, at, do, forms[do])):
        return _back(at)
    context = {"board": board, **opened(board, at), **{f"{name}_form": form for name, form in forms.items()}}
    status = 422 if do in FORMS else 200
    return render(request, "decisions/field.html", {**context, "at": at}, status=status)


def _board(workspace: Workspace, at: Field) -> Board:
    """The decision that the field is of. Raises Http404."""
    decision_id = Option.kept(workspace).filter(pk=at[0]).values_list("decision_id", flat=True).first()
    board = found_board(workspace, decision_id) if decision_id else None
    if board is None or at not in board.fields:
        raise Http404
    return board


def _forms(request: HttpRequest, workspace: Workspace, board: Board, at: Field, do: str) -> dict[str, Any]:
    row = board.fields[at]
    number = {"points": row.points, "half_width": row.own, "source": row.source, "is_guess": row.is_guess}
    here = {(one.text, one.who.id) for one in row.said if one.who}
    said = [one for one in newest_claims(workspace, limit=CLAIMS) if (one.text, one.who.id) not in here]
    choices = [(str(one.id), f"{one.text[:110]} ({one.who.call_name})") for one in said]
    sent = {name: request.POST if do == name else None for name in FORMS}
    return {
        "number": NumberForm(sent["number"], initial=number, prefix="number"),
        "claim": ClaimForm(sent["claim"], claims=choices, prefix="claim"),
        "finding": FindingForm(sent["finding"], prefix="finding"),
    }


def _act(request: HttpRequest, workspace: Workspace, at: Field, do: str, form: Any) -> bool:
    told = form.cleaned_data
    if do == "number":
        _number(request, workspace, at, Number(**told))
        return True
    what = UUID(told["claim"]) if do == "claim" else Finding(text=told["text"], source=told["source"])
    made = bear_out(
        workspace=workspace, option_id=at[0], criterion_id=at[1], what=what, speaks_for=told["side"] == "for",
        strength=Strength(told["strength"]), now=timezone.now(),
    )  # fmt: skip
    say(request, _("It counts from now on."), undo=reverse("decisions:remove_evidence", args=[made.pk]))
    return True


def _number(request: HttpRequest, workspace: Workspace, at: Field, number: Number | None) -> None:
    """Give it; the one before waits in the session for an undo."""
    before = give_number(
        workspace=workspace, option_id=at[0], criterion_id=at[1], number=number, now=timezone.now()
    )  # fmt: skip
    request.session[_kept(at)] = asdict(before) if before else None
    say(request, _("Kept."), undo=reverse("decisions:number_back", args=at))


@require_POST
def number_back(request: HttpRequest, option_id: UUID, criterion_id: UUID) -> HttpResponse:
    """Undo of a number, in the same session."""
    workspace, at = workspace_of(request.user), (option_id, criterion_id)
    _board(workspace, at)
    if _kept(at) not in request.session:
        raise Http404
    before = request.session.pop(_kept(at))
    number = Number(**before) if before else None
    give_number(workspace=workspace, option_id=at[0], criterion_id=at[1], number=number, now=timezone.now())
    return _back(at)


@require_POST
def ask(request: HttpRequest, option_id: UUID, criterion_id: UUID, interview_id: UUID) -> HttpResponse:
    """Put the question about a field into the brief of a talk."""
    workspace, text = workspace_of(request.user), request.POST.get("question", "")
    board = _board(workspace, (option_id, criterion_id))
    try:
        asked = add_question(workspace=workspace, interview_id=interview_id, text=text, now=timezone.now())
    except (ObjectDoesNotExist, EmptyTextError):
        raise Http404 from None
    undo = reverse("interviews:remove_question", args=[asked.pk])
    say(request, _("The question is in the brief."), undo=undo)
    return redirect(f"{reverse('decisions:decision', args=[board.id])}#unknown")


def _kept(at: Field) -> str:
    return f"number-{at[0]}-{at[1]}"


def _back(at: Field) -> HttpResponse:
    return redirect("decisions:field", *at)
