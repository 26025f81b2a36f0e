"""What the page that offers times shows, and the message that names them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.interviews.queries.pages import Page, page_of
from askwell.interviews.queries.taken import taken
from askwell.interviews.rules.offers import Offer, good_times, offer
from askwell.lib.names import latin_name
from askwell.lib.times import UnknownZone, zone
from askwell.outreach.choices import Channel, Direction, MeetingBy, MessageKind, MessageState, ThreadState
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries.drafts import DraftText
from askwell.outreach.queries.history import recipient_of, standing_of
from askwell.outreach.queries.rows import jobs_of, who
from askwell.outreach.queries.values import Who
from askwell.outreach.queries.write import may_write
from askwell.people.models import Person

Link = Callable[[str], str]


def unlinked(_token: str) -> str:
    """Where no page can be linked to."""
    return ""


@dataclass(frozen=True, slots=True)
class OfferPage:
    """`theirs` is their zone, empty when it is not known; `offered` the times offered before that are still to
    come; `text` the message that names them; `can_reply` whether that message can be written as a reply now;
    `good` hours when they work and the seeker is awake and has nothing else; `agreed` a time that stands already;
    `booking` the page on which they can pick a time."""

    who: Who
    theirs: str
    do_not_contact: bool
    interview_id: UUID | None
    offered: tuple[datetime, ...]
    minutes: int
    by: str
    agreed: datetime | None
    text: DraftText | None
    can_reply: bool
    good: tuple[datetime, ...]
    booking: Page | None


def offer_page(workspace: Workspace, person_id: UUID, *, own: str, now: datetime, link: Link = unlinked) -> OfferPage:
    """At most eleven queries. `own` is the seeker's zone, `link` makes an address of a page's token. Raises
    Person.DoesNotExist."""
    person = Person.objects.of(workspace).get(pk=person_id)
    thread = open_thread(workspace, person_id)
    interview = _interview(workspace, thread)
    offered = offered_still(interview, now)
    recipient, theirs = recipient_of(person), known_zone(person)
    agreed = interview.starts_at if interview and interview.state == InterviewState.CONFIRMED else None
    names = (person.given_name, person.family_name, person.native_name)
    busy_by = taken(workspace, now, but=interview.pk if interview else None)
    booking = page_of(workspace, thread, now)
    address = link(booking.token) if booking and not booking.is_over else ""
    return OfferPage(
        who=who(person.pk, names, jobs_of(workspace, [person.pk])),
        theirs=theirs,
        do_not_contact=person.do_not_contact_at is not None,
        interview_id=interview.pk if interview else None,
        offered=offered,
        minutes=interview.minutes if interview else 20,
        by=(interview.by if interview else "") or MeetingBy.VIDEO,
        agreed=agreed,
        text=offer_text(interview, own=own, now=now, link=address) if interview and offered else None,
        can_reply=bool(thread and can_reply(thread)),
        good=good_times(now, theirs=theirs or own, region=recipient.region, own=own, taken=busy_by),
        booking=booking,
    )


def offer_text(interview: Interview, *, own: str, now: datetime, link: str = "") -> DraftText:
    """The times still to come as a reply, in the language and by the channel of the last message to them."""
    person, workspace = interview.person, interview.workspace
    sent = Message.objects.of(workspace).filter(
        thread=interview.thread_id, direction=Direction.OUT, state=MessageState.SENT
    )
    last, profile = sent.order_by("-happened_at").first(), profile_of(workspace)
    language, channel = (last.language, Channel(last.channel)) if last else ("en", Channel.EMAIL)
    about = Offer(
        language=language,
        hello=hello(person, language),
        sender=(profile.native_name if language == "zh-Hans" else "") or profile.name or profile.native_name,
        times=offered_still(interview, now),
        minutes=interview.minutes,
        by=MeetingBy(interview.by or MeetingBy.VIDEO),
        own=own,
        theirs=known_zone(person),
        link=link,
    )
    subject, body = offer(about)
    return DraftText(
        kind=MessageKind.REPLY,
        channel=channel,
        language=language,
        body=body,
        subject=(_answering(last.subject if last else "") or subject) if channel is Channel.EMAIL else "",
        address=last.address if last else "",
    )


def offered_still(interview: Interview | None, now: datetime) -> tuple[datetime, ...]:
    """The offered times that are still to come."""
    times = (datetime.fromisoformat(text) for text in (interview.offered if interview else ()))
    return tuple(time for time in times if time > now)


def open_thread(workspace: Workspace, person_id: UUID) -> Thread | None:
    """The conversation that goes on with this person, if one does."""
    threads = Thread.objects.of(workspace).filter(person=person_id).exclude(state=ThreadState.CLOSED)
    return threads.select_related("person", "workspace").first()


def can_reply(thread: Thread) -> bool:
    """Whether a reply may be written on the thread as it stands; one query."""
    return MessageKind.REPLY in may_write(standing_of(thread))


def known_zone(person: Person) -> str:
    """Their zone; empty when none is known, or when it is none."""
    try:
        return zone(person.time_zone).key or ""
    except UnknownZone:
        return ""


def _interview(workspace: Workspace, thread: Thread | None) -> Interview | None:
    if thread is None:
        return None
    rows = Interview.objects.of(workspace).select_related("person", "workspace")
    return rows.filter(thread=thread).first()


def _answering(subject: str) -> str:
    return subject if not subject or subject.lower().startswith("re:") else f"Re: {subject}"


def hello(person: Person, language: str) -> str:
    """What a greeting calls them."""
    if language == "zh-Hans":
        return person.native_name or latin_name(person.given_name, person.family_name)
    return person.given_name or person.native_name or person.family_name
