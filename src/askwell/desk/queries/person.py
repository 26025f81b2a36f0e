"""One person, seen by every app: who they are, and all that lies between them and the seeker."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.interviews.choices import InterviewState
from askwell.interviews.queries.person import Talk, talks_with
from askwell.outreach.choices import MessageKind
from askwell.outreach.queries import greetings_due, timeline, where_it_stands
from askwell.outreach.queries.fresh import kept, next_minute
from askwell.outreach.queries.mail.letters import LetterPage, letters_from
from askwell.outreach.queries.values import DueFollowUp, Entry, Stage
from askwell.people.models import Person
from askwell.people.queries import PersonCard, person_card
from askwell.people.queries.card import IntroductionRow, NoteRow
from askwell.people.queries.duplicates import FoundAs, MergeRow, found_as, merges_of
from askwell.people.queries.events import events_with
from askwell.people.queries.scans import Side, cards_of_person

SHOWN = 60


class Kind(StrEnum):
    """What a line between the two tells of."""

    ENTRY = "entry"
    NOTE = "note"
    INTRODUCED_BY = "introduced_by"
    INTRODUCED = "introduced"
    CAME_IN = "came_in"
    KNOWN_SINCE = "known_since"
    MET_AT = "met_at"


@dataclass(frozen=True, slots=True)
class Between:
    """One line of "Between you". `at` is when it was; `has_time` is False where only the day is known.

    Of `entry`, `note` and `other` the one that `kind` names is set; `talk` is the interview that an entry says was
    held; `filename` goes with CAME_IN, `event` (id, name, note) with MET_AT.
    """

    kind: Kind
    at: datetime
    has_time: bool = True
    entry: Entry | None = None
    talk: Talk | None = None
    note: NoteRow | None = None
    other: IntroductionRow | None = None
    filename: str = ""
    event: tuple[UUID, str, str] | None = None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """`between` newest first; `earlier` further lines are left out unless all were asked for. `talk` is the
    interview that is to come, `letters` what they wrote that waits to be understood, `greetings` what is due since
    you met at an event, `cards` the pictures of their business cards, with each card's id; `merges` who became part
    of them, `found_as` which rows of files did."""

    card: PersonCard
    talk: Talk | None
    stage: Stage | None
    letters: list[LetterPage]
    between: tuple[Between, ...]
    earlier: int
    greetings: list[DueFollowUp]
    cards: list[tuple[UUID, list[Side]]]
    merges: list[MergeRow]
    found_as: list[FoundAs]


def person_page(workspace: Workspace, person_id: UUID, now: datetime, *, whole: bool = False) -> PersonPage:
    """At most twenty-one queries, three or four more where letters wait; two while nothing changes within a minute.
    Raises Person.DoesNotExist."""
    key = ("person", workspace.pk, person_id, whole)
    return kept(key, now, lambda: (next_minute(now), _page(workspace, person_id, now, whole)))


def _page(workspace: Workspace, person_id: UUID, now: datetime, whole: bool) -> PersonPage:
    card = person_card(workspace, person_id)
    stage = where_it_stands(workspace, [person_id], now).get(person_id)
    talks = talks_with(workspace, person_id)
    lines = [*_lines(card, timeline(workspace, person_id), talks), *_met(workspace, person_id)]
    lines.sort(key=lambda line: line.at, reverse=True)
    shown = lines if whole else lines[:SHOWN]
    to_come = next((talk for talk in talks if talk.state is InterviewState.CONFIRMED), None)
    greetings, cards = greetings_due(workspace, person_id, now), cards_of_person(workspace, person_id)
    parts = merges_of(workspace, person_id), found_as(workspace, person_id)
    letters, earlier = letters_from(workspace, person_id, now), len(lines) - len(shown)
    return PersonPage(card, to_come, stage, letters, tuple(shown), earlier, greetings, cards, *parts)


def _met(workspace: Workspace, person_id: UUID) -> Iterator[Between]:
    for event_id, name, held_on, note in events_with(workspace, person_id):
        yield Between(Kind.MET_AT, _noon(held_on), has_time=False, event=(event_id, name, note))


def _lines(card: PersonCard, entries: list[Entry], talks: Iterable[Talk]) -> Iterator[Between]:
    held = {talk.thread_id: talk for talk in talks if talk.is_held}
    for entry in entries:
        talk = held.get(entry.thread_id) if entry.kind is MessageKind.MET else None
        yield Between(Kind.ENTRY, entry.happened_at, entry=entry, talk=talk)
    yield from (Between(Kind.NOTE, note.written_at, note=note) for note in card.notes)
    person = card.person
    yield from (_introduction(Kind.INTRODUCED, other, person) for other in card.introduced)
    yield from (_introduction(Kind.INTRODUCED_BY, other, person) for other in card.introduced_by)
    if person.source_import:
        yield Between(Kind.CAME_IN, person.created_at, filename=person.source_import.filename)
    if person.known_since:
        yield Between(Kind.KNOWN_SINCE, _noon(person.known_since), has_time=False)


def _introduction(kind: Kind, other: IntroductionRow, person: Person) -> Between:
    """On the day that the person came in, at that moment: nobody is introduced before they are there."""
    at = person.created_at if other.on == person.obtained_on else _noon(other.on)
    return Between(kind, at, has_time=False, other=other)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
