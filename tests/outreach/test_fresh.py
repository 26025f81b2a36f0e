"""An answer is kept while the database is unchanged, and never longer."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

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


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="nothing is kept on PostgreSQL")
def test_kept_until_this_connection_writes_or_time_is_up(workspace: Workspace) -> None:
    make = Counter()
    assert [kept("a", NOW, make), kept("a", NOW, make)] == [1, 1]
    assert kept("b", NOW, make) == 2
    Profile.objects.filter(workspace=workspace).update(name="Mei")
    assert [kept("a", NOW, make), kept("a", NOW, make)] == [3, 3]
    assert kept("a", LATER, make) == 4


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="nothing is kept on PostgreSQL")
def test_what_another_connection_commits_is_noticed() -> None:
    make = Counter()
    assert [kept("a", NOW, make), kept("a", NOW, make)] == [1, 1]
    with sqlite3.connect(connection.settings_dict["NAME"], uri=True) as other:
        other.execute("CREATE TABLE elsewhere (a)")
        other.execute("DROP TABLE elsewhere")
    assert kept("a", NOW, make) == 2


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite keeps")
def test_postgresql_keeps_nothing() -> None:
    make = Counter()
    assert [kept("a", NOW, make), kept("a", NOW, make)] == [1, 2]


def test_suggestions_follow_every_change_at_once(workspace: Workspace) -> None:
    person = make_someone(workspace)
    assert [one.who.given for one in whom_next(workspace, NOW, 3)] == ["Daniel"]
    passes.pass_over(workspace=workspace, person_id=person.pk, until=NOW + timedelta(minutes=10))
    assert whom_next(workspace, NOW, 3) == []
    assert whom_next(workspace, NOW + timedelta(minutes=9), 3) == []
    assert [one.who.given for one in whom_next(workspace, NOW + timedelta(minutes=10), 3)] == ["Daniel"]
