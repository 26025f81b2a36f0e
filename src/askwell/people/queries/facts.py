"""What higher apps weigh: who could be written to, who is where, and which employers hold most known people."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.people.models import ContactPoint, Organisation, Person, Role
from askwell.people.queries.rows import Facts, PersonRow, facts_of, rows_of

BATCH = 500


@dataclass(frozen=True, slots=True)
class CandidateFacts:
    """One person as far as people can say whether to write to them.

    `roles`: current (organisation id, organisation, title); `past_organisations`: earlier ones' names.
    `introducers`: (id, Latin name or all there is, native name). `channels`: the kinds of living contact
    points there are. `ties`: (kind, strength, how met), the closest first.
    """

    id: UUID
    given: str
    family: str
    native: str
    languages: tuple[str, ...]
    place: str
    region: str
    time_zone: str
    keeps_lunar_new_year: bool
    known_since: date | None
    do_not_contact: bool
    archived: bool
    roles: tuple[tuple[UUID | None, str, str], ...]
    past_organisations: tuple[str, ...]
    ties: tuple[tuple[str, int, str], ...]
    introducers: tuple[tuple[UUID, str, str], ...]
    channels: frozenset[str]
    tags: tuple[str, ...]

    @property
    def tie(self) -> tuple[str, int, str]:
        """The closest tie; ("none", 0, "") without one."""
        return self.ties[0] if self.ties else ("none", 0, "")


@dataclass(frozen=True, slots=True)
class KnownAt:
    """An employer and how many persons are known there now."""

    id: UUID
    name: str
    key: str
    known: int


def candidates_facts(workspace: Workspace, person_ids: Sequence[UUID]) -> dict[UUID, CandidateFacts]:
    """Facts by id for any number of persons: four queries for every 500 of them."""
    found: dict[UUID, CandidateFacts] = {}
    for start in range(0, len(person_ids), BATCH):
        found.update(_batch(workspace, person_ids[start : start + BATCH]))
    return found


@prepared
def _people(workspace: Workspace, ids: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    return Person.objects.of(workspace).filter(id__in=ids).values_list(
        "id", "given_name", "family_name", "native_name", "languages", "place", "region", "time_zone",
        "keeps_lunar_new_year", "known_since", "do_not_contact_at", "archived_at",
    )  # fmt: skip


@prepared
def _points(workspace: Workspace, ids: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    return ContactPoint.objects.of(workspace).filter(person__in=ids, dead_at=None).values_list("person_id", "kind")


@prepared
def _past_roles(workspace: Workspace, ids: tuple[UUID, ...]) -> "QuerySet[Any, Any]":
    roles = Role.objects.of(workspace).filter(person__in=ids, is_current=False, organisation__isnull=False)
    return roles.values_list("person_id", "organisation__name")


def _batch(workspace: Workspace, ids: Sequence[UUID]) -> dict[UUID, CandidateFacts]:
    facts, nothing = facts_of(workspace, ids), Facts()
    points, past = _channels(workspace, ids), _past(workspace, ids)
    plain = _people(workspace, tuple(ids))
    return {
        id: CandidateFacts(
            id, given, family, native, tuple(languages.split()), place, region, zone, lunar, since,
            stopped is not None, archived is not None,
            *_hanging(facts.get(id, nothing), tuple(past[id])),
            frozenset(points[id]), tuple(facts.get(id, nothing).tags),
        )
        for id, given, family, native, languages, place, region, zone, lunar, since, stopped, archived in plain
    }  # fmt: skip


def _hanging(
    facts: Facts, past: tuple[str, ...]
) -> tuple[
    tuple[tuple[UUID | None, str, str], ...],
    tuple[str, ...],
    tuple[tuple[str, int, str], ...],
    tuple[tuple[UUID, str, str], ...],
]:
    roles = tuple((organisation_id, name, title) for title, name, organisation_id in reversed(facts.roles))
    ties = tuple((kind, strength, how) for strength, kind, how in sorted(facts.ties, reverse=True))
    return roles, past, ties, tuple(facts.introducers)


def _channels(workspace: Workspace, ids: Sequence[UUID]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    for person_id, kind in _points(workspace, tuple(ids)):
        found[person_id].add(kind)
    return found


def _past(workspace: Workspace, ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    for person_id, name in _past_roles(workspace, tuple(ids)):
        found[person_id].append(name)
    return found


def people_at(workspace: Workspace, organisation_id: UUID, *, limit: int = 200) -> list[PersonRow]:
    """Who is at an organisation now, not archived, by family name; do-not-contact persons too."""
    here = at_organisation(workspace, organisation_id).order_by("sort_key", "id").values_list("id", flat=True)
    ids = list(here[:limit])
    rows = rows_of(workspace, ids)
    return [rows[person_id] for person_id in ids if person_id in rows]


def at_organisation(workspace: Workspace, organisation_id: UUID) -> QuerySet[Person]:
    """Persons with a current role there, not archived."""
    roles = Role.objects.of(workspace).filter(organisation=organisation_id, is_current=True)
    return Person.objects.of(workspace).filter(id__in=roles.values("person"), archived_at=None)


def organisations_by_people(workspace: Workspace, *, limit: int = 40) -> list[KnownAt]:
    """Employers where most persons are known, most first: proposals for targets."""
    known = Organisation.objects.of(workspace).filter(known__gt=0).order_by("-known", "name")
    return [KnownAt(*values) for values in known.values_list("id", "name", "key", "known")[:limit]]
