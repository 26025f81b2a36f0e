"""Finding a time: offered, agreed, moved, called off, missed. The thread keeps the record."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.interviews.actions.errors import NoTimesError, PastTimeError
from askwell.interviews.actions.following import begin, follow, in_calendars, locked
from askwell.interviews.models import Interview
from askwell.lib.text import clean
from askwell.outreach.actions import entries
from askwell.outreach.actions.threads import start_thread
from askwell.outreach.choices import MeetingBy
from askwell.outreach.models import Message

MOST_TIMES = 6


@transaction.atomic
def offer_times(
    *, workspace: Workspace, person_id: UUID, times: Sequence[datetime], minutes: int, by: MeetingBy, now: datetime
) -> Interview:
    """Keep the times that the seeker offers (aware); the message that says so is written beside it.

    Raises NoTimesError, DoNotContactError, Person.DoesNotExist.
    """
    to_come = sorted({time.astimezone(UTC) for time in times if time > now})[:MOST_TIMES]
    if not to_come:
        raise NoTimesError
    thread = start_thread(workspace=workspace, person_id=person_id, now=now)
    interview = begin(thread, now=now)
    interview.offered, interview.offered_at = [time.isoformat() for time in to_come], now
    interview.minutes, interview.by = minutes, by
    interview.save(update_fields=["offered", "offered_at", "minutes", "by"])
    return follow(thread=thread, now=now) or interview


@transaction.atomic
def agree(
    *,
    workspace: Workspace,
    interview_id: UUID,
    starts_at: datetime,
    minutes: int,
    by: MeetingBy,
    place: str = "",
    now: datetime,
) -> Message:
    """A time is agreed, or another instead of it. Raises PastTimeError, ImpossibleMove, Interview.DoesNotExist."""
    if starts_at <= now:
        raise PastTimeError
    interview, place = locked(workspace, interview_id), clean(place, limit=300)
    differs = (interview.minutes, interview.place) != (minutes, place)
    if differs and in_calendars(interview) == starts_at:  # another time raises it by itself
        interview.sequence += 1
    interview.minutes, interview.place = minutes, place
    interview.save(update_fields=["minutes", "place", "sequence"])
    return entries.schedule(workspace=workspace, thread_id=interview.thread_id, meets_at=starts_at, by=by, now=now)


@transaction.atomic
def call_off(*, workspace: Workspace, interview_id: UUID, why: str = "", now: datetime) -> Message:
    """The agreed time fell through. Raises ImpossibleMove, Interview.DoesNotExist."""
    interview = locked(workspace, interview_id)
    return entries.cancel(workspace=workspace, thread_id=interview.thread_id, text=why, now=now)


@transaction.atomic
def mark_missed(*, workspace: Workspace, interview_id: UUID, why: str = "", now: datetime) -> Message:
    """The time passed and somebody was not there. Raises ImpossibleMove, Interview.DoesNotExist."""
    interview = locked(workspace, interview_id)
    return entries.cancel(workspace=workspace, thread_id=interview.thread_id, text=why, missed=True, now=now)
