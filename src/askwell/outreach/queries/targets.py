"""The target list, and what could be on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from askwell.accounts.models import Workspace
from askwell.outreach.choices import TargetKind
from askwell.outreach.models import Target
from askwell.outreach.queries.values import TargetRow
from askwell.outreach.rules import targets as lamp
from askwell.people.choices import Strength
from askwell.people.models import Organisation, Role
from askwell.people.queries import KnownAt, organisations_by_people

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


def places_of(rows: Iterable[TargetRow]) -> dict[UUID, lamp.Place]:
    """Each target's place on the list."""
    by_key = {str(row.id): row for row in rows}
    return {by_key[key].id: place for key, place in lamp.places(_ruled(row) for row in by_key.values()).items()}


def target_rows(workspace: Workspace) -> list[TargetRow]:
    """The targets in no particular order; three queries. An employer met later is linked by its name."""
    held = list(Target.objects.of(workspace).filter(removed_at=None))
    unlinked = [target.key for target in held if target.organisation_id is None and target.kind == TargetKind.EMPLOYER]
    wanted = Q(key__in=unlinked) | Q(pk__in=[target.organisation_id for target in held if target.organisation_id])
    found = list(Organisation.objects.of(workspace).filter(wanted).values_list("id", "key", "known")) if held else []
    by_key, known = {key: pk for pk, key, _ in found}, {pk: number for pk, _, number in found}
    linked = {target.pk: target.organisation_id or by_key.get(target.key) for target in held}
    advocates = _advocates(workspace, [pk for pk in linked.values() if pk])
    return [_row(target, linked[target.pk], known, advocates) for target in held]


def _row(target: Target, organisation_id: UUID | None, known: dict[UUID, int], advocates: dict[UUID, int]) -> TargetRow:
    return TargetRow(
        id=target.pk,
        kind=target.kind,
        name=target.name,
        organisation_id=organisation_id,
        known=known.get(organisation_id, 0) if organisation_id else 0,
        advocates=advocates.get(organisation_id, 0) if organisation_id else 0,
        motivation=target.motivation,
        posting=target.posting,
        is_active=target.is_active,
        is_own_company=target.is_own_company,
        created_on=target.created_at.date(),
    )


def _advocates(workspace: Workspace, organisation_ids: list[UUID]) -> dict[UUID, int]:
    """How many people at each could speak for the seeker: a good or close tie."""
    if not organisation_ids:
        return {}
    there = Role.objects.of(workspace).filter(organisation__in=organisation_ids, is_current=True)
    good = there.filter(person__ties__strength__gte=Strength.GOOD, person__archived_at=None)
    return dict(good.values_list("organisation").annotate(people=Count("person", distinct=True)))


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
    inside = Target.objects.of(workspace).filter(is_own_company=True, removed_at=None)
    return inside.values_list("key", flat=True).first() or ""
