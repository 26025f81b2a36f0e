"""A thread's entries as the rules read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from askwell.lib.days import DEFAULT_REGION, UnknownRegion, is_business_day, region_of
from askwell.lib.times import UnknownZone, zone
from askwell.outreach.choices import Answer, Direction, MessageKind, MessageState, ThreadState
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries.packing import moment_in
from askwell.outreach.rules.followups import Recipient
from askwell.outreach.rules.threads import Event, Standing, move
from askwell.people.choices import TieKind
from askwell.people.models import Person
from askwell.protocols.mail.bounces import Kind

DEFAULT_ZONE = "America/Vancouver"  # goes with lib's DEFAULT_REGION; for a seeker whose own zone is not known either
YES = frozenset({MessageKind.SCHEDULED, MessageKind.MET})


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a thread's entries add up to."""

    standing: Standing
    closed_at: datetime | None
    said_yes: bool


def entries_of(thread: Thread) -> list[Message]:
    """Everything that happened, in the order it happened; drafts are not part of it."""
    entries = Message.objects.of(thread.workspace).filter(thread=thread).exclude(state=MessageState.DRAFT)
    return list(entries.order_by("happened_at", "number"))


def is_of_programme(entry: Message) -> bool:
    """Whether a programme wrote it for the seeker."""
    return bool(entry.facts.get("programme"))


def asked_by_programme(thread: Thread) -> bool:
    """Whether a programme asked, and so looks after the answer; no query for people known in another way."""
    if thread.tie_kind != TieKind.PROGRAMME:
        return False
    first = Message.objects.of(thread.workspace).filter(thread=thread, kind=MessageKind.FIRST)
    return any(is_of_programme(entry) for entry in first)


def standing_of(thread: Thread) -> Standing:
    """The replay of the thread's entries."""
    return replay(entries_of(thread)).standing


def replay(entries: Iterable[Message]) -> Replayed:
    """Add up entries given in the order they happened. Raises ImpossibleMove when they are no possible history."""
    standing, closed_at, said_yes, asked = Standing(), None, False, ""
    for entry in entries:
        event = event_of(entry, asked=asked)
        asked = entry.address if entry.direction == Direction.OUT else asked
        was_open = standing.state is not ThreadState.CLOSED
        standing = move(standing, event)
        if standing.state is not ThreadState.CLOSED:
            closed_at = None
        elif was_open:
            closed_at = event.at
        said_yes = said_yes or event.kind in YES or (event.answer is Answer.ACCEPTS and not event.in_writing)
    return Replayed(standing, closed_at, said_yes)


def event_of(entry: Message, *, asked: str = "") -> Event:
    """The entry as an event. `asked`: the address that was written to last; a note that another one does not exist says
    nothing of that message."""
    back_from = entry.facts.get("to", "") if entry.facts.get("bounced") == Kind.PERMANENT else None
    until = entry.facts.get("until")
    return Event(
        kind=MessageKind(entry.kind),
        at=entry.happened_at,
        answer=Answer(entry.answer) if entry.answer else None,
        until=date.fromisoformat(until) if until else None,
        meets_at=moment_in(entry.facts, "meets_at"),
        in_writing=bool(entry.facts.get("in_writing")),
        came_back=back_from is not None and (not asked or back_from.lower() == asked.lower()),
    )


def recipient_of(person: Person) -> Recipient:
    """Whose days count for a person. Who is nowhere we know is taken to live where the seeker does: the current
    zone, and the region that it lies in."""
    return recipient(person.place, person.region, person.time_zone, person.keeps_lunar_new_year)


def recipient(place: str, region: str, time_zone: str, keeps_lunar_new_year: bool) -> Recipient:
    """As `recipient_of`, from the person's columns."""
    own = _zone(time_zone)
    return Recipient(_region(place, region, time_zone or own), own, keeps_lunar_new_year)


def _region(place: str, region: str, time_zone: str) -> str:
    found = region or region_of(place, time_zone)
    try:
        is_business_day(date(2026, 1, 2), region=found)
    except UnknownRegion:
        return DEFAULT_REGION
    return found


def _zone(time_zone: str) -> str:
    own = timezone.get_current_timezone_name()
    try:
        return zone(time_zone or own.replace("UTC", DEFAULT_ZONE)).key
    except UnknownZone:
        return DEFAULT_ZONE
