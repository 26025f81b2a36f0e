"""Openings on a board and as a list."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import reduce
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.lib.ids import id_of
from askwell.opportunities.choices import Kind, Source, Stage
from askwell.opportunities.models import Application
from askwell.opportunities.queries.stages import own_stages
from askwell.opportunities.queries.there import People, known_at, met_later
from askwell.opportunities.queries.values import Board, Card, CardPage, Column
from askwell.opportunities.rules.stages import ENDED, Resting, begins_on, due_of
from askwell.people.queries.rows import as_uuid, database_id

CARDS, CARDS_ENDED = 8, 3
PAGE = 50
COLUMNS = (
    "opportunity_id", "opportunity__title", "opportunity__organisation_name", "opportunity__organisation_id",
    "opportunity__kind", "opportunity__location", "opportunity__closes", "stage", "since", "put_off_to",
    "opportunity__source", "opportunity__start", "own_stage__name", "own_stage__removed_at",
)  # fmt: skip
_SHOWN = """
  FROM opportunities_application a CROSS JOIN opportunities_opportunity o
 WHERE a.workspace_id = %s AND o.id = a.opportunity_id AND o.workspace_id = a.workspace_id
   AND o.removed_at IS NULL AND o.same_as_id IS NULL{kind}
"""
_COUNTED = "SELECT a.stage, a.own_stage_id, COUNT(*)" + _SHOWN + " GROUP BY a.stage, a.own_stage_id"
_FIRST = (
    """
