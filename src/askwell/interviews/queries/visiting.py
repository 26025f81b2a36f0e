"""What an insider sees who opens the link to their page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Profile, Workspace
from askwell.accounts.queries import profile_of, zone_of
from askwell.interviews.models import Booking, Interview, Notice
from askwell.interviews.queries.offering import known_zone
from askwell.interviews.queries.taken import free_times
from askwell.interviews.queries.tokens import BOOKING, read_token
from askwell.interviews.rules.booking import ANSWERS, ENDS, ON_PAGE, TAKE_BACK_WITHIN, asked_lines, is_over
from askwell.lib.names import latin_name
from askwell.lib.times import UnknownZone, zone
from askwell.outreach.choices import MeetingBy, MessageKind, Outcome, ThreadState
from askwell.outreach.models import Message, Thread
from askwell.people.choices import ContactKind
from askwell.people.models import ContactPoint, Introduction, Person

DEFAULT_ZONE = "America/Vancouver"


@dataclass(frozen=True, slots=True)
class Name:
    """Of somebody, as it is written in Latin letters and in Chinese."""

    latin: str
    native: str


@dataclass(frozen=True, slots=True)
class Visit:
    """The three lines, and what can be answered. Nothing else of the seeker's is in it; where a programme asked for
    them, no more than the programme was told: not their own name and line, and not who introduced them.

    `place` is where they meet, once that is agreed; `is_reached`: an e-mail address of theirs is known. `free` are the
    times offered that are still to come and free, `agreed` the time that stands, `last` what they
    answered here last. `theirs` and `own` are zones: the insider's and the seeker's. `can_take_back`: they asked not
    to be contacted, here, a short while ago. `asks`: what they may answer in writing. `erase_at`: they asked to be
    erased, at the latest then. `programme`: who wrote to them for the seeker.
    """

    sender: Name
    about: str
    introducer: Name | None
    why: str
    minutes: int
    by: str
    free: tuple[datetime, ...]
    agreed: datetime | None
    last: Notice | None
    is_stopped: bool
    can_take_back: bool
    theirs: str
    own: str
    language: str
    ends_at: datetime
    asks: tuple[str, ...] = ()
    erase_at: datetime | None = None
    programme: str = ""
    place: str = ""
    is_reached: bool = False


def booking_of(token: str) -> Booking | None:
    """The page that a link leads to, whether its link still holds or not (`holds`); None for a forged one."""
    told = read_token(BOOKING, token)
    rows = Booking._base_manager.select_related(
        "workspace", "thread__person", "thread__workspace"
    )  # the link says whose
    booking = rows.filter(**told.row).first() if told else None
    return booking if booking and told and told.number <= booking.number else None


def holds(booking: Booking, token: str, now: datetime) -> bool:
    """Whether the link still opens the page: not renewed, withdrawn or ended, and they have not talked yet."""
    told, thread = read_token(BOOKING, token), living(booking)
    if told is None or told.number != booking.number or booking.withdrawn_at or thread is None:
        return False
    if is_stopped(booking):
        return last_notice(booking, now) is not None
    return thread.outcome != Outcome.MET and not is_over(booking.expires_at, thread.meets_at, now)


def is_theirs(booking: Booking, token: str, now: datetime) -> bool:
    """Whether the link leads to what is kept about them: as long as it opens the page, and for good once the time that
    was agreed has come, unless it was renewed or withdrawn."""
    told, thread = read_token(BOOKING, token), living(booking)
    if told is None or told.number != booking.number or booking.withdrawn_at or thread is None:
        return False
    return holds(booking, token, now) or has_talked(thread, now)


def has_talked(thread: Thread, now: datetime) -> bool:
    """Whether the talk was held, or its time has come."""
    return thread.outcome == Outcome.MET or (thread.meets_at is not None and thread.meets_at <= now)


def living(booking: Booking) -> Thread | None:
    """The conversation that an answer belongs to: where two persons became one, the one that goes on."""
    if booking.thread.outcome != Outcome.JOINED:
        return booking.thread
    threads = Thread.objects.of(booking.workspace).filter(person=booking.thread.person_id)
    return threads.exclude(state=ThreadState.CLOSED).select_related("person", "workspace").first()


def is_stopped(booking: Booking) -> bool:
    return booking.thread.person.do_not_contact_at is not None


def visit(booking: Booking, thread: Thread, now: datetime, language: str = "") -> Visit:
    """What the page shows to a reader of `language`; nine queries."""
    workspace, person, profile = booking.workspace, thread.person, profile_of(booking.workspace)
    interview = interview_of(workspace, thread)
    own = usable(zone_of(workspace)) or DEFAULT_ZONE
    last = last_notice(booking, now)
    agreed = thread.meets_at if thread.state == ThreadState.SCHEDULED else None
    through = _named_by_programme(booking, thread)
    return Visit(
        sender=through or Name(profile.name, profile.native_name),
        about="" if through else _about(profile, booking.language),
        introducer=None if through else _introducer(workspace, person.pk),
        why=booking.whys.get(language, booking.why),
        minutes=interview.minutes if interview else 20,
        by=thread.meets_by or (interview.by if interview else "") or MeetingBy.VIDEO,
        free=tuple(time for time in free_times(interview, now) if time != agreed),
        agreed=agreed,
        last=last,
        is_stopped=person.do_not_contact_at is not None,
        can_take_back=last is not None and last.what in ENDS,
        theirs=usable(booking.zone) or known_zone(person) or own,
        own=own,
        language=booking.language,
        ends_at=max(booking.expires_at, agreed or booking.expires_at),
        asks=tuple(asked_lines(booking.asks)),
        erase_at=booking.erase_at,
        programme=booking.programme,
        place=interview.place if interview and agreed else "",
        is_reached=_reaches(workspace, person, ContactKind.EMAIL),
    )


def has_number(person: Person) -> bool:
    """Whether a number to call them at is known."""
    return _reaches(person.workspace, person, ContactKind.PHONE)


def _reaches(workspace: Workspace, person: Person, kind: ContactKind) -> bool:
    return ContactPoint.objects.of(workspace).filter(person=person, kind=kind, dead_at=None).exists()


def interview_of(workspace: Workspace, thread: Thread) -> Interview | None:
    return Interview.objects.of(workspace).select_related("workspace", "person").filter(thread=thread).first()


def last_notice(booking: Booking, now: datetime) -> Notice | None:
    """What they answered on the page last, unless the seeker took that back; after a stop, while it can be taken
    back there."""
    notices = Notice.objects.of(booking.workspace).filter(thread__person=booking.thread.person_id, what__in=ON_PAGE)
    if is_stopped(booking):
        notices = notices.filter(what__in=ENDS, happened_at__gt=now - TAKE_BACK_WITHIN)
    return notices.order_by("-happened_at", "-id").first()


def answers_too_often(booking: Booking, now: datetime) -> bool:
    """Whether the page took as many answers lately as one person can have."""
    lately = Notice.objects.of(booking.workspace).filter(
        thread__person=booking.thread.person_id, what__in=ON_PAGE, happened_at__gt=now - ANSWERS.within
    )
    return lately.count() >= ANSWERS.most


def usable(name: str) -> str:
    """The zone's name; empty when it is none."""
    try:
        return zone(name).key or ""
    except UnknownZone:
        return ""


def _named_by_programme(booking: Booking, thread: Thread) -> Name | None:
    """What the programme that asked for the seeker called them, also once they have left it; None where they wrote
    themself."""
    rows = Message.objects.of(booking.workspace).filter(thread__in=[booking.thread_id, thread.pk])
    asked = rows.filter(kind=MessageKind.FIRST, facts__has_key="seeker").order_by("-happened_at", "-id")
    named = asked.values_list("facts__seeker", flat=True).first()
    return Name(*named) if named else None


def _about(profile: Profile, language: str) -> str:
    """The one line about the seeker, without the stop that ends it."""
    told = {"zh-Hans": profile.about_zh, "fr": profile.about_fr}.get(language, profile.about)
    return told.rstrip(" .。")


def _introducer(workspace: Workspace, person_id: UUID) -> Name | None:
    rows = Introduction.objects.of(workspace).filter(introduced=person_id).order_by("-on", "-id")
    found = rows.values_list("introducer__given_name", "introducer__family_name", "introducer__native_name").first()
    return Name(latin_name(*found), found[2]) if found else None
