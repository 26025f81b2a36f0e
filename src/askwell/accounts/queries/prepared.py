"""Queries that are written once and built once.

Building a queryset costs Django about a millisecond, many times what SQLite takes to answer it. What is decorated here
is built and compiled at its first call; later calls only put their own values in: `prepared` answers the rows of a
`values_list`, `prepared_objects` model instances (with what `select_related` asked for), `prepared_count` how many.

Values are workspaces, ids, moments, days, words and tuples of ids, given by position. They must only be compared: the
shape of the query may not depend on them. It may depend on numbers, of which there should be few.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from types import SimpleNamespace
from typing import Any, TypeVar
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet
from django.db.models.query import ModelIterable

from askwell.accounts.models import Workspace

Value = Workspace | UUID | datetime | date | str | tuple[UUID, ...] | int
Rows = list[tuple[Any, ...]]
Row = TypeVar("Row", bound=Model)
_moments = count(1)
_LONG_AGO = ("1900-", "1901-", "1902-")


class _Plan:
    """The compiled query: its SQL, where each value stands among the parameters, and how its rows are read."""

    def __init__(self, query: "QuerySet[Any, Any]", stand_ins: tuple[Value, ...], name: str) -> None:
        self.compiler = query.query.get_compiler(connection=connection)
        self.sql, params = self.compiler.as_sql()
        places = {plain: place for place, plain in enumerate(_plain(stand_ins))}
        self.params = [(places.get(param), param) for param in params]
        missed = len(places) < len(list(_plain(stand_ins))) or set(places.values()) - {one for one, _ in self.params}
        made = any(str(param).startswith(_LONG_AGO) for place, param in self.params if place is None)
        if missed or made:
            raise ValueError(f"{name} changes a value on its way into the query")

    def found(self, values: tuple[Value, ...]) -> Rows:
        """The rows as the database gives them."""
        return self._asked(self.sql, values)

    def rows(self, values: tuple[Value, ...]) -> Rows:
        """The same with the values of Python."""
        return list(self.compiler.results_iter(results=[self.found(values)], tuple_expected=True))

    def objects(self, values: tuple[Value, ...]) -> list[Any]:
        """The model's instances, made as a queryset makes them."""
        rows = self.found(values)
        told = SimpleNamespace(
            execute_sql=lambda **_how: [rows],
            results_iter=self.compiler.results_iter,
            select=self.compiler.select,
            klass_info=self.compiler.klass_info,
            annotation_col_map=self.compiler.annotation_col_map,
        )
        query = SimpleNamespace(get_compiler=lambda using: told)
        queryset: Any = SimpleNamespace(db=DEFAULT_DB_ALIAS, query=query, _known_related_objects={})
        return list(ModelIterable(queryset))

    def count(self, values: tuple[Value, ...]) -> int:
        [(number,)] = self._asked(f"SELECT COUNT(*) FROM ({self.sql}) counted", values)  # noqa: S608 # the ORM's own
        return int(number)

    def _asked(self, sql: str, values: tuple[Value, ...]) -> Rows:
        given = list(_plain(values))
        with connection.cursor() as cursor:
            cursor.execute(sql, [param if place is None else given[place] for place, param in self.params])
            found: Rows = cursor.fetchall()
            return found


def prepared(build: Callable[..., "QuerySet[Any, Any]"]) -> Callable[..., Rows]:
    """A function of the same values that answers the rows of the `values_list` that `build` returns."""
    plan_for = _plans(build)

    def ask(*given: Value) -> Rows:
        plan, values = plan_for(given)
        return plan.rows(values) if plan else []

    return ask


def prepared_objects(build: Callable[..., "QuerySet[Row]"]) -> Callable[..., list[Row]]:
    """A function of the same values that answers the instances of the queryset that `build` returns."""
    plan_for = _plans(build)

    def ask(*given: Value) -> list[Row]:
        plan, values = plan_for(given)
        return plan.objects(values) if plan else []

    return ask


def prepared_count(build: Callable[..., "QuerySet[Any]"]) -> Callable[..., int]:
    """A function of the same values that answers how many the queryset has that `build` returns."""
    plan_for = _plans(lambda *values: build(*values).order_by().values_list("pk"), build.__qualname__)

    def ask(*given: Value) -> int:
        plan, values = plan_for(given)
        return plan.count(values) if plan else 0

    return ask


def _plans(
    build: Callable[..., "QuerySet[Any, Any]"], name: str = ""
) -> Callable[[tuple[Value, ...]], tuple[_Plan | None, tuple[Value, ...]]]:
    """A function of values that answers the plan for such values, made where there was none yet, and the values that it
    takes."""
    plans: dict[tuple[Any, ...], _Plan | None] = {}

    def plan_for(given: tuple[Value, ...]) -> tuple[_Plan | None, tuple[Value, ...]]:
        values = tuple(_filled_up(value) if isinstance(value, tuple) else value for value in given)
        key = (connection.vendor, settings.SHARDED, *map(_shape, values))
        if key not in plans:
            plans[key] = _planned(build, values, name or build.__qualname__)
        return plans[key], values

    return plan_for


def _filled_up(ids: tuple[UUID, ...]) -> tuple[UUID, ...]:
    """To the next power of two with the last one again, so that few lengths need a plan."""
    return ids and ids + ids[-1:] * ((1 << (len(ids) - 1).bit_length()) - len(ids))


def _shape(value: Value) -> object:
    if isinstance(value, tuple):
        return "ids", len(value)
    return value if isinstance(value, int) else type(value)


def _planned(build: Callable[..., "QuerySet[Any, Any]"], values: tuple[Value, ...], name: str) -> _Plan | None:
    """None where nothing can be found: one of these, of none."""
    stand_ins = tuple(_stand_in(value) for value in values)
    try:
        return _Plan(build(*stand_ins), stand_ins, name)
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
    number = next(_moments)
    if isinstance(value, str):
        return f"1901-{number}"
    moment = datetime(1901, 7, 1, tzinfo=UTC) + timedelta(microseconds=number)
    return moment if isinstance(value, datetime) else moment.date() + timedelta(days=number * 17 % 180)


def _plain(values: tuple[Value, ...]) -> Iterator[Any]:
    """The values one after the other, as the driver takes them."""
    native = connection.features.has_native_uuid_field
    for value in values:
        if isinstance(value, datetime):
            yield connection.ops.adapt_datetimefield_value(value)
        elif isinstance(value, date):
            yield connection.ops.adapt_datefield_value(value)
        elif isinstance(value, str):
            yield value
        if isinstance(value, date | str | int):
            continue
        ids = value if isinstance(value, tuple) else (value.pk if isinstance(value, Workspace) else value,)
        yield from ids if native else (one.hex for one in ids)
