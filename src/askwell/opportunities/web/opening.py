"""One opportunity: what it says, how far it is, who is there; its moves, days and twins."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.interviews.models import Lead
from askwell.lib.ids import id_of
from askwell.opportunities.actions import applications as steps
from askwell.opportunities.actions.errors import NoStepError, NotTheLastError
from askwell.opportunities.actions.openings import take_lead
from askwell.opportunities.choices import GATHERINGS, Kind, Stage
from askwell.opportunities.models import Application, Opportunity, OwnStage, Step
from askwell.opportunities.queries import openings as reads
from askwell.opportunities.queries.stages import own_stages
from askwell.opportunities.rules.flags import FACTS, FRAUD
from askwell.opportunities.rules.stages import ImpossibleDayError, ImpossibleMoveError, moves_of
from askwell.opportunities.web.board import DOORS, impossible
from askwell.opportunities.web.words import codes
from askwell.ui.say import say

OPTIONS = {Kind.JOB: "offer", Kind.VOLUNTEER: "offer", Kind.COURSE: "course"}
"""What an option of a decision is called that stands for one; nobody decides between events."""
GONE = (Opportunity.DoesNotExist, Application.DoesNotExist)


@require_safe
def opening(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """Of one that is the same as another, the page of that one."""
    try:
        return page_of(request, opportunity_id)
    except Http404:
        if stands := reads.stands_for(workspace_of(request.user), opportunity_id):
            return redirect("opportunities:opening", stands)
        raise


def posted(view: Callable[[HttpRequest, UUID], HttpResponse]) -> Callable[[HttpRequest, UUID], HttpResponse]:
    """A view of POST alone, at an address under an opening's: whoever comes there with a GET, as by the address bar
    after something was refused, is led to the opening."""

    @wraps(view)
    def led(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
        if request.method == "POST":
            return view(request, opportunity_id)
        if not Opportunity.kept(workspace_of(request.user)).filter(pk=opportunity_id).exists():
            raise Http404
        return redirect("opportunities:opening", opportunity_id)

    return led


def page_of(request: HttpRequest, opportunity_id: UUID, *, trouble: str = "", status: int = 200) -> HttpResponse:
    workspace, today = workspace_of(request.user), timezone.localdate()
    try:
        page = reads.opening(workspace, opportunity_id, today, translation.get_language() or "en")
    except GONE:
        raise Http404 from None
    stage, is_gathering = Stage(page.application.stage), page.row.kind in GATHERINGS
    context = {
        "page": page, "row": page.row, "trouble": trouble, "today": today, "door": DOORS[stage],
        "moves": list(_moves(workspace, page.application)),
        "ask_first": stage is Stage.INTERESTED and not is_gathering, "is_gathering": is_gathering,
        "fors": [one for one in page.reasons if one.is_for], "gaps": [one for one in page.reasons if not one.is_for],
        "frauds": [flag for flag in page.flags if flag.code in FRAUD],
        "faults": [flag for flag in page.flags if flag.code not in (*FRAUD, *FACTS)],
        "facts": [flag for flag in page.flags if flag.code in FACTS],
        "law": next((flag for flag in page.flags if flag.law), None),
        "others": reads.others(workspace, page.row),
        "option_kind": OPTIONS.get(Kind(page.row.kind), ""), "here": request.build_absolute_uri(request.path),
        "told_there": page.told_by and page.told_by.id in {one.id for one in page.insiders.now},
    }  # fmt: skip
    return render(request, "opportunities/opening.html", context, status=status)


def _moves(workspace: Workspace, application: Application) -> Iterator[tuple[str, object]]:
    """Where it may go from here, the usual next one first, and in words."""
    stage, here, kind = Stage(application.stage), application.own, Kind(application.opportunity.kind)
    own = [row for row in own_stages(workspace) if row != here]
    yield from ((str(row.pk), row.name) for row in own if row.within == stage)
    for to in moves_of(kind)[stage]:
        yield to, codes.move_word(kind, to)
        yield from ((str(row.pk), row.name) for row in own if row.within == to)
    if here:
        yield stage, codes.move_word(kind, stage)


@posted
def move(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """`to`: a stage, or the id of one of the seeker's own; `on`: the day, today where empty."""
    to, own = request.POST.get("to", ""), id_of(request.POST.get("to", ""))
    typed = request.POST.get("on", "")
    day = day_of(typed)
    if not own and to not in set(Stage):
        return page_of(request, opportunity_id, trouble=_("Choose where it goes."), status=422)
    if typed and day is None:
        return page_of(request, opportunity_id, trouble=_("That is no day."), status=422)
    told: dict[str, Any] = {"to": None if own else Stage(to), "own": own, "on": day}
    try:
        step = steps.move(
            workspace=workspace_of(request.user), opportunity_id=opportunity_id, now=timezone.now(), **told
        )
    except (*GONE, OwnStage.DoesNotExist):
        raise Http404 from None
    except ImpossibleMoveError as error:
        return page_of(request, opportunity_id, trouble=impossible(error), status=422)
    except ImpossibleDayError:
        return page_of(request, opportunity_id, trouble=_impossible_day(), status=422)
    say(request, _("Noted."), undo=undo_of(opportunity_id, step))
    return redirect("opportunities:opening", opportunity_id)


