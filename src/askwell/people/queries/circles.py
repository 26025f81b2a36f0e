"""Who may know whom: introductions, and the places where persons are or were together.

Ids are as the driver gives them: a search looks at thousands and shows a dozen. Written as SQL, as in `search`.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from django.db import connection

from askwell.accounts.models import Workspace
from askwell.people.queries.rows import database_id
from askwell.people.rules.netmap import names_school, school_in
from askwell.people.rules.ways import LARGE, Among, Circle, CircleKind, Spell

CLOSEST = 40
"""So many of those whom the seeker knows at a large employer are looked at."""
SCHOOL_TIES = "('alumni', 'classmate', 'professor')"

_INTRODUCTIONS = """
SELECT introducer_id, introduced_id FROM people_introduction WHERE workspace_id = %s AND introducer_id IN {ids}
UNION
SELECT introducer_id, introduced_id FROM people_introduction WHERE workspace_id = %s AND introduced_id IN {ids}
"""
_ROLES = """
SELECT r.organisation_id, o.name, r.person_id, r.is_current, COALESCE(CAST(r.started_on AS text), ''),
       COALESCE(CAST(r.ended_on AS text), '')
  FROM people_role r JOIN people_organisation o ON o.id = r.organisation_id AND o.workspace_id = r.workspace_id
 WHERE r.workspace_id = %s AND r.person_id IN {ids}
"""
_SIZES = """
SELECT o.id, (SELECT COUNT(*) FROM (
    SELECT 1 FROM people_role r WHERE r.workspace_id = o.workspace_id AND r.organisation_id = o.id LIMIT %s) there)
  FROM people_organisation o WHERE o.workspace_id = %s AND o.id IN {ids}
"""
_MEMBERS = """
SELECT organisation_id, person_id, is_current, COALESCE(CAST(started_on AS text), ''),
       COALESCE(CAST(ended_on AS text), '')
  FROM people_role WHERE workspace_id = %s AND organisation_id IN {ids}{among}
"""
_WHO = """
SELECT organisation_id, person_id FROM people_role WHERE workspace_id = %s AND organisation_id IN {ids}
"""
_CLOSEST_THERE = f"""
SELECT organisation_id, person_id, TRUE, '', '' FROM (
  SELECT organisation_id, person_id,
         ROW_NUMBER() OVER (PARTITION BY organisation_id ORDER BY strength DESC, person_id) AS place FROM (
    SELECT r.organisation_id, r.person_id, MAX(t.strength) AS strength
      FROM people_role r
      JOIN people_tie t ON t.person_id = r.person_id AND t.workspace_id = r.workspace_id AND t.kind <> 'none'
     WHERE r.workspace_id = %s AND r.is_current AND r.organisation_id IN {{ids}}
     GROUP BY r.organisation_id, r.person_id) each_once) closest
 WHERE place <= {CLOSEST}
"""  # noqa: S608  # a constant of ours
_ENCOUNTERS = """
SELECT c.event_id, e.name, c.person_id
  FROM people_encounter c JOIN people_event e ON e.id = c.event_id AND e.workspace_id = c.workspace_id
 WHERE c.workspace_id = %s AND c.person_id IN {ids}
"""
_VISITORS = """
SELECT event_id, COUNT(*) FROM people_encounter WHERE workspace_id = %s AND event_id IN {ids} GROUP BY event_id
"""
_AT_EVENTS = """
SELECT event_id, person_id FROM people_encounter WHERE workspace_id = %s AND event_id IN {ids}{among}
"""
_AMONG = " AND (person_id IN {ids} {places})"
_NOW_AT = """
    OR person_id IN (SELECT person_id FROM people_role
                      WHERE workspace_id = %s AND organisation_id IN {ids} AND is_current = TRUE)
