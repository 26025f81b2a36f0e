"""The test database on all nodes of the Citus cluster that ASKWELL_TEST_CITUS_URL names."""

import os
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import connection


def join_nodes() -> None:
    """Make the test database a cluster of the same nodes as the database that was named."""
    told, name = settings.DATABASES["default"], connection.settings_dict["NAME"]
    named = urlsplit(os.environ["ASKWELL_TEST_CITUS_URL"]).path.lstrip("/")
    login = {"host": told["HOST"], "port": told["PORT"], "user": told["USER"], "password": told["PASSWORD"]}
    with psycopg.connect(**login, dbname=named) as base:
        nodes = base.execute("SELECT nodename, nodeport FROM pg_dist_node WHERE groupid > 0 ORDER BY 2").fetchall()
    for host, port in nodes:
        with psycopg.connect(**{**login, "host": host, "port": port}, dbname="postgres", autocommit=True) as node:
            node.execute(f'DROP DATABASE IF EXISTS "{name}" (FORCE)')  # type: ignore[arg-type]  # our own name
            node.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]  # as above
        with psycopg.connect(**{**login, "host": host, "port": port}, dbname=name, autocommit=True) as node:
            node.execute("CREATE EXTENSION citus")
    with connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION citus")
        cursor.execute("SELECT citus_set_coordinator_host(%s, %s)", [told["HOST"], int(told["PORT"])])
        for host, port in nodes:
            cursor.execute("SELECT citus_add_node(%s, %s)", [host, port])
