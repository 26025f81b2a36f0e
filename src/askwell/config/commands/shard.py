"""`askwell shard`: PostgreSQL's tables with the keys that Citus asks for, and each workspace on one node."""

import argparse
from contextlib import nullcontext

from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from askwell.config.cli import Failure
from askwell.config.sharding import look, statements


def shard(options: argparse.Namespace) -> None:
    if connection.vendor != "postgresql":
        raise Failure("only PostgreSQL can be sharded; SQLite keeps everything in one file (see docs/running.md)")
    _refuse_old_tables()
    found = look(connection, keys_only=options.keys_only)
    if found.placed is None and not options.keys_only:
        raise Failure("this PostgreSQL has no Citus (CREATE EXTENSION citus); --keys-only gives it the keys alone")
    if options.check:
        print(*(f"{one};" for one in statements(found)), sep="\n")
        return
    done = prepare(keys_only=options.keys_only)
    print(f"{done} statements run." if done else "Nothing to do.")


def _refuse_old_tables() -> None:
    migrations = MigrationExecutor(connection)
    if migrations.migration_plan(migrations.loader.graph.leaf_nodes()):
        raise Failure("the database is not up to date: run askwell migrate first")


def prepare(*, keys_only: bool) -> int:
    """Run what is still to do, and say how much it was: all or nothing on a plain PostgreSQL; on Citus, whose locks
    would be too many, one by one."""
    found = look(connection, keys_only=keys_only)
    if found.bare:
        raise Failure(f"unique without the workspace: {', '.join(found.bare)}")
    todo = list(statements(found))
    try:
        with nullcontext() if found.placed is not None else transaction.atomic(), connection.cursor() as cursor:
            for statement in todo:
                cursor.execute(statement)
    except DatabaseError as reason:
        told = str(reason).strip()
        raise Failure(f"the database refused: {told}; what is done stays, and running again goes on") from None
    return len(todo)
