"""`askwell shard`: PostgreSQL's tables with the keys that Citus asks for, and each workspace on one node."""

import argparse
from contextlib import nullcontext

from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from askwell.config.cli import Failure
from askwell.config.sharding import Found, look, statements


def shard(options: argparse.Namespace) -> None:
    if connection.vendor != "postgresql":
        raise Failure("only PostgreSQL can be sharded; SQLite keeps everything in one file (see docs/running.md)")
    try:
        found = _seen(keys_only=options.keys_only)
        todo = list(statements(found))
        if options.check:
            print(*(f"{one};" for one in todo), sep="\n")
            return
        run(todo, at_once=found.placed is None)
    except DatabaseError as reason:
        raise Failure(
            f"the database refused: {str(reason).strip()}; what is done stays, and running again goes on"
        ) from None
    print(f"{len(todo)} statements run." if todo else "Nothing to do.")


def _seen(*, keys_only: bool) -> Found:
    migrations = MigrationExecutor(connection)
    if migrations.migration_plan(migrations.loader.graph.leaf_nodes()):
        raise Failure("the database is not up to date: run askwell migrate first")
    found = look(connection, keys_only=keys_only)
    if found.placed is None and not keys_only:
        raise Failure("this PostgreSQL has no Citus (CREATE EXTENSION citus); --keys-only gives it the keys alone")
    if found.bare:
        raise Failure(f"unique without the workspace: {', '.join(found.bare)}")
    return found


def run(todo: list[str], *, at_once: bool) -> None:
    """All or nothing on a plain PostgreSQL; on Citus, whose locks would be too many, one by one."""
    with transaction.atomic() if at_once else nullcontext(), connection.cursor() as cursor:
        for statement in todo:
            cursor.execute(statement)
