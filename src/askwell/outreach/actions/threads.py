"""A thread is begun, takes entries, and the last entry can be taken back."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max, RestrictedError

from askwell.accounts.models import Workspace
from askwell.outreach.actions.errors import (
    DoNotContactError,
    DraftInTheWayError,
    HasLeftError,
    InTheFutureError,
    NotTheLastError,
)
from askwell.outreach.actions.mail.ways import is_leaving, leaving_drafts, unsure_again, withdraw
from askwell.outreach.actions.settling import settle
from askwell.outreach.choices import (
    Answer,
    Channel,
    Direction,
    LetterKind,
    LetterState,
    MessageKind,
    MessageState,
    TargetKind,
    ThreadState,
)
from askwell.outreach.models import Letter, Message, Target, Thread
from askwell.outreach.queries.history import event_of, is_of_programme, standing_of
from askwell.outreach.queries.packing import pack
from askwell.outreach.rules.threads import offers
from askwell.people.actions.addresses import mark_alive
from askwell.people.actions.stopping import allow_contacting, stop_contacting
from askwell.people.models import Person, Role, Tie

CLOSED_TOO = (MessageKind.THANKS, MessageKind.REPLY)  # what a thread takes even when it is over


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something to put on the timeline. `at` is when it happened, not when it was told."""

    kind: MessageKind
    at: datetime
    channel: Channel
    direction: Direction = Direction.NEITHER
    state: MessageState = MessageState.NOTED
    answer: Answer | None = None
    text: str = ""
    facts: dict[str, object] = field(default_factory=dict)


@transaction.atomic
def start_thread(*, workspace: Workspace, person_id: UUID, now: datetime) -> Thread:
    """The open thread with this person; a new one, in state drafting, where there is none.

    Raises DoNotContactError, and Person.DoesNotExist for a person who is not in this workspace.
    """
    person = Person.objects.of(workspace).select_for_update().get(pk=person_id)
    if person.do_not_contact_at:
        raise DoNotContactError
    begun = Thread.objects.of(workspace).filter(person=person).exclude(state=ThreadState.CLOSED).first()
    return begun or _begin(workspace, person, now)


@transaction.atomic
def thread_to_write(*, workspace: Workspace, person_id: UUID, kind: MessageKind, now: datetime) -> Thread:
    """The thread a message of this kind goes on: the open one, for thanks and replies also the last closed one,
    else a new one. Raises as `start_thread`."""
    last = Thread.objects.of(workspace).filter(person=person_id).order_by("-opened_at").first()
    ended = last is not None and last.state == ThreadState.CLOSED
    if last and ended and kind in CLOSED_TOO and kind in offers(standing_of(last)):
        if locked(workspace, last.pk).person.do_not_contact_at:
            raise DoNotContactError
        return last
    return start_thread(workspace=workspace, person_id=person_id, now=now)


def _begin(workspace: Workspace, person: Person, now: datetime) -> Thread:
    role = Role.objects.of(workspace).filter(person=person, is_current=True, organisation__isnull=False).first()
    organisation = role.organisation if role else None
    tie = Tie.objects.of(workspace).filter(person=person).order_by("-strength", "kind").first()
    employers = Target.objects.of(workspace).filter(kind=TargetKind.EMPLOYER)
    return Thread.objects.create(
        workspace=workspace,
        person=person,
        organisation=organisation,
        target=employers.filter(organisation=organisation).first() if organisation else None,
        tie_kind=tie.kind if tie else "",
        opened_at=now,
        moved_at=now,
    )


def locked(workspace: Workspace, thread_id: UUID) -> Thread:
    """The thread, held until the transaction ends. Raises Thread.DoesNotExist."""
    threads = Thread.objects.of(workspace).select_for_update(of=("self",)).select_related("person", "workspace")
    return threads.get(pk=thread_id)


