"""The people list: filters, one page of rows, and what can be chosen in the filters."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.people.models import Organisation, Person, PersonTag, Role, Tag, Tie
from askwell.people.queries.rows import SHOWN, PersonRow, as_rows, as_uuid, database_id, rows_of
from askwell.people.queries.search import matching

MOST_FOUND = 1000
MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What the list is narrowed to; empty means everyone who is not archived.

    `only` and `without` are ids of persons, or a queryset of one column of such ids: a higher app's
    say (threads in a stage; anyone written to). `archived` shows the archived ones instead.
    """

    q: str = ""
    tie: str = ""
    organisation: UUID | None = None
    language: str = ""
    tag: UUID | None = None
    archived: bool = False
    only: "Collection[UUID] | QuerySet[Any, Any] | None" = None
    without: "Collection[UUID] | QuerySet[Any, Any] | None" = None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """One page. `total` stops at `MOST_COUNTED` (`capped`: there are more)."""

    rows: list[PersonRow]
    total: int
    capped: bool


@dataclass(frozen=True, slots=True)
class FilterOptions:
    """What can be chosen and finds somebody: (id, name, persons there now), most known first; (id, name) by
    name; codes of spoken languages; kinds of ties."""

    organisations: list[tuple[UUID, str, int]]
    tags: list[tuple[UUID, str]]
    languages: frozenset[str]
    ties: frozenset[str]


def list_people(
    workspace: Workspace, *, filters: PeopleFilter | None = None, offset: int = 0, limit: int = 25
) -> PeoplePage:
    """One page of people in three queries (searching: up to six more).

    By family name, or best match first when `filters.q` searches.
    """
    wanted = filters or PeopleFilter()
    people = filtered(workspace, wanted)
    if wanted.q.strip():
        return _found(workspace, people, wanted, offset, limit)
    total = people.order_by()[: MOST_COUNTED + 1].count()
    values = people.order_by("sort_key", "id")[offset : offset + limit].values_list(*SHOWN)
    return PeoplePage(as_rows(workspace, values), min(total, MOST_COUNTED), total > MOST_COUNTED)


def _found(workspace: Workspace, people: QuerySet[Person], wanted: PeopleFilter, offset: int, limit: int) -> PeoplePage:
    kept, capped = _matching(workspace, people, wanted)
    page = [as_uuid(person_id) for person_id in kept[offset : offset + limit]]
    rows = rows_of(workspace, page)
    return PeoplePage([rows[key] for key in page if key in rows], len(kept), capped)


def _matching(workspace: Workspace, people: QuerySet[Person], wanted: PeopleFilter) -> tuple[list[Any], bool]:
    """Ids as the database gives them of who matches the words and passes the filters; whether there may be more."""
    found = matching(workspace, wanted.q, limit=MOST_FOUND)
    kept: list[Any] = [person_id for person_id, archived in found if archived is wanted.archived]
    if replace(wanted, q="", archived=False) != PeopleFilter():
        ids = [as_uuid(person_id) for person_id in kept]
        left = set(people.filter(id__in=ids).values_list("id", flat=True))
        kept = [person_id for person_id in ids if person_id in left]
    return kept, len(found) >= MOST_FOUND


def people_ids(workspace: Workspace, filters: PeopleFilter) -> list[UUID]:
    """Everyone whom the list shows on all its pages, in its order; of a search the best thousand."""
    people = filtered(workspace, filters)
    if filters.q.strip():
        return [as_uuid(person_id) for person_id in _matching(workspace, people, filters)[0]]
    return list(people.order_by("sort_key", "id").values_list("id", flat=True))


def filtered(workspace: Workspace, filters: PeopleFilter) -> QuerySet[Person]:
    """Persons that pass every filter but `q`."""
    people = Person.objects.of(workspace).filter(archived_at__isnull=not filters.archived)
    mine = {"workspace": workspace, "person": OuterRef("pk")}
    if filters.tie:
        people = people.filter(Exists(Tie.objects.of(workspace).filter(**mine, kind=filters.tie)))
    if filters.organisation:
        here = Role.objects.of(workspace).filter(organisation=filters.organisation, is_current=True)
        people = people.filter(id__in=here.values("person"))
    if filters.tag:
        people = people.filter(id__in=PersonTag.objects.of(workspace).filter(tag=filters.tag).values("person"))
    if filters.language:
        people = people.filter(_speaks(filters.language))
    if filters.only is not None:
        people = people.filter(id__in=filters.only)
    if filters.without is not None:
        people = people.exclude(id__in=filters.without)
    return people


def _speaks(code: str) -> Q:
    return (
        Q(languages=code)
        | Q(languages__startswith=f"{code} ")
        | Q(languages__endswith=f" {code}")
        | Q(languages__contains=f" {code} ")
    )


def count_people(workspace: Workspace) -> int:
    """How many persons are kept and not archived."""
    return Person.objects.of(workspace).filter(archived_at=None).count()


def filter_options(workspace: Workspace, *, organisations: int = 50) -> FilterOptions:
    """The choices of the list's filters, in three queries."""
    return FilterOptions(_best_known(workspace, organisations), _tags(workspace), *_in_use(workspace))


@prepared
def _best_known(workspace: Workspace, most: int) -> "QuerySet[Any, Any]":
    known = Organisation.objects.of(workspace).filter(known__gt=0).order_by("-known", "name")
    return known.values_list("id", "name", "known")[:most]


@prepared
def _tags(workspace: Workspace) -> "QuerySet[Any, Any]":
    on_somebody = PersonTag.objects.of(workspace).filter(tag=OuterRef("pk"))
    return Tag.objects.of(workspace).filter(Exists(on_somebody)).order_by("name").values_list("id", "name")


IN_USE = """
WITH RECURSIVE spoken(code) AS (
  SELECT MIN(languages) FROM people_person WHERE workspace_id = %(of)s
  UNION ALL
  SELECT (SELECT MIN(languages) FROM people_person WHERE workspace_id = %(of)s AND languages > code)
    FROM spoken WHERE code IS NOT NULL),
tied(code) AS (
  SELECT MIN(kind) FROM people_tie WHERE workspace_id = %(of)s
  UNION ALL
  SELECT (SELECT MIN(kind) FROM people_tie WHERE workspace_id = %(of)s AND kind > code)
    FROM tied WHERE code IS NOT NULL)
SELECT 'spoken', code FROM spoken WHERE code IS NOT NULL
UNION ALL SELECT 'tie', code FROM tied WHERE code IS NOT NULL
"""
"""From each value to the next one in the index: a DISTINCT would read all of it."""


def _in_use(workspace: Workspace) -> tuple[frozenset[str], frozenset[str]]:
    """Languages that somebody speaks, ties that somebody has."""
    found: dict[str, set[str]] = {"spoken": set(), "tie": set()}
    with connection.cursor() as cursor:
        cursor.execute(IN_USE, {"of": database_id(workspace.pk)})
        for what, codes in cursor.fetchall():
            found[what].update(codes.split())
    return frozenset(found["spoken"]), frozenset(found["tie"])
