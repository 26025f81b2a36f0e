"""The People page: who is there, narrowed down, with where it stands."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.outreach.queries import at_stage, where_it_stands
from askwell.outreach.queries.values import Stage, StageCode
from askwell.people.models import Person
from askwell.people.queries import PeopleFilter, PersonRow, list_people

A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the People page is narrowed to; empty fields narrow nothing."""

    people: PeopleFilter
    stage: StageCode | None = None

    def __bool__(self) -> bool:
        return self.people != PeopleFilter() or self.stage is not None


@dataclass(frozen=True, slots=True)
class Listed:
    """A row: the person, and where it stands; None when nothing was ever written."""

    person: PersonRow
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class People:
    """One page; `number` counts from 1. `capped`: there are more than `total`."""

    rows: tuple[Listed, ...]
    total: int
    capped: bool
    number: int

    @property
    def first(self) -> int:
        return (self.number - 1) * A_PAGE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next(self) -> int:
        return self.number + 1

    @property
    def has_next(self) -> bool:
        return self.last < self.total


def people(workspace: Workspace, now: datetime, narrowed: Narrowed, *, number: int = 1) -> People:
    """The page asked for, by family name or, searching, best match first. Five queries; searching up to eleven."""
    filters = narrowed.people
    if narrowed.stage:
        there = Person.objects.of(workspace).filter(at_stage(workspace, narrowed.stage)).values("pk")
        filters = replace(filters, only=there)
    page = list_people(workspace, filters=filters, offset=(number - 1) * A_PAGE, limit=A_PAGE)
    stages = where_it_stands(workspace, [row.id for row in page.rows], now)
    return People(tuple(Listed(row, stages.get(row.id)) for row in page.rows), page.total, page.capped, number)


def has_anyone(workspace: Workspace) -> bool:
    """Whether there is any person at all, archived ones included."""
    return Person.objects.of(workspace).exists()


def of_workspace(workspace: Workspace, ids: list[UUID]) -> list[UUID]:
    """Those of the ids that are persons of this workspace, in the same order."""
    mine = set(Person.objects.of(workspace).filter(pk__in=ids).values_list("pk", flat=True))
    return [key for key in ids if key in mine]
