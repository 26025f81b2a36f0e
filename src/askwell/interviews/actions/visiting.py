"""What an insider answers on their page: each answer is an entry of the thread, and a notice for the seeker."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.interviews.actions.errors import LinkEndedError, NoNumberError, TimeTakenError, TooManyAnswersError
from askwell.interviews.actions.following import begin
from askwell.interviews.actions.inviting import invite_if_possible
from askwell.interviews.choices import NoticeKind
from askwell.interviews.models import Booking, Notice, Referral
from askwell.interviews.queries.taken import free_times
from askwell.interviews.queries.visiting import (
    answers_too_often,
    booking_of,
    has_number,
    holds,
    interview_of,
    is_theirs,
    last_notice,
    living,
)
from askwell.interviews.rules.booking import ENDS, ERASE_WITHIN
from askwell.lib.emails import normalise_email
from askwell.lib.text import clean, clean_block
from askwell.outreach.actions import entries
from askwell.outreach.actions.errors import NotTheLastError
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.choices import Answer, Channel, MeetingBy, MessageKind, Outcome, ThreadState
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries.history import standing_of
from askwell.outreach.queries.packing import pack
from askwell.outreach.rules.threads import offers
from askwell.people.actions.addresses import add_contact_point
from askwell.people.actions.errors import UnreadableAddressError
from askwell.people.actions.stopping import allow_contacting
from askwell.people.choices import ContactKind, Obtained

PRESSED_TWICE = timedelta(minutes=1)
OF_TIME = (NoticeKind.BOOKED, NoticeKind.MOVED, NoticeKind.CALLED_OFF)
LANGUAGES = ("en", "zh-Hans", "fr")  # that the page speaks
LONGEST, LONGEST_IN_WRITING = 1000, 8000  # characters of what they write


@transaction.atomic
def choose_time(
    *,
    token: str,
    starts_at: datetime,
    by: MeetingBy,
    phone: str = "",
    email: str = "",
    zone: str = "",
    language: str = "",
    now: datetime,
) -> Notice:
    """They take one of the times offered, or another one instead of the one they took. Both have agreed then.

    `phone`: the number to call them at; `email`: where they get the link. Both are theirs to give, and are kept with
    the person as come from this page. Raises TimeTakenError when it has passed, was never offered or is no longer free;
    NoNumberError for a call where none is known; UnreadableAddressError for what is no e-mail address; LinkEndedError;
    TooManyAnswersError; ImpossibleMove.
    """
    booking, thread = _opened(token, now)
    was, was_by = thread.meets_at if thread.state == ThreadState.SCHEDULED else None, thread.meets_by
    if was == starts_at and thread.meets_by == by and (last := last_notice(booking, now)):
        return last  # pressed twice
    if starts_at not in free_times(interview_of(booking.workspace, thread), now):
        raise TimeTakenError
    number = _number(thread, by, phone)
    if email.strip() and normalise_email(email) is None:
        raise UnreadableAddressError(ContactKind.EMAIL)
    _remember(booking, zone, language)
    if MessageKind.SCHEDULED not in offers(standing_of(thread)):
        _answer(booking, thread, Answer.ACCEPTS, "", now)
    entry = entries.schedule(workspace=booking.workspace, thread_id=thread.pk, meets_at=starts_at, by=by, now=now)
    interview = begin(thread, now=now)
    if number or (was_by == MeetingBy.PHONE and by is not MeetingBy.PHONE):
        interview.place = number  # the number to call is no place to meet by video
        interview.save(update_fields=["place"])
    _given(thread, ContactKind.PHONE, number, now)
    _given(thread, ContactKind.EMAIL, email, now)
    invite_if_possible(interview, now=now)
    what = NoticeKind.MOVED if was else NoticeKind.BOOKED
    return _note(thread, what, now, entry, meets_at=starts_at, by=by, was=was)


@transaction.atomic
def call_off(*, token: str, text: str = "", now: datetime) -> Notice:
    """They can't at the time that was agreed. Raises as `choose_time`."""
    booking, thread = _opened(token, now)
    was, said = thread.meets_at, clean_block(text, limit=LONGEST)
    entry = entries.cancel(workspace=booking.workspace, thread_id=thread.pk, text=said, by_them=True, now=now)
    return _note(thread, NoticeKind.CALLED_OFF, now, entry, was=was, text=said)


