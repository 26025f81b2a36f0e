"""What is kept about an insider, for the insider: the facts, where they came from, when there were letters. Never the
seeker's own words: notes, tags, how close they feel."""

from dataclasses import dataclass
from datetime import date, datetime

from askwell.interviews.models import Interview
from askwell.interviews.queries.visiting import Name
from askwell.lib.names import latin_name
from askwell.outreach.choices import Direction, MessageState
from askwell.outreach.models import Message
from askwell.people.models import ContactPoint, Introduction, Person, Role

MOST_LETTERS = 50


@dataclass(frozen=True, slots=True)
class Address:
    """One way to reach them, and how the seeker came by it (an `Obtained`), when, from whom."""

    kind: str
    value: str
    obtained: str
    on: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Job:
    title: str
    organisation: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """When the seeker wrote to them, or they to the seeker; not what."""

    at: datetime
    is_theirs: bool


@dataclass(frozen=True, slots=True)
class Kept:
    name: Name
    nickname: str
    credentials: str
    place: str
    obtained: str
    since: date | None
    addresses: tuple[Address, ...]
    jobs: tuple[Job, ...]
    introducers: tuple[tuple[Name, date], ...]
    letters: tuple[Letter, ...]
    talks: tuple[datetime, ...]


def kept_about(person: Person) -> Kept:
    """Five queries."""
    workspace, its = person.workspace, {"person": person}
    points = ContactPoint.objects.of(workspace).filter(**its).order_by("kind", "id")
    columns = ("kind", "value", "obtained", "obtained_on", "obtained_from")
    roles = Role.objects.of(workspace).filter(**its).order_by("-is_current", "id").select_related("organisation")
    talks = Interview.objects.of(workspace).filter(**its).exclude(starts_at=None).order_by("starts_at")
    return Kept(
        name=_name(person),
        nickname=person.nickname,
        credentials=person.credentials,
        place=person.place,
        obtained=person.obtained,
        since=person.obtained_on,
        addresses=tuple(Address(*row) for row in points.values_list(*columns)),
        jobs=tuple(Job(one.title, one.organisation.name if one.organisation else "", one.is_current) for one in roles),
        introducers=_introducers(person),
        letters=_letters(person),
        talks=tuple(at for at in talks.values_list("starts_at", flat=True) if at),
    )


def _introducers(person: Person) -> tuple[tuple[Name, date], ...]:
    rows = Introduction.objects.of(person.workspace).filter(introduced=person).order_by("on", "id")
    return tuple((_name(one.introducer), one.on) for one in rows.select_related("introducer"))


def _letters(person: Person) -> tuple[Letter, ...]:
    both = (Direction.OUT, Direction.IN)
    rows = Message.objects.of(person.workspace).filter(thread__person=person, direction__in=both)
    dated = rows.exclude(state=MessageState.DRAFT).order_by("-happened_at").values_list("happened_at", "direction")
    return tuple(Letter(at, direction == Direction.IN) for at, direction in dated[:MOST_LETTERS] if at)


def _name(person: Person) -> Name:
    return Name(latin_name(person.given_name, person.family_name, person.native_name), person.native_name)
