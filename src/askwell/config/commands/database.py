"""`askwell migrate`, and whose the data folder is while it runs."""

import argparse
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError

from askwell.config.cli import Failure


def migrate(options: argparse.Namespace) -> None:
    try:
        call_command("migrate", verbosity=0)
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