@transaction.atomic
def propose_time(*, token: str, text: str, now: datetime) -> Notice:
    """None of the times suits; they say in their own words which would. A time that is agreed stands until both
    agree on another. Raises as `choose_time`."""
    booking, thread = _opened(token, now)
    said = clean_block(text, limit=LONGEST)
    if last := _said_already(booking, NoticeKind.OTHER_TIME, said, now):
        return last
    answer = Answer.ASKS if thread.state == ThreadState.SCHEDULED else Answer.ACCEPTS
    return _note(thread, NoticeKind.OTHER_TIME, now, _answer(booking, thread, answer, said, now), text=said)


@transaction.atomic
def name_other(*, token: str, name: str, reach: str, may_use_name: bool, now: datetime) -> Notice:
    """They name somebody who knows it better. Who that is, the seeker writes down. Raises as `choose_time`."""
    booking, thread = _opened(token, now)
    words = ", ".join(filter(None, (clean(name, limit=120), clean(reach, limit=170))))
    if last := _said_already(booking, NoticeKind.NAMED, words, now):
        return last
    entry = _answer(booking, thread, Answer.REFERS, words, now)
    Referral.objects.create(
        workspace=booking.workspace, interview=begin(thread, now=now), text=words, may_use_name=may_use_name,
        named_at=now,
    )  # fmt: skip
    return _note(thread, NoticeKind.NAMED, now, entry, text=words, may_use_name=may_use_name)


@transaction.atomic
def decline(*, token: str, text: str = "", until: date | None = None, now: datetime) -> Notice:
    """Not this time; with `until`, they may be asked again then. Raises as `choose_time`."""
    booking, thread = _opened(token, now)
    said, answer = clean_block(text, limit=LONGEST), Answer.DEFERS if until else Answer.DECLINES
    what = NoticeKind.LATER if until else NoticeKind.DECLINED
    if last := _said_already(booking, what, said, now):
        return last
    entry = _answer(booking, thread, answer, said, now, until)
    return _note(thread, what, now, entry, text=said, until=until)


@transaction.atomic
def write_instead(*, token: str, text: str, now: datetime) -> Notice:
    """They answer in writing, instead of a talk or before it. Raises as `choose_time`."""
    booking, thread = _opened(token, now)
    said = clean_block(text, limit=LONGEST_IN_WRITING)
    if last := _said_already(booking, NoticeKind.WROTE, said, now):
        return last
    answer = Answer.ASKS if thread.state == ThreadState.SCHEDULED else Answer.ACCEPTS
    entry = _answer(booking, thread, answer, said, now, in_writing=True)
    return _note(thread, NoticeKind.WROTE, now, entry, text=said)


@transaction.atomic
def ask_to_erase(*, token: str, now: datetime) -> Notice:
    """They are contacted no more, at once, and what is kept about them is erased within ERASE_WITHIN; until then they
    can take it back. Only by a link that is theirs. Raises as `choose_time`."""
    booking = _known(token, now)
    last = last_notice(booking, now)
    if not is_theirs(booking, token, now):
        raise LinkEndedError
    if booking.erase_at and last:
        return last
    thread = living(booking)
    assert thread, "the link is theirs"
    entry = None
    if booking.thread.person.do_not_contact_at is None:
        entry = _answer(booking, thread, Answer.STOP, "", now)
    booking.erase_at = now + ERASE_WITHIN
    booking.save(update_fields=["erase_at"])
    return _note(thread, NoticeKind.ERASE, now, entry, until=booking.erase_at.date())


def forget_erasing(*, workspace: Workspace, person_id: UUID) -> None:
    """Who may be contacted again is not erased."""
    Booking.objects.of(workspace).filter(thread__person=person_id).update(erase_at=None)


@transaction.atomic
def stop(*, token: str, now: datetime) -> Notice:
    """They ask not to be contacted again: by nobody of the workspace. Also a link that has ended can say so.

    Raises LinkEndedError for a forged link, TooManyAnswersError.
    """
    booking = _known(token, now)
    last = last_notice(booking, now)
    if booking.thread.person.do_not_contact_at and last:
        return last
    thread = living(booking) or booking.thread
    if thread.outcome == Outcome.JOINED:
        raise LinkEndedError
    return _note(thread, NoticeKind.STOPPED, now, _answer(booking, thread, Answer.STOP, "", now))


