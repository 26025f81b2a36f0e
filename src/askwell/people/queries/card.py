"""Everything that people knows of one person, for their page and for the edit form."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.lib.names import latin_name
from askwell.people.models import ContactPoint, Import, Introduction, Note, Person, PersonTag, Role, Tie

NOTES_SHOWN = 100


@dataclass(frozen=True, slots=True)
class PointRow:
    """A way to reach them; `obtained`, `obtained_on` and `obtained_from` say how, when and from whom it came,
    `filename` from which file; `dead_at` since when letters to it come back."""

    id: UUID
    kind: str
    value: str
    obtained: str
    obtained_on: date | None
    obtained_from: str
    filename: str
    dead_at: datetime | None


@dataclass(frozen=True, slots=True)
class RoleRow:
    id: UUID
    title: str
    organisation_id: UUID | None
    organisation: str
    started_on: date | None
    ended_on: date | None
    is_current: bool


@dataclass(frozen=True, slots=True)
class TieRow:
    id: UUID
    kind: str
    strength: int
    how_met: str


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    """The other person of an introduction: who introduced them, or whom they introduced."""

    id: UUID
    person_id: UUID
    given: str
    family: str
    native: str
    on: date
    note: str

    @property
    def latin(self) -> str:
        return latin_name(self.given, self.family, self.native)


@dataclass(frozen=True, slots=True)
class NoteRow:
    id: UUID
    text: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One person: `person` itself, current roles first, notes newest first."""

    person: Person
    points: tuple[PointRow, ...]
    roles: tuple[RoleRow, ...]
    ties: tuple[TieRow, ...]
    introduced_by: tuple[IntroductionRow, ...]
    introduced: tuple[IntroductionRow, ...]
    tags: tuple[tuple[UUID, str], ...]
    notes: tuple[NoteRow, ...]

    @property
    def role(self) -> RoleRow | None:
        """The current role, if any."""
        return next((role for role in self.roles if role.is_current), None)


UNREAD = {"search_name", "search_organisation", "search_title", "search_note"}
PERSON = tuple(field.attname for field in Person._meta.concrete_fields if field.name not in UNREAD)
ROLE = ("id", "title", "organisation_id", "organisation__name", "started_on", "ended_on", "is_current")
OTHER = ("given_name", "family_name", "native_name")
Found: TypeAlias = "QuerySet[Any, Any]"


def person_card(workspace: Workspace, person_id: UUID) -> PersonCard:
    """Everything on the person's page that people knows, in seven queries. Raises Person.DoesNotExist."""
    person = _person(workspace, person_id)
    introductions = _introductions(workspace, person_id)
    return PersonCard(
        person,
        tuple(PointRow(*(*values[:6], values[6] or "", values[7])) for values in _points(workspace, person_id)),
        tuple(RoleRow(*(*values[:3], values[3] or "", *values[4:])) for values in _roles(workspace, person_id)),
        tuple(TieRow(*values) for values in _ties(workspace, person_id)),
        tuple(row for introduced, row in introductions if introduced),
        tuple(row for introduced, row in introductions if not introduced),
        tuple((key, name) for key, name in _tags(workspace, person_id)),
        notes_of(workspace, person_id),
    )


def notes_of(workspace: Workspace, person_id: UUID) -> tuple[NoteRow, ...]:
    """The newest notes on a person."""
    return tuple(NoteRow(*values) for values in _notes(workspace, person_id))


def _person(workspace: Workspace, person_id: UUID) -> Person:
    """With the import they came in by; what only searching reads is left in the database."""
    for *values, filename in _persons(workspace, person_id):
        person = Person.from_db(DEFAULT_DB_ALIAS, PERSON, values)
        if person.source_import_id:
            person.source_import = Import.from_db(
                DEFAULT_DB_ALIAS, ["id", "filename"], [person.source_import_id, filename]
            )
        return person
    raise Person.DoesNotExist


@prepared
def _persons(workspace: Workspace, person_id: UUID) -> Found:
    return Person.objects.of(workspace).filter(pk=person_id).values_list(*PERSON, "source_import__filename")


@prepared
def _points(workspace: Workspace, person_id: UUID) -> Found:
    points = ContactPoint.objects.of(workspace).filter(person=person_id).order_by("kind", "id")
    consent = ("obtained", "obtained_on", "obtained_from", "source_import__filename")
    return points.values_list("id", "kind", "value", *consent, "dead_at")


@prepared
def _roles(workspace: Workspace, person_id: UUID) -> Found:
    return Role.objects.of(workspace).filter(person=person_id).order_by("-is_current", "-id").values_list(*ROLE)


@prepared
def _ties(workspace: Workspace, person_id: UUID) -> Found:
    ties = Tie.objects.of(workspace).filter(person=person_id).order_by("-strength", "id")
    return ties.values_list("id", "kind", "strength", "how_met")


@prepared
def _tags(workspace: Workspace, person_id: UUID) -> Found:
    tags = PersonTag.objects.of(workspace).filter(person=person_id).order_by("tag__name")
    return tags.values_list("tag_id", "tag__name")


@prepared
def _notes(workspace: Workspace, person_id: UUID) -> Found:
    notes = Note.objects.of(workspace).filter(person=person_id).order_by("-written_at", "-id")
    return notes.values_list("id", "text", "written_at")[:NOTES_SHOWN]


@prepared
def _both(workspace: Workspace, person_id: UUID) -> Found:
    both = Introduction.objects.of(workspace).filter(Q(introducer=person_id) | Q(introduced=person_id))
    names = [f"{side}__{name}" for side in ("introducer", "introduced") for name in OTHER]
    return both.order_by("on", "id").values_list("id", "introducer_id", "introduced_id", "on", "note", *names)


def _introductions(workspace: Workspace, person_id: UUID) -> list[tuple[bool, IntroductionRow]]:
    """(whether `person_id` was the one introduced, the other person), oldest first."""
    found = []
    for key, introducer, introduced, on, note, *names in _both(workspace, person_id):
        was_introduced = introduced == person_id
        other, called = (introducer, names[:3]) if was_introduced else (introduced, names[3:])
        found.append((was_introduced, IntroductionRow(*(key, other, *called, on, note))))
    return found