SELECT * FROM (
  SELECT {place}, a.opportunity_id, o.title, o.organisation_name, o.organisation_id, o.kind, o.location, o.closes,
         a.stage, a.since, a.put_off_to, o.source, o.start"""
    + _SHOWN
    + " AND a.stage = '{stage}'{own} ORDER BY a.since DESC, a.id DESC LIMIT {most}) c{place}"
)
"""The latest of one column. SQLite keeps the order of a cross join: so it walks along the index of stages and stops
early, where else it would put a thousand rows in order."""


def board(workspace: Workspace, today: date, kind: str = "") -> Board:
    """Each stage, then the seeker's own within it, with its first cards: the latest moved first. Five queries at most,
    however many there are."""
    columns = _columns(workspace, kind)
    rows = _first(workspace, kind, columns)
    made = cards(workspace, [(*row[1:], columns[row[0]].name, None) for row in rows], today)
    for place, column in enumerate(columns):
        here = tuple(card for row, card in zip(rows, made, strict=True) if row[0] == place)
        columns[place] = replace(column, cards=here)
    return Board({column.key: column for column in columns})


def listed(
    workspace: Workspace,
    today: date,
    *,
    stage: str = "",
    kind: str = "",
    source: str = "",
    q: str = "",
    number: int = 1,
) -> CardPage:
    """What stands in a stage (all, where none is named), the last moved first."""
    rows = _only(shown(workspace), stage, kind, source, q)
    total = rows.count()
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 1), pages)
    start = (number - 1) * PAGE
    found = list(rows.order_by("-since", "-id").values_list(*COLUMNS)[start : start + PAGE])
    return CardPage(tuple(cards(workspace, found, today)), total, number, pages)


def shown(workspace: Workspace) -> QuerySet[Application]:
    """Applications of opportunities that stand by themselves."""
    return Application.objects.of(workspace).filter(opportunity__removed_at=None, opportunity__same_as=None)


def in_column(rows: QuerySet[Application], key: str) -> QuerySet[Application]:
    """Those that stand in a column of the board: a stage, or one of the seeker's own by its id; all for neither."""
    if own := id_of(key):
        return rows.filter(own_stage=own, own_stage__removed_at=None)
    if key not in set(Stage):
        return rows
    return rows.filter(Q(own_stage=None) | Q(own_stage__removed_at__isnull=False), stage=key)


def _only(rows: QuerySet[Application], stage: str, kind: str, source: str, q: str) -> QuerySet[Application]:
    rows = in_column(rows, stage)
    if kind in set(Kind):
        rows = rows.filter(opportunity__kind=kind)
    if source in set(Source):
        rows = rows.filter(opportunity__source=source)
    if q:
        rows = rows.filter(Q(opportunity__title__icontains=q) | Q(opportunity__organisation_name__icontains=q))
    return rows


def _columns(workspace: Workspace, kind: str) -> list[Column]:
    """All columns in their order, without their cards; two queries."""
    own = own_stages(workspace)
    totals: Counter[str] = Counter()
    kept = {row.pk for row in own}
    for stage, key, count in _asked(_COUNTED, workspace, kind):
        own_id = as_uuid(key) if key else None
        totals[str(own_id) if own_id in kept else stage] += count
    return [
        column
        for stage in Stage
        for column in (
            Column(stage, (), totals[stage]),
            *(Column(stage, (), totals[str(row.pk)], row.pk, row.name) for row in own if row.within == stage),
        )
    ]


def _first(workspace: Workspace, kind: str, columns: list[Column]) -> list[tuple[Any, ...]]:
    """The first rows of each column, with its place; one query, none for nothing."""
    own = [database_id(column.own_id) for column in columns if column.own_id]
    parts = [_part(place, column, own) for place, column in enumerate(columns) if column.total]
    return [_native(row) for row in _asked(" UNION ALL ".join(parts), workspace, kind, len(parts))] if parts else []


def _part(place: int, column: Column, own: list[Any]) -> str:
    """Nothing of it is typed by anybody: stages are ours, ids are hexadecimal."""
    others = ", ".join(f"'{one}'" for one in own)
    only = f" AND a.own_stage_id = '{database_id(column.own_id)}'" if column.own_id else ""
    if others and not column.own_id:
        only = f" AND (a.own_stage_id IS NULL OR a.own_stage_id NOT IN ({others}))"
    most = CARDS_ENDED if column.stage in ENDED else CARDS
    told = {"place": str(place), "stage": column.stage.value, "own": only, "most": str(most)}
    return reduce(lambda sql, one: sql.replace(f"{{{one[0]}}}", one[1]), told.items(), _FIRST)


def _asked(sql: str, workspace: Workspace, kind: str, times: int = 1) -> list[tuple[Any, ...]]:
    """The rows of a query in which the workspace and the kind are named so many times."""
    narrowed = [kind] if kind in set(Kind) else []
    with connection.cursor() as cursor:
        cursor.execute(
            sql.replace("{kind}", " AND o.kind = %s" if narrowed else ""),
            [database_id(workspace.pk), *narrowed] * times,
        )
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _native(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row of plain SQL as the ORM would give it: SQLite has ids and days as text."""
    place, key, title, name, organisation, kind, location, closes, stage, since, put_off_to, source, start = row
    at = as_uuid(organisation) if organisation else None
    days = _day(closes), stage, _day(since), _day(put_off_to)
    return place, as_uuid(key), title, name, at, kind, location, *days, source, start


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def cards(workspace: Workspace, rows: list[tuple[Any, ...]], today: date) -> list[Card]:
    """Rows of COLUMNS as cards, in their order; at most two queries for any number of rows."""
    later = met_later(workspace, (row[2] for row in rows if row[3] is None and row[2]))
    places = [row[3] or later.get(row[2]) for row in rows]
    people = known_at(workspace, tuple(dict.fromkeys(place for place in places if place)))
    return [_card(row, place, people, today) for row, place in zip(rows, places, strict=True)]


def _card(row: Iterable[Any], place: UUID | None, people: dict[UUID, People], today: date) -> Card:
    key, title, name, _org, kind, location, closes, stage, since, put_off_to, source, start, own, own_removed_at = row
    known, first = people.get(place, (0, ())) if place else (0, ())
    begins = begins_on(start, timezone.get_current_timezone())
    due = due_of(Resting(Stage(stage), since, Kind(kind), closes, put_off_to, begins), today)
    mine = own if own and not own_removed_at else ""
    return Card(
        key, title, name, Kind(kind), location, closes, Stage(stage), mine, since, due, known, first, source,
        begins,
    )  # fmt: skip
