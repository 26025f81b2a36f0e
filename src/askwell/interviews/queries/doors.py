"""The ten doors, and the interviews to come."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.interviews.rules.duties import HELD
from askwell.outreach.queries import rows
from askwell.outreach.queries.duties import cannot_come
from askwell.outreach.queries.values import Who


@dataclass(frozen=True, slots=True)
class Doors:
    """`opened` successful interviews, `ajar` confirmed ones to come, `held` ones that do not count (yet)."""

    opened: int
    ajar: int
    held: int


@dataclass(frozen=True, slots=True)
class Coming:
    """A confirmed interview."""

    id: UUID
    who: Who
    starts_at: datetime
    by: str


def doors(workspace: Workspace) -> Doors:
    """One query."""
    return Doors(*next(iter(_doors(workspace)), (0, 0, 0)))


@prepared
def _doors(workspace: Workspace) -> "QuerySet[Interview, Any]":
    counted = (
        Interview.objects.of(workspace)
        .order_by()
        .values("workspace")
        .annotate(
            opened=Count("pk", filter=Q(is_successful=True)),
            ajar=Count("pk", filter=Q(state=InterviewState.CONFIRMED)),
            held=Count("pk", filter=Q(state__in=HELD, is_successful=False)),
        )
    )
    return counted.values_list("opened", "ajar", "held")


def this_week(workspace: Workspace, now: datetime) -> list[Coming]:
    """Confirmed ones from the beginning of today (in the current time zone) for seven days, without those that a letter
    puts in question; one query."""
    start = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    found = _confirmed(workspace, start, start + timedelta(days=7))
    return [Coming(row[0], rows.who(row[1], row[2:5], {}), row[5], row[6]) for row in found]


@prepared
def _confirmed(workspace: Workspace, start: datetime, end: datetime) -> "QuerySet[Interview, Any]":
    confirmed = Interview.objects.of(workspace).filter(
        ~cannot_come(), state=InterviewState.CONFIRMED, starts_at__gte=start, starts_at__lt=end
    )
    return confirmed.order_by("starts_at", "id").values_list("id", "person_id", *rows.PERSON, "starts_at", "by")
