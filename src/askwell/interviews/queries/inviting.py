"""Whether an agreed talk can be put into the insider's calendar by mail, and what their calendar said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of, zone_of
from askwell.interviews.models import CalendarWord, Interview
from askwell.interviews.queries.offering import hello, known_zone
from askwell.interviews.queries.pages import page_language
from askwell.interviews.queries.visiting import DEFAULT_ZONE, usable
from askwell.interviews.rules.invitations import Invited
from askwell.lib.names import latin_name
from askwell.outreach.choices import Channel, Direction, DispatchState, MeetingBy, MessageState
from askwell.outreach.models import Mailbox, Message
from askwell.people.choices import ContactKind
from askwell.people.models import ContactPoint, Person
from askwell.protocols.calendar import Answer, Party, Reading, read_calendar, settle

NEVER_LEFT = (DispatchState.CANCELLED, DispatchState.FAILED)


@dataclass(frozen=True, slots=True)
class Calendars:
    """Of one interview. `address`: where an invitation would go, or went; empty where none is known. `is_connected`:
    a mailbox is. `answer`: what their calendar says to the time that stands; `counter` another time that it asks for,
    with their words. `is_theirs`: it is an event of their own calendar, to which the seeker `said` something or
    nothing. `has_page`: they have a page on which the time stands."""

    address: str
    is_connected: bool
    is_invited: bool
    answer: Answer
    counter: datetime | None
    words: str
    is_theirs: bool = False
    said: Answer = Answer.NONE
    has_page: bool = False


def stands(interview: Interview, words: "list[CalendarWord] | None" = None) -> tuple[Answer, datetime | None, str]:
    """What everything that was ever said of it adds up to (`words`, where the caller has them): their answer to the
    time that stands, the other time that they ask for, their words. One query."""
    words = words_of(interview) if words is None else words
    ours = next((word.sender for word in reversed(words) if word.is_ours), "")
    meeting = settle(interview.uid, map(reading_of, words), organizer=ours)
    whole = meeting.whole if meeting else None
    if whole is None:
        return Answer.NONE, None, ""
    theirs = [one for one in whole.proposals if one.email == interview.invited_to]
    start = theirs[-1].start if theirs else None
    counter = start if isinstance(start, datetime) else None
    return whole.answer_of(interview.invited_to), counter, theirs[-1].comment if theirs else ""


def reading_of(word: CalendarWord) -> Reading:
    """What was kept, read again."""
    reading = read_calendar(word.data.encode(), zone="UTC")
    return Reading(reading.method, reading.events, reading.attendee, reading.answer, word.sender, word.said_at)


def words_of(interview: Interview) -> list[CalendarWord]:
    """What was said of events of the seeker's, and what the seeker answered to theirs, in order; one query. What was
    called back, or that no server took, was never said."""
    words = CalendarWord.objects.of(interview.workspace).filter(interview=interview)
    return list(words.exclude(dispatch__state__in=NEVER_LEFT).order_by("said_at", "id"))


def last_put_away(interview: Interview) -> Reading | None:
    """What the seeker wanted to tell last, if it was called back in the outbox, or no server took it."""
    words = CalendarWord.objects.of(interview.workspace).filter(interview=interview, is_ours=True)
    last = words.select_related("dispatch").order_by("said_at", "id").last()
    return reading_of(last) if last and last.dispatch and last.dispatch.state in NEVER_LEFT else None


def last_told(words: Iterable[CalendarWord], uid: str) -> Reading | None:
    """What their calendar was told last of this event."""
    ours = [reading_of(word) for word in words if word.is_ours]
    return next((one for one in reversed(ours) if any(event.uid == uid for event in one.events)), None)


def address_of(interview: Interview) -> str:
    """The e-mail address they were last written to, else the first that is known; empty where none is. Never one that
    letters come back from."""
    workspace = interview.workspace
    points = living_addresses(interview)
    sent = Message.objects.of(workspace).filter(
        thread=interview.thread_id, direction=Direction.OUT, state=MessageState.SENT, channel=Channel.EMAIL
    )
    last = sent.order_by("-happened_at").values_list("address", flat=True).first()
    return last if last in points else next(iter(points), "")


def living_addresses(interview: Interview) -> list[str]:
    """Their e-mail addresses that letters reach, as far as is known."""
    known = ContactPoint.objects.of(interview.workspace).filter(person=interview.person_id, kind=ContactKind.EMAIL)
    return list(known.filter(dead_at=None).order_by("id").values_list("value", flat=True))


def invited(interview: Interview, mailbox: Mailbox, starts_at: datetime) -> Invited:
    """The talk as both calendars should hold it."""
    workspace, person = interview.workspace, interview.person
    language = page_language(interview.thread)
    return Invited(
        uid=interview.calendar_uid,
        sequence=interview.sequence,
        starts_at=starts_at,
        minutes=interview.minutes,
        by=MeetingBy(interview.by or MeetingBy.VIDEO),
        place=interview.place,
        organizer=Party(mailbox.address.lower(), _own_name(workspace, mailbox)),
        attendee=Party((interview.invited_to or address_of(interview)).lower(), name_of(person), rsvp=True),
        own=usable(zone_of(workspace)) or DEFAULT_ZONE,
        theirs=known_zone(person),
        language=language,
        hello=hello(person, language),
    )


def name_of(person: Person) -> str:
    return latin_name(person.given_name, person.family_name, person.native_name) or person.native_name


def _own_name(workspace: Workspace, mailbox: Mailbox) -> str:
    profile = profile_of(workspace)
    return mailbox.name or profile.name or profile.native_name