@transaction.atomic
def take_stop_back(*, token: str, now: datetime) -> Notice:
    """They changed their mind, within the time that `last_notice` knows. Raises LinkEndedError,
    TooManyAnswersError."""
    booking = _known(token, now)
    last = last_notice(booking, now)
    if last is None or last.what not in ENDS or booking.thread.person.do_not_contact_at is None:
        raise LinkEndedError
    thread = last.thread
    forget_erasing(workspace=booking.workspace, person_id=thread.person_id)
    try:
        undo_entry(workspace=booking.workspace, message_id=_entry_of(last), now=now)
    except (NotTheLastError, Message.DoesNotExist):
        allow_contacting(workspace=booking.workspace, person_id=thread.person_id, now=now)
    return _note(thread, NoticeKind.TAKEN_BACK, now, None)


def _known(token: str, now: datetime) -> Booking:
    """The page, for one answer more. Its workspace is held, so that no two answers come at once."""
    booking = booking_of(token)
    if booking is None:
        raise LinkEndedError
    Workspace.objects.select_for_update().get(pk=booking.workspace_id)
    if answers_too_often(booking, now):
        raise TooManyAnswersError
    return booking


def _opened(token: str, now: datetime) -> tuple[Booking, Thread]:
    booking = _known(token, now)
    thread = living(booking)
    if thread is None or not holds(booking, token, now) or booking.thread.person.do_not_contact_at:
        raise LinkEndedError
    return booking, thread


def _answer(
    booking: Booking, thread: Thread, answer: Answer, text: str, now: datetime, until: date | None = None,
    *, in_writing: bool = False,
) -> Message:  # fmt: skip
    return entries.log_answer(
        workspace=booking.workspace, thread_id=thread.pk, answer=answer, channel=Channel.EMAIL, at=now, text=text,
        until=until, in_writing=in_writing, now=now,
    )  # fmt: skip


def _said_already(booking: Booking, what: NoticeKind, text: str, now: datetime) -> Notice | None:
    """The same answer a moment ago: the button was pressed twice."""
    last = last_notice(booking, now)
    same = last is not None and last.what == what and last.facts.get("text", "") == text
    return last if last and same and last.happened_at > now - PRESSED_TWICE else None


def _note(thread: Thread, what: NoticeKind, now: datetime, entry: Message | None, **facts: Any) -> Notice:
    told = pack(facts)
    if what in OF_TIME:  # only the last word on the time is news
        earlier = Notice.objects.of(thread.workspace).filter(thread=thread, what__in=OF_TIME, seen_at=None)
        earlier.update(seen_at=now)
    return Notice.objects.create(
        workspace=thread.workspace, thread=thread, entry=entry, what=what, facts=told, happened_at=now
    )


def _number(thread: Thread, by: MeetingBy, phone: str) -> str:
    """The number to call them at, if it is to be a call and they gave one. Raises NoNumberError where none is known."""
    number = clean(phone, limit=40) if by is MeetingBy.PHONE else ""
    if by is MeetingBy.PHONE and not number and not has_number(thread.person):
        raise NoNumberError
    return number


def _given(thread: Thread, kind: ContactKind, value: str, now: datetime) -> None:
    """A way to reach them that they gave for the talk; a number that cannot be dialled stands with the talk alone."""
    if not value.strip():
        return
    with suppress(UnreadableAddressError):
        add_contact_point(
            workspace=thread.workspace, person_id=thread.person_id, kind=kind, value=value, obtained=Obtained.PAGE,
            obtained_on=day_in(thread.workspace, now), now=now,
        )  # fmt: skip


def _remember(booking: Booking, zone: str, language: str) -> None:
    """The clock and the language that they chose are theirs from now on."""
    booking.zone = zone or booking.zone
    if language in LANGUAGES:
        booking.language = language
    booking.save(update_fields=["zone", "language"])


def _entry_of(notice: Notice) -> UUID:
    if notice.entry_id is None:
        raise Message.DoesNotExist
    return notice.entry_id
