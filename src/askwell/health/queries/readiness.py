"""Whether everything is there that a page or a task needs."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from askwell.health.models import Worker

FRESH = timedelta(minutes=2)
"""A worker beats every half minute."""
ROOM = 256 * 2**20
"""Bytes: a full disk loses what somebody wrote, so it is told while there is some left."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must be so."""

    name: str
    is_ok: bool
    says: str


def checks(now: datetime, *, without: frozenset[str] = frozenset()) -> list[Check]:
    """What was looked at, in the order in which to repair it."""
    looks: dict[str, Callable[[datetime], Check]] = {
        "database": _database, "migrations": _migrations, "worker": _worker, "disk": _disk,
    }  # fmt: skip
    return [_looked(name, look, now) for name, look in looks.items() if name not in without]


def _looked(name: str, look: Callable[[datetime], Check], now: datetime) -> Check:
    try:
        return look(now)
    except DatabaseError:
        return Check(name, False, "the database does not answer")


def _database(now: datetime) -> Check:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Check("database", True, "answers")


def _migrations(now: datetime) -> Check:
    left = _left_to_apply()
    return Check("migrations", not left, f"{left} to apply" if left else "applied")


def _left_to_apply() -> int:
    """How many migrations are not applied; once none is, that stays so while this process runs."""
    try:
        return _none_left()
    except _Left as left:
        return left.number


class _Left(Exception):  # it is what is found, and keeps it out of the cache
    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@cache
def _none_left() -> int:
    executor = MigrationExecutor(connection)
    if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise _Left(len(plan))
    return 0


def _worker(now: datetime) -> Check:
    fresh = Worker.objects.filter(seen_at__gte=now - FRESH).count()
    return Check("worker", fresh > 0, f"{fresh} at work" if fresh else "none gave a sign of life")


def _disk(now: datetime) -> Check:
    free = shutil.disk_usage(settings.DATA_DIR if settings.DATA_DIR.exists() else settings.DATA_DIR.anchor).free
    return Check("disk", free >= ROOM, f"{free // 2**20} MB free")
