"""Cohorts and their seekers."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from askwell.accounts.models import User, Workspace
from askwell.programmes.choices import AttendanceState, ParticipantState
from askwell.programmes.models import Cohort, Participant
from askwell.programmes.queries.theirs import seen

HERE = (ParticipantState.INVITED, ParticipantState.APPLIED, ParticipantState.ACTIVE)


@dataclass(frozen=True, slots=True)
class CohortRow:
    """A cohort of the list. `seekers` are those who are in it, `left` those who were."""

    id: UUID
    name: str
    starts_on: date | None
    ends_on: date | None
    funder: str
    seekers: int
    left: int
    sessions: int


def kept_cohorts(workspace: Workspace) -> QuerySet[Cohort]:
    """Those on the lists, the newest first."""
    return Cohort.objects.of(workspace).filter(removed_at=None).order_by("-created_at", "-id")


def cohort_rows(workspace: Workspace) -> list[CohortRow]:
    """All of them; one query."""
    rows = kept_cohorts(workspace).annotate(
        seekers=Count("participants", filter=Q(participants__state__in=HERE), distinct=True),
        left=Count("participants", filter=Q(participants__state=ParticipantState.LEFT), distinct=True),
        sessions_=Count("sessions", filter=Q(sessions__removed_at=None), distinct=True),
    )
    names = ("id", "name", "starts_on", "ends_on", "funder", "seekers", "left", "sessions_")
    return [CohortRow(*row) for row in rows.values_list(*names)]


def cohort_of(workspace: Workspace, cohort_id: UUID) -> Cohort:
    """One that is on the lists. Raises Cohort.DoesNotExist."""
    return kept_cohorts(workspace).get(pk=cohort_id)


def seekers_in(cohort: Cohort, only: User | None) -> QuerySet[Participant]:
    """Who is in a cohort, by name; with how often they came to sessions and missed one. `only` as in theirs.seen."""
    held = Q(attendances__session__removed_at=None)
    return (
        seen(Participant.objects.of(cohort.workspace), only)
        .filter(cohort=cohort, state__in=HERE)
        .order_by("name", "number")
        .annotate(
            came=Count("attendances", filter=held & Q(attendances__state=AttendanceState.CAME)),
            missed=Count("attendances", filter=held & Q(attendances__state=AttendanceState.MISSED)),
        )
    )


def all_left(cohort: Cohort) -> int:
    """How many were in it, where all of them have left the programme; else 0."""
    rows = Participant.objects.of(cohort.workspace).filter(cohort=cohort)
    return 0 if rows.filter(state__in=HERE).exists() else rows.filter(state=ParticipantState.LEFT).count()


def without_cohort(workspace: Workspace, query: str = "") -> QuerySet[Participant]:
    """Seekers in no cohort, by name; `query` looks into name, field and e-mail address."""
    rows = Participant.objects.of(workspace).filter(cohort=None, state__in=HERE).order_by("name", "number")
    for word in query.split():
        named = Q(name__icontains=word) | Q(native_name__icontains=word)
        rows = rows.filter(named | Q(field__icontains=word) | Q(email__icontains=word))
    return rows
