"""Everything that people knows of one person, for their page and for the edit form."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.lib.names import latin_name
from askwell.people.models import ContactPoint, Introduction, Note, Person, PersonTag, Role, Tie

NOTES_SHOWN = 100


@dataclass(frozen=True, slots=True)
class PointRow:
    """A way to reach them; `obtained` and `obtained_on` say how and when it came, `filename` from which file."""

    id: UUID
    kind: str
    value: str
    obtained: str
    obtained_on: date | None
    filename: str


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


def person_card(workspace: Workspace, person_id: UUID) -> PersonCard:
    """Everything on the person's page that people knows, in seven queries. Raises Person.DoesNotExist."""
    person = (
        Person.objects.of(workspace)
        .select_related("source_import")
        .defer("search_name", "search_organisation", "search_title", "search_note", "source_import__data")
        .get(pk=person_id)
    )
    introductions = _introductions(workspace, person_id)
    return PersonCard(
        person,
        tuple(PointRow(*values[:5], values[5] or "") for values in _points(workspace, person_id)),
        tuple(RoleRow(*values[:3], values[3] or "", *values[4:]) for values in _roles(workspace, person_id)),
        tuple(
            TieRow(*values)
            for values in Tie.objects.of(workspace)
            .filter(person=person_id)
            .order_by("-strength", "id")
            .values_list("id", "kind", "strength", "how_met")
        ),
        tuple(row for introduced, row in introductions if introduced),
        tuple(row for introduced, row in introductions if not introduced),
        tuple(
            PersonTag.objects.of(workspace)
            .filter(person=person_id)
            .order_by("tag__name")
            .values_list("tag_id", "tag__name")
        ),
        notes_of(workspace, person_id),
    )


def notes_of(workspace: Workspace, person_id: UUID) -> tuple[NoteRow, ...]:
    """The newest notes on a person."""
    notes = Note.objects.of(workspace).filter(person=person_id).order_by("-written_at", "-id")
    return tuple(NoteRow(*values) for values in notes.values_list("id", "text", "written_at")[:NOTES_SHOWN])


def _points(workspace: Workspace, person_id: UUID) -> list[tuple[UUID, str, str, str, date | None, str | None]]:
    points = ContactPoint.objects.of(workspace).filter(person=person_id).order_by("kind", "id")
    return list(points.values_list("id", "kind", "value", "obtained", "obtained_on", "source_import__filename"))


def _roles(
    workspace: Workspace, person_id: UUID
) -> list[tuple[UUID, str, UUID | None, str | None, date | None, date | None, bool]]:
    roles = Role.objects.of(workspace).filter(person=person_id).order_by("-is_current", "-id")
    return list(
        roles.values_list(
            "id", "title", "organisation_id", "organisation__name", "started_on", "ended_on", "is_current"
        )
    )


def _introductions(workspace: Workspace, person_id: UUID) -> list[tuple[bool, IntroductionRow]]:
    """(whether `person_id` was the one introduced, the other person), oldest first."""
    both = Introduction.objects.of(workspace).filter(Q(introducer=person_id) | Q(introduced=person_id))
    found = []
    for row in both.select_related("introducer", "introduced").order_by("on", "id"):
        was_introduced = row.introduced_id == person_id
        other = row.introducer if was_introduced else row.introduced
        names = (other.given_name, other.family_name, other.native_name)
        found.append((was_introduced, IntroductionRow(row.id, other.id, *names, row.on, row.note)))
    return found
