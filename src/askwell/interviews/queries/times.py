"""What the page shows that agrees on a time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.interviews.models import Interview
from askwell.interviews.queries.inviting import Calendars
from askwell.interviews.queries.offering import known_zone, offered_still
from askwell.interviews.queries.theirs import calendars_of
from askwell.outreach.queries.rows import jobs_of, who
from askwell.outreach.queries.values import Who


@dataclass(frozen=True, slots=True)
class TimesPage:
    """`offered` are the times offered that are still to come, without the agreed one. `calendars`: whether theirs
    holds it, and what it said."""

    interview: Interview
    who: Who
    theirs: str
    offered: tuple[datetime, ...]
    calendars: Calendars


def times_page(workspace: Workspace, interview_id: UUID, now: datetime) -> TimesPage:
    """Six queries. Raises Interview.DoesNotExist."""
    interview = Interview.objects.of(workspace).select_related("person", "thread", "workspace").get(pk=interview_id)
    person = interview.person
    names = (person.given_name, person.family_name, person.native_name)
    return TimesPage(
        interview=interview,
        who=who(person.pk, names, jobs_of(workspace, [person.pk])),
        theirs=known_zone(person),
        offered=tuple(time for time in offered_still(interview, now) if time != interview.starts_at),
        calendars=calendars_of(interview),
    )


def interview_of_thread(workspace: Workspace, thread_id: UUID) -> UUID:
    """The id of the interview that hangs on a thread. Raises Interview.DoesNotExist."""
    return Interview.objects.of(workspace).only("pk").get(thread=thread_id).pk
