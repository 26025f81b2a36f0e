"""A letter becomes an entry of its conversation: by one click, by itself where nothing can be wrong, always to be
corrected and taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions import entries
from askwell.outreach.actions.mail.naming import Named, add_named, forget_named
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.choices import (
    Answer,
    Channel,
    Direction,
    LetterKind,
    LetterState,
    MeetingBy,
    MessageKind,
    ThreadState,
)
from askwell.outreach.models import Letter, Message, Thread
from askwell.outreach.queries.mail.letters import thread_for
from askwell.outreach.rules.mail.proposing import passed_on
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.people.actions.addresses import mark_dead
from askwell.protocols.mail.bounces import Kind

LETTER = "letter"
"""Under this name an entry that a letter brought beside its own keeps the letter's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a letter means: an `answer` (OUT_OF_OFFICE too) with the day it names, and a time agreed with it; `kind`
    for one that the seeker wrote. Neither: it is kept as a note. `by`: how they meet; None keeps what is agreed, else
    by video. `calls_off`: they cannot come to the agreed time. `named`: somebody to add, whom they name."""

    answer: Answer | None = None
    kind: MessageKind | None = None
    until: date | None = None
    meets_at: datetime | None = None
    by: MeetingBy | None = None
    calls_off: bool = False
    named: Named | None = None


@transaction.atomic
def take_letter(*, workspace: Workspace, letter_id: UUID, meant: Meant, now: datetime) -> Letter:
    """Put the letter on its conversation's timeline as what it means, instead of what it was taken for before.

    Raises Letter.DoesNotExist, ImpossibleMove, NotTheLastError when something was recorded after what it was taken
    for, and of people NobodyError and UnreadableAddressError for whom they name.
    """
    letter = _held(workspace, letter_id)
    if letter.state == LetterState.TAKEN:
        letter = put_back(workspace=workspace, letter_id=letter_id, now=now)
    thread = thread_for(letter)
    letter.entry = _entered(letter, thread, meant, now)
    letter.state = LetterState.TAKEN
    if meant.meets_at:
        by = meant.by or MeetingBy(thread.meets_by or MeetingBy.VIDEO)
        agreed = entries.schedule(workspace=workspace, thread_id=thread.pk, meets_at=meant.meets_at, by=by, now=now)
        _mark(agreed, letter)
    elif meant.calls_off and Thread.objects.of(workspace).get(pk=thread.pk).state == ThreadState.SCHEDULED:
        _mark(entries.cancel(workspace=workspace, thread_id=thread.pk, now=now), letter)
    if meant.named:
        letter.reading = {**letter.reading, **add_named(thread=thread, named=meant.named, now=now)}
    letter.save(update_fields=["entry", "state", "reading"])
    return letter


@transaction.atomic
def put_back(*, workspace: Workspace, letter_id: UUID, now: datetime) -> Letter:
    """Take everything back that came of the letter; it waits again. Raises Letter.DoesNotExist and NotTheLastError."""
    letter = _held(workspace, letter_id)
    brought = Message.objects.of(workspace).filter(thread__person=letter.thread.person_id, facts__letter=str(letter_id))
    own = Message.objects.of(workspace).filter(letter=letter)
    for entry in [*brought.order_by("-number"), *own]:
        undo_entry(workspace=workspace, message_id=entry.pk, now=now)
    letter = _held(workspace, letter_id)
    letter.state, letter.entry = LetterState.OPEN, None
    letter.reading = forget_named(workspace=workspace, reading=letter.reading, now=now)
    letter.save(update_fields=["state", "entry", "reading"])
    return letter


@transaction.atomic
def put_aside(*, workspace: Workspace, letter_id: UUID) -> Letter:
    """It means nothing here; `put_back` takes that back. Raises Letter.DoesNotExist. One that was taken over stays."""
    letter = _held(workspace, letter_id)
    if letter.state == LetterState.OPEN:
        letter.state = LetterState.ASIDE
        letter.save(update_fields=["state"])
    return letter


def _held(workspace: Workspace, letter_id: UUID) -> Letter:
    letters = Letter.objects.of(workspace).select_for_update(of=("self",))
    return letters.select_related("thread__person", "workspace").get(pk=letter_id)


def _mark(entry: Message, letter: Letter) -> None:
    entry.facts = {**entry.facts, LETTER: str(letter.pk)}
    entry.save(update_fields=["facts"])


def _entered(letter: Letter, thread: Thread, meant: Meant, now: datetime) -> Message:
    """The entry at the time of the letter; where what was recorded since leaves no place for it, after that."""
    at = min(letter.written_at, now)
    try:
        return _put(letter, thread, meant, at, now)
    except ImpossibleMove:
        if thread.moved_at <= at:
            raise
        return _put(letter, thread, meant, min(thread.moved_at, now), now)


@transaction.atomic
def _put(letter: Letter, thread: Thread, meant: Meant, at: datetime, now: datetime) -> Message:
    where: dict[str, Any] = {
        "workspace": thread.workspace,
        "thread_id": thread.pk,
        "at": at,
        "text": letter.text,
        "now": now,
    }
    if meant.kind:
        return _written(letter, entries.log_written(kind=meant.kind, **where))
    if meant.answer is Answer.OUT_OF_OFFICE:
        return entries.log_out_of_office(until=meant.until, **where)
    if meant.answer:
        return entries.log_answer(answer=meant.answer, channel=Channel.EMAIL, until=meant.until, **where)
    return _bounced(letter, thread, where) if letter.kind == LetterKind.BOUNCE else entries.log_note(**where)


def _bounced(letter: Letter, thread: Thread, where: dict[str, Any]) -> Message:
    """A message that did not arrive; only what is permanent speaks of the address. One that arrived, and was passed on
    to where nobody is, is but a note."""
    bounce = letter.reading.get("bounce", {})
    if passed_on(LetterKind.BOUNCE, letter.reading, is_sure=letter.is_sure):
        return entries.log_note(**{**where, "text": bounce.get("words", "") or letter.text})
    to, why = bounce.get("address", ""), bounce.get("kind", "")
    if why == Kind.PERMANENT:
        mark_dead(workspace=thread.workspace, person_id=thread.person_id, email=to, since=where["at"])
    return entries.log_bounce(to=to, why=why, **{**where, "text": bounce.get("words", "")})


def _written(letter: Letter, entry: Message) -> Message:
    """A mail of the seeker's own: what answers it is an answer to it."""
    taken = Message.objects.of(letter.workspace).filter(mail_id=letter.mail_id).exists()
    entry.subject = letter.subject
    entry.address = next(iter(letter.reading.get("to", ())), "")[:320]
    entry.mail_id = "" if taken else letter.mail_id[:255]
    entry.save(update_fields=["subject", "address", "mail_id"])
    assert entry.direction == Direction.OUT
    return entry
