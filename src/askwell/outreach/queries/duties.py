"""What is due."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared, prepared_count
from askwell.outreach.choices import Channel, FollowUpKind, LetterKind, LetterState
from askwell.outreach.models import FollowUp, Letter
from askwell.outreach.queries import rows
from askwell.outreach.queries.values import DueFollowUp

MINUTES = {  # our own guess, for "about 35 minutes"
    FollowUpKind.SECOND_PERSON: 10,
    FollowUpKind.NUDGE: 5,
    FollowUpKind.REPLY_WITHIN_A_DAY: 5,
    FollowUpKind.WRITE_AGAIN: 10,
    FollowUpKind.THANK: 10,
    FollowUpKind.CONFIRM: 2,
    FollowUpKind.LET_REST: 1,
    FollowUpKind.PREPARE: 20,
    FollowUpKind.WRITE_DOWN: 10,
    FollowUpKind.WRITE_TO_NAMED: 10,
    FollowUpKind.ASK_FOR_NAMES: 5,
    FollowUpKind.PROGRESS_NOTE: 5,
    FollowUpKind.GREET: 5,
    FollowUpKind.ANOTHER_WAY: 5,
}
OF_AGREED = (FollowUpKind.CONFIRM, FollowUpKind.PREPARE)
OF_SILENCE = (FollowUpKind.SECOND_PERSON, FollowUpKind.NUDGE, FollowUpKind.LET_REST)


def cannot_come() -> Exists:
    """Of a row with a `thread`: whether a letter waits in which they say that they cannot come to the agreed time."""
    return Exists(
        Letter._base_manager.filter(thread=OuterRef("thread"), state=LetterState.OPEN, reading__withdraws=True)
    )


def open_now(now: datetime) -> Q:
    """Follow-ups that can be done at `now`, of people who may be contacted; where a letter of theirs waits to be
    understood, or their calendar spoke last, nothing that only their silence asks for; nor what an agreed time asks
    for, once it has come, or where it says that they cannot come."""
    awake = Q(snoozed_until=None) | Q(snoozed_until__lte=now)
    invited = Q(kind=LetterKind.CALENDAR, state=LetterState.TAKEN, written_at__gt=OuterRef("thread__moved_at"))
    theirs = Letter._base_manager.filter(Q(state=LetterState.OPEN) | invited, thread=OuterRef("thread"))
    answered = Exists(theirs)
    silent, agreed = Q(kind__in=OF_SILENCE), Q(kind__in=OF_AGREED)
    return (
        awake
        & (~silent | Q(~answered))
        & (~agreed | Q(~cannot_come(), about_at__gt=now))
        & Q(done_at=None, dismissed_at=None, opens_at__lte=now, person__do_not_contact_at=None)
    )


@prepared
def _due_rows(workspace: Workspace, now: datetime, limit: int) -> "QuerySet[Any, Any]":
    columns = (*rows.DUTY, "thread__organisation__name", *rows.RECIPIENT, *rows.PERSON)
    duties = FollowUp.objects.of(workspace).filter(open_now(now)).order_by("due_at", "id")
    named = duties.annotate(last_channel=F("thread__last_channel"))
    return named.values_list(*columns, "person_id", "thread_id", "last_channel")[:limit]


def due_follow_ups(workspace: Workspace, now: datetime, limit: int = 10) -> list[DueFollowUp]:
    """What can be done now, the most urgent first; snoozed ones are left out. Two queries."""
    found = _due_rows(workspace, now, limit)
    jobs = rows.jobs_of(workspace, {row[15] for row in found}) if found else {}
    return [_due(row, jobs, now) for row in found]


@prepared
def _greeting_rows(workspace: Workspace, person_id: UUID, now: datetime) -> "QuerySet[Any, Any]":
    columns = (*rows.DUTY, "thread__organisation__name", *rows.RECIPIENT, *rows.PERSON)
    duties = FollowUp.objects.of(workspace).filter(open_now(now), person=person_id, thread=None).order_by("due_at")
    named = duties.annotate(last_channel=F("thread__last_channel"))
    return named.values_list(*columns, "person_id", "thread_id", "last_channel")


def greetings_due(workspace: Workspace, person_id: UUID, now: datetime) -> list[DueFollowUp]:
    """What can be done now for somebody met at an event; one query."""
    return [_due(row, {}, now) for row in _greeting_rows(workspace, person_id, now)]


def _due(row: tuple[Any, ...], jobs: dict[UUID, rows.Job], now: datetime) -> DueFollowUp:
    person_id, thread_id, channel = row[15:]
    duty = rows.duty(row[:7], row[7], row[8:12], now=now)
    return DueFollowUp(
        duty=duty,
        who=rows.who(person_id, row[12:15], jobs),
        thread_id=thread_id,
        channel=Channel(channel or Channel.EMAIL),
        overdue=duty.due_at < now,
        minutes=MINUTES[duty.kind],
    )


def count_greetings(workspace: Workspace, now: datetime) -> int:
    """How many of them are owed to people who were met at an event, and lie on no conversation; one query."""
    return _greetings(workspace, now)


@prepared_count
def _greetings(workspace: Workspace, now: datetime) -> "QuerySet[FollowUp]":
    return FollowUp.objects.of(workspace).filter(open_now(now), thread=None)


def count_due(workspace: Workspace, now: datetime) -> int:
    """How many follow-ups can be done now."""
    return FollowUp.objects.of(workspace).filter(open_now(now)).count()
