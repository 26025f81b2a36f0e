"""A field: the seeker's number, what speaks for and against, and a question to somebody who may know."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.decisions.actions.errors import ChangedSinceError
from askwell.decisions.actions.weighing_up import Finding, Number, bear_out, give_number, take_number_back
from askwell.decisions.models import Option
from askwell.decisions.queries.values import Board, Field
from askwell.decisions.web.bearing import say_borne, side_of
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
    context["has_claims"] = len(forms["claim"].fields["claim"].choices) > 1
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
    side = side_of(told)
    borne = bear_out(
        workspace=workspace, option_id=at[0], criterion_id=at[1], what=what, speaks_for=side.speaks_for,
        strength=side.strength, now=timezone.now(),
    )  # fmt: skip
    say_borne(request, borne, side)
    return True


def _number(request: HttpRequest, workspace: Workspace, at: Field, number: Number | None) -> None:
    """Give it; the one before waits in the session for the undo, whose address says which change it takes back."""
    now = timezone.now()
    before = give_number(workspace=workspace, option_id=at[0], criterion_id=at[1], number=number, now=now)
    given = {"at": now.isoformat(), "is_gone": number is None, "before": asdict(before) if before else None}
    request.session[_kept(at)] = given
    undo = f"{reverse('decisions:number_back', args=at)}?{urlencode({'at': given['at']})}"
    say(request, _("Kept."), undo=undo)


@require_POST
def number_back(request: HttpRequest, option_id: UUID, criterion_id: UUID) -> HttpResponse:
    """Undo of a number, in the same session."""
    workspace, at = workspace_of(request.user), (option_id, criterion_id)
    _board(workspace, at)
    try:
        _take_back(request, workspace, at)
    except ChangedSinceError:
        say(request, _("It was changed again since: it stays as it is."), level=messages.INFO)
    return _back(at)


def _take_back(request: HttpRequest, workspace: Workspace, at: Field) -> None:
    """Raises ChangedSinceError also where the session knows of a later change, or of none."""
    given = request.session.get(_kept(at))
    if given is None or given["at"] != request.GET.get("at"):
        raise ChangedSinceError
    before = Number(**given["before"]) if given["before"] else None
    given_at = None if given["is_gone"] else datetime.fromisoformat(given["at"])
    take_number_back(
        workspace=workspace, option_id=at[0], criterion_id=at[1], before=before, given_at=given_at, now=timezone.now()
    )
    del request.session[_kept(at)]


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
