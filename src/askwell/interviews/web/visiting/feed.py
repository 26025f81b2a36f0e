"""The seeker's talks as a calendar to subscribe to, under a private address."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from askwell.accounts.queries import language_of
from askwell.interviews.queries.own_calendars import feed_of, talks
from askwell.interviews.web.calendar import event_of
from askwell.protocols.calendar import write_feed
from askwell.ui.doorstep import doorstep

REFRESH = timedelta(hours=1)


@doorstep
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Times, places and whom; nothing of briefs or notes. Reading it writes nothing."""
    calendar, now = feed_of(token), timezone.now()
    if calendar is None:
        raise Http404
    with translation.override(language_of(calendar.workspace)):
        duties = [event_of(interview) for interview in talks(calendar.workspace, now)]
        data = write_feed(duties, name="Askwell", now=now, refresh=REFRESH)
    return HttpResponse(data, content_type="text/calendar; charset=utf-8")
