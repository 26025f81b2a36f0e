"""Persons: add, edit, archive, remove."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.lib.text import clean, clean_block
from askwell.people.actions.addresses import put_points
from askwell.people.actions.errors import NobodyError, StaleEditError
from askwell.people.actions.facts import put_note, put_role, put_tags, put_tie
from askwell.people.actions.indexing import name_fields, recount, reindex
from askwell.people.actions.merging.forgetting import forget_held
from askwell.people.actions.stopping import settle_stops
from askwell.people.actions.whereabouts import WHEREABOUTS, region_at
from askwell.people.choices import Obtained, Strength, TieKind
from askwell.people.models import CardScan, Person, Role, whereabouts_changed
from askwell.people.rules.quick_line import QuickPerson, parse_line


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What a person record itself holds. `languages` are codes separated by spaces: en zh yue fr."""

    given: str = ""
    family: str = ""
    native: str = ""
    nickname: str = ""
    credentials: str = ""
    languages: str = ""
    place: str = ""
    time_zone: str = ""
    keeps_lunar_new_year: bool = False
    known_since: date | None = None


@dataclass(frozen=True, slots=True)
class FirstFacts:
    """What is known of a person from the start, beside the person record."""

    title: str = ""
    organisation: str = ""
    tie_kind: str = TieKind.NONE.value
    strength: int = Strength.SLIGHT.value
    how_met: str = ""
    emails: Sequence[str] = ()
    phones: Sequence[str] = ()
    links: Sequence[str] = ()
    wechat: str = ""
    note: str = ""
    tags: Sequence[str] = ()
    obtained: str = Obtained.BY_HAND.value
    obtained_from: str = ""


@transaction.atomic
def add_person(*, workspace: Workspace, details: PersonDetails, facts: FirstFacts, now: datetime) -> Person:
    """Keep a new person with a first role, tie, addresses, note and tags. Who is known by an address of somebody who
    asked not to be contacted is kept, but marked so.

    Raises NobodyError without a name or address, UnreadableAddressError for an address that is none.
    """
    fields = _fields(details)
    address = next(iter((*facts.emails, *facts.phones, *facts.links, facts.wechat)), "")
    if not _named(fields):
        fields["given_name"] = fields["sort_key"] = clean(address, limit=120)
    if not fields["given_name"] and not _named(fields):
        raise NobodyError
    person = Person(workspace=workspace, obtained=facts.obtained, created_at=now, updated_at=now, **fields)
    person.obtained_on = day_in(workspace, now)
    person.save(force_insert=True)
    _put_facts(person, facts, now)
    reindex(workspace, [person.pk])
    if settle_stops(workspace, [person.pk], now):
        person.refresh_from_db()
    return person


def add_from_line(*, workspace: Workspace, line: str, now: datetime) -> Person:
    """Keep the person that one line tells of (`rules.quick_line.parse_line`). Raises NobodyError."""
    details, facts = from_quick(parse_line(line))
    return add_person(workspace=workspace, details=details, facts=facts, now=now)


def from_quick(quick: QuickPerson) -> tuple[PersonDetails, FirstFacts]:
    """What was understood of a line, as the arguments of `add_person`."""
    name = quick.name
    strength = Strength.SLIGHT if quick.tie_kind in (TieKind.NONE, TieKind.MET_AT_EVENT) else Strength.GOOD
    details = PersonDetails(name.given, name.family, name.native, name.nickname, ", ".join(name.credentials))
    facts = FirstFacts(
        quick.title, quick.organisation, quick.tie_kind, strength.value, quick.how_met,
        quick.emails, quick.phones, quick.links, quick.wechat, quick.note,
    )  # fmt: skip
    return details, facts


@transaction.atomic
def edit_person(*, workspace: Workspace, person_id: UUID, version: int, details: PersonDetails, now: datetime) -> None:
    """Write the person record as the form has it. Raises StaleEditError when `version` is not the last one,
    NobodyError when no name is left."""
    fields = _fields(details)
    if not _named(fields):
        raise NobodyError
    mine = Person.objects.of(workspace).filter(pk=person_id, version=version)
    before = mine.values(*WHEREABOUTS).first()
    if mine.update(**fields, version=F("version") + 1, updated_at=now) != 1:
        raise StaleEditError
    reindex(workspace, [person_id])
    settle_stops(workspace, [person_id], now)
    if before != {name: fields[name] for name in WHEREABOUTS}:
        whereabouts_changed.send(Person, workspace=workspace, person_id=person_id, now=now)


@transaction.atomic
def archive_person(*, workspace: Workspace, person_id: UUID, now: datetime) -> None:
    """Take a person out of lists without losing anything. Raises Person.DoesNotExist."""
    _set(workspace, person_id, now, archived_at=now)


@transaction.atomic
def restore_person(*, workspace: Workspace, person_id: UUID, now: datetime) -> None:
    """Bring an archived person back. Raises Person.DoesNotExist."""
    _set(workspace, person_id, now, archived_at=None)


@transaction.atomic
def remove_person(*, workspace: Workspace, person_id: UUID) -> None:
    """Delete a person with everything that hangs on them, for good: desk's erase. What other people's merges hold
    about them goes too; what keeps them from being contacted again stays, as hashes. Raises Person.DoesNotExist."""
    person = Person.objects.of(workspace).get(pk=person_id)
    employers = list(Role.objects.of(workspace).filter(person=person).values_list("organisation_id", flat=True))
    CardScan.objects.of(workspace).filter(person=person).delete()
    forget_held(workspace, person_id)
    person.delete()
    recount(workspace, employers)


def _set(workspace: Workspace, person_id: UUID, now: datetime, **values: object) -> None:
    changed = Person.objects.of(workspace).filter(pk=person_id)
    if changed.update(**values, version=F("version") + 1, updated_at=now) != 1:
        raise Person.DoesNotExist


def _fields(details: PersonDetails) -> dict[str, Any]:
    place = clean(details.place, limit=120)
    return {
        **name_fields(details.given, details.family, details.native, details.nickname),
        "credentials": clean(details.credentials, limit=120),
        "languages": clean(details.languages, limit=60),
        "place": place,
        "time_zone": details.time_zone,
        "region": region_at(place, details.time_zone),
        "keeps_lunar_new_year": details.keeps_lunar_new_year,
        "known_since": details.known_since,
    }


def _named(fields: dict[str, Any]) -> bool:
    return any(fields[name] for name in ("given_name", "family_name", "native_name"))


def _put_facts(person: Person, facts: FirstFacts, now: datetime) -> None:
    put_points(person, facts, now)
    if clean(facts.title) or clean(facts.organisation):
        put_role(person, title=facts.title, organisation=facts.organisation)
    if facts.tie_kind != TieKind.NONE or facts.how_met:
        put_tie(person, kind=facts.tie_kind, strength=facts.strength, how_met=facts.how_met)
    if clean_block(facts.note):
        put_note(person, text=facts.note, now=now)
    put_tags(person, facts.tags)
