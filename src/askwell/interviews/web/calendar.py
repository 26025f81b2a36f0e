"""An agreed time as a file for the seeker's own calendar."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.interviews.rules.duties import HELD
from askwell.lib.names import latin_name
from askwell.protocols.calendar import Duty, write_calendar

HAS_A_TIME = HELD | {InterviewState.CONFIRMED}


@require_safe
def calendar(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """The time, the place and whom; nothing of the brief or the notes, since calendars are shared."""
    rows = Interview.objects.of(workspace_of(request.user)).select_related("person")
    interview = rows.filter(pk=interview_id, state__in=HAS_A_TIME, starts_at__isnull=False).first()
    if interview is None:
        raise Http404
    data = write_calendar([event_of(interview)], name="Askwell", now=timezone.now(), method="PUBLISH")
    answer = HttpResponse(data, content_type="text/calendar; charset=utf-8; method=PUBLISH")
    answer["Content-Disposition"] = 'attachment; filename="interview.ics"'
    return answer


def event_of(interview: Interview) -> Duty:
    """The talk as the seeker's own calendar holds it, with a reminder a day and an hour before."""
    person, place = interview.person, interview.place
    name = latin_name(person.given_name, person.family_name, person.native_name) or person.native_name
    return Duty(
        uid=interview.calendar_uid,
        title=_("Talk with %(name)s") % {"name": name},
        when=_moment(interview.starts_at),
        minutes=interview.minutes,
        link=place if place.startswith(("https://", "http://")) and " " not in place else "",
        place=place,
        moved=interview.sequence,
        alarms=(timedelta(days=1), timedelta(hours=1)),
    )


def _moment(starts_at: datetime | None) -> datetime:
    assert starts_at, "filtered by the query"
    return starts_at
