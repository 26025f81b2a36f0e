"""Counts what a request asks of the database, leaving out the looks at whether it changed."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

STAMPS = ("PRAGMA data_version", "SELECT total_changes()", "SELECT pg_current_snapshot()::text")


def queries_of(client: Client, address: str, **headers: str) -> int:
    """The number of queries of one GET that answers 200."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, headers=headers).status_code == 200
    return len([one for one in queries if one["sql"] not in STAMPS])
