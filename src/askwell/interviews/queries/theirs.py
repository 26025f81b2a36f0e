"""Events that an insider called themselves: as everything said of them adds up, and what the seeker has answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.interviews.choices import NoticeKind
from askwell.interviews.models import Booking, CalendarWord, Interview, Notice
from askwell.interviews.queries.inviting import Calendars, address_of, last_told, reading_of, stands, words_of
from askwell.interviews.queries.offering import known_zone
from askwell.interviews.rules.theirs import Said
from askwell.outreach.models import Thread
from askwell.outreach.queries.mail.knowing import own_addresses
from askwell.outreach.queries.mail.mailboxes import usual_mailbox
from askwell.outreach.queries.packing import unpack
from askwell.outreach.queries.rows import jobs_of, who
from askwell.outreach.queries.values import Who
from askwell.protocols.calendar import Answer, Event, Method, Party, settle


@dataclass(frozen=True, slots=True)
class Theirs:
    """As it stands: `starts_at` is UTC, `is_off` that they called it off, `me` as whom the seeker was asked."""

    event: Event
    starts_at: datetime
    minutes: int
    place: str
    is_off: bool
    me: Party | None

    @property
    def facts(self) -> tuple[object, ...]:
        """What the seeker is told again when it changes."""
        return self.starts_at, self.minutes, self.place, self.is_off


def event_called(thread: Thread, uid: str, organizer: str) -> Theirs | None:
    """The event of this name that `organizer` (lower case) called, from what was heard in the conversation; None
    where that is no one meeting at a moment. Three queries."""
    words = CalendarWord.objects.of(thread.workspace).filter(thread=thread, sender=organizer).order_by("said_at", "id")
    own = own_addresses(thread.workspace)
    meeting = settle(uid, map(reading_of, words), me=own, organizer=organizer)
    whole = meeting.whole if meeting else None
    starts_at = whole.event.start if whole else None
    if whole is None or not isinstance(starts_at, datetime):
        return None
    event = whole.event
    me = next((one for one in event.attendees if one.email in own), None)
    return Theirs(event, starts_at, minutes_of(event), event.location[:300], whole.cancelled, me)


def called_of(interview: Interview) -> Theirs | None:
    """The event that this talk is in their calendar as; None where they called none."""
    return event_called(interview.thread, interview.uid, interview.called_by) if interview.called_by else None


def is_called_by_them(interview: Interview) -> bool:
    """Whether the talk is an event of theirs that still stands: ours would be a second one."""
    theirs = called_of(interview)
    return theirs is not None and not theirs.is_off


def said_last(interview: Interview) -> Said | None:
    """What the seeker answered last to their event, also while it waits to leave."""
    ours = [reading_of(word) for word in words_of(interview) if word.is_ours]
    for reading in reversed(ours):
        for event in reading.events:
            if event.uid == interview.uid and isinstance(event.start, datetime) and reading.answer:
                return Said(reading.answer, event.start, event.sequence)
    return None


def minutes_of(event: Event) -> int:
    """How long it takes; 0 where nothing says so, and never more than a day."""
    if not (isinstance(event.start, datetime) and isinstance(event.end, datetime)):
        return 0
    return min(round((event.end - event.start) / timedelta(minutes=1)), 24 * 60)


def is_one_meeting(event: Event, method: Method) -> bool:
    """Whether it can be a talk: once, at a moment that is surely meant."""
    if not event.uid or event.rrule or event.recurrence_id or event.all_day or not event.sure:
        return False
    return isinstance(event.start, datetime) or method is Method.CANCEL


def calendars_of(interview: Interview) -> Calendars:
    """At most seven queries."""
    mailbox = usual_mailbox(interview.workspace)
    if is_called_by_them(interview):
        said = said_last(interview)
        answer = said.answer if said else Answer.NONE
        return Calendars(interview.called_by, mailbox is not None, False, Answer.NONE, None, "", True, answer)
    said_of_it = words_of(interview) if interview.invited_at else []
    if last_told(said_of_it, interview.calendar_uid) is None:  # also what was called back, or not taken
        address, pages = address_of(interview), Booking.objects.of(interview.workspace)
        has_page = not address and pages.filter(thread=interview.thread_id, withdrawn_at=None).exists()
        return Calendars(address, mailbox is not None, False, Answer.NONE, None, "", has_page=has_page)
    answer, counter, words = stands(interview, said_of_it)
    return Calendars(interview.invited_to, mailbox is not None, True, answer, counter, words)


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a notice of theirs says, for the page that answers it. `zone`: theirs, empty when it is not known."""

    id: UUID
    thread_id: UUID
    who: Who
    starts_at: datetime
    minutes: int
    place: str
    text: str
    zone: str
    is_connected: bool


def invitation(workspace: Workspace, notice_id: UUID) -> Invitation:
    """Three queries. Raises Notice.DoesNotExist, also for a notice of something else."""
    rows = Notice.objects.of(workspace).filter(what__in=(NoticeKind.INVITED, NoticeKind.CHANGED))
    notice = rows.select_related("thread__person").get(pk=notice_id)
    person, facts = notice.thread.person, unpack(notice.facts)
    names = (person.given_name, person.family_name, person.native_name)
    return Invitation(
        id=notice.pk,
        thread_id=notice.thread_id,
        who=who(person.pk, names, jobs_of(workspace, [person.pk])),
        starts_at=facts["meets_at"],
        minutes=facts.get("minutes", 0),
        place=facts.get("place", ""),
        text=facts.get("text", ""),
        zone=known_zone(person),
        is_connected=usual_mailbox(workspace) is not None,
    )
