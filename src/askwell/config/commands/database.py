"""`askwell migrate`, and whose the data folder is while it runs."""

import argparse
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection

from askwell.config.cli import Failure
from askwell.config.commands.shard import prepare


def migrate(options: argparse.Namespace) -> None:
    """Keys that Django would make say no workspace: on a sharded database they are made afterwards, with it."""
    try:
        connection.features.supports_foreign_keys = connection.features.supports_foreign_keys and not settings.SHARDED
        call_command("migrate", verbosity=0)
        if settings.SHARDED:
            prepare(keys_only=False)
    except OperationalError as reason:
        raise Failure(f"the database cannot be opened: {reason}") from None


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
