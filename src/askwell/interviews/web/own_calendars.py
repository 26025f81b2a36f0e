"""The seeker's own calendars: the feed to subscribe to, and the calendar that says when they are busy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.interviews import tasks
from askwell.interviews.actions import own_calendars
from askwell.interviews.queries.own_calendars import calendars
from askwell.protocols.fetching import FetchError, FetchTrouble
from askwell.ui.reach import opens_elsewhere
from askwell.ui.say import say

TROUBLES = {
    FetchTrouble.NO_LINK: gettext_lazy("That is no link to a calendar. It begins with https:// or webcal://."),
    FetchTrouble.FORBIDDEN: gettext_lazy("That link leads into a private network, where Askwell does not go."),
    FetchTrouble.NO_SERVER: gettext_lazy("Nobody answered at that link."),
    FetchTrouble.TOO_SLOW: gettext_lazy("That calendar takes too long to come."),
    FetchTrouble.REFUSED: gettext_lazy("That link gave no calendar. Is it the secret one, in iCal form?"),
    FetchTrouble.TOO_BIG: gettext_lazy("That calendar is too large."),
    FetchTrouble.NO_CALENDAR: gettext_lazy("What lies there is no calendar. Take the link that ends in .ics."),
    FetchTrouble.KEY_LOST: gettext_lazy("The link can no longer be read. Paste it again."),
}


def page(request: HttpRequest) -> HttpResponse:
    """Both; a POST connects the calendar that says when the seeker is busy."""
    workspace, link, refusal = workspace_of(request.user), request.POST.get("link", ""), ""
    if request.method == "POST":
        try:
            is_read = own_calendars.connect_busy(workspace=workspace, link=link, now=timezone.now())
        except FetchError as error:
            refusal = str(TROUBLES[error.trouble])
        else:
            return _connected(request, workspace, is_read=is_read)
    shown = calendars(workspace)
    feed = request.build_absolute_uri(reverse("visiting:feed", args=[shown.token])) if shown.token else ""
    trouble = TROUBLES[FetchTrouble(shown.trouble)] if shown.trouble in set(FetchTrouble) else ""
    context = {"page": shown, "feed": feed, "trouble": trouble, "refusal": refusal, "link": link}
    context["is_far"] = opens_elsewhere(request)
    return render(request, "interviews/calendars.html", context, status=422 if refusal else 200)


def _connected(request: HttpRequest, workspace: Workspace, *, is_read: bool) -> HttpResponse:
    """What takes long is left to a worker; the page says so until it is done."""
    if is_read:
        say(request, _("Connected. Busy times are no longer offered."))
    else:
        tasks.queue_busy(workspace.pk)
    return redirect("interviews:calendars")


@require_POST
def feed(request: HttpRequest) -> HttpResponse:
    """A feed under a new address."""
    own_calendars.open_feed(workspace=workspace_of(request.user), now=timezone.now())
    say(request, _("The address is ready. An earlier one leads nowhere now."))
    return redirect("interviews:calendars")


@require_POST
def shut(request: HttpRequest) -> HttpResponse:
    own_calendars.shut_feed(workspace=workspace_of(request.user))
    say(request, _("The feed is shut."), undo=reverse("interviews:reopen_feed"))
    return redirect("interviews:calendars")


@require_POST
def reopen(request: HttpRequest) -> HttpResponse:
    """Undo of `shut`."""
    own_calendars.reopen_feed(workspace=workspace_of(request.user), now=timezone.now())
    return redirect("interviews:calendars")


@require_POST
def disconnect(request: HttpRequest) -> HttpResponse:
    own_calendars.disconnect_busy(workspace=workspace_of(request.user))
    say(request, _("Disconnected. Its link and its times are gone from here."))
    return redirect("interviews:calendars")
