"""The audit log, opened as only whoever owns the database can."""

from importlib import import_module

from django.apps import apps
from django.db import connection

migration = import_module("askwell.accounts.migrations.0003_audit")


def wipe_log() -> None:
    """Empty it between tests that commit: no page, action or query of Askwell can."""
    with connection.schema_editor() as editor:
        migration.open_again(apps, editor)
        editor.execute("DELETE FROM accounts_auditentry")
        migration.close(apps, editor)
