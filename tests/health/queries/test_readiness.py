"""Everything is looked at by itself, and what is missing is named."""

import shutil
from collections import namedtuple
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from askwell.health.actions import beat
from askwell.health.queries import readiness
from askwell.health.queries.readiness import ROOM, Check, checks
from askwell.lib.ids import uuid7

Usage = namedtuple("Usage", "total used free")


@pytest.fixture(autouse=True)
def _looked_at_anew() -> None:
    readiness._none_left.cache_clear()


def found(now: datetime, **options: Any) -> dict[str, bool]:
    return {check.name: check.is_ok for check in checks(now, **options)}


def test_all_is_there(db: None, now: datetime) -> None:
    beat(worker_id=uuid7(), now=now)

    assert found(now) == {"database": True, "migrations": True, "worker": True, "disk": True}


def test_a_worker_that_was_not_heard_of_for_two_minutes_is_none(db: None, now: datetime) -> None:
    beat(worker_id=uuid7(), now=now)

    assert found(now + timedelta(minutes=2))["worker"]
    assert not found(now + timedelta(minutes=2, seconds=1))["worker"]


def test_a_check_can_be_left_out(db: None, now: datetime) -> None:
    assert set(found(now, without=frozenset({"worker"}))) == {"database", "migrations", "disk"}


def test_a_migration_that_is_not_applied_is_told_until_it_is(db: None, now: datetime) -> None:
    row = MigrationRecorder(connection).migration_qs.filter(app="health").latest("id")
    row.delete()
    assert Check("migrations", False, "1 to apply") in checks(now)

    MigrationRecorder(connection).record_applied("health", row.name)
    assert Check("migrations", True, "applied") in checks(now)


def test_a_disk_that_is_nearly_full(db: None, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10 * ROOM, 9 * ROOM, ROOM - 1))

    assert checks(now)[-1] == Check("disk", False, "255 MB free")
