"""Keeping a costly answer for as long as the database has not changed at all.

SQLite tells exactly: `PRAGMA data_version` changes with every commit of another connection, `total_changes()`
with every row that this one writes. Both are read before the answer is made, so a commit in between only
costs another making. PostgreSQL has nothing as sure and as cheap once a workspace may lie on another node, so
there nothing is kept.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

Value = TypeVar("Value")
MOST = 64


@dataclass(slots=True)
class _Kept:
    """What one connection keeps, and the state of the database in which it was made."""

    raw: object
    stamp: tuple[int, int]
    answers: dict[Hashable, tuple[datetime, Any]] = field(default_factory=dict)


_kept: WeakKeyDictionary[BaseDatabaseWrapper, _Kept] = WeakKeyDictionary()


def kept(key: Hashable, now: datetime, make: Callable[[], tuple[datetime, Value]]) -> Value:
    """The answer kept under `key`, else a new one. `make` also says until when it holds, should nothing change."""
    stamp = _stamp()
    if stamp is None:
        return make()[1]
    here = _kept.get(_wrapper())
    if here is None or here.raw is not connection.connection or here.stamp != stamp or len(here.answers) > MOST:
        here = _kept[_wrapper()] = _Kept(connection.connection, stamp)
    if key not in here.answers or here.answers[key][0] <= now:
        here.answers[key] = make()
    answer: Value = here.answers[key][1]
    return answer


def _wrapper() -> BaseDatabaseWrapper:
    """This thread's own connection, not the proxy that stands for it."""
    return connections[DEFAULT_DB_ALIAS]


def _stamp() -> tuple[int, int] | None:
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        version = cursor.execute("PRAGMA data_version").fetchone()[0]
        return version, cursor.execute("SELECT total_changes()").fetchone()[0]
