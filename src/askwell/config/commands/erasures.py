"""`askwell erase-again`: what was erased since a backup was made is not in it; `restore` does it by itself."""

import argparse
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.utils import timezone

from askwell.config.cli import Failure
from askwell.desk.actions.erased import erase_again as again
from askwell.desk.actions.ledger import write_down


def erase_again(options: argparse.Namespace) -> None:
    ledgers = [file.expanduser() for file in options.files] or [settings.ERASED_FILE]
    if missing := [path for path in ledgers if not path.is_file()]:
        raise Failure(f"there is no file {missing[0]}.")
    print(f"Erased again, since it was after the backup: {erased_since(ledgers)}.")


def erased_since(ledgers: list[Path]) -> int:
    """Erase again, in the connected database, what such files name. Returns how many were there."""
    try:
        call_command("migrate", verbosity=0)
        gone = again(ledgers=ledgers, now=timezone.now())
        write_down()
    except (OSError, DatabaseError, ObjectDoesNotExist) as reason:
        raise Failure(f"what was erased since could not be erased again: {reason}") from None
    finally:
        connection.close()
    return gone


def remember(path: Path) -> None:
    """Write down what today's database knows of erasures, before it goes; perhaps it goes because it cannot be read."""
    if path.exists():
        with suppress(DatabaseError):
            write_down()
        connection.close()
