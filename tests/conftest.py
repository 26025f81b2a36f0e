"""The recurring cast: `seeker` owns a workspace, `stranger` owns another and must never see the first's data."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from math import ceil
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as site
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from playwright.sync_api import Browser, sync_playwright

from askwell.accounts.actions import open_workspace
from askwell.accounts.models import User, Workspace
from askwell.config.commands.shard import prepare
from tests.citus import join_nodes
from tests.factories.audit import wipe_log
from tests.servers import tables
from tests.servers.askwell import begun
from tests.servers.fixtures import imap_server, mail_login, smtp_server, trusted

__all__ = ["begun", "imap_server", "mail_login", "smtp_server", "trusted"]  # fixtures for everybody

# Speed is measured in bench/, never tested. On CI the same examples are tried each time, and none is made smaller:
# that takes minutes, and is done where the fault is looked for.
settings.register_profile(
    "askwell",
    deadline=None,
    derandomize="CI" in os.environ,
    phases=[phase for phase in Phase if phase not in (Phase.shrink, Phase.explain) or "CI" not in os.environ],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)
settings.load_profile("askwell")

DATABASE = {"db", "transactional_db", "django_db_setup", "demo", "fresh", "fresh_demo", "served", "alone", "demo_owner"}
"""The fixtures through which a test comes to a database; without one of them pytest-django forbids it."""


HERE = Path(__file__).parent
PURE_ROOMS = ("coach", "lib", "protocols")
"""They know no Django, so that their tests are not even read on PostgreSQL."""
ON_POSTGRESQL = not site.DATABASES["default"]["ENGINE"].endswith("sqlite3")
collect_ignore = PURE_ROOMS if ON_POSTGRESQL else ()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, leave out what never comes near a database: it has been run on SQLite, and cannot differ."""
    near = [item for item in items if touches_database(item)]
    astray = [item.nodeid for item in near if item.path.relative_to(HERE).parts[0] in PURE_ROOMS]
    if astray:
        raise pytest.UsageError(f"a pure room comes near no database: {astray}")
    if ON_POSTGRESQL:
        config.hook.pytest_deselected(items=[item for item in items if not touches_database(item)])
        items[:] = near
    if "PYTEST_XDIST_WORKER_COUNT" in os.environ:
        items[:] = long_first(items, int(os.environ["PYTEST_XDIST_WORKER_COUNT"]))


def long_first(items: list[pytest.Item], shares: int) -> list[pytest.Item]:
    """Each process begins with an even share of the tests, and with the long ones of it: all the others would wait for
    one that was begun last."""
    long = [item for item in items if item.get_closest_marker("long")]
    others = [item for item in items if not item.get_closest_marker("long")]
    size = ceil(len(others) / shares)
    return [
        item for share in range(shares) for item in (*long[share::shares], *others[share * size : (share + 1) * size])
    ]


def pytest_collection_finish() -> None:
    """The tests themselves stay until the end: what clears memory up need not look through them again and again, which
    took a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def touches_database(item: pytest.Item) -> bool:
    """Whether what it shows can depend on the database, which it may use in a process of its own."""
    if item.get_closest_marker("once"):
        return False
    fixtures = DATABASE.intersection(getattr(item, "fixturenames", ()))
    return bool(fixtures) or any(item.get_closest_marker(name) for name in ("django_db", "database"))


NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)  # a Wednesday, 10:00 in Vancouver


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """The test database begins with the tables that were made before; only what is missing in them is migrated."""
    if not ON_POSTGRESQL:
        with tables.in_memory(connection.creation._get_test_db_name()):
            yield
        return
    if "ASKWELL_TEST_CITUS_URL" not in os.environ:  # there each database is joined to its nodes
        site.DATABASES["default"]["TEST"]["TEMPLATE"] = tables.on_server(os.environ["ASKWELL_DATABASE"])
    yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """With ASKWELL_TEST_SHARDED the tables have the keys of a sharded database; on the server of
    ASKWELL_TEST_CITUS_URL they are placed on its nodes as well. Whoever is still in the database at the end is put out
    of it, since PostgreSQL drops none that is in use: a process that a test killed takes a moment to leave."""
    if site.SHARDED:
        with django_db_blocker.unblock():
            if "ASKWELL_TEST_CITUS_URL" in os.environ:
                join_nodes()
            prepare(keys_only=False)
    yield
    if ON_POSTGRESQL:
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture
def now() -> datetime:
    return NOW


def make_user(email: str) -> User:
    user = User.objects.create_user(email, language="en")
    open_workspace(user=user)
    return user


def today_of(user: User) -> date:
    """The day by the user's own clock: in Vancouver it is yesterday until eight in the morning, UTC."""
    return timezone.localdate(timezone=ZoneInfo(user.time_zone))


@pytest.fixture
def seeker(db: None) -> User:
    return make_user("mei@seeker.example")


@pytest.fixture
def stranger(db: None) -> User:
    return make_user("sam@stranger.example")


@pytest.fixture
def workspace(seeker: User) -> Workspace:
    assert seeker.workspace
    return seeker.workspace


@pytest.fixture
def sign_in() -> Callable[[User], Client]:
    """A function that signs a user in and gives a client of their own."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="askwell.accounts.web.backends.WorkspaceBackend")
        return client

    return signed_in


@pytest.fixture(autouse=True)
def nobody_came_yet() -> None:
    """Whoever asks too often is refused for a while (`ui/limits.py`): not for what the test before asked. (Hosted,
    that lies in the database.)"""
    if not site.HOSTED:
        cache.clear()


@pytest.fixture(autouse=True)
def no_log_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """The audit log of a test that commits is emptied before its tables are flushed: its triggers would refuse."""
    marker = request.node.get_closest_marker("django_db")
    commits = bool(marker and marker.kwargs.get("transaction")) or "transactional_db" in request.fixturenames
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        wipe_log()


CHROMIUM = "/usr/bin/chromium-headless-shell"
"""Chromium without its own windows: a new profile of the whole one takes four times as long as this one's."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One real browser a run, for everything marked e2e."""
    flags = "--no-sandbox --disable-gpu --disable-sync --no-first-run"
    quiet = "--disable-background-networking --disable-component-update"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=f"{flags} {quiet}".split())
        yield browser
        browser.close()
