"""The reference of a volunteer role: what happened is noted, and can be taken back."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.queries import workspace_of
from askwell.growth.actions.errors import NobodyNamedError, WrongKindError, WrongStageError
from askwell.growth.actions.referring import note_reference, take_note_back
from askwell.growth.choices import ReferenceStage
from askwell.growth.models import PlanStep
from askwell.growth.web.step import shown
from askwell.ui.say import say

GONE = (PlanStep.DoesNotExist, WrongKindError)


@require_POST
def note(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    """`to`: what happened; `on`: the day, today where empty."""
    workspace, to = workspace_of(request.user), request.POST.get("to", "")
    if to not in set(ReferenceStage):
        return shown(request, plan_step_id, trouble=_("Choose what happened."))
    on, language = _day(request.POST.get("on", "")), translation.get_language() or "en"
    told = {"to": ReferenceStage(to), "on": on, "language": language}
    try:
        note_reference(workspace=workspace, step_id=plan_step_id, now=timezone.now(), **told)  # type: ignore[arg-type]  # of each its kind
    except GONE:
        raise Http404 from None
    except NobodyNamedError:
        return shown(request, plan_step_id, trouble=_("Say who supervises you first."))
    except WrongStageError:
        return shown(request, plan_step_id, trouble=_("That cannot follow on what is noted."))
    say(request, _("Noted."), undo=reverse("growth:reference_back", args=[plan_step_id]))
    return redirect(f"{reverse('growth:step', args=[plan_step_id])}#reference")


@require_POST
def back(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    try:
        take_note_back(workspace=workspace_of(request.user), step_id=plan_step_id, now=timezone.now())
    except GONE:
        raise Http404 from None
    except WrongStageError:
        say(request, _("There is nothing to take back."))
    else:
        say(request, _("Taken back."))
    return redirect(f"{reverse('growth:step', args=[plan_step_id])}#reference")


def _day(text: str) -> date:
    """No later than today."""
    today = timezone.localdate()
    try:
        return min(date.fromisoformat(text), today) if text else today
    except ValueError:
        return today
