"""The outbox: what waits to leave, what may have left, what could not; and one mail of it."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.outreach import tasks
from askwell.outreach.actions.mail import outbox as actions
from askwell.outreach.choices import DispatchState, Purpose
from askwell.outreach.models import Dispatch
from askwell.outreach.queries.mail import outbox as queries
from askwell.outreach.queries.mail.mailboxes import usual_mailbox
from askwell.outreach.queries.mail.outbox import Leaving
from askwell.outreach.rules.mail.sending import UNDO, NotNowError
from askwell.ui.say import say

SOON = timedelta(minutes=2)
"""So long a page that waits for a mail to leave looks again by itself."""


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    workspace = workspace_of(request.user)
    page = {"outbox": queries.outbox(workspace), "mailbox": usual_mailbox(workspace)}
    return render(request, "outreach/outbox.html", page)


@require_safe
def dispatch(request: HttpRequest, dispatch_id: UUID) -> HttpResponse:
    """One mail on its way; where it is over, the place where things go on."""
    leaving = _leaving(request, dispatch_id)
    if leaving.state in (DispatchState.SENT, DispatchState.CANCELLED):
        return _onwards(leaving)
    now = timezone.now()
    whole = queries.whole_text(workspace_of(request.user), dispatch_id)
    page = {
        "one": leaving,
        "whole": whole,
        "undo_seconds": _seconds_left(leaving, now),
        "is_soon": _is_soon(leaving, now),
    }
    return render(request, "outreach/dispatch.html", page)


def _seconds_left(leaving: Leaving, now: datetime) -> int:
    """While the undo counts down, also before a try that the seeker asked for; 0 for what leaves later."""
    left = leaving.due_at - now
    return max(0, round(left.total_seconds())) if leaving.state is DispatchState.WAITING and left <= UNDO else 0


def _is_soon(leaving: Leaving, now: datetime) -> bool:
    if leaving.state is DispatchState.SENDING:
        return leaving.trouble is None
    return leaving.state is DispatchState.WAITING and abs(leaving.due_at - now) < SOON


@require_POST
def cancel(request: HttpRequest, dispatch_id: UUID) -> HttpResponse:
    """Undo of sending: it stays, and is a draft again. Puts one away that failed."""
    leaving = _leaving(request, dispatch_id)
    try:
        actions.cancel_dispatch(workspace=workspace_of(request.user), dispatch_id=dispatch_id)
    except NotNowError:
        say(request, _("It is too late: the mail is with the server already."))
        return redirect("outreach:dispatch", dispatch_id)
    if leaving.state is DispatchState.FAILED:
        say(request, _("Put away. The draft stays where it is."))
        return redirect("outreach:outbox")
    if leaving.purpose is Purpose.INVITATION:
        say(request, _("It stays here. Their calendar was not told."))
        return _onwards(leaving)
    say(request, _("It stays here. Nothing was sent."))
    return _onwards(leaving)


@require_POST
def decide(request: HttpRequest, dispatch_id: UUID) -> HttpResponse:
    """Of one that may have been sent: `sent` is yes, or it goes again."""
    leaving, workspace = _leaving(request, dispatch_id), workspace_of(request.user)
    was_sent = request.POST.get("sent") == "yes"
    try:
        found = actions.decide_unsure(workspace=workspace, dispatch_id=dispatch_id, sent=was_sent, now=timezone.now())
    except NotNowError:
        say(request, _("That is settled already."))
        return redirect("outreach:dispatch", dispatch_id)
    if was_sent:
        undo = reverse("outreach:undo", args=[found.message_id]) if found.message_id else ""
        say(request, _("Recorded. The follow-ups come by themselves."), undo=undo)
        return _onwards(leaving)
    return redirect("outreach:dispatch", dispatch_id)


@require_POST
def look(request: HttpRequest, dispatch_id: UUID) -> HttpResponse:
    """Look into the Sent folder once more."""
    leaving = _leaving(request, dispatch_id)
    tasks.queue_look(workspace_of(request.user).pk, leaving.id)
    say(request, _("Your Sent folder is being looked at. Look here again in a moment."))
    return redirect("outreach:dispatch", dispatch_id)


@require_POST
def hasten(request: HttpRequest, dispatch_id: UUID) -> HttpResponse:
    """Try in ten seconds, not only when its next time comes."""
    workspace, now = workspace_of(request.user), timezone.now()
    _leaving(request, dispatch_id)
    try:
        actions.hasten(workspace=workspace, dispatch_id=dispatch_id, now=now)
    except NotNowError:
        say(request, _("That is settled already."))
    return redirect("outreach:dispatch", dispatch_id)


def _leaving(request: HttpRequest, dispatch_id: UUID) -> Leaving:
    try:
        return queries.leaving(workspace_of(request.user), dispatch_id)
    except Dispatch.DoesNotExist:
        raise Http404 from None


def _onwards(leaving: Leaving) -> HttpResponse:
    """Where its story goes on: the conversation of what was sent, the draft of what was called back."""
    if leaving.thread_id is None or leaving.who is None:
        return redirect("outreach:outbox")
    if leaving.is_letter and leaving.state is not DispatchState.SENT and leaving.state is not DispatchState.UNSURE:
        return redirect("outreach:write", leaving.who.id)
    return redirect("outreach:thread", leaving.thread_id)
