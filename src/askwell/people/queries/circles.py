"""Who may know whom: introductions, and the places where persons are or were together.

Ids are as the driver gives them: a search looks at thousands and shows a dozen. Written as SQL, as in `search`.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection

from askwell.accounts.models import Workspace
from askwell.people.queries.rows import database_id
from askwell.people.rules.netmap import names_school, school_in
from askwell.people.rules.ways import LARGE, Circle, CircleKind, Spell

CLOSEST = 40
"""So many of those whom the seeker knows at a large employer are looked at."""
SCHOOL_TIES = "('alumni', 'classmate', 'professor')"

_INTRODUCTIONS = """
SELECT introducer_id, introduced_id FROM people_introduction WHERE workspace_id = %s AND introducer_id IN ({ids})
UNION
SELECT introducer_id, introduced_id FROM people_introduction WHERE workspace_id = %s AND introduced_id IN ({ids})
"""
_ROLES = """
SELECT r.organisation_id, o.name, r.person_id, r.is_current, COALESCE(CAST(r.started_on AS text), ''),
       COALESCE(CAST(r.ended_on AS text), '')
  FROM people_role r JOIN people_organisation o ON o.id = r.organisation_id
 WHERE r.workspace_id = %s AND r.person_id IN ({ids})
"""
_SIZES = """
SELECT organisation_id, COUNT(*) FROM people_role
 WHERE workspace_id = %s AND organisation_id IN ({ids}) GROUP BY organisation_id
"""
_MEMBERS = """
SELECT organisation_id, person_id, is_current, COALESCE(CAST(started_on AS text), ''),
       COALESCE(CAST(ended_on AS text), '')
  FROM people_role WHERE workspace_id = %s AND organisation_id IN ({ids})
"""
_CLOSEST_THERE = f"""
SELECT organisation_id, person_id, is_current, '', '' FROM (
  SELECT r.organisation_id, r.person_id, r.is_current,
         ROW_NUMBER() OVER (PARTITION BY r.organisation_id ORDER BY t.strength DESC, r.person_id) AS place
    FROM people_role r JOIN people_tie t ON t.person_id = r.person_id AND t.kind <> 'none'
   WHERE r.workspace_id = %s AND r.is_current AND r.organisation_id IN ({{ids}})) closest
 WHERE place <= {CLOSEST}
"""  # noqa: S608  # a constant of ours
_ENCOUNTERS = """
SELECT c.event_id, e.name, c.person_id FROM people_encounter c JOIN people_event e ON e.id = c.event_id
 WHERE c.workspace_id = %s AND c.person_id IN ({ids})
"""
_AT_EVENTS = "SELECT event_id, person_id FROM people_encounter WHERE workspace_id = %s AND event_id IN ({ids})"
_FROM_SCHOOLS = f"""
SELECT person_id FROM people_tie WHERE workspace_id = %s AND person_id IN ({{ids}}) AND kind IN {SCHOOL_TIES}
UNION ALL
SELECT person_id FROM people_persontag WHERE workspace_id = %s AND person_id IN ({{ids}})
"""  # noqa: S608  # a constant of ours
_SCHOOLS = f"""
SELECT person_id, how_met, '' FROM people_tie WHERE workspace_id = %s AND kind IN {SCHOOL_TIES}
UNION ALL
SELECT g.person_id, '', t.name FROM people_persontag g JOIN people_tag t ON t.id = g.tag_id
 WHERE g.workspace_id = %s
