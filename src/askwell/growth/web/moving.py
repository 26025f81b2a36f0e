"""How far a step is: moved, taken back, put off."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.queries import workspace_of
from askwell.growth.actions import moving as actions
from askwell.growth.choices import StepState
from askwell.growth.models import PlanStep
from askwell.growth.rules.states import ImpossibleMoveError, NothingToTakeBackError
from askwell.growth.web.step import shown
from askwell.growth.web.words import codes
from askwell.ui.say import say


@require_POST
def move(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    """`to`: a state. What is done is looked through first (`done`)."""
    to = request.POST.get("to", "")
    if to not in set(StepState):
        return shown(request, plan_step_id, trouble=_("Choose where it goes."))
    if to == StepState.DONE:
        return redirect("growth:done", plan_step_id)
    workspace = workspace_of(request.user)
    try:
        row = actions.move_step(workspace=workspace, step_id=plan_step_id, to=StepState(to), now=timezone.now())
    except PlanStep.DoesNotExist:
        raise Http404 from None
    except ImpossibleMoveError:
        return shown(request, plan_step_id, trouble=_("It cannot go there from where it is."))
    words = _("“%(title)s” is now: %(state)s") % {"title": row.title, "state": codes.STATES[StepState(to)]}
    say(request, words, undo=reverse("growth:move_back", args=[plan_step_id]))
    if "stay" in request.POST:
        return redirect("growth:plan", row.plan_id)
    return redirect("growth:step", row.pk)


@require_POST
def move_back(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    try:
        is_whole = actions.take_move_back(workspace=workspace, step_id=plan_step_id, now=timezone.now())
    except PlanStep.DoesNotExist:
        raise Http404 from None
    except NothingToTakeBackError:
        say(request, _("There is nothing to take back."))
    else:
        kept = _("Taken back. The chapter in your story stays, since you told more in it.")
        say(request, _("Taken back.") if is_whole else kept)
    return redirect("growth:step", plan_step_id)


@require_POST
def put_off(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    """A week without being reminded; with `undo` in the address that is taken back."""
    workspace, now = workspace_of(request.user), timezone.now()
    try:
        if "undo" in request.GET:
            actions.take_up(workspace=workspace, step_id=plan_step_id, now=now)
        else:
            actions.put_off(workspace=workspace, step_id=plan_step_id, now=now)
            undo = reverse("growth:put_off", args=[plan_step_id]) + "?undo"
            say(request, _("You are not reminded of it for a week."), undo=undo)
    except PlanStep.DoesNotExist:
        raise Http404 from None
    return redirect("growth:step", plan_step_id)