@transaction.atomic
def put(*, thread: Thread, what: Happening, now: datetime) -> Message:
    """Put something on the timeline of a thread that is `locked`, and settle it.

    Raises InTheFutureError, and ImpossibleMove when it cannot have happened then.
    """
    if what.at > now:
        raise InTheFutureError
    entry = Message.objects.create(
        workspace=thread.workspace,
        thread=thread,
        direction=what.direction,
        kind=what.kind,
        state=what.state,
        channel=what.channel,
        answer=what.answer or "",
        body=what.text,
        facts=pack(what.facts),
        happened_at=_not_before_the_last(thread, what.at),
        number=next_number(thread),
    )
    settle(thread, now=now)
    if what.answer is Answer.STOP:
        stop_contacting(workspace=thread.workspace, person_id=thread.person_id, why=what.text, now=now)
    return entry


def _not_before_the_last(thread: Thread, at: datetime) -> datetime:
    """People say the minute: what happened in the minute of the last entry happened after it."""
    return thread.moved_at if at < thread.moved_at < at + timedelta(minutes=1) else at


def next_number(thread: Thread) -> int:
    """The number of the entry that is recorded next."""
    highest = Message.objects.of(thread.workspace).filter(thread=thread).aggregate(highest=Max("number"))
    return (highest["highest"] or 0) + 1


def discard_draft(thread: Thread) -> None:
    """The thread's draft is gone, if there was one, also from the outbox; but for one that may have been sent."""
    withdraw(thread)
    drafts = Message.objects.of(thread.workspace).filter(thread=thread, state=MessageState.DRAFT)
    drafts.exclude(pk__in=leaving_drafts(thread)).delete()


@transaction.atomic
def undo_entry(*, workspace: Workspace, message_id: UUID, now: datetime) -> Thread | None:
    """Take back the entry recorded last; a message that was sent becomes a draft again. The mail that it was made of
    waits to be understood again.

    Returns the thread, None when nothing was left of it and nothing hangs on it. Raises Message.DoesNotExist,
    NotTheLastError (also for a thread that was joined: it opens when its persons are parted), HasLeftError for a mail
    that we sent (not for one that only the seeker says was) and for what a programme asked, and DraftInTheWayError when
    the seeker has written on a newer draft since.
    """
    entry = Message.objects.of(workspace).exclude(state=MessageState.DRAFT).get(pk=message_id)
    thread = locked(workspace, entry.thread_id)
    if entry.number != next_number(thread) - 1 or entry.kind == MessageKind.JOINED:
        raise NotTheLastError
    if is_of_programme(entry) or (is_leaving(entry) and not unsure_again(entry)):
        raise HasLeftError
    is_elsewhere = _free_letter(entry)
    if entry.state == MessageState.SENT and not is_elsewhere:
        _back_to_draft(entry, thread)
    else:
        entry.delete()
    settle(thread, now=now)
    if entry.facts.get("bounced"):
        mark_alive(workspace=workspace, person_id=thread.person_id, email=entry.facts.get("to", ""))
    if Answer.STOP in (entry.answer, event_of(entry).trigger):
        allow_contacting(workspace=workspace, person_id=thread.person_id, now=now)
    if Message.objects.of(workspace).filter(thread=thread).exists():
        return thread
    return None if drop_if_bare(thread) else thread


def drop_if_bare(thread: Thread) -> bool:
    """Delete a thread without entries, unless mail of it was kept, or a higher app restricts it because something
    hangs on it."""
    if Letter.objects.of(thread.workspace).filter(thread=thread).exists():
        return False
    try:
        thread.delete()
    except RestrictedError:
        return False
    return True


def _free_letter(entry: Message) -> bool:
    """The letter behind an entry waits again. Whether the seeker wrote it, with another program: no draft of ours."""
    letters = Letter.objects.of(entry.workspace).filter(entry=entry)
    kinds = list(letters.values_list("kind", flat=True))
    letters.update(entry=None, state=LetterState.OPEN)
    return LetterKind.OWN in kinds


def _back_to_draft(entry: Message, thread: Thread) -> None:
    newer = Message.objects.of(thread.workspace).filter(thread=thread, state=MessageState.DRAFT).first()
    if newer and (newer.version > 1 or is_leaving(newer)):
        raise DraftInTheWayError
    if newer:
        newer.delete()
    entry.state, entry.number, entry.version = MessageState.DRAFT, None, entry.version + 1
    entry.save()
