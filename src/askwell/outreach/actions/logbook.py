"""What the seeker logs of a person, on the thread it belongs to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions import entries
from askwell.outreach.actions.threads import start_thread
from askwell.outreach.choices import Answer, Channel, MeetingBy
from askwell.outreach.models import Message
from askwell.outreach.queries.thread import loggable_thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What is told of it; each kind of entry takes what it has use for.

    `at` is when it happened, `until` the day to write again or when they are back, `meets_at` and `by` the
    agreed time and way.
    """

    at: datetime
    text: str = ""
    answer: Answer | None = None
    channel: Channel = Channel.EMAIL
    until: date | None = None
    meets_at: datetime | None = None
    by: MeetingBy = MeetingBy.VIDEO


@transaction.atomic
def log_on_person(*, workspace: Workspace, person_id: UUID, what: str, told: Logged, now: datetime) -> Message:
    """Record `what` (a key of RECORDERS) on the person's thread, on a new one where none takes it.

    Raises as the entries' own actions and `start_thread`; what is refused leaves no thread behind.
    """
    thread = loggable_thread(workspace, person_id, what)
    begun = thread or start_thread(workspace=workspace, person_id=person_id, now=now).pk
    return RECORDERS[what](workspace, begun, told, now)


def _answer(workspace: Workspace, thread_id: UUID, told: Logged, now: datetime) -> Message:
    if told.answer is None:
        raise ValueError("an answer that says nothing")
    return entries.log_answer(
        workspace=workspace, thread_id=thread_id, answer=told.answer, channel=told.channel, at=told.at,
        text=told.text, until=told.until, now=now,
    )  # fmt: skip


def _call(workspace: Workspace, thread_id: UUID, told: Logged, now: datetime) -> Message:
    return entries.log_call(
        workspace=workspace, thread_id=thread_id, at=told.at, answer=told.answer, text=told.text, until=told.until,
        now=now,
    )  # fmt: skip


def _chance(workspace: Workspace, thread_id: UUID, told: Logged, now: datetime) -> Message:
    return entries.log_chance_meeting(
        workspace=workspace, thread_id=thread_id, at=told.at, answer=told.answer, text=told.text, until=told.until,
        now=now,
    )  # fmt: skip


def _away(workspace: Workspace, thread_id: UUID, told: Logged, now: datetime) -> Message:
    return entries.log_out_of_office(
        workspace=workspace, thread_id=thread_id, at=told.at, until=told.until, text=told.text, now=now
    )


def _schedule(workspace: Workspace, thread_id: UUID, told: Logged, now: datetime) -> Message:
    if told.meets_at is None:
        raise ValueError("an agreed time without the time")
    return entries.schedule(
        workspace=workspace, thread_id=thread_id, meets_at=told.meets_at, by=told.by, text=told.text, now=now
    )


def _cancel(workspace: Workspace, thread_id: UUID, told: Logged, now: datetime) -> Message:
    return entries.cancel(workspace=workspace, thread_id=thread_id, text=told.text, now=now)


def _met(workspace: Workspace, thread_id: UUID, told: Logged, now: datetime) -> Message:
    return entries.met(workspace=workspace, thread_id=thread_id, at=told.at, by=told.by, text=told.text, now=now)


def _note(workspace: Workspace, thread_id: UUID, told: Logged, now: datetime) -> Message:
    return entries.log_note(workspace=workspace, thread_id=thread_id, text=told.text, at=told.at, now=now)


RECORDERS: Mapping[str, Callable[[Workspace, UUID, Logged, datetime], Message]] = {
    "answer": _answer,
    "call": _call,
    "chance": _chance,
    "away": _away,
    "schedule": _schedule,
    "cancel": _cancel,
    "met": _met,
    "note": _note,
}
