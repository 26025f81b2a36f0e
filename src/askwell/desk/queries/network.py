"""Everyone around the seeker, for the map, its numbers, and who led to whom."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from askwell.accounts.models import Workspace
from askwell.outreach.queries.fresh import kept, next_minute
from askwell.people.models import Organisation
from askwell.people.queries import PersonRow, rows_of
from askwell.people.queries.rows import as_uuid, database_id
from askwell.people.rules.netmap import Acquaintance, Group, GroupKind, Led, Reached, Source, led_to

_PEOPLE = "SELECT id, obtained FROM people_person WHERE workspace_id = %s AND archived_at IS NULL ORDER BY id"
_TIES = """
SELECT person_id, kind, strength FROM people_tie WHERE workspace_id = %s AND kind <> 'none' ORDER BY strength, id
"""
_EMPLOYERS = """
SELECT person_id, organisation_id FROM people_role
 WHERE workspace_id = %s AND is_current AND organisation_id IS NOT NULL ORDER BY id
"""
_REACHED = """
SELECT person_id, MAX(CASE WHEN state = 'closed' AND outcome = 'met' THEN 2 WHEN asked_at IS NULL THEN 0 ELSE 1 END)
  FROM outreach_thread WHERE workspace_id = %s GROUP BY person_id
"""
_AT_EVENTS = "SELECT DISTINCT person_id FROM people_encounter WHERE workspace_id = %s"
_LED = 'SELECT introducer_id, introduced_id, CAST("on" AS text) FROM people_introduction WHERE workspace_id = %s'
_LEADS = """
SELECT i.person_id, COUNT(*)
  FROM interviews_lead l JOIN interviews_interview i ON i.id = l.interview_id AND i.workspace_id = l.workspace_id
 WHERE l.workspace_id = %s GROUP BY i.person_id
"""


@dataclass(frozen=True, slots=True)
class Network:
    """Everyone who is not archived; ids in `everyone`, `led` and `leads` are as the driver gives them."""

    everyone: Sequence[Acquaintance]
    led: Sequence[Led]
    sources: Sequence[Source]


def network(workspace: Workspace, now: datetime) -> Network:
    """Seven queries; none while nothing changes within a minute."""
    return kept(("network", workspace.pk), now, lambda: (next_minute(now), _network(workspace)))


def _network(workspace: Workspace) -> Network:
    own = database_id(workspace.pk)
    ties = {person: (kind, strength) for person, kind, strength in _ask(_TIES, own)}
    employers, reached = dict(_ask(_EMPLOYERS, own)), dict(_ask(_REACHED, own))
    at_events = {row[0] for row in _ask(_AT_EVENTS, own)}
    everyone = [
        Acquaintance(
            person,
            *ties.get(person, ("", 0)),
            employers.get(person),
            Reached(reached.get(person, 0)),
            obtained,
            person in at_events,
        )
        for person, obtained in _ask(_PEOPLE, own)
    ]
    led = [Led(one, other, date.fromisoformat(on)) for one, other, on in _ask(_LED, own)]
    return Network(everyone, led, led_to(everyone, led, dict(_ask(_LEADS, own))))


def organisation_names(workspace: Workspace, groups: Collection[Group]) -> dict[Any, str]:
    """What the employers among these groups are called, by the id in their key."""
    ids = [as_uuid(group.key.id) for group in groups if group.key.kind is GroupKind.EMPLOYER]  # type: ignore[arg-type]  # the driver's
    found = Organisation.objects.of(workspace).filter(pk__in=ids).values_list("pk", "name")
    return {database_id(key): name for key, name in found}


def called(workspace: Workspace, people: Collection[Any]) -> dict[Any, PersonRow]:
    """The rows of these persons, by the driver's id; two queries."""
    ids: list[UUID] = [as_uuid(person) for person in people]
    return {database_id(key): row for key, row in rows_of(workspace, ids).items()}


def _ask(sql: str, own: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [own])
        found: list[Any] = cursor.fetchall()
        return found
