"""The target list, and what could be on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.outreach.choices import TargetKind
from askwell.outreach.models import Target
from askwell.outreach.queries.values import TargetRow
from askwell.outreach.rules import targets as lamp
from askwell.people.choices import Strength
from askwell.people.models import Organisation, Role
from askwell.people.queries import KnownAt, organisations_by_people
from askwell.people.rules.organisations import organisation_key

PROPOSALS = 8


@dataclass(frozen=True, slots=True)
class Placed:
    """A target with its place on the LAMP list (from 1); `in_five` tells the five worked on."""

    row: TargetRow
    position: int
    in_five: bool


@dataclass(frozen=True, slots=True)
class TargetList:
    """The list in LAMP order, and employers from the seeker's own network that are not on it."""

    placed: tuple[Placed, ...]
    proposals: tuple[KnownAt, ...]

    @property
    def five(self) -> tuple[Placed, ...]:
        return tuple(one for one in self.placed if one.in_five)


def targets(workspace: Workspace) -> TargetList:
    """Every target with what the network says of it; four queries."""
    rows = target_rows(workspace)
    places = lamp.places(_ruled(row) for row in rows)
    placed = [Placed(row, places[str(row.id)].position, places[str(row.id)].active) for row in rows]
    known = {row.organisation_id for row in rows}
    proposals = [one for one in organisations_by_people(workspace) if one.id not in known][:PROPOSALS]
    return TargetList(tuple(sorted(placed, key=lambda one: one.position)), tuple(proposals))


def employer_places(workspace: Workspace) -> dict[str, int]:
    """The place of each employer on the list, by the key of its name."""
    placed = [one for one in targets(workspace).placed if one.row.kind == TargetKind.EMPLOYER]
    return {organisation_key(one.row.name)[:200]: one.position for one in placed}


def places_of(rows: Iterable[TargetRow]) -> dict[UUID, lamp.Place]:
    """Each target's place on the list."""
    by_key = {str(row.id): row for row in rows}
    return {by_key[key].id: place for key, place in lamp.places(_ruled(row) for row in by_key.values()).items()}


def target_rows(workspace: Workspace) -> list[TargetRow]:
    """The targets in no particular order; three queries. An employer met later is linked by its name."""
    held = [_Held(*row) for row in _held(workspace)]
    unlinked = [one.key for one in held if not one.organisation_id and one.kind == TargetKind.EMPLOYER]
    met = _met_later(workspace, unlinked)
    linked = [one if one.organisation_id else one._replace(**met.get(one.key, {})) for one in held]
    ids = tuple(dict.fromkeys(one.organisation_id for one in linked if one.organisation_id))
    advocates: dict[UUID | None, int] = dict(_advocates(workspace, ids))
    return [_row(one, advocates.get(one.organisation_id, 0)) for one in linked]


class _Held(NamedTuple):
    """A target with its employer, where that is known."""

    id: UUID
    kind: str
    key: str
    name: str
    motivation: int | None
    posting: int | None
    is_active: bool
    is_own_company: bool
    created_at: datetime
    organisation_id: UUID | None
    known: int | None


@prepared
def _held(workspace: Workspace) -> "QuerySet[Any, Any]":
    return Target.objects.of(workspace).filter(removed_at=None).values_list(*_Held._fields[:-1], "organisation__known")


def _met_later(workspace: Workspace, keys: list[str]) -> dict[str, dict[str, Any]]:
    if not keys:
        return {}
    found = Organisation.objects.of(workspace).filter(key__in=keys).values_list("key", "id", "known")
    return {key: {"organisation_id": pk, "known": known} for key, pk, known in found}


def _row(target: _Held, advocates: int) -> TargetRow:
    return TargetRow(
        id=target.id,
        kind=target.kind,
        name=target.name,
        organisation_id=target.organisation_id,
        known=target.known or 0,
        advocates=advocates,
        motivation=target.motivation,
        posting=target.posting,
        is_active=target.is_active,
        is_own_company=target.is_own_company,
        created_on=target.created_at.date(),
    )


@prepared
def _advocates(workspace: Workspace, organisation_ids: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    """How many people at each could speak for the seeker: a good or close tie."""
    there = Role.objects.of(workspace).filter(organisation__in=organisation_ids, is_current=True)
    good = there.filter(person__ties__strength__gte=Strength.GOOD, person__archived_at=None)
    return good.values_list("organisation").annotate(people=Count("person", distinct=True))


def _ruled(row: TargetRow) -> lamp.Target:
    return lamp.Target(
        key=str(row.id),
        name=row.name,
        kind=TargetKind(row.kind),
        motivation=row.motivation,
        posting=row.posting,
        advocacy=row.advocates > 0,
        pinned=row.is_active,
    )


def own_employer(workspace: Workspace) -> str:
    """The key of the seeker's own company while they look for a move inside it; else empty."""
    return next((key for (key,) in _own(workspace)), "")


@prepared
def _own(workspace: Workspace) -> "QuerySet[Any, Any]":
    inside = Target.objects.of(workspace).filter(is_own_company=True, removed_at=None)
    return inside.order_by("pk").values_list("key")[:1]
