"""Who the seeker knows at an organisation: now, before, and one step from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from askwell.accounts.models import Workspace
from askwell.interviews.models import Referral
from askwell.opportunities.queries.values import Known
from askwell.people.models import Introduction, Organisation, Role
from askwell.people.queries.circles import members_by_strength, rows_among
from askwell.people.queries.rows import PersonRow, as_uuid, database_id, rows_of
from askwell.people.rules.organisations import organisation_keys

MOST = 12
NAMED = 2
People = tuple[int, tuple[Known, ...]]
"""How many are known there now, and the first of them."""
_THERE = """
SELECT organisation_id, person_id, given_name, family_name, native_name, total FROM (
  SELECT r.organisation_id, r.person_id, p.given_name, p.family_name, p.native_name,
         ROW_NUMBER() OVER (PARTITION BY r.organisation_id ORDER BY r.person_id) AS place,
         COUNT(*) OVER (PARTITION BY r.organisation_id) AS total
    FROM people_role r JOIN people_person p ON p.id = r.person_id AND p.workspace_id = r.workspace_id
   WHERE r.workspace_id = %s AND r.organisation_id IN {ids} AND r.is_current AND p.archived_at IS NULL) there
 WHERE place <= 2
"""


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody one step from an organisation: `by` knows `person` there; `how`: introduced or named."""

    by: PersonRow
    person: PersonRow
    how: str


@dataclass(frozen=True, slots=True)
class Insiders:
    """Who works there, who did, and who led to, or was led to by, one of them."""

    now: tuple[PersonRow, ...] = ()
    before: tuple[PersonRow, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.now or self.before or self.steps)


def known_at(workspace: Workspace, organisation_ids: tuple[UUID, ...]) -> dict[UUID, People]:
    """By organisation; one query, none for none."""
    if not organisation_ids:
        return {}
    found: dict[UUID, People] = {}
    for key, person, given, family, native, total in rows_among(_THERE, _ids(workspace, organisation_ids)):
        place = as_uuid(key)
        _total, before = found.get(place, (0, ()))
        found[place] = (total, (*before, Known(as_uuid(person), given, family, native)))
    return found


def met_later(workspace: Workspace, names: Iterable[str]) -> dict[str, UUID]:
    """Organisations that came to be known after an opportunity named them; one query, none for none."""
    keys = {key[:200]: name for name in set(names) for key in organisation_keys(name)}
    if not keys:
        return {}
    rows = Organisation.objects.of(workspace).filter(key__in=keys).values_list("key", "id")
    return {keys[key]: pk for key, pk in rows}


def insiders_at(workspace: Workspace, organisation_id: UUID) -> Insiders:
    """At most eight queries."""
    now = [as_uuid(key) for key in members_by_strength(workspace, organisation_id, limit=MOST)]
    roles = Role.objects.of(workspace).filter(organisation=organisation_id, is_current=False, person__archived_at=None)
    before = [key for key in dict.fromkeys(roles.values_list("person_id", flat=True)) if key not in now][:MOST]
    led = list(_led(workspace, [*now, *before]))[:MOST]
    rows = rows_of(workspace, list(dict.fromkeys([*now, *before, *(key for pair in led for key in pair[:2])])))
    return Insiders(
        tuple(rows[key] for key in now if key in rows),
        tuple(rows[key] for key in before if key in rows),
        tuple(Step(rows[by], rows[to], how) for by, to, how in led if by in rows and to in rows),
    )


def _led(workspace: Workspace, there: list[UUID]) -> Iterable[tuple[UUID, UUID, str]]:
    """(who is one step away, whom they know there, how that is known), each once."""
    introductions = Introduction.objects.of(workspace)
    led_here = introductions.filter(introduced__in=there).values_list("introducer", "introduced")
    led_away = introductions.filter(introducer__in=there).values_list("introducer", "introduced")
    found: dict[UUID, tuple[UUID, UUID, str]] = {}
    named = Referral.objects.of(workspace).filter(person__in=there)
    pairs: list[tuple[Any, Any, str]] = [
        *((by, to, "introduced") for by, to in led_here),
        *((to, by, "met_through") for by, to in led_away),
        *((by, to, "named") for by, to in named.values_list("interview__person", "person")),
    ]  # fmt: skip
    for by, to, how in pairs:
        if by not in there:
            found.setdefault(by, (by, to, how))
    return found.values()


def _ids(workspace: Workspace, organisation_ids: tuple[UUID, ...]) -> list[Any]:
    native = connection.features.has_native_uuid_field
    return [database_id(workspace.pk), [key if native else key.hex for key in organisation_ids]]
