"""Follow-ups put off, dismissed or done with one click, each with its way back."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.outreach.actions import duties
from askwell.outreach.models import FollowUp
from askwell.ui.say import say

MORNING = 6  # o'clock in the viewer's zone
DAYS = {"tomorrow": 1, "week": 7}


@require_POST
def snooze(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """Not before tomorrow, or a week from now, in the morning."""
    until = _morning(timezone.now(), DAYS.get(request.POST.get("for", ""), 1))
    duty = _held(lambda workspace: duties.snooze(workspace=workspace, follow_up_id=follow_up_id, until=until), request)
    return _said(request, duty, _("Put off."), "outreach:wake")


@require_POST
def wake(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    duty = _held(lambda workspace: duties.wake(workspace=workspace, follow_up_id=follow_up_id), request)
    return _back(duty)


@require_POST
def dismiss(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    now = timezone.now()
    duty = _held(lambda workspace: duties.dismiss(workspace=workspace, follow_up_id=follow_up_id, now=now), request)
    return _said(request, duty, _("Off the list."), "outreach:reopen")


@require_POST
def done(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    now = timezone.now()
    duty = _held(lambda workspace: duties.done(workspace=workspace, follow_up_id=follow_up_id, now=now), request)
    return _said(request, duty, _("Done."), "outreach:reopen")


@require_POST
def reopen(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    now = timezone.now()
    duty = _held(lambda workspace: duties.reopen(workspace=workspace, follow_up_id=follow_up_id, now=now), request)
    return _back(duty)


def _held(act: Callable[[Workspace], FollowUp], request: HttpRequest) -> FollowUp:
    try:
        return act(workspace_of(request.user))
    except duties.DutyGoneError:
        raise Http404 from None


def _said(request: HttpRequest, duty: FollowUp, words: str, back: str) -> HttpResponse:
    say(request, words, undo=reverse(back, args=[duty.pk]))
    return _back(duty)


def _back(duty: FollowUp) -> HttpResponse:
    """To the conversation that it is part of, or the person whom it concerns."""
    return redirect("outreach:thread", duty.thread_id) if duty.thread_id else redirect("desk:person", duty.person_id)


def _morning(now: datetime, days: int) -> datetime:
    day = timezone.localtime(now) + timedelta(days=days)
    return day.replace(hour=MORNING, minute=0, second=0, microsecond=0)
