"""Keeping a costly answer for as long as the database has not changed at all.

Both databases tell exactly. SQLite: `PRAGMA data_version` changes with every commit of another connection,
`total_changes()` with every row that this one writes. PostgreSQL: `pg_current_snapshot()` says which
transactions a query sees; it is never again what it was before a transaction that wrote ended, whoever's it
was. This stamp is read before the answer is made, and none comes back, so a commit in between only costs
another making. Inside of a transaction nothing is kept: what it wrote may still be taken back. Nor is anything on a
sharded database: its first server does not learn of what is written on another node.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

Value = TypeVar("Value")
Stamp = tuple[int, int] | str
MOST = 64


@dataclass(slots=True)
class _Kept:
    """What one connection keeps, and the state of the database in which it was made."""

    raw: object
    stamp: Stamp
    answers: dict[Hashable, tuple[datetime, Any]] = field(default_factory=dict)


_kept: WeakKeyDictionary[BaseDatabaseWrapper, _Kept] = WeakKeyDictionary()


def kept(key: Hashable, now: datetime, make: Callable[[], tuple[datetime, Value]]) -> Value:
    """The answer kept under `key`, else a new one. `make` also says until when it holds, should nothing change."""
    if connection.in_atomic_block or settings.SHARDED:
        return make()[1]
    stamp = _stamp()
    here = _kept.get(_wrapper())
    if here is None or here.raw is not connection.connection or here.stamp != stamp or len(here.answers) > MOST:
        here = _kept[_wrapper()] = _Kept(connection.connection, stamp)
    if key not in here.answers or here.answers[key][0] <= now:
        here.answers[key] = make()
    answer: Value = here.answers[key][1]
    return answer


def next_minute(now: datetime) -> datetime:
    """Until when what was read may be shown again: duties open and fall due by the minute."""
    return now.replace(second=0, microsecond=0) + timedelta(minutes=1)


def _wrapper() -> BaseDatabaseWrapper:
    """This thread's own connection, not the proxy that stands for it."""
    return connections[DEFAULT_DB_ALIAS]


def _stamp() -> Stamp:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_current_snapshot()::text")
            return str(cursor.fetchone()[0])
        version = cursor.execute("PRAGMA data_version").fetchone()[0]
        return version, cursor.execute("SELECT total_changes()").fetchone()[0]
