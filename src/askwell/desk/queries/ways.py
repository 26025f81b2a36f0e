"""The way to someone: a person, anyone at an organisation, or anyone with a title.

The network is not loaded: a search asks for the acquaintances of a few hundred people at a time, backwards from the
goal, and no further than a way can still be worth showing; of a seeker with few ties their own side first.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Max

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.outreach.choices import FollowUpKind
from askwell.outreach.models import FollowUp
from askwell.outreach.queries import where_it_stands
from askwell.outreach.queries.fresh import kept, next_minute
from askwell.outreach.queries.values import Stage
from askwell.people.models import Organisation, Person
from askwell.people.queries import PersonRow, rows_of
from askwell.people.queries.circles import Circles, members_by_strength, rows_among
from askwell.people.queries.rows import as_uuid, database_id
from askwell.people.queries.search import with_title
from askwell.people.rules.ways import Among, Circle, LinkKind, Spell, Standing, Way, best_ways

GOALS = 500
"""So many people of an organisation or with a title are led to, those whom the seeker knows first."""
OWED = (FollowUpKind.THANK, FollowUpKind.PROGRESS_NOTE)


class GoalKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Goal:
    """Whom the seeker wants to reach: `id` of the person or organisation; `name` of the organisation or the words of
    the title; `who`, of a person."""

    kind: GoalKind
    id: UUID | None
    name: str = ""
    who: PersonRow | None = None


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two neighbours on a route may know each other, and where ("" for an introduction)."""

    kind: LinkKind
    place: str

    @property
    def known(self) -> bool:
        return self.kind is LinkKind.INTRODUCED


@dataclass(frozen=True, slots=True)
class Route:
    """`people` from the first one to ask to the goal; `stage` and `told_at`: where it stands with the first one, and
    when they were last thanked or told what came of it."""

    people: tuple[PersonRow, ...]
    bonds: tuple[Bond, ...]
    standing: Standing
    stage: Stage | None
    told_at: datetime | None

    @property
    def first(self) -> PersonRow:
        return self.people[0]

    @property
    def last(self) -> PersonRow:
        return self.people[-1]

    @property
    def is_direct(self) -> bool:
        return len(self.people) == 1


def person_goal(workspace: Workspace, person_id: UUID) -> Goal:
    """Raises Person.DoesNotExist."""
    row = rows_of(workspace, [person_id]).get(person_id)
    if row is None:
        raise Person.DoesNotExist
    return Goal(GoalKind.PERSON, person_id, row.organisation, row)


def organisation_goal(workspace: Workspace, organisation_id: UUID) -> Goal:
    """Raises Organisation.DoesNotExist."""
    organisation = Organisation.objects.of(workspace).get(pk=organisation_id)
    return Goal(GoalKind.ORGANISATION, organisation.pk, organisation.name)


def title_goal(title: str) -> Goal:
    return Goal(GoalKind.TITLE, None, title)


def ways_to(workspace: Workspace, goal: Goal, now: datetime) -> tuple[Route, ...]:
    """The best five at most, the likeliest first, those after a duty last. Some dozens of queries,
    whose number hardly grows with the people; one while nothing changes within a minute."""
    key = ("ways", workspace.pk, goal.kind, goal.id, goal.name)
    return kept(key, now, lambda: (next_minute(now), _routes(workspace, goal, now)))


def _routes(workspace: Workspace, goal: Goal, now: datetime) -> tuple[Route, ...]:
    goals = _people_of(workspace, goal)
    if not goals:
        return ()
    network = StoredNetwork(workspace)
    ways = best_ways(network, goals)
    ids = list(dict.fromkeys(as_uuid(person) for way in ways for person in way.people))  # type: ignore[arg-type]  # as the driver gave them
    rows = rows_of(workspace, ids)
    firsts = [as_uuid(way.people[0]) for way in ways]  # type: ignore[arg-type]  # the same
    stages, told = where_it_stands(workspace, firsts, now), _told(workspace, firsts)
    return tuple(
        Route(
            tuple(rows[as_uuid(person)] for person in way.people),  # type: ignore[arg-type]  # the same
            network.bonds(way),
            way.first,
            stages.get(first),
            told.get(first),
        )
        for way, first in zip(ways, firsts, strict=True)
    )


