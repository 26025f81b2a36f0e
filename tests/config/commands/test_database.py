"""What `askwell migrate` and every command that opens the data folder do first."""

from argparse import Namespace
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from askwell.config.commands import database
from askwell.occupations.choices import Source
from askwell.occupations.models import Release


@pytest.fixture
def migrated(db: None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of Django's commands that are called."""
    called: list[str] = []
    monkeypatch.setattr(database, "call_command", lambda name, **_options: called.append(name))
    return called


def test_where_no_migration_is_missing_none_is_run(migrated: list[str]) -> None:
    database.migrate(Namespace())

    assert migrated == []


@pytest.mark.parametrize("missing", [("people", "0001_initial"), ("sessions", "0001_initial")])
def test_where_one_is_missing_also_a_librarys_it_is_run(migrated: list[str], missing: tuple[str, str]) -> None:
    MigrationRecorder(connection).record_unapplied(*missing)

    database.migrate(Namespace())

    assert migrated == ["migrate"]


def test_occupations_that_askwell_brings_come_also_without_a_migration(migrated: list[str], settings: Any) -> None:
    Release.objects.filter(source=Source.OWN).update(version="older")

    database.migrate(Namespace())

    assert migrated == []
    assert not Release.objects.filter(version="older").exists()
