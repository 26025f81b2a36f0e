"""The insider who called the talk themselves is answered by mail: yes, another time, no; and told when that changes."""

from datetime import datetime, timedelta

from askwell.interviews.actions.calendar_mail import put_out, take_back_waiting
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.interviews.queries.inviting import invited
from askwell.interviews.queries.theirs import Theirs, called_of, said_last
from askwell.interviews.rules.invitations import Telling, mail_of
from askwell.interviews.rules.theirs import Said, owed
from askwell.outreach.actions.errors import NoMailboxError
from askwell.outreach.models import Mailbox
from askwell.outreach.queries.mail.mailboxes import mailbox_of
from askwell.protocols.calendar import Answer, Event, Method, Party, answered, countered

TELLING = {
    Answer.ACCEPTED: Telling.ACCEPTED,
    Answer.DECLINED: Telling.DECLINED,
    Answer.TENTATIVE: Telling.COUNTERED,
}


def keep_replied(interview: Interview, *, now: datetime) -> None:
    """Once the seeker has answered, the organizer is told by itself what has become of it: moved, called off, back.

    Raises NoMailboxError, UnknownAddressError, DoNotContactError, NotWritable.
    """
    theirs = called_of(interview)
    if theirs is None or theirs.is_off or _owed(interview, theirs, now) is None:
        return
    take_back_waiting(interview, uid=interview.uid)
    said = _owed(interview, theirs, now)
    if said is not None:
        reply(interview, theirs, said, now=now)


def reply(interview: Interview, theirs: Theirs, said: Said, *, text: str = "", now: datetime) -> bool:
    """Queue the seeker's answer, once; whether there was anything to say. `text` in the seeker's words.

    Raises NoMailboxError, UnknownAddressError, DoNotContactError, NotWritable.
    """
    if said == said_last(interview):
        return False
    mailbox = mailbox_of(interview.thread)
    if mailbox is None:
        raise NoMailboxError
    take_back_waiting(interview, uid=interview.uid)
    subject, body = mail_of(invited(interview, mailbox, said.at), TELLING[said.answer], text)
    event, method = _event(theirs, mailbox, said, text)
    to = Party(interview.called_by, theirs.event.organizer.name if theirs.event.organizer else "")
    put_out(
        interview, mailbox, event, method=method, to=to, subject=subject, body=body,
        useless_after=max(said.at, theirs.starts_at), now=now,
    )  # fmt: skip
    return True


def _owed(interview: Interview, theirs: Theirs, now: datetime) -> Said | None:
    return owed(
        starts_at=theirs.starts_at,
        sequence=theirs.event.sequence,
        told=said_last(interview),
        state=InterviewState(interview.state),
        agreed=interview.starts_at,
        now=now,
    )


def _event(theirs: Theirs, mailbox: Mailbox, said: Said, text: str) -> tuple[Event, Method]:
    """As whom the seeker was asked; where that is none of their addresses, as whom they write."""
    me = theirs.me or Party(mailbox.address.lower(), mailbox.name)
    if said.answer is not Answer.TENTATIVE:
        return answered(theirs.event, me=me, answer=said.answer, comment=text), Method.REPLY
    end = said.at + timedelta(minutes=theirs.minutes)
    return countered(theirs.event, me=me, start=said.at, end=end, comment=text), Method.COUNTER
