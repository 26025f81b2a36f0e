"""Person rows for lists: a few persons by id, everything a row shows, in two queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.lib.names import latin_name
from askwell.people.models import Person

SHOWN = (
    "id", "given_name", "family_name", "native_name", "languages", "place", "known_since",
    "do_not_contact_at", "archived_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as a list shows them. Empty strings and None where nothing is known.

    `title`, `organisation` and `organisation_id` are those of the current role (the one recorded last);
    `tie_kind` and `strength` those of the closest tie ("" and 0 without one).
    """

    id: UUID
    given: str
    family: str
    native: str
    languages: str = ""
    place: str = ""
    known_since: date | None = None
    do_not_contact: bool = False
    archived: bool = False
    title: str = ""
    organisation: str = ""
    organisation_id: UUID | None = None
    tie_kind: str = ""
    strength: int = 0
    how_met: str = ""
    introducer_id: UUID | None = None
    introducer_name: str = ""
    introducer_native: str = ""
    tags: tuple[str, ...] = ()

    @property
    def latin(self) -> str:
        return latin_name(self.given, self.family, self.native)


@dataclass(slots=True)
class Facts:
    """What hangs on one person, in the order of recording."""

    roles: list[tuple[str, str, UUID | None]] = field(default_factory=list)
    ties: list[tuple[int, str, str]] = field(default_factory=list)
    introducers: list[tuple[UUID, str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


_FACTS = """
SELECT r.person_id, 'role', CAST(r.id AS text), r.title, o.name, CAST(o.id AS text), '', 0
  FROM people_role r LEFT JOIN people_organisation o ON o.id = r.organisation_id AND o.workspace_id = r.workspace_id
 WHERE r.person_id IN ({ids}) AND r.workspace_id = %s AND r.is_current
UNION ALL
SELECT t.person_id, 'tie', CAST(t.id AS text), t.kind, t.how_met, '', '', t.strength
  FROM people_tie t WHERE t.person_id IN ({ids}) AND t.workspace_id = %s
UNION ALL
SELECT i.introduced_id, 'introducer', CAST(i.id AS text), CAST(p.id AS text),
       p.given_name, p.family_name, p.native_name, 0
  FROM people_introduction i JOIN people_person p ON p.id = i.introducer_id AND p.workspace_id = i.workspace_id
 WHERE i.introduced_id IN ({ids}) AND i.workspace_id = %s
UNION ALL
SELECT g.person_id, 'tag', t.key, t.name, '', '', '', 0
  FROM people_persontag g JOIN people_tag t ON t.id = g.tag_id AND t.workspace_id = g.workspace_id
 WHERE g.person_id IN ({ids}) AND g.workspace_id = %s
ORDER BY 3
"""


def facts_of(workspace: Workspace, person_ids: Sequence[UUID]) -> dict[UUID, Facts]:
    """Current roles, ties, introducers and tags of these persons (at most a page of them), in one query.

    One UNION instead of four ORM queries: on a list page the four cost more than everything else on it.
    """
    if not person_ids:
        return {}
    found: dict[UUID, Facts] = {}
    ids = [database_id(person_id) for person_id in person_ids]
    sql = _FACTS.format(ids=", ".join(["%s"] * len(ids)))  # only placeholders are put in
    with connection.cursor() as cursor:
        cursor.execute(sql, [*ids, database_id(workspace.pk)] * 4)
        for person_id, *fact in cursor.fetchall():
            _add(found.setdefault(as_uuid(person_id), Facts()), fact)
    return found


def _add(facts: Facts, fact: list[Any]) -> None:
    what, _, first, second, third, fourth, number = fact
    if what == "role":
        facts.roles.append((first, second or "", as_uuid(third) if third else None))
    elif what == "tie":
        facts.ties.append((number, first, second))
    elif what == "introducer":
        facts.introducers.append((as_uuid(first), latin_name(second, third, fourth) or fourth, fourth))
    else:
        facts.tags.append(first)


def rows_of(workspace: Workspace, person_ids: Sequence[UUID]) -> dict[UUID, PersonRow]:
    """These persons' rows by id; archived ones too. For lists that a higher app orders (a page at a time)."""
    return {row.id: row for row in as_rows(workspace, _persons(workspace, tuple(person_ids)))}


@prepared
def _persons(workspace: Workspace, person_ids: tuple[UUID, ...]) -> "QuerySet[Person, Any]":
    return Person.objects.of(workspace).filter(id__in=person_ids).values_list(*SHOWN)


def as_rows(workspace: Workspace, values: Iterable[tuple[Any, ...]]) -> list[PersonRow]:
    """Rows from `values_list(*SHOWN)` of one page."""
    shown = list(values)
    facts = facts_of(workspace, [value[0] for value in shown])
    nothing = Facts()
    return [_row(value, facts.get(value[0], nothing)) for value in shown]


def _row(value: tuple[Any, ...], facts: Facts) -> PersonRow:
    id, given, family, native, languages, place, known_since, do_not_contact_at, archived_at = value
    title, organisation, organisation_id = facts.roles[-1] if facts.roles else ("", "", None)
    strength, kind, how_met = max(facts.ties, default=(0, "", ""))
    introducer_id, introducer, native_introducer = facts.introducers[-1] if facts.introducers else (None, "", "")
    return PersonRow(
        id, given, family, native, languages, place, known_since, do_not_contact_at is not None,
        archived_at is not None, title, organisation, organisation_id, kind, strength, how_met,
        introducer_id, introducer, native_introducer, tuple(facts.tags),
    )  # fmt: skip


def database_id(value: UUID) -> UUID | str:
    """An id as this database's driver takes it."""
    return value if connection.features.has_native_uuid_field else value.hex


def as_uuid(value: UUID | str) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)
