"""The list of interviews: those to come, those to write down, those looking for a time, and the past ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from askwell.accounts.models import Workspace
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.interviews.rules.duties import HELD
from askwell.outreach.queries import rows
from askwell.outreach.queries.values import Who

PAGE = 50
NEAR = timedelta(hours=1)
ROW = (
    *("id", "person_id", *rows.PERSON),
    *("state", "starts_at", "minutes", "by", "held_at", "thanked_at", "finished_at", "is_successful", "offered_at"),
)


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """One interview. `starts_at` is the agreed time; once held, when it was."""

    id: UUID
    who: Who
    state: InterviewState
    starts_at: datetime | None
    minutes: int
    by: str
    held_at: datetime | None
    thanked_at: datetime | None
    finished_at: datetime | None
    is_successful: bool
    offered_at: datetime | None

    def is_over(self, now: datetime) -> bool:
        """Whether the agreed time has passed."""
        return self.starts_at is not None and self.starts_at + timedelta(minutes=self.minutes) <= now

    def is_near(self, now: datetime) -> bool:
        return is_near(self.starts_at, now)


@dataclass(frozen=True, slots=True)
class Listing:
    """The page; `number` counts the pages of the past from 1. `held` and `successful` are over all of it."""

    coming: tuple[InterviewRow, ...]
    to_write: tuple[InterviewRow, ...]
    proposed: tuple[InterviewRow, ...]
    past: tuple[InterviewRow, ...]
    past_total: int
    number: int
    pages: int
    held: int
    successful: int

    @property
    def is_empty(self) -> bool:
        return not (self.coming or self.to_write or self.proposed or self.past_total)


def is_near(starts_at: datetime | None, now: datetime) -> bool:
    """Within the hour before an agreed time, or the hour after it: time to hold the talk."""
    return starts_at is not None and abs(starts_at - now) <= NEAR


def interviews_page(workspace: Workspace, now: datetime, *, number: int = 1) -> Listing:
    """Everything on the list, in at most five queries."""
    own = Interview.objects.of(workspace)
    to_write = Q(state__in=HELD, finished_at=None)
    current = Q(state__in=(InterviewState.PROPOSED, InterviewState.CONFIRMED)) | to_write
    found = list(own.filter(current).order_by("starts_at", "id").values_list(*ROW))
    past = own.exclude(current)
    total = past.count()
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 1), pages)
    shown = _newest(past)[(number - 1) * PAGE : number * PAGE].values_list(*ROW) if total else ()
    return _listing(workspace, _rows(workspace, found, shown), now, total=total, number=number, pages=pages)


def _newest(past: QuerySet[Interview]) -> QuerySet[Interview]:
    return past.order_by(Coalesce("held_at", "starts_at", "offered_at", "created_at").desc(), "-id")


def _rows(workspace: Workspace, *parts: Iterable[tuple[Any, ...]]) -> list[list[InterviewRow]]:
    """Each part with its persons' jobs, in one query for all of them."""
    read = [list(part) for part in parts]
    jobs = rows.jobs_of(workspace, {row[1] for part in read for row in part})
    return [[_row(row, jobs) for row in part] for part in read]


def _row(row: tuple[Any, ...], jobs: dict[UUID, rows.Job]) -> InterviewRow:
    key, person_id, given, family, native, state, *rest = row
    return InterviewRow(key, rows.who(person_id, (given, family, native), jobs), InterviewState(state), *rest)


def _listing(
    workspace: Workspace, parts: list[list[InterviewRow]], now: datetime, *, total: int, number: int, pages: int
) -> Listing:
    current, past = parts
    confirmed = [row for row in current if row.state is InterviewState.CONFIRMED]
    held = Interview.objects.of(workspace).filter(state__in=HELD).values_list("is_successful", flat=True)
    outcomes = list(held)
    return Listing(
        coming=tuple(row for row in confirmed if not row.is_over(now)),
        to_write=tuple(row for row in current if row.state in HELD or (row in confirmed and row.is_over(now))),
        proposed=tuple(row for row in current if row.state is InterviewState.PROPOSED),
        past=tuple(past),
        past_total=total,
        number=number,
        pages=pages,
        held=len(outcomes),
        successful=sum(outcomes),
    )
