"""An answer is kept while the database is unchanged, and never longer."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from askwell.accounts.actions import ensure_local_owner
from askwell.accounts.models import Profile, Workspace
from askwell.outreach.actions import passes
from askwell.outreach.queries import whom_next
from askwell.outreach.queries.fresh import kept
from tests.factories.outreach import make_someone

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


class Counter:
    """Makes 1, then 2, then 3, each good for an hour."""

    made = 0

    def __call__(self) -> tuple[datetime, int]:
        self.made += 1
        return LATER, self.made


@contextmanager
def another_connection() -> Iterator[BaseDatabaseWrapper]:
    """As another process or thread has one."""
    other = connections[DEFAULT_DB_ALIAS].copy()
    try:
        yield other
    finally:
        other.close()


def rename(name: str, on: Any = connection) -> None:
    with on.cursor() as cursor:
        cursor.execute("UPDATE accounts_profile SET name = %s", [name])


def name_kept() -> str:
    return kept("a", NOW, lambda: (LATER, Profile.objects.get().name))


@pytest.fixture(autouse=True)
def one_server(settings: LazySettings) -> None:
    if "ASKWELL_TEST_CITUS_URL" in os.environ:
        pytest.skip("nothing is kept where rows lie on many servers: the first does not learn of each change")
    settings.SHARDED = False


@pytest.fixture
def one_row(transactional_db: None) -> None:
    """A row that can be changed, outside of any transaction."""
    ensure_local_owner()
    assert Profile.objects.exists()


@pytest.mark.usefixtures("one_row")
def test_kept_until_this_connection_writes_or_time_is_up() -> None:
    make = Counter()
    assert [kept("a", NOW, make), kept("a", NOW, make)] == [1, 1]
    assert kept("b", NOW, make) == 2
    rename("Mei")
    assert [kept("a", NOW, make), kept("a", NOW, make)] == [3, 3]
    assert kept("a", LATER, make) == 4


@pytest.mark.usefixtures("one_row")
def test_what_another_connection_commits_is_noticed() -> None:
    make = Counter()
    with another_connection() as other:
        assert [kept("a", NOW, make), kept("a", NOW, make)] == [1, 1]
        rename("Mei", other)
        assert [kept("a", NOW, make), kept("a", NOW, make)] == [2, 2]


@pytest.mark.usefixtures("one_row")
def test_a_commit_while_the_answer_is_made_leaves_no_old_answer_behind() -> None:
    def read_then_overtaken(other: BaseDatabaseWrapper) -> tuple[datetime, str]:
        name = Profile.objects.get().name
        rename("Mei", other)
        return LATER, name

    with another_connection() as other:
        assert kept("a", NOW, lambda: read_then_overtaken(other)) == ""
        assert name_kept() == "Mei"


@pytest.mark.usefixtures("one_row")
def test_what_a_transaction_takes_back_is_never_kept() -> None:
    with transaction.atomic():
        rename("Mei")
        assert name_kept() == "Mei"
        transaction.set_rollback(True)
    assert name_kept() == ""


@pytest.mark.usefixtures("one_row")
@pytest.mark.skipif(connection.vendor == "sqlite", reason="in memory, as tests have it, SQLite locks readers out")
def test_what_a_transaction_has_not_committed_is_not_seen_and_then_at_once() -> None:
    with another_connection() as other:
        other.set_autocommit(False)
        rename("Mei", other)
        assert [name_kept(), name_kept()] == ["", ""]
        other.commit()
        assert name_kept() == "Mei"


def test_suggestions_follow_every_change_at_once(workspace: Workspace) -> None:
    person = make_someone(workspace)
    assert [one.who.given for one in whom_next(workspace, NOW, 3)] == ["Daniel"]
    passes.pass_over(workspace=workspace, person_id=person.pk, until=NOW + timedelta(minutes=10))
    assert whom_next(workspace, NOW, 3) == []
    assert whom_next(workspace, NOW + timedelta(minutes=9), 3) == []
    assert [one.who.given for one in whom_next(workspace, NOW + timedelta(minutes=10), 3)] == ["Daniel"]


@pytest.mark.usefixtures("one_row")
def test_nothing_is_kept_where_writes_happen_on_other_servers(settings: LazySettings) -> None:
    settings.SHARDED, make = True, Counter()

    assert [kept("a", NOW, make), kept("a", NOW, make)] == [1, 2]
