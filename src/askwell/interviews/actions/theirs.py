"""The insider invites the seeker themselves: heard, told, and answered with one click. Nothing is agreed by itself."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.interviews.actions.calendar_mail import take_back_waiting
from askwell.interviews.actions.errors import InvitationGoneError, PastTimeError
from askwell.interviews.actions.following import begin, locked
from askwell.interviews.actions.replying import reply
from askwell.interviews.actions.telling import give_way, held_by_them
from askwell.interviews.choices import NoticeKind
from askwell.interviews.models import CalendarWord, Interview, Notice
from askwell.interviews.queries.theirs import Theirs, event_called, is_one_meeting, said_last
from askwell.interviews.rules.theirs import Said
from askwell.lib.text import clean, clean_block
from askwell.outreach.actions import entries
from askwell.outreach.actions.errors import NoMailboxError
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.choices import Answer, Channel, LetterState, MeetingBy, MessageKind, ThreadState
from askwell.outreach.models import Letter, Message, Thread
from askwell.outreach.queries.history import standing_of
from askwell.outreach.queries.mail.correspondence import is_address_of
from askwell.outreach.queries.mail.letters import thread_for
from askwell.outreach.queries.packing import moment_in, pack
from askwell.outreach.rules.threads import offers
from askwell.protocols import calendar
from askwell.protocols.calendar import Event, NotWritable, Reading, write_invitation

OF_THEIRS = (NoticeKind.INVITED, NoticeKind.CHANGED, NoticeKind.WITHDRAWN)
MOVING = (MessageKind.SCHEDULED, MessageKind.CANCELLED)
"""Entries whose undoing tells the organizer by itself."""
MADE = "made"
"""Under this name a notice keeps the entries that answering it made, so that an undo takes them back."""


def hear(letter: Letter, reading: Reading, event: Event, now: datetime) -> None:
    """A REQUEST or CANCEL in the organizer's own mail. Only of an address that is known as this person's; what is
    said of an event of the seeker's own is none of theirs. The letter of anybody else waits, with its doubt."""
    thread, sender = thread_for(letter), reading.sender
    known = Interview.objects.of(letter.workspace).filter(uid=event.uid).exclude(thread=thread, called_by=sender)
    if not is_one_meeting(event, reading.method) or not is_address_of(thread.person, sender) or known.exists():
        return
    before = event_called(thread, event.uid, sender)
    if not _keep(letter, thread, reading, event):
        return
    after = event_called(thread, event.uid, sender)
    Letter.objects.of(letter.workspace).filter(pk=letter.pk).update(state=LetterState.TAKEN)
    if after is not None and (before is None or before.facts != after.facts):
        _tell(thread, event.uid, sender, before, after, now)


def _keep(letter: Letter, thread: Thread, reading: Reading, event: Event) -> bool:
    """What was understood, in our own words, without who else is asked; whether it can be written at all."""
    told = Event(
        uid=event.uid, sequence=event.sequence, stamp=event.stamp, start=event.start, end=event.end, zone=event.zone,
        summary=clean(event.summary, limit=200), status=event.status, organizer=event.organizer,
        attendees=event.attendees[:20], location=clean(event.location, limit=300),
        comment=clean_block(event.comment, limit=1000),
    )  # fmt: skip
    try:
        data = write_invitation(told, method=reading.method, now=event.stamp or reading.sent or letter.written_at)
    except NotWritable:
        return False
    CalendarWord.objects.create(
        workspace=thread.workspace, thread=thread, letter=letter, sender=reading.sender, data=data.decode(),
        said_at=reading.sent or letter.written_at,
    )  # fmt: skip
    return True


