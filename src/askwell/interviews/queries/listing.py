"""The list of interviews: those to come, those to write down, those looking for a time, and the past ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from askwell.accounts.models import Workspace
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.interviews.rules.duties import HELD
from askwell.outreach.choices import Answer, ThreadState
from askwell.outreach.queries import rows
from askwell.outreach.queries.fresh import kept, next_minute
from askwell.outreach.queries.values import Who

PAGE, COMING, SOME = 25, 10, 5
NEAR = timedelta(hours=1)
ROW = (
    *("id", "person_id", *rows.PERSON),
    *("state", "starts_at", "minutes", "by", "held_at", "thanked_at", "finished_at", "is_successful", "offered_at"),
    *("thread_id", "thread__state", "thread__answer"),
)
NOES = (Answer.DECLINES, Answer.DEFERS, Answer.REFERS)


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """One interview. `starts_at` is the agreed time; once held, when it was. `said_no`: a time was looked for, and they
    gave a no (a DEFERS, say) instead."""

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
    thread_id: UUID
    said_no: Answer | None

    def is_over(self, now: datetime) -> bool:
        """Whether the agreed time has passed."""
        return _is_over(self.starts_at, self.minutes, now)

    def is_near(self, now: datetime) -> bool:
        return is_near(self.starts_at, now)


class Section(StrEnum):
    """The parts of the list, in their order."""

    COMING = "coming"
    TO_WRITE = "to-write"
    PROPOSED = "proposed"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the list: the rows that are shown, and how many there are."""

    section: Section
    rows: tuple[InterviewRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The page. `number` counts the pages of the last part from 1. `held` and `successful` are over all of it."""

    parts: tuple[Part, ...]
    number: int
    pages: int
    held: int
    successful: int

    @property
    def is_empty(self) -> bool:
        return not any(part.total for part in self.parts)

    def rows(self, section: Section) -> tuple[InterviewRow, ...]:
        """What is shown of one part."""
        return next((part.rows for part in self.parts if part.section is section), ())


def is_near(starts_at: datetime | None, now: datetime) -> bool:
    """Within the hour before an agreed time, or the hour after it: time to hold the talk."""
    return starts_at is not None and abs(starts_at - now) <= NEAR


def interviews_page(workspace: Workspace, now: datetime, *, only: Section | None = None, number: int = 1) -> Listing:
    """The list: a few rows of what goes on and a page of the past, or a page of one part only.

    In at most four queries; two while nothing changes within a minute.
    """
    key = ("interviews", workspace.pk, only, number)
    return kept(key, now, lambda: (next_minute(now), _listing(workspace, now, only, number)))


def _listing(workspace: Workspace, now: datetime, only: Section | None, number: int) -> Listing:
    found = _found(workspace, now)
    paged = only or Section.PAST
    pages = max(1, -(-len(found[paged]) // PAGE))
    number = min(max(number, 1), pages)
    rest = slice((number - 1) * PAGE, number * PAGE)
    shown = {Section.COMING: slice(COMING), Section.TO_WRITE: slice(SOME), Section.PROPOSED: slice(SOME), paged: rest}
    cut = {section: rows_[shown[section]] for section, rows_ in found.items() if only in (None, section)}
    read = _rows(workspace, [key for keys in cut.values() for key in keys])
    outcomes = (
        Interview.objects.of(workspace)
        .filter(state__in=HELD)
        .aggregate(held=Count("pk"), successful=Count("pk", filter=Q(is_successful=True)))
    )
    parts = (Part(section, tuple(read[key] for key in keys), len(found[section])) for section, keys in cut.items())
    return Listing(tuple(parts), number, pages, **outcomes)


def _found(workspace: Workspace, now: datetime) -> dict[Section, list[UUID]]:
    """The ids of every part in their order; one query."""
    when = Coalesce("held_at", "starts_at", "offered_at", "created_at")
    columns = ("id", "thread__state", "thread__answer", "state", "starts_at", "minutes", "finished_at")
    found: dict[Section, list[UUID]] = {section: [] for section in Section}
    for key, thread, answer, *facts in Interview.objects.of(workspace).order_by(when, "id").values_list(*columns):
        found[_section(*facts, no=_no(facts[0], thread, answer), now=now)].append(key)
    found[Section.PAST].reverse()
    return found


def _section(
    state: str, starts_at: datetime | None, minutes: int, finished_at: datetime | None, *, no: Answer | None,
    now: datetime,
) -> Section:  # fmt: skip
    if state == InterviewState.PROPOSED:
        return Section.PAST if no else Section.PROPOSED
    if state == InterviewState.CONFIRMED:
        return Section.TO_WRITE if _is_over(starts_at, minutes, now) else Section.COMING
    return Section.TO_WRITE if state in HELD and finished_at is None else Section.PAST


def _no(state: str, thread: str, answer: str) -> Answer | None:
    """The no that ended the looking for a time, as long as nothing came after it."""
    is_off = state == InterviewState.PROPOSED and thread in (ThreadState.ANSWERED, ThreadState.CLOSED)
    return Answer(answer) if is_off and answer in NOES else None


def _is_over(starts_at: datetime | None, minutes: int, now: datetime) -> bool:
    return starts_at is not None and starts_at + timedelta(minutes=minutes) <= now


def _rows(workspace: Workspace, keys: list[UUID]) -> dict[UUID, InterviewRow]:
    """The rows of these interviews by id, with their persons' jobs; two queries."""
    found = list(Interview.objects.of(workspace).filter(pk__in=keys).values_list(*ROW))
    jobs = rows.jobs_of(workspace, {row[1] for row in found})
    return {row[0]: _row(row, jobs) for row in found}


def _row(row: tuple[Any, ...], jobs: dict[UUID, rows.Job]) -> InterviewRow:
    key, person_id, given, family, native, state, *rest, thread, answer = row
    told = (*rest, _no(state, thread, answer))
    return InterviewRow(key, rows.who(person_id, (given, family, native), jobs), InterviewState(state), *told)
