"""One thread, and all that was said with one person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.outreach.choices import (
    Answer,
    Channel,
    Direction,
    MessageKind,
    MessageState,
    Outcome,
    Responder,
    ThreadState,
)
from askwell.outreach.models import Dispatch, Message, Thread
from askwell.outreach.queries import rows
from askwell.outreach.queries.history import recipient_of, replay, standing_of
from askwell.outreach.queries.mail.outbox import Leaving, leaving_of
from askwell.outreach.queries.packing import unpack
from askwell.outreach.queries.standing import where_it_stands
from askwell.outreach.queries.values import Duty, Entry, Stage, Turn, Who
from askwell.outreach.rules.followups import responder
from askwell.outreach.rules.moves import Trigger
from askwell.outreach.rules.threads import offers
from askwell.people.models import Person
from askwell.people.queries import PersonRow, people_at

ENTRY = (
    "id", "thread_id", "kind", "direction", "state", "channel", "language", "subject", "body", "answer", "facts",
    "happened_at", "number",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """Everything that the page of one thread shows.

    `offers` are the moves possible now, `last_entry` what an undo would take back, `responder` how they
    answer (None while that is open), `can_write` whether a message may be drafted.
    """

    thread_id: UUID
    who: Who
    do_not_contact: bool
    state: ThreadState
    outcome: Outcome | None
    answer: Answer | None
    turn: Turn
    opened_at: datetime
    meets_at: datetime | None
    meets_by: str
    channel: str
    entries: list[Entry]
    draft: Entry | None
    duties: list[Duty]
    offers: tuple[Trigger, ...]
    responder: Responder | None
    last_entry: UUID | None
    leaving: Leaving | None
    inside: bool


@dataclass(frozen=True, slots=True)
class Colleague:
    row: PersonRow
    stage: Stage | None


def thread_page(workspace: Workspace, thread_id: UUID, now: datetime) -> ThreadPage:
    """The thread with its timeline, newest first; four queries. Raises Thread.DoesNotExist."""
    thread = Thread.objects.of(workspace).select_related("person", "target").get(pk=thread_id)
    messages = list(Message.objects.of(workspace).filter(thread=thread).order_by("happened_at", "number"))
    past = [message for message in messages if message.state != MessageState.DRAFT]
    standing = replay(past).standing
    duties = rows.open_duties(workspace, [thread.pk], now).get(thread.pk, [])
    drafts = [message for message in messages if message.state == MessageState.DRAFT]
    recorded = max(past, key=lambda message: message.number or 0, default=None)
    return ThreadPage(
        thread_id=thread.pk,
        who=_who(workspace, thread.person),
        do_not_contact=thread.person.do_not_contact_at is not None,
        state=standing.state,
        outcome=standing.outcome,
        answer=standing.answer,
        turn=rows.turn(standing.state, standing.answer or "", duties, now),
        opened_at=thread.opened_at,
        meets_at=thread.meets_at,
        meets_by=thread.meets_by,
        channel=thread.channel,
        entries=[entry_of(message) for message in reversed(past)],
        draft=entry_of(drafts[0]) if drafts else None,
        duties=duties,
        offers=offers(standing),
        responder=responder(standing, recipient_of(thread.person), now=now),
        last_entry=_undoable(recorded),
        leaving=leaving_of(workspace, thread.pk),
        inside=bool(thread.target and thread.target.is_own_company),
    )


def _undoable(last: Message | None) -> UUID | None:
    """What was sent as a mail cannot be taken back."""
    if last is None or Dispatch.objects.of(last.workspace).filter(message=last).exists():
        return None
    return last.pk


def timeline(workspace: Workspace, person_id: UUID) -> list[Entry]:
    """What happened with this person over all threads, newest first; one query. Drafts are left out."""
    return [_entry(row) for row in _said(workspace, person_id)]


@prepared
def _said(workspace: Workspace, person_id: UUID) -> "QuerySet[Message, Any]":
    messages = Message.objects.of(workspace).filter(thread__person=person_id).exclude(state=MessageState.DRAFT)
    return messages.order_by("-happened_at", "-number").values_list(*ENTRY)


def entry_of(message: Message) -> Entry:
    """An entry, or a draft, as a value."""
    return _entry(tuple(getattr(message, name) for name in ENTRY))


def _entry(row: tuple[Any, ...]) -> Entry:
    key, thread_id, kind, direction, state, channel, language, subject, body, answer, facts, at, _number = row
    return Entry(
        id=key,
        thread_id=thread_id,
        kind=MessageKind(kind),
        direction=Direction(direction),
        state=MessageState(state),
        channel=Channel(channel),
        language=language,
        subject=subject,
        body=body,
        answer=Answer(answer) if answer else None,
        facts=unpack(facts),
        happened_at=at,
    )


def _who(workspace: Workspace, person: Person) -> Who:
    jobs = rows.jobs_of(workspace, [person.pk])
    return rows.who(person.pk, (person.given_name, person.family_name, person.native_name), jobs)


def person_who(workspace: Workspace, person_id: UUID) -> Who:
    """A person as pages name them. Raises Person.DoesNotExist."""
    return _who(workspace, Person.objects.of(workspace).get(pk=person_id))


TRIGGERS: dict[str, tuple[Trigger, ...]] = {
    "answer": (Answer.ACCEPTS, Answer.STOP),
    "call": (MessageKind.CALL, Answer.ACCEPTS),
    "chance": (MessageKind.CHANCE_MEETING,),
    "away": (Answer.OUT_OF_OFFICE,),
    "schedule": (MessageKind.SCHEDULED,),
    "cancel": (MessageKind.CANCELLED,),
    "met": (MessageKind.MET,),
    "note": (MessageKind.NOTE,),
}


def loggable_thread(workspace: Workspace, person_id: UUID, what: str) -> UUID | None:
    """The thread that `what` (a key of TRIGGERS) belongs to: the open one, else the last if it takes it still."""
    threads = Thread.objects.of(workspace).filter(person=person_id).order_by("-opened_at")
    newest = sorted(threads, key=lambda one: one.state == ThreadState.CLOSED)[:1]
    for thread in newest:
        takes = offers(standing_of(thread))
        if thread.state != ThreadState.CLOSED or any(trigger in takes for trigger in TRIGGERS[what]):
            return thread.pk
    return None


@dataclass(frozen=True, slots=True)
class SecondPersons:
    """`silent` has not answered; `colleagues` could be asked instead (with where it stands, if anywhere)."""

    thread_id: UUID
    silent: Who
    employer: str
    colleagues: list[Colleague]


def second_persons(workspace: Workspace, thread_id: UUID, now: datetime) -> SecondPersons:
    """Who else is known at the employer this thread went to. Raises Thread.DoesNotExist."""
    threads = Thread.objects.of(workspace).select_related("person", "organisation")
    thread = threads.get(pk=thread_id)
    there = people_at(workspace, thread.organisation.pk) if thread.organisation else []
    askable = [row for row in there if not row.do_not_contact and row.id != thread.person_id]
    stages = where_it_stands(workspace, [row.id for row in askable], now)
    return SecondPersons(
        thread_id=thread.pk,
        silent=_who(workspace, thread.person),
        employer=thread.organisation.name if thread.organisation else "",
        colleagues=[Colleague(row, stages.get(row.id)) for row in askable],
    )
