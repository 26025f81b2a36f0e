"""An invitation of the insider's own: accepted with one click, or answered otherwise, and taken back."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.queries import workspace_of
from askwell.interviews.actions import theirs
from askwell.interviews.actions.errors import InvitationGoneError, PastTimeError
from askwell.interviews.models import Interview, Notice
from askwell.interviews.queries.theirs import Invitation, invitation
from askwell.interviews.web.forms import CounterForm
from askwell.interviews.web.words.states import call_name
from askwell.outreach.actions.errors import DoNotContactError, NotTheLastError
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.ui.say import say


@require_POST
def accept(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """Agreed at the time of their event, and they are told."""
    return _done(request, notice_id, theirs.accept, _("Agreed. Your yes leaves for their calendar within a minute."))


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """All answers that there are; a POST gives one (`do`)."""
    shown, did, text = _shown(request, notice_id), request.POST.get("do", ""), request.POST.get("text", "")
    form = CounterForm(request.POST if did == "counter" else None, now=timezone.now())
    if did == "decline":
        words = _("Declined. Your answer leaves within a minute.")
        return _done(request, notice_id, partial(theirs.decline, text=text), words)
    if did == "counter" and form.is_valid():
        words = _("Your proposal leaves within a minute. Nothing is agreed until they say so.")
        return _done(request, notice_id, partial(theirs.counter, at=form.cleaned_data["at"], text=text), words)
    context = {"one": shown, "form": form, "name": call_name(shown.who)}
    return render(request, "interviews/invitation.html", context, status=422 if form.errors else 200)


@require_POST
def take_back(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """Undo of an answer."""
    try:
        back = theirs.take_answer_back(workspace=workspace_of(request.user), notice_id=notice_id, now=timezone.now())
    except Notice.DoesNotExist:
        raise Http404 from None
    except NotTheLastError:
        say(request, _("Something was logged after it. Take that back first."))
        return redirect("desk:today")
    if not back:
        say(request, _("It has left already. Write to them if you have changed your mind."))
    return redirect("desk:today")


def _shown(request: HttpRequest, notice_id: UUID) -> Invitation:
    try:
        return invitation(workspace_of(request.user), notice_id)
    except Notice.DoesNotExist:
        raise Http404 from None


def _done(request: HttpRequest, notice_id: UUID, act: Callable[..., bool], words: str) -> HttpResponse:
    workspace, shown = workspace_of(request.user), _shown(request, notice_id)
    try:
        is_told = act(workspace=workspace, notice_id=notice_id, now=timezone.now())
    except (InvitationGoneError, PastTimeError, DoNotContactError, ImpossibleMove) as error:
        say(request, _why(error))
        return redirect("desk:today")
    if not is_told:
        words = _("Kept here. No mailbox is connected, so nothing was sent: answer in your calendar, or write to them.")
    say(request, words, undo=reverse("interviews:unanswer", args=[notice_id]))
    made = Interview.objects.of(workspace).filter(thread=shown.thread_id).first()
    return redirect("interviews:times", made.pk) if made else redirect("outreach:thread", shown.thread_id)


def _why(error: Exception) -> str:
    if isinstance(error, DoNotContactError):
        return _("This person asked not to be contacted.")
    if isinstance(error, ImpossibleMove):
        return _("That does not fit what happened so far.")
    return _("They have moved it or called it off meanwhile, or the time is over.")
