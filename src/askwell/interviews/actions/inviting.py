"""The insider is invited: the agreed talk goes into their calendar by mail, and their calendar's answers come back."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.interviews.actions import theirs
from askwell.interviews.actions.calendar_mail import take_back_waiting
from askwell.interviews.actions.errors import NotAgreedError, PastTimeError
from askwell.interviews.actions.following import begin, locked
from askwell.interviews.actions.telling import tell
from askwell.interviews.choices import InterviewState, NoticeKind
from askwell.interviews.models import CalendarWord, Interview, Notice
from askwell.interviews.queries.inviting import address_of, stands, words_of
from askwell.interviews.queries.theirs import is_called_by_them
from askwell.lib.text import clean_block
from askwell.outreach.actions import entries
from askwell.outreach.actions.errors import DoNotContactError, NoMailboxError, UnknownAddressError
from askwell.outreach.choices import Answer, Channel, LetterState, MeetingBy, MessageKind
from askwell.outreach.models import Letter, Message
from askwell.outreach.queries.history import standing_of
from askwell.outreach.queries.packing import moment_in, pack
from askwell.outreach.rules.threads import offers
from askwell.protocols import calendar
from askwell.protocols.calendar import Event, Method, NotWritable, Reading, write_invitation

SAID = {
    calendar.Answer.ACCEPTED: NoticeKind.ACCEPTED,
    calendar.Answer.DECLINED: NoticeKind.REFUSED,
    calendar.Answer.TENTATIVE: NoticeKind.UNSURE,
}


@transaction.atomic
def invite(*, workspace: Workspace, interview_id: UUID, now: datetime) -> None:
    """Put the agreed talk into their calendar; from now on it is told of moves and call-offs by itself.

    Leaves after a moment's grace. Raises NotAgreedError (also for an event of theirs), NoMailboxError,
    UnknownAddressError (none is known),
    DoNotContactError, Interview.DoesNotExist.
    """
    interview = locked(workspace, interview_id)
    if interview.state != InterviewState.CONFIRMED or is_called_by_them(interview):
        raise NotAgreedError
    if interview.called_by:  # theirs is off: this is another event
        interview.uid = interview.called_by = ""
    address = address_of(interview)
    if not address:
        raise UnknownAddressError
    interview.uid, interview.invited_to, interview.invited_at = interview.calendar_uid, address.lower(), now
    interview.save(update_fields=["uid", "called_by", "invited_to", "invited_at"])
    try:
        tell(interview, now=now)
    except NotWritable:
        raise UnknownAddressError from None


@transaction.atomic
def uninvite(*, workspace: Workspace, interview_id: UUID) -> bool:
    """Undo of `invite`, as long as the mail has not left: whether that was so. Raises Interview.DoesNotExist."""
    interview = locked(workspace, interview_id)
    take_back_waiting(interview)
    if any(word.is_ours for word in words_of(interview)):
        return False
    interview.invited_to, interview.invited_at = "", None
    interview.save(update_fields=["invited_to", "invited_at"])
    return True


def invite_if_possible(interview: Interview, *, now: datetime) -> None:
    """When both have agreed on the insider's page, it goes by itself; where it cannot, the seeker tells them."""
    if interview.invited_at is None:
        with suppress(NoMailboxError, UnknownAddressError, DoNotContactError, NotAgreedError), transaction.atomic():
            invite(workspace=interview.workspace, interview_id=interview.pk, now=now)


@transaction.atomic
def hear_calendar(*, letter: Letter, reading: Reading, now: datetime) -> None:
    """What their calendar says of a talk: kept, and told to the seeker, who decides. Never applied by itself.

    Believed only of the address that was invited, about the UID that nobody else was told, and in the mail's own
    name; an answer to a time that no longer stands says nothing.
    """
    if not reading.own_word or reading.sender != letter.sender.lower():
        return
    if reading.method in (Method.REPLY, Method.COUNTER):
        for event in reading.events[:1]:
            _heard_answer(letter, reading, event, now)
    elif reading.method in (Method.REQUEST, Method.CANCEL):
        for event in reading.events[:1]:
            theirs.hear(letter, reading, event, now)
    elif not reading.events and reading.answer in SAID:
        _heard_in_subject(letter, reading.sender, SAID[reading.answer], now)


