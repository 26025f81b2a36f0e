"""A transaction that outlives a power cut, where the database would otherwise write it to the disk a little later."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def durable() -> Iterator[None]:
    """A transaction of its own, never part of another: when it is over, it and all before it are on the disk.

    SQLite runs with synchronous=NORMAL, which keeps the database whole but may lose the last commits; PostgreSQL waits
    for the disk unless its operator told it not to. Raises RuntimeError inside of another transaction.
    """
    if connection.vendor == "sqlite":
        with _synchronous("FULL"), transaction.atomic(durable=True):
            yield
        return
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit = on")
        yield


@contextmanager
def _synchronous(level: str) -> Iterator[None]:
    """SQLite's setting for the time being. It cannot be changed inside of a transaction; one that is there already
    can only be a test's, for `atomic(durable=True)` refuses every other."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA synchronous").fetchone()[0]
        cursor.execute(f"PRAGMA synchronous={level}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA synchronous={before}")
