from django.apps import AppConfig
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate

ROWS = 30_000
"""How many rows SQLite's planner is told that every table has."""


class AccountsConfig(AppConfig):
    name = "askwell.accounts"

    def ready(self) -> None:
        from allauth.account.signals import user_signed_up  # noqa: PLC0415 # models are ready only now

        from askwell.accounts.actions import open_workspace  # noqa: PLC0415 # as above

        user_signed_up.connect(lambda user, **_: open_workspace(user=user), weak=False, dispatch_uid="open_workspace")
        post_migrate.connect(tell_planner, sender=self, dispatch_uid="tell_planner")
        if settings.SHARDED:
            connection_created.connect(name_all_columns, dispatch_uid="name_all_columns")
        if settings.HOSTED:
            post_migrate.connect(make_cache, sender=self, dispatch_uid="make_cache")


def name_all_columns(*, connection: BaseDatabaseWrapper, **_: object) -> None:
    """A row's id alone is no key of a sharded table, so that grouping by it does not answer for the other columns."""
    connection.features.allows_group_by_selected_pks = False


def make_cache(*, using: str, **_: object) -> None:
    """The table of the cache that all web processes share, where it is not there yet."""
    call_command("createcachetable", database=using, verbosity=0)


def tell_planner(*, using: str, **_: object) -> None:
    """Tell SQLite that a workspace has many rows, once the tables are there.

    Every index of a tenant table begins with the workspace, and a planner without statistics thinks that
    an indexed column finds ten rows: it would walk through the whole workspace rather than look up
    twenty persons by their primary key. PostgreSQL gathers statistics by itself.
    """
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA analysis_limit = 1")
        cursor.execute("ANALYZE")  # makes the table of statistics
        cursor.execute("DELETE FROM sqlite_stat1")
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"PRAGMA index_list({connection.ops.quote_name(table)})")
            for _number, index, unique, *_rest in cursor.fetchall():
                cursor.execute(f"PRAGMA index_info({connection.ops.quote_name(index)})")
                columns = [column for _rank, _place, column in cursor.fetchall()]
                cursor.execute("INSERT INTO sqlite_stat1 VALUES (%s, %s, %s)", [table, index, guess(columns, unique)])
        cursor.execute("ANALYZE sqlite_master")  # reads the statistics again
        cursor.execute("PRAGMA analysis_limit = 0")


def guess(columns: list[str], unique: bool) -> str:
    """What sqlite_stat1 holds for an index: rows, then how many share its first column, its first two, …"""
    left, shared = ROWS, []
    for column in columns:
        if column != "workspace_id":
            left = min(left, 3) if column.endswith("_id") else max(left // 10, 1)
        shared.append(left)
    if unique:
        shared[-1] = 1
    return " ".join(map(str, (ROWS, *shared)))