"""
_NOTED_AT_SCHOOL = f"""
SELECT person_id, how_met FROM people_tie WHERE workspace_id = %s AND kind IN {SCHOOL_TIES} AND how_met <> ''
"""  # noqa: S608  # a constant of ours
_TAGS = "SELECT id, name FROM people_tag WHERE workspace_id = %s"
_TAGGED = "SELECT person_id, tag_id FROM people_persontag WHERE workspace_id = %s AND tag_id IN {ids}"


Place = tuple[Circle, Sequence[Spell]]


@dataclass
class Circles:
    """The circles of one workspace, asked for as one search goes: what was read is kept. `schools`: where the seeker
    went, by name; `names` fills with what each circle is called. `_larger`: more people than that are there."""

    workspace: Workspace
    schools: Sequence[str] = ()
    names: dict[Circle, str] = field(default_factory=dict)
    _sizes: dict[Any, int] = field(default_factory=dict)
    _larger: dict[Any, int] = field(default_factory=dict)
    _members: dict[Circle, Sequence[Spell]] = field(default_factory=dict)
    _alumni: dict[Any, list[tuple[Circle, Spell]]] | None = None

    def introductions(self, people: Collection[Any]) -> list[tuple[Any, Any]]:
        """Both persons of every introduction of one of these; one query."""
        return [(row[0], row[1]) for row in self._ask(_INTRODUCTIONS, people, repeat=2)]

    def spells(self, people: Collection[Any], largest: int) -> Iterator[tuple[Circle, Spell]]:
        """Every circle of each of these persons; five queries, and three more once. Circles of more than `largest`
        people are left out unless their size is known already; of large ones those where they are no longer."""
        roles = self._ask(_ROLES, people)
        self._count({role[0] for role in roles if role[3]}, largest)
        self._count({role[0] for role in roles}, min(largest, LARGE))
        for key, name, *spell in roles:
            if key in self._sizes:
                kind = CircleKind.SCHOOL if _is_school(name) else CircleKind.EMPLOYER
                yield self._named(Circle(kind, key, self._sizes[key]), name), Spell._make(spell)
        events = self._ask(_ENCOUNTERS, people)
        self._sizes.update(self._ask(_VISITORS, {row[0] for row in events if row[0] not in self._sizes}))
        for key, name, person in events:
            yield self._named(Circle(CircleKind.EVENT, key, self._sizes[key]), name), Spell(person)
        alumni = self._of_schools()
        for person in alumni.keys() & set(people):
            yield from alumni[person]

    def people_of(self, circles: Collection[Circle]) -> Iterator[tuple[Circle, Sequence[Any]]]:
        """Who is or was in each of these; two queries."""
        found = {one: [spell.person for spell in self._members.get(one, ())] for one in circles}
        unread = {one.key: one for one in circles if one not in self._members}
        events = [one.key for one in unread.values() if one.kind is CircleKind.EVENT]
        employers = [one.key for one in unread.values() if one.kind is not CircleKind.EVENT]
        for key, person in [*self._ask(_WHO, employers), *self._only(_AT_EVENTS, events, None)]:
            found[unread[key]].append(person)
        yield from found.items()

    def members(self, circles: Collection[Circle], among: Among | None = None) -> Iterator[Place]:
        """Who is or was in each of these, or only the wanted ones of them; three queries."""
        found = {one: self._members[one] for one in circles if one in self._members}
        unread = {one.key: one for one in circles if one not in found}
        read: dict[Circle, list[Spell]] = {one: [] for one in unread.values()}
        small = [one for one in unread.values() if one.size <= LARGE]
        events = [one.key for one in small if one.kind is CircleKind.EVENT]
        employers = [one.key for one in small if one.kind is not CircleKind.EVENT]
        large = [one.key for one in unread.values() if one.size > LARGE]
        rows = [*self._only(_MEMBERS, employers, among), *self._ask(_CLOSEST_THERE, large)]
        for key, *spell in [*rows, *self._only(_AT_EVENTS, events, among)]:
            read[unread[key]].append(Spell(*spell))
        if among is None:
            self._members |= read
        yield from (found | read).items()

    def _named(self, circle: Circle, name: str) -> Circle:
        self.names[circle] = name
        return circle

    def _count(self, organisations: set[Any], largest: int) -> None:
        """Learn how many are at these, as far as they are no more than `largest`."""
        unknown = [key for key in organisations if key not in self._sizes and self._larger.get(key, -1) < largest]
        if unknown and largest > 0:
            for key, size in rows_among(_SIZES, [largest + 1, database_id(self.workspace.pk), unknown]):
                (self._larger if size > largest else self._sizes)[key] = min(size, largest)

    def _of_schools(self) -> dict[Any, list[tuple[Circle, Spell]]]:
        """By person, the schools that a tie or a tag speaks of; read once."""
        if self._alumni is None:
            there: dict[str, dict[Any, Spell]] = {}
            for person, text in self._schooled():
                there.setdefault(text, {})[person] = Spell(person)
            self._alumni = {}
            for name, spells in there.items():
                circle = self._named(Circle(CircleKind.SCHOOL, name, len(spells)), name)
                self._members[circle] = list(spells.values())
                for spell in spells.values():
                    self._alumni.setdefault(spell.person, []).append((circle, spell))
        return self._alumni

    def _schooled(self) -> Iterator[tuple[Any, str]]:
        """Persons, each with the name of a school."""
        own = database_id(self.workspace.pk)
        school = cache(lambda text: school_in(text, self.schools))
        for person, how_met in rows_among(_NOTED_AT_SCHOOL, [own]):
            yield person, school(how_met)
        names = {key: name for key, name in rows_among(_TAGS, [own]) if names_school(name)}
        for person, tag in self._ask(_TAGGED, names):
            yield person, school(names[tag])

    def _only(self, sql: str, ids: Collection[Any], among: Among | None) -> list[tuple[Any, ...]]:
        """Members of these places: all, or only the wanted ones."""
        if among is None or not ids:
            return self._ask(sql.replace("{among}", ""), ids)
        own, places = database_id(self.workspace.pk), [one.key for one in among.places]
        wanted = _AMONG.replace("{places}", _NOW_AT if places else "OR FALSE")
        values = [own, ids, among.people, *([own, places] if places else ())]
        return rows_among(sql.replace("{among}", wanted), values)

    def _ask(self, sql: str, ids: Collection[Any], *, repeat: int = 1) -> list[tuple[Any, ...]]:
        return rows_among(sql, [database_id(self.workspace.pk), ids] * repeat) if ids else []


def members_by_strength(workspace: Workspace, organisation_id: UUID, *, limit: int) -> list[Any]:
    """Who is at an organisation now, the closest ties first, not archived; one query."""
    sql = """
    SELECT p.id FROM people_person p JOIN people_role r ON r.person_id = p.id AND r.workspace_id = p.workspace_id
      LEFT JOIN people_tie t ON t.person_id = p.id AND t.workspace_id = p.workspace_id AND t.kind <> 'none'
     WHERE r.workspace_id = %s AND r.organisation_id = %s AND r.is_current AND p.archived_at IS NULL
     GROUP BY p.id ORDER BY COALESCE(MAX(t.strength), 0) DESC, p.id LIMIT %s
    """
    return [row[0] for row in rows_among(sql, [database_id(workspace.pk), database_id(organisation_id), limit])]


@lru_cache(maxsize=4096)
def _is_school(name: str) -> bool:
    return names_school(name)


def rows_among(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Rows of a query whose `{ids}` stand for the values that are collections of ids: each is one parameter, since
    thousands of them take the driver longer than the database."""
    listed = "(SELECT unnest(%s::uuid[]))" if connection.vendor == "postgresql" else "(SELECT value FROM json_each(%s))"
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("{ids}", listed), [_parameter(value) for value in values])
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _parameter(value: Any) -> Any:
    if isinstance(value, str | int | UUID):
        return value
    return list(value) if connection.vendor == "postgresql" else json.dumps(list(value))
