"""What PostgreSQL's tables need so that Citus can place each workspace on one node, as statements in order.

Citus asks that every key holds the column which rows are placed by. So the primary key of a table that workspaces own
is (workspace, id), and a key to another such table says the workspace as well. Tables that are nobody's are copied to
every node (reference tables), since those are joined with.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from askwell.desk.queries.tables import owned

PLACE, ID = "workspace_id", "id"
COORDINATORS = {
    "accounts_auditentry": "its triggers, which Citus would not keep, close it",
    "django_session": "read and written by its key alone, with every page",
    "django_tasks_database_dbtaskresult": "workers claim its rows by locks that skip locked ones",
    "health_worker": "written every few seconds, and read by its key",
}
"""Tables that stay on the coordinator as they are, joined with none: each with the reason."""


@dataclass(frozen=True, slots=True)
class Key:
    """A primary key, a unique one, or one to another table (`there`, `of`)."""

    columns: tuple[str, ...]
    there: str = ""
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A key as the database has it."""

    table: str
    name: str
    kind: str
    key: Key


@dataclass(frozen=True, slots=True)
class Found:
    """What is there: keys, and which tables Citus has placed already (None: there is no Citus, or it is not wanted)."""

    keys: tuple[Held, ...]
    placed: frozenset[str] | None
    bare: tuple[str, ...] = ()
    """Unique indexes that are no constraint and do not hold the workspace: none that we make."""


def statements(found: Found) -> Iterator[str]:
    """All that is still to do, in order; none where everything is done. What was broken off goes on from there."""
    wanted, ours = wanted_links(), own_tables()
    for held in found.keys:
        if held.kind == "f" and _goes(held, wanted, found):
            yield f'ALTER TABLE "{held.table}" DROP CONSTRAINT "{held.name}"'
    for held in found.keys:
        if held.kind in "pu" and held.table in ours and held.key != _widened(held):
            yield _replaced(held)
    if found.placed is not None:
        yield from _placing(found.placed, ours)
    kept = {(held.table, held.key) for held in found.keys if held.kind == "f" and not _goes(held, wanted, found)}
    for table, key in sorted(wanted - kept, key=str):
        yield _link(table, key)


def own_tables() -> set[str]:
    """The tables that workspaces own."""
    return {model._meta.db_table for model in owned()}


def shared_tables() -> list[str]:
    """All others that are for every node, each after those that it refers to."""
    ours = own_tables()
    others = {model._meta.db_table: model for model in _models() if model._meta.db_table not in ours}
    refers = {name: {to for _field, to in _keys_of(model) if to in others} - {name} for name, model in others.items()}
    return [name for name in TopologicalSorter(refers).static_order() if name not in COORDINATORS]


def wanted_links() -> set[tuple[str, Key]]:
    """Every key from table to table, as it has to be; within a workspace it says the workspace as well."""
    ours = own_tables()
    found = set()
    for model in _models():
        table = model._meta.db_table
        for field, to in _keys_of(model):
            column, of = field.column, field.target_field.column
            both = table in ours and to in ours
            found.add((table, Key((PLACE, column), to, (PLACE, of)) if both else Key((column,), to, (of,))))
    return found


def _models() -> Iterable[type[models.Model]]:
    return [one for one in apps.get_models(include_auto_created=True) if one._meta.managed and not one._meta.proxy]


def _keys_of(model: type[models.Model]) -> Iterator[tuple[Any, str]]:
    for field in model._meta.local_concrete_fields:
        if isinstance(field, models.ForeignKey) and getattr(field, "db_constraint", False):
            assert isinstance(field.related_model, type)
            yield field, field.related_model._meta.db_table


def _goes(held: Held, wanted: set[tuple[str, Key]], found: Found) -> bool:
    """Whether a key to another table has to go: it is not as it has to be, or one of the two is yet to be placed."""
    if (held.table, held.key) not in wanted:
        return held.table in own_tables()
    places = {*own_tables(), *shared_tables()}
    return found.placed is not None and bool({held.table, held.key.there} & (places - found.placed))


def _widened(held: Held) -> Key:
    """The primary or unique key with the workspace in it: first, unless it stands in it already."""
    if PLACE in held.key.columns:
        return held.key
    return Key((PLACE, *held.key.columns))


def _replaced(held: Held) -> str:
    kind = "PRIMARY KEY" if held.kind == "p" else "UNIQUE"
    columns = _names(_widened(held).columns)
    return f'ALTER TABLE "{held.table}" DROP CONSTRAINT "{held.name}", ADD CONSTRAINT "{held.name}" {kind} ({columns})'


def _placing(placed: frozenset[str], ours: set[str]) -> Iterator[str]:
    for table in shared_tables():
        if table not in placed:
            yield f"SELECT create_reference_table('{table}')"
    for table in sorted(ours - placed):
        yield f"SELECT create_distributed_table('{table}', '{PLACE}')"


def _link(table: str, key: Key) -> str:
    name = f"{table}_{key.columns[-1]}"[:57] + "_there"
    return (
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" FOREIGN KEY ({_names(key.columns)}) '
        f'REFERENCES "{key.there}" ({_names(key.of)}) DEFERRABLE INITIALLY DEFERRED'
    )


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{one}"' for one in columns)


_KEYS = """
SELECT t.relname, c.conname, c.contype,
       ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k(n, o)
               JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n ORDER BY k.o),
       COALESCE(r.relname::text, ''),
       ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k(n, o)
               JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n ORDER BY k.o)
  FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid LEFT JOIN pg_class r ON r.oid = c.confrelid
 WHERE t.relnamespace = current_schema()::regnamespace AND c.contype IN ('p', 'u', 'f')
 ORDER BY t.relname, c.conname
"""
_BARE = """
SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
 WHERE i.indisunique AND t.relname = ANY(%s) AND t.relnamespace = current_schema()::regnamespace
   AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
   AND NOT EXISTS (SELECT 1 FROM pg_attribute a
                    WHERE a.attrelid = t.oid AND a.attname = 'workspace_id' AND a.attnum = ANY(i.indkey))
"""
_PLACED = """
SELECT c.relname FROM pg_dist_partition p JOIN pg_class c ON c.oid = p.logicalrelid
 WHERE p.partmethod = 'h' OR p.repmodel = 't'
"""


def look(connection: BaseDatabaseWrapper, *, keys_only: bool) -> Found:
    """What this database has."""
    with connection.cursor() as cursor:
        cursor.execute(_KEYS)
        keys = tuple(Held(t, name, kind, Key(tuple(own), to, tuple(of))) for t, name, kind, own, to, of in cursor)
        cursor.execute(_BARE, [sorted(own_tables())])
        bare = tuple(row[0] for row in cursor)
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'citus'")
        if keys_only or not cursor.fetchone():
            return Found(keys, None, bare)
        cursor.execute(_PLACED)
        return Found(keys, frozenset(row[0] for row in cursor), bare)
