"""Sessions, and who is expected and came."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from askwell.accounts.models import User, Workspace
from askwell.lib.names import parse_name
from askwell.lib.text import fold
from askwell.people.actions.indexing import sort_key
from askwell.programmes.choices import AttendanceState
from askwell.programmes.models import Attendance, Cohort, Participant, Session
from askwell.programmes.queries.cohorts import HERE
from askwell.programmes.queries.theirs import seen

A_PART, A_LIST, A_SHEET = 50, 20, 200
"""Seekers of a stretch that folds, sessions of a page, seekers of a page."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session of a list, with how many came and missed it."""

    id: UUID
    title: str
    starts_at: datetime
    minutes: int
    place: str
    cohort: str | None
    came: int
    missed: int


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody on an attendance sheet."""

    id: UUID
    number: int
    name: str
    native_name: str
    state: str


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A stretch of a sheet by name; of so many nothing was put down yet."""

    rows: list[Attendee]
    open: int


def session_page(workspace: Workspace, number: str | None, cohort: Cohort | None = None) -> "Page[SessionRow]":
    """A page of sessions, of a cohort or of all, the newest first; two queries."""
    rows = Session.objects.of(workspace).filter(removed_at=None)
    if cohort:
        rows = rows.filter(Q(cohort=cohort) | Q(cohort=None))
    counted = rows.annotate(
        came=Count("attendances", filter=Q(attendances__state=AttendanceState.CAME)),
        missed=Count("attendances", filter=Q(attendances__state=AttendanceState.MISSED)),
    ).order_by("-starts_at", "-id")
    names = ("id", "title", "starts_at", "minutes", "place", "cohort__name", "came", "missed")
    page: Any = Paginator(counted.values_list(*names), A_LIST).get_page(number)
    page.object_list = [SessionRow(*row) for row in page.object_list]
    return page  # type: ignore[no-any-return] # a page of rows now


def session_of(workspace: Workspace, session_id: UUID) -> Session:
    """Raises Session.DoesNotExist."""
    return Session.objects.of(workspace).select_related("cohort").get(pk=session_id, removed_at=None)


def expected(session: Session) -> QuerySet[Participant]:
    """Who is expected: the cohort's seekers, or all."""
    rows = Participant.objects.of(session.workspace).filter(state__in=HERE)
    return rows.filter(cohort=session.cohort_id) if session.cohort_id else rows


def sheet(session: Session, only: User | None, number: str | None, q: str = "") -> "Page[Attendee]":
    """A page of everybody expected, and of whoever was written down and is no longer, by family name; `only` as in
    theirs.seen, `q` what each word of has to stand in their name. Three queries."""
    names = ("pk", "number", "name", "native_name")
    here = seen(expected(session), only)
    gone = seen(Participant.objects.of(session.workspace), only).filter(attendances__session=session).exclude(name="")
    rows = here.values_list(*names).union(gone.values_list(*names))
    page: Any = Paginator(sorted((row for row in rows if _called(row, q)), key=_by_name), A_SHEET).get_page(number)
    told = dict(_told(session).filter(participant__in=[row[0] for row in page]).values_list("participant", "state"))
    usual = AttendanceState.EXPECTED
    page.object_list = [Attendee(key, number, name, native, told.get(key, usual)) for key, number, name, native in page]
    return page  # type: ignore[no-any-return] # a page of rows now


def _called(row: tuple[Any, ...], q: str) -> bool:
    _key, _number, name, native = row
    return all(word in fold(f"{name} {native}") for word in fold(q).split())


def _by_name(row: tuple[Any, ...]) -> tuple[str, int]:
    _key, number, name, _native = row
    return sort_key(parse_name(name)), number


def came(session: Session, only: User | None) -> dict[str, int]:
    """How many came or missed it, with those who have left since, as the report counts; `only` as in theirs.seen. One
    query."""
    rows = seen(_told(session), only, "participant__")
    return dict(rows.values_list("state").annotate(many=Count("pk")).order_by("state"))


def _told(session: Session) -> QuerySet[Attendance]:
    return Attendance.objects.of(session.workspace).filter(session=session)


def parts_of(rows: list[Attendee]) -> list[SheetPart]:
    """A long sheet in stretches that fold: the form stays whole."""
    cut = [rows[start : start + A_PART] for start in range(0, len(rows), A_PART)]
    return [SheetPart(part, sum(one.state == AttendanceState.EXPECTED for one in part)) for part in cut]