def _tell(thread: Thread, uid: str, sender: str, before: Theirs | None, after: Theirs, now: datetime) -> None:
    """The news of it, instead of what was news of it before."""
    earlier = Notice.objects.of(thread.workspace).filter(thread=thread, what__in=OF_THEIRS, facts__uid=uid)
    earlier.filter(seen_at=None).update(seen_at=now)
    if after.starts_at <= now or (after.is_off and before is None):
        return
    what = NoticeKind.WITHDRAWN if after.is_off else NoticeKind.CHANGED if before else NoticeKind.INVITED
    facts = {
        "meets_at": after.starts_at, "minutes": after.minutes, "place": after.place, "text": after.event.comment,
        "uid": uid, "organizer": sender,
    }  # fmt: skip
    Notice.objects.create(
        workspace=thread.workspace, thread=thread, what=what, facts=pack(facts), happened_at=now
    )  # fmt: skip


def stands_still(notice: Notice, now: datetime) -> Theirs:
    """The event that a notice tells of, if it is still as the notice says. Raises InvitationGoneError, PastTimeError
    for a time that is over."""
    facts = notice.facts
    theirs = event_called(notice.thread, str(facts.get("uid", "")), str(facts.get("organizer", "")))
    if theirs is None or theirs.is_off or theirs.starts_at != moment_in(facts, "meets_at"):
        raise InvitationGoneError
    if theirs.starts_at <= now:
        raise PastTimeError
    return theirs


@transaction.atomic
def accept(*, workspace: Workspace, notice_id: UUID, now: datetime) -> bool:
    """The talk is agreed at the time of their event, which it is from now on in every calendar, and they are
    answered; whether an answer leaves (not without a mailbox).

    Raises Notice.DoesNotExist, InvitationGoneError, PastTimeError, ImpossibleMove, DoNotContactError.
    """
    notice = _open(workspace, notice_id)
    theirs = stands_still(notice, now)
    interview = _bound(notice, theirs, now)
    if MessageKind.SCHEDULED not in offers(standing_of(notice.thread)):
        _said_yes(notice, now)
    if (notice.thread.state, notice.thread.meets_at) != (ThreadState.SCHEDULED, theirs.starts_at):
        _agree(notice, interview, theirs, now)
    return _answered(notice, theirs, Said(calendar.Answer.ACCEPTED, theirs.starts_at, theirs.event.sequence), "", now)


@transaction.atomic
def decline(*, workspace: Workspace, notice_id: UUID, text: str = "", now: datetime) -> bool:
    """Not at that time; a talk agreed at it is off. As `accept`."""
    notice = _open(workspace, notice_id)
    theirs = stands_still(notice, now)
    _bound(notice, theirs, now)
    _said_yes(notice, now)
    said = Said(calendar.Answer.DECLINED, theirs.starts_at, theirs.event.sequence)
    left = _answered(notice, theirs, said, text, now)
    if (notice.thread.state, notice.thread.meets_at) == (ThreadState.SCHEDULED, theirs.starts_at):
        _made(notice, entries.cancel(workspace=workspace, thread_id=notice.thread_id, text=text, now=now))
    return left


@transaction.atomic
def counter(*, workspace: Workspace, notice_id: UUID, at: datetime, text: str = "", now: datetime) -> bool:
    """Another time, please: nothing is agreed until they send it. As `accept`."""
    if at <= now:
        raise PastTimeError
    notice = _open(workspace, notice_id)
    theirs = stands_still(notice, now)
    _bound(notice, theirs, now)
    _said_yes(notice, now)
    return _answered(notice, theirs, Said(calendar.Answer.TENTATIVE, at, theirs.event.sequence), text, now)


@transaction.atomic
def take_answer_back(*, workspace: Workspace, notice_id: UUID, now: datetime) -> bool:
    """Undo of the three: the answer is called back, what it made is taken back, the notice waits again. False, and
    nothing is done, when the answer has left and nothing else could be told.

    Raises Notice.DoesNotExist, NotTheLastError when something was logged since.
    """
    notice = Notice.objects.of(workspace).select_related("thread__person", "workspace").get(pk=notice_id)
    interview = Interview.objects.of(workspace).filter(thread=notice.thread).first()
    if interview is None or MADE not in notice.facts:
        raise Notice.DoesNotExist
    interview, made = locked(workspace, interview.pk), list(notice.facts[MADE])
    moved = Message.objects.of(workspace).filter(pk__in=made, kind__in=MOVING).exists()
    if not take_back_waiting(interview) and said_last(interview) and not moved:
        return False
    for entry in reversed(made):
        undo_entry(workspace=workspace, message_id=UUID(entry), now=now)
    _unbind(interview.pk, workspace, now)
    notice.facts, notice.seen_at = {key: value for key, value in notice.facts.items() if key != MADE}, None
    notice.save(update_fields=["facts", "seen_at"])
    return True


