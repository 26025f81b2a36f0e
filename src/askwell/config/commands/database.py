"""`askwell migrate`, and whose the data folder is while it runs."""

import argparse
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from pkgutil import iter_modules
from typing import IO

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from askwell.config.cli import Failure
from askwell.config.commands.shard import prepare
from askwell.occupations.actions.loading import load_own


def migrate(options: argparse.Namespace) -> None:
    """Keys that Django would make say no workspace: on a sharded database they are made afterwards, with it. The
    occupations that Askwell brings along are brought up to date also where no table changed."""
    try:
        connection.features.supports_foreign_keys = connection.features.supports_foreign_keys and not settings.SHARDED
        if missing_migrations():
            call_command("migrate", verbosity=0)
        else:
            load_own(now=timezone.now())
        if settings.SHARDED:
            prepare(keys_only=False)
    except OperationalError as reason:
        raise Failure(f"the database cannot be opened: {reason}") from None


def missing_migrations() -> bool:
    """Whether a migration was never run here, by their names alone: to read them all takes a quarter of the time of a
    short command, and nearly always none is missing."""
    names = {
        (app.label, module.name)
        for app in apps.get_app_configs()
        for module in iter_modules([str(Path(app.path) / "migrations")])
        if module.name[0] not in "_~"
    }
    return not names <= MigrationRecorder(connection).applied_migrations().keys()


@contextmanager
def single_instance() -> Iterator[IO[str] | None]:
    """The data folder's lock, held while Askwell serves it; None when another process holds it."""
    path = settings.DATA_DIR / "running.json"
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield None
            return
        file.truncate(0)
        yield file
        file.truncate(0)


@contextmanager
def connected_to(path: Path) -> Iterator[None]:
    """The embedded database is that file for a while."""
    told = connection.settings_dict
    connection.close()
    usual, told["NAME"] = told["NAME"], str(path)
    try:
        yield
    finally:
        connection.close()
        told["NAME"] = usual
