"""Into the insider's calendar by mail, and what their calendar answered."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.interviews.actions import inviting
from askwell.interviews.actions.errors import NotAgreedError, PastTimeError
from askwell.interviews.models import Interview, Notice
from askwell.outreach.actions.errors import DemoError, DoNotContactError, NoMailboxError, UnknownAddressError
from askwell.outreach.models import Message
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.ui.say import say


@require_POST
def invite(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """The invitation, within a minute; until then it can be called back."""
    workspace = workspace_of(request.user)
    try:
        inviting.invite(workspace=workspace, interview_id=interview_id, now=timezone.now())
    except Interview.DoesNotExist:
        raise Http404 from None
    except (NoMailboxError, UnknownAddressError, DoNotContactError, NotAgreedError) as error:
        say(request, _why(error))
    else:
        back = reverse("interviews:uninvite", args=[interview_id])
        say(request, _("The invitation leaves within a minute."), undo=back)
    return redirect("interviews:times", interview_id)


@require_POST
def uninvite(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """Undo of `invite`."""
    try:
        taken_back = inviting.uninvite(workspace=workspace_of(request.user), interview_id=interview_id)
    except Interview.DoesNotExist:
        raise Http404 from None
    if not taken_back:
        say(request, _("It has left already. Move the talk or call it off, and their calendar is told."))
    return redirect("interviews:times", interview_id)


@require_POST
def take_time(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """Agree on the time that their calendar asked for."""
    return _taken(request, notice_id, inviting.take_time, _("Agreed. Their calendar is told within a minute."))


@require_POST
def take_refusal(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """Their calendar said no: it is off."""
    return _taken(request, notice_id, inviting.take_refusal, _("Called off. A new time can be offered."))


def _taken(request: HttpRequest, notice_id: UUID, action: Callable[..., Message], words: str) -> HttpResponse:
    workspace: Workspace = workspace_of(request.user)
    now: datetime = timezone.now()
    try:
        entry = action(workspace=workspace, notice_id=notice_id, now=now)
    except Notice.DoesNotExist:
        raise Http404 from None
    except (PastTimeError, ImpossibleMove):
        say(request, _("That does not fit what happened so far."))
        return redirect("desk:today")
    say(request, words, undo=reverse("outreach:undo", args=[entry.pk]))
    return redirect("outreach:thread", entry.thread_id)


def _why(error: Exception) -> str:
    if isinstance(error, DemoError):
        return _("The people of this demo are invented, so nothing leaves from here.")
    if isinstance(error, NoMailboxError):
        return _("Connect your mailbox first, then Askwell can send it.")
    if isinstance(error, UnknownAddressError):
        return _("No e-mail address of theirs is known.")
    if isinstance(error, DoNotContactError):
        return _("This person asked not to be contacted.")
    return _("Agree on a time first.")
