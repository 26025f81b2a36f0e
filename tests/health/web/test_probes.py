"""/healthz, /readyz and /metrics: for machines, open to few."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from askwell.accounts.models import User
from askwell.health.actions import beat
from askwell.lib.ids import uuid7

SignIn = Callable[[User], Client]
TOKEN = "t" * 40
ELSEWHERE = {"REMOTE_ADDR": "192.0.2.7"}


def figures(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    families = text_string_to_metric_families(text)
    return {(one.name, tuple(sorted(one.labels.items()))): one.value for family in families for one in family.samples}


def test_alive_needs_no_database(client: Client) -> None:
    """This test has none, so a query would fail."""
    answer = client.get("/healthz", headers={"host": "10.0.0.7:8000"})

    assert (answer.status_code, answer.json()) == (200, {"ok": True})
    assert answer.headers["Cache-Control"] == "no-store"


def test_ready_says_what_is_missing(client: Client, db: None) -> None:
    before, exclude = client.get("/readyz"), client.get("/readyz?exclude=worker")
    beat(worker_id=uuid7(), now=timezone.now())
    after = client.get("/readyz")

    assert (before.status_code, exclude.status_code, after.status_code) == (503, 200, 200)
    assert before.json()["checks"]["worker"] == {"ok": False, "says": "none gave a sign of life"}
    assert after.json()["checks"]["worker"] == {"ok": True, "says": "1 at work"}


def test_ready_tells_others_only_whether(client: Client, db: None) -> None:
    assert client.get("/readyz", **ELSEWHERE).json() == {"ok": False}


def test_ready_survives_a_database_that_is_away(client: Client, db: None) -> None:
    def away(*_: Any) -> Any:
        raise DatabaseError("away")

    with connection.execute_wrapper(away):
        answer = client.get("/readyz")

    said = {name: check["says"] for name, check in answer.json()["checks"].items()}
    assert answer.status_code == 503
    assert said["database"] == said["worker"] == "the database does not answer"


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/metrics"])
def test_probes_are_only_read(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ({}, 200),
        ({"REMOTE_ADDR": "::1"}, 200),
        (ELSEWHERE, 404),
        ({"REMOTE_ADDR": ""}, 404),
        ({"headers": {"X-Forwarded-For": "127.0.0.1"}}, 404),
        ({"headers": {"Forwarded": "for=127.0.0.1"}}, 404),
        ({"headers": {"Authorization": f"Bearer {TOKEN}"}} | ELSEWHERE, 200),
        ({"headers": {"Authorization": f"Bearer {TOKEN}x"}} | ELSEWHERE, 404),
        ({"headers": {"Authorization": "Bearer é"}} | ELSEWHERE, 404),
    ],
)
def test_figures_are_for_this_machine_and_who_knows_the_token(
    client: Client, db: None, settings: Any, options: dict[str, Any], status: int
) -> None:
    settings.METRICS_TOKEN = TOKEN

    assert client.get("/metrics", **options).status_code == status


def test_without_a_token_nobody_knows_it(client: Client, db: None, settings: Any) -> None:
    settings.METRICS_TOKEN = ""

    assert client.get("/metrics", headers={"Authorization": "Bearer "}, **ELSEWHERE).status_code == 404


def test_requests_are_counted_by_the_name_of_their_route(seeker: User, sign_in: SignIn) -> None:
    client = sign_in(seeker)
    of_page = (("method", "GET"), ("route", "desk:today"), ("status", "200"))

    before = figures(client.get("/metrics").content.decode())
    client.get("/?q=private")
    client.get("/nowhere/private/")
    text = client.get("/metrics").content.decode()

    after = figures(text)
    key, queries = ("askwell_requests_total", of_page), ("askwell_database_queries_total", (("route", "desk:today"),))
    timed = ("askwell_request_seconds_count", (("route", "desk:today"),))
    assert after[key] - before.get(key, 0) == 1
    assert after[timed] - before.get(timed, 0) == 1
    assert after[queries] - before.get(queries, 0) > 0
    assert after[("askwell_outbox", (("state", "waiting"),))] == 0
    assert after[("askwell_database_up", ())] == 1
    assert not re.search("private|nowhere", text)


def test_without_a_database_the_rest_is_told(client: Client, db: None) -> None:
    def away(*_: Any) -> Any:
        raise DatabaseError("away")

    with connection.execute_wrapper(away):
        text = client.get("/metrics").content.decode()

    assert figures(text)[("askwell_database_up", ())] == 0
    assert "askwell_outbox" not in text