def _people_of(workspace: Workspace, goal: Goal) -> Sequence[Any]:
    if goal.kind is GoalKind.TITLE:
        return with_title(workspace, goal.name, limit=GOALS)
    assert goal.id
    if goal.kind is GoalKind.ORGANISATION:
        return members_by_strength(workspace, goal.id, limit=GOALS)
    return [database_id(goal.id)]


def _told(workspace: Workspace, person_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """When each of them was last thanked, or told what came of it."""
    done = FollowUp.objects.of(workspace).filter(person__in=person_ids, kind__in=OWED, done_at__isnull=False)
    return dict(done.values_list("person").annotate(at=Max("done_at")))


_TIES = """
SELECT person_id, MAX(strength) FROM people_tie
 WHERE workspace_id = %s AND kind <> 'none' AND person_id IN {ids} GROUP BY person_id
"""
_TIED = """
SELECT DISTINCT person_id FROM people_tie WHERE workspace_id = %s AND kind <> 'none' AND strength > 0 LIMIT %s
"""
_BLOCKED = """
SELECT id FROM people_person
 WHERE workspace_id = %s AND (archived_at IS NOT NULL OR do_not_contact_at IS NOT NULL) AND id IN {ids}
"""
_MET_AND_OWED = """
SELECT person_id, '' FROM outreach_thread WHERE workspace_id = %s AND state = 'closed' AND outcome = 'met'
UNION ALL
SELECT person_id, kind FROM outreach_followup
 WHERE workspace_id = %s AND done_at IS NULL AND dismissed_at IS NULL AND kind IN ('thank', 'progress_note')
"""


class StoredNetwork:
    """A workspace's network, read as a search asks for it."""

    def __init__(self, workspace: Workspace) -> None:
        self._own = database_id(workspace.pk)
        self._circles = Circles(workspace, profile_of(workspace).schools)
        self._owed: dict[Any, str] = {}
        self._talked: set[Any] = set()
        for person, kind in rows_among(_MET_AND_OWED, [self._own] * 2):
            if kind:
                self._owed[person] = min(kind, self._owed.get(person, kind))
            else:
                self._talked.add(person)

    def askable(self, most: int) -> Mapping[Any, Standing] | None:
        """Three queries at most."""
        tied = [row[0] for row in rows_among(_TIED, [self._own, most + 1])]
        people = self._talked.union(tied)
        if len(people) > most:
            return None
        return {person: one for person, one in self.standings(people).items() if not one.blocked}

    def standings(self, people: Collection[Any]) -> Mapping[Any, Standing]:
        """Two queries."""
        tied = dict(rows_among(_TIES, [self._own, people]))
        blocked = {row[0] for row in rows_among(_BLOCKED, [self._own, people])}
        return {
            person: Standing(tied.get(person, 0), person in self._talked, self._owed.get(person, ""), person in blocked)
            for person in {*tied, *blocked, *self._talked.intersection(people)}
        }

    def introductions(self, people: Collection[Any]) -> list[tuple[Any, Any]]:
        return self._circles.introductions(people)

    def spells(self, people: Collection[Any], largest: int) -> Iterable[tuple[Circle, Spell]]:
        return self._circles.spells(people, largest)

    def people_of(self, circles: Collection[Circle]) -> Iterable[tuple[Circle, Sequence[Any]]]:
        return self._circles.people_of(circles)

    def members(
        self, circles: Collection[Circle], among: Among | None = None
    ) -> Iterable[tuple[Circle, Sequence[Spell]]]:
        return self._circles.members(circles, among)

    def bonds(self, way: Way) -> tuple[Bond, ...]:
        """Where each two of a way may know each other from."""
        names = self._circles.names
        return tuple(Bond(link.kind, names[link.circle] if link.circle else "") for link in way.links)
