"""The People page: who is there, narrowed down, with where it stands."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import connection

from askwell.accounts.models import Workspace
from askwell.desk.queries.paging import A_PAGE, Paged
from askwell.outreach.queries import at_stage, in_touch, where_it_stands
from askwell.outreach.queries.fresh import kept, next_minute
from askwell.outreach.queries.values import Stage, StageCode
from askwell.people.models import Person
from askwell.people.queries import FilterOptions, PeopleFilter, PersonRow, filter_options, list_people
from askwell.people.queries.listing import people_ids
from askwell.people.queries.rows import database_id


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
class People(Paged):
    """One page; `number` counts from 1. `capped`: there are more than `total`."""

    rows: tuple[Listed, ...]
    total: int
    capped: bool
    number: int


def people(workspace: Workspace, now: datetime, narrowed: Narrowed, *, number: int = 1) -> People:
    """The page asked for, by family name or, searching, best match first.

    Five queries, searching up to eleven; two while nothing changes within a minute.
    """
    key = ("people", workspace.pk, narrowed, number)
    return kept(key, now, lambda: (next_minute(now), _people(workspace, now, narrowed, number)))


def _people(workspace: Workspace, now: datetime, narrowed: Narrowed, number: int) -> People:
    filters = _filters(workspace, narrowed)
    page = list_people(workspace, filters=filters, offset=(number - 1) * A_PAGE, limit=A_PAGE)
    stages = where_it_stands(workspace, [row.id for row in page.rows], now)
    return People(tuple(Listed(row, stages.get(row.id)) for row in page.rows), page.total, page.capped, number)


def ids_of(workspace: Workspace, narrowed: Narrowed) -> list[UUID]:
    """Everyone on all pages of the list, in its order; of a search the best thousand."""
    return people_ids(workspace, _filters(workspace, narrowed))


def _filters(workspace: Workspace, narrowed: Narrowed) -> PeopleFilter:
    if narrowed.stage is StageCode.NOT_WRITTEN:
        return replace(narrowed.people, without=in_touch(workspace))
    if narrowed.stage:
        return replace(narrowed.people, only=at_stage(workspace, narrowed.stage))
    return narrowed.people


@dataclass(frozen=True, slots=True)
class Head:
    """How many people there are, were written to and met, and wait for something from the seeker now."""

    people: int
    written_to: int
    met: int
    your_turn: int


HEAD = """
SELECT (SELECT COUNT(*) FROM people_person WHERE workspace_id = %(of)s AND archived_at IS NULL),
       (SELECT COUNT(DISTINCT person_id) FROM outreach_thread WHERE workspace_id = %(of)s AND asked_at IS NOT NULL),
       (SELECT COUNT(DISTINCT person_id) FROM outreach_thread
         WHERE workspace_id = %(of)s AND state = 'closed' AND outcome = 'met'),
       (SELECT COUNT(DISTINCT f.person_id) FROM outreach_followup f
          JOIN people_person p ON p.id = f.person_id AND p.workspace_id = f.workspace_id
         WHERE f.workspace_id = %(of)s AND f.done_at IS NULL AND f.dismissed_at IS NULL AND f.opens_at <= %(now)s
           AND (f.snoozed_until IS NULL OR f.snoozed_until <= %(now)s) AND p.do_not_contact_at IS NULL)
"""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands above the list."""

    head: Head
    options: FilterOptions


def around(workspace: Workspace, now: datetime) -> Around:
    """Four queries; two while nothing changes within a minute."""
    key = ("around", workspace.pk)
    return kept(key, now, lambda: (next_minute(now), Around(head(workspace, now), filter_options(workspace))))


def head(workspace: Workspace, now: datetime) -> Head:
    """One query. Written as SQL since building four of them costs more than asking them."""
    with connection.cursor() as cursor:
        cursor.execute(HEAD, {"of": database_id(workspace.pk), "now": connection.ops.adapt_datetimefield_value(now)})
        return Head(*cursor.fetchone())


def has_anyone(workspace: Workspace) -> bool:
    """Whether there is any person at all, archived ones included."""
    return Person.objects.of(workspace).exists()


def of_workspace(workspace: Workspace, ids: list[UUID]) -> list[UUID]:
    """Those of the ids that are persons of this workspace, in the same order."""
    mine = set(Person.objects.of(workspace).filter(pk__in=ids).values_list("pk", flat=True))
    return [key for key in ids if key in mine]
