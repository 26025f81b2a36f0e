"""Sessions, and who is expected and came."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from askwell.accounts.models import User, Workspace
from askwell.lib.names import parse_name
from askwell.lib.text import fold
from askwell.people.actions.indexing import sort_key
from askwell.programmes.choices import AttendanceState
from askwell.programmes.models import Attendance, Cohort, Participant, Session
from askwell.programmes.queries.cohorts import HERE
from askwell.programmes.queries.theirs import seen

A_PART = 50


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


def session_rows(workspace: Workspace, cohort: Cohort | None = None) -> list[SessionRow]:
    """The latest hundred, of a cohort or of all, the newest first; one query."""
    rows = Session.objects.of(workspace).filter(removed_at=None)
    if cohort:
        rows = rows.filter(Q(cohort=cohort) | Q(cohort=None))
    counted = rows.annotate(
        came=Count("attendances", filter=Q(attendances__state=AttendanceState.CAME)),
        missed=Count("attendances", filter=Q(attendances__state=AttendanceState.MISSED)),
    ).order_by("-starts_at", "-id")
    names = ("id", "title", "starts_at", "minutes", "place", "cohort__name", "came", "missed")
    return [SessionRow(*row) for row in counted.values_list(*names)[:100]]


def session_of(workspace: Workspace, session_id: UUID) -> Session:
    """Raises Session.DoesNotExist."""
    return Session.objects.of(workspace).select_related("cohort").get(pk=session_id, removed_at=None)


def expected(session: Session) -> QuerySet[Participant]:
    """Who is expected: the cohort's seekers, or all."""
    rows = Participant.objects.of(session.workspace).filter(state__in=HERE)
    return rows.filter(cohort=session.cohort_id) if session.cohort_id else rows


def sheet(session: Session, only: User | None, q: str = "") -> list[Attendee]:
    """Everybody expected, and whoever was written down and is no longer, by family name; `only` as in theirs.seen, `q`
    what each word of has to stand in their name. Two queries."""
    told = dict(Attendance.objects.of(session.workspace).filter(session=session).values_list("participant", "state"))
    names = ("pk", "number", "name", "native_name")
    here = seen(expected(session), only)
    gone = seen(Participant.objects.of(session.workspace), only).filter(attendances__session=session).exclude(name="")
    rows = here.values_list(*names).union(gone.values_list(*names))
    usual = AttendanceState.EXPECTED
    found = [Attendee(key, number, name, native, told.get(key, usual)) for key, number, name, native in rows]
    return sorted((one for one in found if _called(one, q)), key=_by_name)


def _called(one: Attendee, q: str) -> bool:
    return all(word in fold(f"{one.name} {one.native_name}") for word in fold(q).split())


def _by_name(one: Attendee) -> tuple[str, int]:
    return sort_key(parse_name(one.name)), one.number


def parts_of(rows: list[Attendee]) -> list[SheetPart]:
    """A long sheet in stretches that fold: the form stays whole."""
    cut = [rows[start : start + A_PART] for start in range(0, len(rows), A_PART)]
    return [SheetPart(part, sum(one.state == AttendanceState.EXPECTED for one in part)) for part in cut]
