"""Rows of tables into the values that pages read."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.outreach.choices import (
    Answer,
    Channel,
    Direction,
    FollowUpKind,
    FollowUpReason,
    MessageKind,
    Outcome,
    ThreadState,
)
from askwell.outreach.models import FollowUp
from askwell.outreach.queries.history import recipient
from askwell.outreach.queries.packing import unpack
from askwell.outreach.queries.values import Duty, Last, StageCode, Turn, Who
from askwell.people.models import Role

PERSON = ("person__given_name", "person__family_name", "person__native_name")
RECIPIENT = ("person__place", "person__region", "person__time_zone", "person__keeps_lunar_new_year")
DUTY = ("id", "kind", "reason", "facts", "opens_at", "due_at", "snoozed_until")
LAST = ("last_kind", "last_channel", "last_direction", "moved_at")

LESS_PRESSING = (FollowUpKind.SECOND_PERSON,)

Job = tuple[str, str]
"""A title and the organisation's name, either may be empty."""


@prepared
def _jobs(workspace: Workspace, person_ids: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    roles = Role.objects.of(workspace).filter(person_id__in=person_ids, is_current=True)
    return roles.order_by("-id").values_list("person_id", "title", "organisation__name")


def jobs_of(workspace: Workspace, person_ids: Iterable[UUID]) -> dict[UUID, Job]:
    """The current role of each person who has one, in one query."""
    rows = _jobs(workspace, tuple(person_ids))
    return {person_id: (title, organisation or "") for person_id, title, organisation in rows}


def who(person_id: UUID, names: Iterable[str], jobs: Mapping[UUID, Job]) -> Who:
    """A person from the columns PERSON and what `jobs_of` found."""
    given, family, native = names
    title, organisation = jobs.get(person_id, ("", ""))
    return Who(person_id, given, family, native, title, organisation)


def duty(
    row: Iterable[Any], employer: str | None = None, days: Iterable[Any] = (), *, now: datetime | None = None
) -> Duty:
    """A duty from the columns DUTY; with RECIPIENT (`days`) and `now` its silence is counted up to now."""
    key, kind, reason, packed, opens_at, due_at, snoozed_until = row
    facts = unpack(packed)
    if employer:
        facts["employer"] = employer
    if now and "since" in facts and (place := tuple(days)):
        theirs = recipient(*place)
        facts["business_days"] = max(theirs.between(facts["since"], theirs.day(now)), 0)
    return Duty(key, FollowUpKind(kind), FollowUpReason(reason), facts, opens_at, due_at, snoozed_until)


@prepared
def _open(workspace: Workspace, thread_ids: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    duties = FollowUp.objects.of(workspace).filter(thread_id__in=thread_ids, done_at=None, dismissed_at=None)
    theirs = duties.filter(person=F("thread__person"))
    return theirs.order_by("due_at").values_list("thread_id", *DUTY, "thread__organisation__name", *RECIPIENT)


def open_duties(workspace: Workspace, thread_ids: Iterable[UUID], now: datetime) -> dict[UUID, list[Duty]]:
    """The open duties of each thread towards its own person, in one query: what can be done now first, then what
    is to come, each in the order it falls due; only a second person comes after what concerns the first."""
    found: dict[UUID, list[Duty]] = {}
    for thread_id, *row in _open(workspace, tuple(thread_ids)):
        found.setdefault(thread_id, []).append(duty(row[:7], row[7], row[8:], now=now))
    for duties in found.values():
        duties.sort(key=lambda one: (not one.is_open(now), one.is_open(now) and one.kind in LESS_PRESSING))
    return found


def last(kind: str, channel: str, direction: str, at: datetime) -> Last | None:
    """From the columns LAST; None when nothing happened yet."""
    return Last(MessageKind(kind), Channel(channel), Direction(direction), at) if kind else None


def turn(state: ThreadState, answer: str, duties: Iterable[Duty], now: datetime) -> Turn:
    """Whose turn it is: the seeker's whenever something can be done now."""
    duties = list(duties)
    if state is ThreadState.DRAFTING or any(one.is_open(now) for one in duties):
        return Turn.YOURS
    if state in (ThreadState.WAITING, ThreadState.NUDGED):
        return Turn.THEIRS
    if state is ThreadState.ANSWERED and answer != Answer.DEFERS:
        return Turn.YOURS
    return Turn.NOBODYS


def stage_code(state: ThreadState, outcome: str) -> StageCode:
    if state is ThreadState.CLOSED:
        return StageCode(Outcome(outcome).value)
    return StageCode(state.value)
