"""The audit log, opened as only whoever owns the database can."""

from importlib import import_module
from types import SimpleNamespace
from typing import Any

from django.db import connection

migration = import_module("askwell.accounts.migrations.0004_audit")


def past_the_triggers(statement: str) -> None:
    """Run a statement on the table while its triggers are away."""

    def execute(sql: str, params: Any = None) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)

    editor = SimpleNamespace(connection=connection, execute=execute)
    migration.open_again(None, editor)
    execute(statement)
    migration.close(None, editor)


def wipe_log() -> None:
    """Empty it between tests that commit: no page, action or query of Askwell can."""
    past_the_triggers("DELETE FROM accounts_auditentry")