@posted
def step_back(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """`?step=<id>`: the step that is taken back, if it is the last still."""
    step = id_of(request.GET.get("step", ""))
    try:
        steps.step_back(workspace=workspace_of(request.user), opportunity_id=opportunity_id, step_id=step)
    except GONE:
        raise Http404 from None
    except NoStepError:
        say(request, _("There is nothing to take back."))
    except NotTheLastError:
        say(request, _("Nothing was taken back: this step is not the last any more."))
    else:
        say(request, _("Taken back."))
    if request.GET.get("from") == "board":
        return redirect("opportunities:board")
    return redirect("opportunities:opening", opportunity_id)


@posted
def days(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """Other days for the steps: `on-<step id>`."""
    named = ((name.removeprefix("on-"), str(text)) for name, text in request.POST.items() if name.startswith("on-"))
    typed = {key: day_of(text) for name, text in named if (key := id_of(name))}
    changed = {key: day for key, day in typed.items() if day}
    if len(changed) < len(typed):
        return page_of(request, opportunity_id, trouble=_("That is no day."), status=422)
    workspace = workspace_of(request.user)
    try:
        steps.set_days(workspace=workspace, opportunity_id=opportunity_id, days=changed, now=timezone.now())
    except GONE:
        raise Http404 from None
    except ImpossibleDayError:
        return page_of(request, opportunity_id, trouble=_impossible_day(), status=422)
    say(request, _("The days are kept."))
    return redirect("opportunities:opening", opportunity_id)


@posted
def put_off(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """A week without being reminded; `do=undo` takes that back."""
    workspace = workspace_of(request.user)
    try:
        if request.POST.get("do") == "undo" or "undo" in request.GET:
            steps.take_up(workspace=workspace, opportunity_id=opportunity_id)
        else:
            steps.put_off(workspace=workspace, opportunity_id=opportunity_id, now=timezone.now())
            undo = reverse("opportunities:put_off", args=[opportunity_id]) + "?undo"
            say(request, _("You are not reminded of it for a week."), undo=undo)
    except GONE:
        raise Http404 from None
    return redirect("opportunities:opening", opportunity_id)


@require_POST
def lead(request: HttpRequest, lead_id: UUID) -> HttpResponse:
    """An opening that an insider mentioned becomes an opportunity."""
    try:
        row, is_new = take_lead(workspace=workspace_of(request.user), lead_id=lead_id, now=timezone.now())
    except Lead.DoesNotExist:
        raise Http404 from None
    undo = reverse("opportunities:remove", args=[row.pk]) if is_new else ""
    say(request, _("It is among your openings, with who told you."), undo=undo)
    return redirect("opportunities:opening", row.pk)


def undo_of(opportunity_id: UUID, step: Step) -> str:
    return reverse("opportunities:step_back", args=[opportunity_id]) + f"?step={step.pk}"


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _impossible_day() -> str:
    return _("A step cannot lie in the future, or before the one it follows.")
