"""Queries that are written once and built once.

Building a queryset costs Django about a millisecond, many times what SQLite takes to answer it. `prepared`
builds and compiles it at its first call; later calls only put their own values in.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from askwell.accounts.models import Workspace

Value = Workspace | UUID | datetime | tuple[UUID, ...] | int
Rows = list[tuple[Any, ...]]
_moments = count(1)
_LONG_AGO = ("1900-", "1901-")


class _Plan:
    """The compiled query: its SQL, where each value stands among the parameters, and the columns' expressions."""

    def __init__(self, build: Callable[..., "QuerySet[Any, Any]"], values: tuple[Value, ...]) -> None:
        stand_ins = tuple(_stand_in(value) for value in values)
        compiler = build(*stand_ins).query.get_compiler(connection=connection)
        self.sql, params = compiler.as_sql()
        self.columns = [column for column, _sql, _alias in compiler.select[: compiler.col_count]]
        places = {plain: place for place, plain in enumerate(_plain(stand_ins))}
        self.params = [(places.get(param), param) for param in params]
        missed = set(places.values()) - {place for place, _ in self.params}
        made = any(str(param).startswith(_LONG_AGO) for place, param in self.params if place is None)
        if missed or made:
            raise ValueError(f"{build.__qualname__} changes a value on its way into the query")

    def rows(self, values: tuple[Value, ...]) -> Rows:
        given = list(_plain(values))
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [param if place is None else given[place] for place, param in self.params])
            found: Rows = cursor.fetchall()
        converters = {
            number: (column, [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)])
            for number, column in enumerate(self.columns)
        }
        wanted = [(number, *each) for number, each in converters.items() if each[1]]
        return [_converted(row, wanted) for row in found] if wanted else found


def prepared(build: Callable[..., "QuerySet[Any, Any]"]) -> Callable[..., Rows]:
    """A function of the same values that answers the rows of the `values_list` that `build` returns.

    Values are workspaces, ids, moments and tuples of ids, given by position. They must only be compared: the
    shape of the query may not depend on them. It may depend on numbers, of which there should be few.
    """
    plans: dict[tuple[Any, ...], _Plan | None] = {}

    def ask(*given: Value) -> Rows:
        values = tuple(_filled_up(value) if isinstance(value, tuple) else value for value in given)
        key = (connection.vendor, settings.SHARDED, *map(_shape, values))
        if key not in plans:
            plans[key] = _planned(build, values)
        plan = plans[key]
        return plan.rows(values) if plan else []

    return ask


def _filled_up(ids: tuple[UUID, ...]) -> tuple[UUID, ...]:
    """To the next power of two with the last one again, so that few lengths need a plan."""
    return ids and ids + ids[-1:] * ((1 << (len(ids) - 1).bit_length()) - len(ids))


def _shape(value: Value) -> object:
    if isinstance(value, tuple):
        return "ids", len(value)
    return value if isinstance(value, int) else type(value)


def _planned(build: Callable[..., "QuerySet[Any, Any]"], values: tuple[Value, ...]) -> _Plan | None:
    """None where nothing can be found: one of these, of none."""
    try:
        return _Plan(build, values)
    except EmptyResultSet:
        return None


def _stand_in(value: Value) -> Value:
    """Something of the same kind that is found nowhere else in the query."""
    if isinstance(value, Workspace):
        return Workspace(pk=uuid4())
    if isinstance(value, tuple):
        return tuple(uuid4() for _ in value)
    if isinstance(value, UUID):
        return uuid4()
    if isinstance(value, int):
        return value
    return datetime(1901, 7, 1, tzinfo=UTC) + timedelta(microseconds=next(_moments))


def _plain(values: tuple[Value, ...]) -> Iterator[Any]:
    """The values one after the other, as the driver takes them."""
    native = connection.features.has_native_uuid_field
    for value in values:
        if isinstance(value, datetime):
            yield connection.ops.adapt_datetimefield_value(value)
        if isinstance(value, datetime | int):
            continue
        ids = value if isinstance(value, tuple) else (value.pk if isinstance(value, Workspace) else value,)
        yield from ids if native else (one.hex for one in ids)


def _converted(row: tuple[Any, ...], wanted: list[tuple[int, Any, list[Callable[..., Any]]]]) -> tuple[Any, ...]:
    cells = list(row)
    for number, column, converters in wanted:
        for convert in converters:
            cells[number] = convert(cells[number], column, connection)
    return tuple(cells)