def _heard_answer(letter: Letter, reading: Reading, event: Event, now: datetime) -> None:
    """An answer to our invitation."""
    rows = Interview.objects.of(letter.workspace).select_related("workspace", "thread", "person")
    interview = rows.filter(uid=event.uid, invited_to=reading.attendee, thread__person=letter.thread.person_id).first()
    if interview is None or not event.uid:
        return
    before = stands(interview)
    _keep(interview, letter, reading, event)
    answer, counter, words = after = stands(interview)
    if after == before:
        return
    facts = {"meets_at": interview.starts_at, "minutes": interview.minutes, "interview": str(interview.pk)}
    if counter:
        _notice(letter, NoticeKind.COUNTERED, now, {**facts, "meets_at": counter, "text": words})
    elif answer in SAID and interview.starts_at:
        _notice(letter, SAID[answer], now, {**facts, "text": event.comment})


def _heard_in_subject(letter: Letter, sender: str, what: NoticeKind, now: datetime) -> None:
    """Only the subject tells it, and not of which time: told, and kept nowhere."""
    interview = Interview.objects.of(letter.workspace).filter(thread=letter.thread, invited_to=sender).first()
    if interview and interview.state == InterviewState.CONFIRMED:
        facts = {"meets_at": interview.starts_at, "minutes": interview.minutes, "interview": str(interview.pk)}
        _notice(letter, what, now, facts)


def _keep(interview: Interview, letter: Letter, reading: Reading, event: Event) -> None:
    """The reading as a calendar again: our own words for what was understood of theirs."""
    start = event.start or interview.starts_at
    with suppress(NotWritable):
        said = Event(
            uid=event.uid, sequence=event.sequence, stamp=event.stamp, start=start, end=event.end or start,
            attendees=tuple(one for one in event.attendees if one.email == reading.attendee)
            or (calendar.Party(reading.attendee),),
            comment=event.comment, all_day=event.all_day, zone=event.zone,
        )  # fmt: skip
        said = _with_answer(said, reading)
        data = write_invitation(said, method=reading.method, now=event.stamp or reading.sent or letter.written_at)
        CalendarWord.objects.create(
            workspace=interview.workspace, interview=interview, letter=letter, sender=reading.sender,
            data=data.decode(), said_at=reading.sent or letter.written_at,
        )  # fmt: skip


def _with_answer(event: Event, reading: Reading) -> Event:
    """Some programs tell the answer only in the title."""
    return (
        calendar.answered(event, me=event.attendees[0], answer=reading.answer, comment=event.comment)
        if (reading.answer and reading.method is Method.REPLY)
        else event
    )


def _notice(letter: Letter, what: NoticeKind, now: datetime, facts: Mapping[str, object]) -> None:
    text = clean_block(str(facts.get("text", "")), limit=1000)
    Notice.objects.create(
        workspace=letter.workspace, thread=letter.thread, what=what, facts=pack({**facts, "text": text}),
        happened_at=now,
    )  # fmt: skip
    Letter.objects.of(letter.workspace).filter(pk=letter.pk).update(state=LetterState.TAKEN)


@transaction.atomic
def take_time(*, workspace: Workspace, notice_id: UUID, now: datetime) -> Message:
    """Agree on the time that their calendar asked for. Raises Notice.DoesNotExist, PastTimeError, ImpossibleMove."""
    notice = _seen(workspace, notice_id, now)
    meets_at = moment_in(notice.facts, "meets_at")
    if notice.what != NoticeKind.COUNTERED or meets_at is None:
        raise Notice.DoesNotExist
    if meets_at <= now:
        raise PastTimeError
    thread, interview = notice.thread, begin(notice.thread, now=now)
    if MessageKind.SCHEDULED not in offers(standing_of(thread)):
        entries.log_answer(
            workspace=workspace, thread_id=thread.pk, answer=Answer.ACCEPTS, channel=Channel.EMAIL, at=now, now=now
        )
    by = MeetingBy(interview.by or MeetingBy.VIDEO)
    return entries.schedule(workspace=workspace, thread_id=thread.pk, meets_at=meets_at, by=by, now=now)


@transaction.atomic
def take_refusal(*, workspace: Workspace, notice_id: UUID, now: datetime) -> Message:
    """Their calendar said no, or they called their event off: the time is off.

    Raises Notice.DoesNotExist, ImpossibleMove.
    """
    notice = _seen(workspace, notice_id, now)
    if notice.what not in (NoticeKind.REFUSED, NoticeKind.WITHDRAWN):
        raise Notice.DoesNotExist
    return entries.cancel(
        workspace=workspace, thread_id=notice.thread_id, text=notice.facts.get("text", ""), now=now
    )  # fmt: skip


def _seen(workspace: Workspace, notice_id: UUID, now: datetime) -> Notice:
    rows = Notice.objects.of(workspace).select_related("thread__person", "thread__workspace")
    notice = rows.get(pk=notice_id)
    notice.seen_at = notice.seen_at or now
    notice.save(update_fields=["seen_at"])
    return notice