def _open(workspace: Workspace, notice_id: UUID) -> Notice:
    """The notice with an invitation, seen from now on (the caller stores it)."""
    rows = Notice.objects.of(workspace).select_for_update(of=("self",)).select_related("thread__person", "workspace")
    notice = rows.get(pk=notice_id)
    if notice.what not in (NoticeKind.INVITED, NoticeKind.CHANGED):
        raise Notice.DoesNotExist
    return notice


def _bound(notice: Notice, theirs: Theirs, now: datetime) -> Interview:
    """The conversation's interview, which is their event from now on; one of ours gives way to it."""
    interview = locked(notice.workspace, begin(notice.thread, now=now).pk)
    with suppress(NoMailboxError):
        give_way(interview, now=now)
    interview.uid, interview.called_by = theirs.event.uid, str(notice.facts["organizer"])
    interview.sequence = max(interview.sequence, theirs.event.sequence)
    interview.save(update_fields=["uid", "called_by", "sequence"])
    return interview


def _said_yes(notice: Notice, now: datetime) -> None:
    """Who invites to a talk has answered: nobody is reminded of it any more."""
    thread = notice.thread
    if thread.state == ThreadState.WAITING or MessageKind.SCHEDULED not in offers(standing_of(thread)):
        said = entries.log_answer(
            workspace=notice.workspace, thread_id=thread.pk, answer=Answer.ACCEPTS, channel=Channel.EMAIL, at=now,
            now=now,
        )  # fmt: skip
        _made(notice, said)


def _agree(notice: Notice, interview: Interview, theirs: Theirs, now: datetime) -> None:
    interview.minutes, interview.place = theirs.minutes or interview.minutes, theirs.place or interview.place
    interview.save(update_fields=["minutes", "place"])
    by = MeetingBy(interview.by or MeetingBy.VIDEO)
    workspace, thread = notice.workspace, notice.thread_id
    _made(
        notice,
        entries.schedule(workspace=workspace, thread_id=thread, meets_at=theirs.starts_at, by=by, now=now),
    )


def _made(notice: Notice, entry: Message) -> None:
    notice.facts = {**notice.facts, MADE: [*notice.facts.get(MADE, ()), str(entry.pk)]}


def _answered(notice: Notice, theirs: Theirs, said: Said, text: str, now: datetime) -> bool:
    """Queue the answer, and store the notice. Raises DoNotContactError, and InvitationGoneError where no mail can be
    written to that organizer."""
    notice.facts = {MADE: [], **notice.facts}
    notice.seen_at = now
    notice.save(update_fields=["facts", "seen_at"])
    interview = locked(notice.workspace, begin(notice.thread, now=now).pk)
    try:
        reply(interview, theirs, said, text=clean_block(text, limit=1000), now=now)
    except NoMailboxError:
        return False
    return True


def _unbind(interview_id: UUID, workspace: Workspace, now: datetime) -> None:
    """Their event is theirs alone again, where they hold no answer of the seeker's, and ours is back where they still
    hold that."""
    interview = (
        Interview.objects.of(workspace).select_related("thread", "person", "workspace").filter(pk=interview_id).first()
    )
    if interview and said_last(interview) is None:
        interview.uid = interview.called_by = ""
        if ours := held_by_them(interview):
            interview.uid, interview.invited_to = ours.uid, ours.attendees[0].email
            interview.invited_at = now
        interview.save(update_fields=["uid", "called_by", "invited_to", "invited_at"])
