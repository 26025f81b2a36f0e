"""Keys between rows of one workspace, asked for so that a sharded database knows where to look.

An id names a row everywhere, but does not say on which node of a Citus cluster the row lies: only its workspace does.
So where `SHARDED` is set, whatever Django joins, looks up, changes or deletes by an id names the workspace as well:
that of the row at hand, or that of the table which it is compared with. Elsewhere nothing is added, since PostgreSQL
takes a second condition for one that narrows, and plans for too few rows.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import models, router
from django.db.models.deletion import Collector
from django.db.models.expressions import Col
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor, ForwardOneToOneDescriptor
from django.db.models.fields.related_lookups import RelatedExact, RelatedIn
from django.db.models.lookups import Exact, In
from django.db.models.sql import Query

Given = TypeVar("Given", contravariant=True)
Held = TypeVar("Held", covariant=True)
Row = models.Model
Deleted = tuple[int, dict[str, int]]

_deleting: ContextVar[Mapping[type[Row], frozenset[UUID]]] = ContextVar("deleting", default=MappingProxyType({}))


class _NamesWorkspace:
    """A lookup by id that names the workspace too, wherever it can be told from what is looked for."""

    lhs: Any
    rhs: Any

    def get_prep_lookup(self) -> Any:
        self.workspaces = _workspaces(self.lhs, self.rhs)
        return super().get_prep_lookup()  # type: ignore[misc]  # of the lookup that this is mixed into

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        sql, params = super().as_sql(compiler, connection)  # type: ignore[misc]  # as above
        extra = self._of_workspace() if settings.SHARDED else None
        if extra is None:
            return sql, params
        more, values = compiler.compile(extra)
        return f"({sql} AND {more})", (*params, *values)

    def _of_workspace(self) -> Any:
        mine, theirs = _workspace_beside(self.lhs), _workspace_beside(self.rhs)
        if mine and theirs:
            return Exact(mine, theirs)
        return In(mine, self.workspaces) if mine and self.workspaces else None


def _workspace_beside(column: Any) -> Col | None:
    """The column `workspace` of the table that this id, or key to an id, is of."""
    if not isinstance(column, Col) or not isinstance(column.target, OwnId | OwnKey | OwnOneToOne):
        return None
    return _workspace_of(column.target.model, column.alias)


def _workspace_of(model: type[Row], alias: str) -> Col:
    field: Any = model._meta.get_field("workspace")
    return Col(alias, field, field.target_field)


def _workspaces(column: Any, wanted: Any) -> list[UUID]:
    """Those of the rows that are looked for; none where ids alone are given."""
    if isinstance(wanted, Row):
        return _of_rows([wanted])
    if isinstance(wanted, Query):
        return _of_query(wanted) if isinstance(column, Col) and _is_alike(column, wanted) else []
    if isinstance(wanted, list | tuple | set | frozenset) and any(isinstance(one, Row) for one in wanted):
        return _of_rows(wanted)
    return sorted(_deleting.get().get(column.target.model, ())) if isinstance(column, Col) else []


def _of_rows(rows: Iterable[Any]) -> list[UUID]:
    found = {getattr(row, "workspace_id", None) for row in rows}
    return sorted(one for one in found if one) if None not in found else []


def _is_alike(column: Col, query: Query) -> bool:
    """Whether the query gives rows, by their ids, of the very table that is asked."""
    return column.target.primary_key and column.target.model is query.model


def _of_query(query: Query) -> list[UUID]:
    """The workspace that it names by value."""
    assert query.model
    field = query.model._meta.get_field("workspace")
    for child in query.where.children if query.where.connector == "AND" and not query.where.negated else ():
        if isinstance(child, RelatedExact) and getattr(child.lhs, "target", None) is field:
            return [child.rhs] if isinstance(child.rhs, UUID) else []
    return []


class OwnExact(_NamesWorkspace, RelatedExact):
    pass


class OwnIn(_NamesWorkspace, RelatedIn):
    pass


class IdExact(_NamesWorkspace, Exact):
    pass


class IdIn(_NamesWorkspace, In):
    pass


class _PlainToMigrations:
    """What differs is how it is asked for: the column is Django's own."""

    def deconstruct(self) -> Any:
        name, _path, arguments, options = super().deconstruct()  # type: ignore[misc]  # of the field
        plain = next(one for one in type(self).__mro__ if one.__module__.startswith("django."))
        return name, f"django.db.models.{plain.__name__}", arguments, options