"""  # noqa: S608  # a constant of ours


Place = tuple[Circle, Sequence[Spell]]


@dataclass
class Circles:
    """The circles of one workspace, asked for as one search goes: what was read is kept. `schools`: where the seeker
    went, by name; `names` fills with what each circle is called."""

    workspace: Workspace
    schools: Sequence[str] = ()
    names: dict[Circle, str] = field(default_factory=dict)
    _sizes: dict[Any, int] = field(default_factory=dict)
    _members: dict[Circle, Sequence[Spell]] = field(default_factory=dict)
    _alumni: dict[Any, list[tuple[Circle, Spell]]] | None = None

    def introductions(self, people: Collection[Any]) -> list[tuple[Any, Any]]:
        """Both persons of every introduction of one of these; one query."""
        return [(row[0], row[1]) for row in self._ask(_INTRODUCTIONS, people, repeat=2)]

    def spells(self, people: Collection[Any]) -> Iterator[tuple[Circle, Spell]]:
        """Every circle of each of these persons; five queries, and one more once."""
        roles = self._ask(_ROLES, people)
        self._count(row[0] for row in roles)
        for key, name, *spell in roles:
            kind = CircleKind.SCHOOL if names_school(name) else CircleKind.EMPLOYER
            yield self._named(Circle(kind, key, self._sizes[key]), name), _spell(spell)
        events = self._ask(_ENCOUNTERS, people)
        self._read_events({row[0] for row in events})
        for key, name, person in events:
            yield self._named(Circle(CircleKind.EVENT, key, self._sizes[key]), name), Spell(person)
        for (person,) in self._ask(_FROM_SCHOOLS, people, repeat=2):
            yield from self._of_schools().get(person, ())

    def members(self, circles: Collection[Circle]) -> Iterator[Place]:
        """Who is or was in each of these; two queries."""
        unread = [one for one in circles if one not in self._members]
        by_key = {one.key: one for one in unread}
        small = [one.key for one in unread if one.size <= LARGE]
        large = [one.key for one in unread if one.size > LARGE]
        found: dict[Circle, list[Spell]] = {one: [] for one in unread}
        for key, *spell in [*self._ask(_MEMBERS, small), *self._ask(_CLOSEST_THERE, large)]:
            found[by_key[key]].append(_spell(spell))
        self._members |= found
        yield from ((one, self._members[one]) for one in circles)

    def _named(self, circle: Circle, name: str) -> Circle:
        self.names[circle] = name
        return circle

    def _count(self, organisations: Iterable[Any]) -> None:
        unknown = {key for key in organisations if key not in self._sizes}
        self._sizes.update(self._ask(_SIZES, unknown))

    def _read_events(self, keys: set[Any]) -> None:
        """Who was there, and so how many."""
        there: dict[Any, list[Spell]] = {key: [] for key in keys if key not in self._sizes}
        for key, person in self._ask(_AT_EVENTS, there):
            there[key].append(Spell(person))
        for key, spells in there.items():
            self._sizes[key] = len(spells)
            self._members[Circle(CircleKind.EVENT, key, len(spells))] = spells

    def _of_schools(self) -> dict[Any, list[tuple[Circle, Spell]]]:
        """By person, the schools that a tie or a tag speaks of; read once."""
        if self._alumni is None:
            there: dict[str, dict[Any, Spell]] = {}
            own = database_id(self.workspace.pk)
            for person, how_met, tag in _rows(_SCHOOLS, [own, own]):
                if how_met or names_school(tag):
                    there.setdefault(school_in(how_met or tag, self.schools), {})[person] = Spell(person)
            self._alumni = {}
            for name, spells in there.items():
                circle = self._named(Circle(CircleKind.SCHOOL, name, len(spells)), name)
                self._members[circle] = list(spells.values())
                for spell in spells.values():
                    self._alumni.setdefault(spell.person, []).append((circle, spell))
        return self._alumni

    def _ask(self, sql: str, ids: Collection[Any], *, repeat: int = 1) -> list[tuple[Any, ...]]:
        if not ids:
            return []
        return _rows(sql.format(ids=_places(ids)), [database_id(self.workspace.pk), *ids] * repeat)


def _spell(row: Sequence[Any]) -> Spell:
    person, now, start, end = row
    return Spell(person, bool(now), start, end)


def members_by_strength(workspace: Workspace, organisation_id: UUID, *, limit: int) -> list[Any]:
    """Who is at an organisation now, the closest ties first, not archived; one query."""
    sql = """
    SELECT p.id FROM people_person p JOIN people_role r ON r.person_id = p.id
      LEFT JOIN people_tie t ON t.person_id = p.id AND t.kind <> 'none'
     WHERE r.workspace_id = %s AND r.organisation_id = %s AND r.is_current AND p.archived_at IS NULL
     GROUP BY p.id ORDER BY COALESCE(MAX(t.strength), 0) DESC, p.id LIMIT %s
    """
    return [row[0] for row in _rows(sql, [database_id(workspace.pk), database_id(organisation_id), limit])]


def _places(ids: Collection[Any]) -> str:
    return ", ".join(["%s"] * len(ids))


def _rows(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
