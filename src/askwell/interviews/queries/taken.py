"""When the seeker has no time: interviews that are agreed, and what the calendar that they connected says."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview, OwnCalendar
from askwell.interviews.rules.booking import Span, free
from askwell.outreach.choices import Answer, ThreadState

NOES = (Answer.DECLINES, Answer.DEFERS, Answer.REFERS)
LONGEST = timedelta(hours=2)  # of an interview: who starts earlier than that has ended


def taken(workspace: Workspace, now: datetime, *, but: UUID | None = None) -> list[Span]:
    """From and to, in no order; two queries. `but`: the interview whose own time does not count."""
    agreed = Interview.objects.of(workspace).filter(state=InterviewState.CONFIRMED, starts_at__gt=now - LONGEST)
    rows = agreed.values_list("pk", "starts_at", "minutes")
    own = [(start, start + timedelta(minutes=minutes)) for key, start, minutes in rows if start and key != but]
    return [*own, *busy(workspace)]


def busy(workspace: Workspace) -> list[Span]:
    """What the pasted calendar says; one query."""
    rows = OwnCalendar.objects.of(workspace).values_list("busy", flat=True).first() or []
    return [(datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in rows]


def offered_to(workspace: Workspace, now: datetime) -> list[Span]:
    """What lies offered to insiders who have not picked a time; one query."""
    rows = Interview.objects.of(workspace).filter(state=InterviewState.PROPOSED)
    return spans_of(rows.exclude(thread__state=ThreadState.CLOSED).exclude(thread__answer__in=NOES), now)


def spans_of(interviews: QuerySet[Interview], now: datetime) -> list[Span]:
    """The times that are offered for these, from and to."""
    told = [(datetime.fromisoformat(text), minutes) for offered, minutes in _offers(interviews) for text in offered]
    return [(start, start + timedelta(minutes=minutes)) for start, minutes in told if start > now]


def _offers(interviews: QuerySet[Interview]) -> QuerySet[Interview, tuple[list[str], int]]:
    return interviews.values_list("offered", "minutes")


def offered_times(interview: Interview | None) -> list[datetime]:
    """All times that were ever offered and not taken back, passed ones included."""
    return [datetime.fromisoformat(text) for text in (interview.offered if interview else ())]


def free_times(interview: Interview | None, now: datetime) -> tuple[datetime, ...]:
    """Of the offered times those still to come at which the seeker has nothing else; two queries."""
    if interview is None or not interview.offered:
        return ()
    busy_by = taken(interview.workspace, now, but=interview.pk)
    return free(offered_times(interview), interview.minutes, busy_by, now)