class _Own(_PlainToMigrations):
    """A key to a row of the same workspace."""

    def get_extra_restriction(self, alias: str | None, related_alias: str | None) -> Any:
        """`alias` is of the table that the key leads to, and left out where a lookup says the same."""
        if not settings.SHARDED or alias is None or related_alias is None:
            return None
        there, here = self.related_model, self.model  # type: ignore[attr-defined]  # of the field
        return Exact(_workspace_of(here, related_alias), _workspace_of(there, alias))

    def get_extra_descriptor_filter(self, instance: Any) -> dict[str, Any]:
        return {"workspace": instance.workspace_id} if settings.SHARDED else {}

    def get_forward_related_filter(self, obj: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_forward_related_filter(obj)  # type: ignore[misc]  # of the field
        return {**found, "workspace": obj.workspace_id} if settings.SHARDED else found


class _Ahead:
    """Rows fetched in advance for many others are looked for in the workspaces of these."""

    def get_prefetch_querysets(self, instances: list[Any], querysets: Any = None) -> Any:
        if settings.SHARDED:
            rows = querysets[0] if querysets else self.get_queryset()  # type: ignore[attr-defined]  # of the descriptor
            querysets = [rows.filter(workspace__in=_of_rows(instances))]
        return super().get_prefetch_querysets(instances, querysets)  # type: ignore[misc]  # of the descriptor


class _OwnDescriptor(_Ahead, ForwardManyToOneDescriptor):  # type: ignore[type-arg]  # of any field
    pass


class _OwnOneToOneDescriptor(_Ahead, ForwardOneToOneDescriptor):  # type: ignore[type-arg]  # as above
    pass


if TYPE_CHECKING:  # Django's own takes no types at run time

    class OwnId(_PlainToMigrations, models.UUIDField[Given, Held]): ...
else:

    class OwnId(_PlainToMigrations, models.UUIDField):
        """The id of a row that a workspace owns."""


class OwnKey(_Own, models.ForeignKey[Given, Held]):
    """A key to a row of the same workspace."""

    forward_related_accessor_class = _OwnDescriptor


class OwnOneToOne(_Own, models.OneToOneField[Given, Held]):
    """A key to a row of the same workspace that no other row has."""

    forward_related_accessor_class = _OwnOneToOneDescriptor


for _field in (OwnKey, OwnOneToOne):
    _field.register_lookup(OwnExact)
    _field.register_lookup(OwnIn)
OwnId.register_lookup(IdExact)
OwnId.register_lookup(IdIn)


@contextmanager
def _deleting_from(rows: Mapping[type[Row], Iterable[Row]]) -> Iterator[None]:
    workspaces = {model: frozenset(_of_rows(some)) for model, some in rows.items() if _is_owned(model)}
    before = _deleting.set(workspaces)
    try:
        yield
    finally:
        _deleting.reset(before)


def _is_owned(model: type[Row]) -> bool:
    return isinstance(model._meta.pk, OwnId)


class _NotWithoutWorkspace(models.QuerySet[Any]):
    def only(self, *fields: str) -> Any:
        return super().only(*fields, "workspace")


class OwnCollector(Collector):
    """Deletes what it collected by ids and workspaces."""

    def related_objects(self, related_model: type[Row], related_fields: Any, objs: Any) -> Any:
        rows: Any = super().related_objects(related_model, related_fields, objs)
        if not settings.SHARDED or not objs or not (_is_owned(type(objs[0])) and _is_owned(related_model)):
            return rows
        return _NotWithoutWorkspace(related_model, rows.query, rows.db).filter(workspace__in=_of_rows(objs))

    def delete(self) -> Deleted:
        with _deleting_from(self.data):
            return super().delete()


def delete_row(row: Row, using: str | None, *, keep_parents: bool) -> Deleted:
    """As Django's `delete` of a model, by an `OwnCollector`."""
    collector = OwnCollector(using or router.db_for_write(type(row), instance=row), origin=row)
    collector.collect([row], keep_parents=keep_parents)
    return collector.delete()


class OwnRows(models.QuerySet[Any]):
    def delete(self) -> Deleted:
        """As Django's, by an `OwnCollector`. Of rows that are sliced, distinct or values Django's own says why not."""
        if self.query.is_sliced or self.query.distinct_fields or self._fields is not None:  # type: ignore[attr-defined]  # Django's own
            return super().delete()
        rows = self.select_related(None)
        rows.query.select_for_update = False
        rows.query.clear_ordering(force=True)
        collector = OwnCollector(rows.db, origin=self)
        collector.collect(rows)
        return collector.delete()
