"""What the insider's calendar is told by mail: invited, moved, called off; and that it stays in line by itself."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction

from askwell.interviews.actions.calendar_mail import put_out, take_back_waiting
from askwell.interviews.actions.replying import keep_replied
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.interviews.queries.inviting import (
    address_of,
    invited,
    last_put_away,
    last_told,
    living_addresses,
    words_of,
)
from askwell.interviews.rules.invitations import Telling, event_of, mail_of, says_the_same
from askwell.outreach.actions.errors import DoNotContactError, NoMailboxError, UnknownAddressError
from askwell.outreach.models import Mailbox
from askwell.outreach.queries.mail.mailboxes import mailbox_of
from askwell.protocols.calendar import Event, Method, NotWritable, called_off


def keep_told(interview: Interview, *, now: datetime) -> None:
    """Bring the calendar of who was invited, or invited the seeker and was answered, in line with how the talk stands;
    nothing for others, nothing where no mail can go, and nothing that the seeker has called back just like that, or no
    server took. In the caller's transaction."""
    if not interview.called_by and (interview.invited_at is None or is_put_away(interview)):
        return
    try:
        with transaction.atomic():
            keep_replied(interview, now=now) if interview.called_by else tell(interview, now=now)
    except (NoMailboxError, DoNotContactError, UnknownAddressError, NotWritable):
        return  # they asked to be left alone, or nothing can be sent: the seeker tells them by their own means


def tell(interview: Interview, *, now: datetime) -> bool:
    """Queue the one mail that the other's calendar needs now, if any; whether there was one. What waits to leave and
    is no longer true is called back.

    Raises NoMailboxError, UnknownAddressError, DoNotContactError, NotWritable.
    """
    mailbox = mailbox_of(interview.thread)
    if mailbox is None:
        raise NoMailboxError
    take_back_waiting(interview)
    _to_living(interview)
    before = held_by_them(interview)
    if interview.state == InterviewState.CONFIRMED and interview.starts_at and interview.starts_at > now:
        return _request(interview, mailbox, interview.starts_at, before, now)
    if before is not None and _is_to_come(before, now) and interview.state in _OFF:
        return _cancel(interview, mailbox, before, now)
    return False


_OFF = (InterviewState.CANCELLED, InterviewState.PROPOSED)


def is_put_away(interview: Interview) -> bool:
    """Whether what would be told now is what did not leave the last time; of who never got anything, everything is."""
    last, before = last_put_away(interview), held_by_them(interview)
    if last is None or before is None:
        return last is not None
    if last.method is Method.CANCEL:
        return interview.state in _OFF
    event, starts_at = last.events[0], interview.starts_at
    ends_at = starts_at + timedelta(minutes=interview.minutes) if starts_at else None
    return (event.start, event.end, event.location) == (starts_at, ends_at, interview.place)


def _to_living(interview: Interview) -> None:
    """What goes out goes to an address that is still theirs. Raises UnknownAddressError where none is."""
    if interview.invited_to in (each.lower() for each in living_addresses(interview)):
        return
    address = address_of(interview)
    if not address:
        raise UnknownAddressError
    interview.invited_to = address.lower()
    interview.save(update_fields=["invited_to"])


def _request(interview: Interview, mailbox: Mailbox, starts_at: datetime, before: Event | None, now: datetime) -> bool:
    about = invited(interview, mailbox, starts_at)
    event = event_of(about)
    if before is not None and says_the_same(before, event):
        return False
    to = event.attendees[0]
    is_new = before is None or before.attendees[0].email != to.email
    subject, body = mail_of(about, Telling.INVITED if is_new else Telling.MOVED)
    put_out(
        interview, mailbox, event, method=Method.REQUEST, to=to, subject=subject, body=body, useless_after=starts_at,
        now=now,
    )  # fmt: skip
    return True


def _cancel(
    interview: Interview, mailbox: Mailbox, before: Event, now: datetime, *, words: Telling = Telling.OFF
) -> bool:
    assert isinstance(before.start, datetime), "we wrote it with a moment"
    about = invited(interview, mailbox, before.start)
    subject, body = mail_of(about, words)
    off, to = called_off(before), replace(before.attendees[0], email=about.attendee.email)
    event = replace(off, sequence=max(off.sequence, interview.sequence), attendees=(to,))
    put_out(
        interview, mailbox, event, method=Method.CANCEL, to=to, subject=subject, body=body,
        useless_after=before.start, now=now,
    )  # fmt: skip
    return True


def give_way(interview: Interview, *, now: datetime) -> None:
    """Their own event takes the place of ours: what waits is called back, what they hold is taken out again.

    Raises NoMailboxError, UnknownAddressError, DoNotContactError, NotWritable.
    """
    if interview.invited_at is None:
        return
    take_back_waiting(interview)
    before, mailbox = held_by_them(interview), mailbox_of(interview.thread)
    if before is not None and _is_to_come(before, now):
        if mailbox is None:
            raise NoMailboxError
        _to_living(interview)
        _cancel(interview, mailbox, before, now, words=Telling.REPLACED)
    interview.invited_to, interview.invited_at = "", None
    interview.save(update_fields=["invited_to", "invited_at"])


def held_by_them(interview: Interview) -> Event | None:
    """The event as their calendar was told it last; None where it holds none of ours."""
    told = last_told(words_of(interview), interview.calendar_uid)
    return told.events[0] if told and told.method is not Method.CANCEL else None


def _is_to_come(event: Event, now: datetime) -> bool:
    return isinstance(event.start, datetime) and event.start > now
