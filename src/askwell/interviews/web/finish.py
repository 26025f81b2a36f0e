"""The closing card."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.interviews.actions.errors import EmptyClosingError, NamelessError, StaleClosingError
from askwell.interviews.actions.finishing import Closing, finish, take_back
from askwell.interviews.actions.finishing import Line as Written
from askwell.interviews.actions.learning import Claim
from askwell.interviews.actions.referring import Named
from askwell.interviews.choices import GoalReached, InterviewState, NextStep, SubjectKind
from askwell.interviews.models import Interview
from askwell.interviews.queries.closing import ClaimLine, ClosingPage, Line, NamedLine, closing_page, draft_waits
from askwell.interviews.rules.duties import HELD
from askwell.interviews.web.forms import MOMENT, MomentField
from askwell.interviews.web.words.caught import BLANK, MISSING, REACHED, STEPS
from askwell.interviews.web.words.insights import KINDS, RATINGS, rating_of
from askwell.interviews.web.words.states import WAYS, call_name
from askwell.lib.ids import id_of, uuid7
from askwell.lib.numbers import whole_number
from askwell.outreach.actions.errors import InTheFutureError
from askwell.outreach.choices import MeetingBy
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.ui.say import say

EMPTY_ROWS = 2
MOST_ROWS = 150
Row = TypeVar("Row")
Blank = TypeVar("Blank", ClaimLine, NamedLine, Line)


def closing(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """The card; a POST fills it in."""
    workspace = workspace_of(request.user)
    try:
        if request.method == "POST":
            return _finish(request, workspace, interview_id)
        return _page(request, workspace, interview_id)
    except Interview.DoesNotExist:
        raise Http404 from None


def _page(
    request: HttpRequest,
    workspace: Workspace,
    interview_id: UUID,
    *,
    typed: QueryDict | None = None,
    errors: dict[str, str] | None = None,
) -> HttpResponse:
    page = closing_page(workspace, interview_id, timezone.now())
    one = page.interview
    context = {
        "page": page if typed is None else _as_typed(page, typed),
        "one": one,
        "name": call_name(page.who),
        "errors": errors or {},
        "said": typed.get("said", "") if typed else one.said,
        "reached": typed.get("reached", "") if typed else one.aim_reached,
        "step": typed.get("step", "") if typed else one.next_step,
        "step_text": typed.get("step_text", "") if typed else one.next_step_text,
        "by": typed.get("by", "") if typed else one.by,
        "held_at": typed.get("held_at", "") if typed else _moment(one),
        "is_held": one.state in HELD,
        "stamp": page.stamp,
        "stands": page if "stale" in (errors or {}) else None,
        "missing": [MISSING[part] for part in page.missing],
        "steps": STEPS.items(),
        "reaches": REACHED.items(),
        "kinds": KINDS.items(),
        "ratings": RATINGS,
        "ways": WAYS.items(),
    }
    context |= _rows(context["page"], errors or {})  # type: ignore[arg-type]  # a ClosingPage, put there above
    return render(request, "interviews/finish.html", context, status=422 if errors else 200)


def _rows(page: ClosingPage, errors: dict[str, str]) -> dict[str, object]:
    """Each list with empty rows to write in; people named with what is wrong with the row."""
    named = [*page.named, *_empty(NamedLine, page.named)]
    return {
        "claims": [*page.claims, *_empty(ClaimLine, page.claims)],
        "named": [(row, errors.get(f"named{number}")) for number, row in enumerate(named)],
        "actions": [*page.actions, *_empty(Line, page.actions)],
        "leads": [*page.leads, *_empty(Line, page.leads, count=1)],
    }


def _empty(row: type[Blank], there: Sequence[Blank], *, count: int = EMPTY_ROWS) -> list[Blank]:
    """So many that `count` are empty, each with an id of its own: the card sent twice writes nothing twice."""
    return [row(id=uuid7()) for _number in range(count - sum(not one.text for one in there))]


def _not_then(workspace: Workspace, interview_id: UUID) -> str:
    """Why it can not be put down as held at that time."""
    agreed = Interview.objects.of(workspace).filter(pk=interview_id, state=InterviewState.CONFIRMED).exists()
    if agreed:
        return _("By the conversation you had not agreed yet at that time. Put in the time at which you talked.")
    return _("That does not fit what happened so far. Log their answer in the conversation first.")


def _moment(one: Interview) -> str:
    at = one.starts_at or one.began_at
    return timezone.localtime(at).strftime(MOMENT) if at else ""


def _finish(request: HttpRequest, workspace: Workspace, interview_id: UUID) -> HttpResponse:
    posted = request.POST
    try:
        card, has_draft = _card(posted), draft_waits(workspace, interview_id)
        done = finish(workspace=workspace, interview_id=interview_id, closing=card, now=timezone.now())
    except forms.ValidationError as error:
        return _page(request, workspace, interview_id, typed=posted, errors={"held_at": " ".join(error.messages)})
    except EmptyClosingError as error:
        blanks = {field: str(BLANK[field]) for field in error.fields}
        return _page(request, workspace, interview_id, typed=posted, errors=blanks)
    except NamelessError as error:
        words = _("There is no name here yet: begin the line with it.")
        return _page(request, workspace, interview_id, typed=posted, errors={f"named{error.row}": words})
    except StaleClosingError:
        words = _("The card was filled in elsewhere in the meantime.")
        return _page(request, workspace, interview_id, typed=posted, errors={"stale": words})
    except InTheFutureError:
        words = _("That is still to come. The card waits until you have talked.")
        return _page(request, workspace, interview_id, typed=posted, errors={"held_at": words})
    except ImpossibleMove:
        words = _not_then(workspace, interview_id)
        return _page(request, workspace, interview_id, typed=posted, errors={"held_at": words})
    say(request, _("The card is filled in."), undo=reverse("interviews:take_back", args=[interview_id]))
    if has_draft or done.thanked_at or done.person.do_not_contact_at:
        return redirect("interviews:finish", interview_id)
    return redirect(f"{reverse('outreach:write', args=[done.person_id])}?kind=thanks")


@require_POST
def undo(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """The card counts as not filled in; what stands on it stays."""
    try:
        take_back(workspace=workspace_of(request.user), interview_id=interview_id, now=timezone.now())
    except Interview.DoesNotExist:
        raise Http404 from None
    return redirect("interviews:finish", interview_id)


def _card(posted: QueryDict) -> Closing:
    """The form as a card. Raises forms.ValidationError for a time that is none."""
    reached, step, by = posted.get("reached", ""), posted.get("step", ""), posted.get("by", "")
    return Closing(
        said=posted.get("said", ""),
        aim_reached=GoalReached(reached) if reached in set(GoalReached) else None,
        next_step=NextStep(step) if step in set(NextStep) else None,
        next_step_text=posted.get("step_text", ""),
        held_at=MomentField(required=False).clean(posted.get("held_at", "")),
        by=MeetingBy(by) if by in set(MeetingBy) else MeetingBy.VIDEO,
        insights=_listed(posted, "claim", _claim),
        named=_listed(posted, "named", _named),
        actions=_listed(posted, "action", _line),
        leads=_listed(posted, "lead", _line),
        seen=posted.get("seen", ""),
    )


def _listed(posted: QueryDict, name: str, read: Callable[[QueryDict, str], Row]) -> Sequence[Row]:
    """The rows `name-0` to `name-149` that have an id or words."""
    count = min(whole_number(posted.get(f"{name}-rows", ""), 0), MOST_ROWS)
    rows = [f"{name}-{number}-" for number in range(count)]
    return [read(posted, row) for row in rows if posted.get(f"{row}id") or posted.get(f"{row}text", "").strip()]


def _claim(posted: QueryDict, row: str) -> Claim:
    kind = posted.get(f"{row}kind", "")
    return Claim(
        text=posted.get(f"{row}text", ""),
        kind=SubjectKind(kind) if kind in set(SubjectKind) else SubjectKind.FIELD,
        subject=posted.get(f"{row}subject", ""),
        rating=rating_of(posted, f"{row}rating"),
        id=id_of(posted.get(f"{row}id", "")),
    )


def _named(posted: QueryDict, row: str) -> Named:
    may = posted.get(f"{row}may") == "on"
    return Named(text=posted.get(f"{row}text", ""), may_use_name=may, id=id_of(posted.get(f"{row}id", "")))


def _line(posted: QueryDict, row: str) -> Written:
    return Written(text=posted.get(f"{row}text", ""), id=id_of(posted.get(f"{row}id", "")))


def _as_typed(page: ClosingPage, posted: QueryDict) -> ClosingPage:
    """The page with the lists as they were typed, so that a refusal loses nothing."""
    who = {line.id: line.who for line in page.named}
    return replace(
        page,
        claims=tuple(
            ClaimLine(one.id, one.text, one.kind.value, one.subject, one.rating)
            for one in _listed(posted, "claim", _claim)
        ),
        named=tuple(
            NamedLine(one.id, one.text, one.may_use_name, who.get(one.id)) for one in _listed(posted, "named", _named)
        ),
        actions=tuple(Line(one.id, one.text) for one in _listed(posted, "action", _line)),
        leads=tuple(Line(one.id, one.text) for one in _listed(posted, "lead", _line)),
    )
