"""Openings on a board and as a list."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.opportunities.choices import Kind, Source, Stage
from askwell.opportunities.models import Application
from askwell.opportunities.queries.there import People, known_at, met_later
from askwell.opportunities.queries.values import Board, Card, CardPage, Column
from askwell.opportunities.rules.stages import Resting, due_of
from askwell.people.queries.rows import as_uuid, database_id

CARDS, CARDS_ENDED = 8, 3
PAGE = 50
COLUMNS = (
    "opportunity_id", "opportunity__title", "opportunity__organisation_name", "opportunity__organisation_id",
    "opportunity__kind", "opportunity__location", "opportunity__closes", "stage", "own_stage__name", "since",
    "put_off_to", "opportunity__source",
)  # fmt: skip
_BOARD = """
SELECT opportunity_id, title, organisation_name, organisation_id, kind, location, closes, stage, own, since, put_off_to,
       source, total
  FROM (
    SELECT a.opportunity_id, o.title, o.organisation_name, o.organisation_id, o.kind, o.location, o.closes, a.stage,
           s.name AS own, a.since, a.put_off_to, o.source,
           ROW_NUMBER() OVER (PARTITION BY a.stage ORDER BY a.since DESC, a.id DESC) AS from_new,
           ROW_NUMBER() OVER (PARTITION BY a.stage ORDER BY a.since, a.id) AS from_old,
           COUNT(*) OVER (PARTITION BY a.stage) AS total
      FROM opportunities_application a
      JOIN opportunities_opportunity o ON o.id = a.opportunity_id
      LEFT JOIN opportunities_ownstage s ON s.id = a.own_stage_id
     WHERE a.workspace_id = %s AND o.removed_at IS NULL AND o.same_as_id IS NULL{kind}) placed
 WHERE CASE WHEN stage IN ('accepted', 'declined', 'silent') THEN from_new <= %s ELSE from_old <= %s END
 ORDER BY stage, CASE WHEN stage IN ('accepted', 'declined', 'silent') THEN from_new ELSE from_old END
"""


def board(workspace: Workspace, today: date, kind: str = "") -> Board:
    """Each stage with its first cards: what has rested longest first, of what has ended the latest. Three queries at
    most, however many there are."""
    rows = _placed(workspace, kind)
    cards = _cards(workspace, [row[:-1] for row in rows], today)
    columns = {stage: Column(stage, (), 0) for stage in Stage}
    for stage in Stage:
        places = [place for place, row in enumerate(rows) if row[7] == stage]
        if places:
            columns[stage] = Column(stage, tuple(cards[place] for place in places), rows[places[0]][-1])
    return Board(columns)


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
    return CardPage(tuple(_cards(workspace, found, today)), total, number, pages)


def shown(workspace: Workspace) -> QuerySet[Application]:
    """Applications of opportunities that stand by themselves."""
    return Application.objects.of(workspace).filter(opportunity__removed_at=None, opportunity__same_as=None)


def cards_of(workspace: Workspace, rows: "QuerySet[Application]", today: date) -> list[Card]:
    """These applications as cards, in their order."""
    return _cards(workspace, list(rows.values_list(*COLUMNS)), today)


def _only(rows: QuerySet[Application], stage: str, kind: str, source: str, q: str) -> QuerySet[Application]:
    if stage in set(Stage):
        rows = rows.filter(stage=stage)
    if kind in set(Kind):
        rows = rows.filter(opportunity__kind=kind)
    if source in set(Source):
        rows = rows.filter(opportunity__source=source)
    if q:
        rows = rows.filter(Q(opportunity__title__icontains=q) | Q(opportunity__organisation_name__icontains=q))
    return rows


def _placed(workspace: Workspace, kind: str) -> list[tuple[Any, ...]]:
    narrowed = [kind] if kind in set(Kind) else []
    sql = _BOARD.replace("{kind}", " AND o.kind = %s" if narrowed else "")
    with connection.cursor() as cursor:
        cursor.execute(sql, [database_id(workspace.pk), *narrowed, CARDS_ENDED, CARDS])
        return [_native(row) for row in cursor.fetchall()]


def _native(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row of plain SQL as the ORM would give it: SQLite has ids and days as text."""
    ids = {place: as_uuid(row[place]) for place in (0, 3) if row[place]}
    days = {place: _day(row[place]) for place in (6, 9, 10)}
    return tuple((ids | days).get(place, value) for place, value in enumerate(row))


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _cards(workspace: Workspace, rows: list[tuple[Any, ...]], today: date) -> list[Card]:
    """At most two queries for any number of rows."""
    later = met_later(workspace, (row[2] for row in rows if row[3] is None and row[2]))
    places = [row[3] or later.get(row[2]) for row in rows]
    people = known_at(workspace, tuple(dict.fromkeys(place for place in places if place)))
    return [_card(row, place, people, today) for row, place in zip(rows, places, strict=True)]


def _card(row: Iterable[Any], place: UUID | None, people: dict[UUID, People], today: date) -> Card:
    key, title, name, _org, kind, location, closes, stage, own, since, put_off_to, source = row
    known, first = people.get(place, (0, ())) if place else (0, ())
    due = due_of(Resting(Stage(stage), since, Kind(kind), closes, put_off_to), today)
    return Card(
        key, title, name, Kind(kind), location, closes, Stage(stage), own or "", since, due, known, first, source
    )  # fmt: skip
