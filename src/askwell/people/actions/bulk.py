"""Many rows at once: executemany on SQLite, COPY on PostgreSQL. Several times faster than `bulk_create`.

Values are what model fields hold (UUID, aware datetime, date, str, bool, None); JSON columns take text.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, models

from askwell.accounts.models import Workspace
from askwell.people.rules.index import LETTERS

_mark = "substr(workspace_id, -6)"
_INDEXED = " || ".join(  # as the triggers have it (migration 0011)
    f"replace(' ' || search_{field}, ' ' || {_mark}, ' {letter}' || {_mark})" for field, letter in LETTERS.items()
)


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows whose values stand in the order of `columns` (field names or attribute names).

    Every column without a default in the database must be there. Runs in the caller's transaction.
    """
    if not rows:
        return
    table, names = connection.ops.quote_name(model._meta.db_table), _column_names(model, columns)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", _for_sqlite(rows))  # noqa: S608  # names of the model


def update_rows(
    model: type[models.Model],
    columns: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
    *,
    workspace: Workspace | None = None,
) -> None:
    """Set `columns` of existing rows of a workspace (of any: None); the last value of each row is the primary key."""
    if not rows:
        return
    table = connection.ops.quote_name(model._meta.db_table)
    sets = ", ".join(f"{name} = %s" for name in _column_names(model, columns).split(", "))
    values = rows if connection.vendor == "postgresql" else _for_sqlite(rows)
    own = f" AND workspace_id = '{workspace.pk.hex}'" if workspace and settings.SHARDED else ""
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {table} SET {sets} WHERE id = %s{own}", values)  # noqa: S608  # names of the model


def _column_names(model: type[models.Model], columns: Sequence[str]) -> str:
    fields = model._meta.concrete_fields
    by_name = {name: str(field.column) for field in fields for name in (field.name, field.attname)}
    return ", ".join(connection.ops.quote_name(by_name[column]) for column in columns)


def _for_sqlite(rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Column by column, since most columns need no change."""
    return list(zip(*(_adapted(values) for values in zip(*rows, strict=True)), strict=True))


def _adapted(values: tuple[Any, ...]) -> Iterable[Any]:
    kind = type(next((value for value in values if value is not None), None))
    if kind is UUID:
        return [value.hex if value else None for value in values]
    if kind is datetime:
        return [value and connection.ops.adapt_datetimefield_value(value) for value in values]
    return values


@contextmanager
def indexing_at_once(person_ids: Sequence[UUID]) -> Iterator[None]:
    """Write search columns of these persons (new ones too) inside: on SQLite they are indexed together at the
    end, which is a hundred times faster than by trigger. PostgreSQL needs no help. In one transaction.
    """
    if connection.vendor != "sqlite" or not person_ids:
        yield
        return
    ids = [person_id.hex for person_id in person_ids]
    these = f"person_id IN ({', '.join(['%s'] * len(ids))})"
    entries = f"number, {_INDEXED} FROM people_search_row JOIN people_person ON id = person_id WHERE {these}"
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO people_search(people_search, rowid, words) SELECT 'delete', {entries}", ids)
        cursor.execute("INSERT INTO people_search_hold VALUES (1)")
        yield
        new = f"SELECT id FROM people_person WHERE {these.replace('person_id', 'id')} ORDER BY id"  # noqa: S608
        cursor.execute(f"INSERT OR IGNORE INTO people_search_row(person_id) {new}", ids)
        cursor.execute(f"INSERT INTO people_search(rowid, words) SELECT {entries} ORDER BY number", ids)
        cursor.execute("DELETE FROM people_search_hold")
