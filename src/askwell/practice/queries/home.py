"""The room's first page: what waits, which talks are near, and how the rehearsals went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from askwell.accounts.models import Workspace
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.outreach.queries import rows
from askwell.outreach.queries.values import Who
from askwell.practice.models import Rehearsal
from askwell.practice.rules.record import Record, restored

HELD = Q(rehearsals__ended_at__isnull=False, rehearsals__removed_at=None)
NEXT, RECENT, TREND = 3, 10, 5
INTERVIEW = ("interview__person_id", *(f"interview__{name}" for name in rows.PERSON))
ROW = ("id", "trade", "began_at", "ended_at", "spent", "judgement", *INTERVIEW)


@dataclass(frozen=True, slots=True)
class Coming:
    """A talk that is agreed, and how often it was rehearsed."""

    id: UUID
    who: Who
    starts_at: datetime
    minutes: int
    rehearsed: int


@dataclass(frozen=True, slots=True)
class Past:
    """A rehearsal; `who` is whose brief it was for, `record` what the coach said, None while it goes on."""

    id: UUID
    trade: str
    began_at: datetime
    spent: int
    who: Who | None
    record: Record | None


@dataclass(frozen=True, slots=True)
class Home:
    """`going` have not ended; `ended` are the last ones that have, the newest first, of `total`."""

    coming: tuple[Coming, ...]
    going: tuple[Past, ...]
    ended: tuple[Past, ...]
    total: int


def home(workspace: Workspace, now: datetime) -> Home:
    """Five queries, whatever there is."""
    mine = Rehearsal.kept(workspace)
    recent = _past(mine.filter(ended_at=None).order_by("-began_at").values_list(*ROW)[:NEXT])
    ended = _past(mine.exclude(ended_at=None).order_by("-began_at").values_list(*ROW)[:RECENT])
    total = mine.exclude(ended_at=None).count()
    return Home(_coming(workspace, now), recent, ended, total)


def trend(workspace: Workspace, until: datetime) -> tuple[Past, ...]:
    """The last rehearsals that ended and began no later than `until`, the oldest first; one query."""
    mine = Rehearsal.kept(workspace).exclude(ended_at=None).filter(began_at__lte=until)
    found = _past(mine.order_by("-began_at").values_list(*ROW)[:TREND])
    return tuple(one for one in reversed(found) if one.record)


def _past(found: Iterable[tuple[Any, ...]]) -> tuple[Past, ...]:
    return tuple(_row(*row) for row in found)


def _row(
    key: UUID, trade: str, began_at: datetime, ended_at: datetime | None, spent: int, judgement: dict[str, Any],
    person_id: UUID | None, *names: str,
) -> Past:  # fmt: skip
    who = rows.who(person_id, names, {}) if person_id else None
    return Past(key, trade, began_at, spent, who, restored(judgement) if ended_at else None)


def _coming(workspace: Workspace, now: datetime) -> tuple[Coming, ...]:
    agreed = Interview.objects.of(workspace).filter(state=InterviewState.CONFIRMED, starts_at__gt=now)
    counted = agreed.annotate(rehearsed=Count("rehearsals", filter=HELD))
    columns = ("id", "starts_at", "minutes", "rehearsed", "person_id", *rows.PERSON)
    found = list(counted.order_by("starts_at", "id").values_list(*columns)[:NEXT])
    jobs = rows.jobs_of(workspace, {row[4] for row in found})
    return tuple(
        Coming(key, rows.who(person_id, names, jobs), starts_at, minutes, rehearsed)
        for key, starts_at, minutes, rehearsed, person_id, *names in found
    )
