"""Putting off and dismissing what Today asks for, each with its way back."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.queries import workspace_of
from askwell.outreach.actions import duties, passes
from askwell.outreach.actions.duties import DutyGoneError
from askwell.people.models import Person
from askwell.ui.say import say

MORNING = 6  # o'clock, in the viewer's zone: before anybody's day begins


def tomorrow(now: datetime) -> datetime:
    return _morning(now, days=1)


def next_week(now: datetime) -> datetime:
    """Monday morning."""
    return _morning(now, days=7 - timezone.localtime(now).weekday())


def _morning(now: datetime, *, days: int) -> datetime:
    day = timezone.localtime(now) + timedelta(days=days)
    return day.replace(hour=MORNING, minute=0, second=0, microsecond=0)


UNTIL: dict[str, Callable[[datetime], datetime]] = {"tomorrow": tomorrow, "next_week": next_week}
DISMISS = "dismiss"


@require_POST
def put_off(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """Until tomorrow, until next week, or for good."""
    workspace, now, choice = workspace_of(request.user), timezone.now(), request.POST.get("do", "")
    try:
        if choice in UNTIL:
            duties.snooze(workspace=workspace, follow_up_id=follow_up_id, until=UNTIL[choice](now))
            return _said(request, choice, reverse("desk:undo_todo", args=[follow_up_id, "snooze"]))
        if choice != DISMISS:
            raise Http404
        duties.dismiss(workspace=workspace, follow_up_id=follow_up_id, now=now)
    except DutyGoneError:
        raise Http404 from None
    return _said(request, DISMISS, reverse("desk:undo_todo", args=[follow_up_id, DISMISS]))


@require_POST
def undo(request: HttpRequest, follow_up_id: UUID, what: str) -> HttpResponse:
    workspace = workspace_of(request.user)
    try:
        if what == DISMISS:
            duties.reopen(workspace=workspace, follow_up_id=follow_up_id, now=timezone.now())
        else:
            duties.wake(workspace=workspace, follow_up_id=follow_up_id)
    except DutyGoneError:
        raise Http404 from None
    return redirect("desk:today")


@require_POST
def pass_over(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Do not suggest this person until tomorrow, until next week, or again."""
    choice = request.POST.get("do", "")
    until = UNTIL[choice](timezone.now()) if choice in UNTIL else None
    try:
        passes.pass_over(workspace=workspace_of(request.user), person_id=person_id, until=until)
    except Person.DoesNotExist:
        raise Http404 from None
    return _said(request, choice if until else DISMISS, reverse("desk:undo_pass", args=[person_id]))


@require_POST
def undo_pass(request: HttpRequest, person_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    if not Person.objects.of(workspace).filter(pk=person_id).exists():
        raise Http404
    passes.take_back_pass(workspace=workspace, person_id=person_id)
    return redirect("desk:today")


def _said(request: HttpRequest, choice: str, back: str) -> HttpResponse:
    words = {
        "tomorrow": _("Put off until tomorrow."),
        "next_week": _("Put off until Monday."),
        DISMISS: _("Off the list."),
    }
    say(request, words[choice], undo=back)
    return redirect("desk:today")
