"""`askwell backup` and `askwell restore`, for the embedded database."""

import argparse
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from askwell.config.cli import Failure
from askwell.config.commands.database import connected_to, single_instance
from askwell.config.commands.erasures import erased_since, remember

HELD = (
    "UPDATE outreach_dispatch SET state = 'unsure', trouble = '', handed_at = coalesce(handed_at, due_at)"
    " WHERE state IN ('waiting', 'sending')"
)


def backup(options: argparse.Namespace) -> None:
    source, goal = database(), options.file.expanduser()
    if not source.exists():
        raise Failure(f"there is nothing to back up in {settings.DATA_DIR}.")
    if goal.exists():
        raise Failure(f"{goal} exists already; name another file.")
    part = goal.with_name(goal.name + ".part")
    try:
        copy(source, part)
        os.replace(part, goal)
    except (OSError, sqlite3.Error) as reason:
        part.unlink(missing_ok=True)
        raise Failure(f"the backup could not be written: {reason}") from None
    print(f"Backed up into {goal} ({goal.stat().st_size / 1e6:.1f} MB). It holds other people's data: keep it safe.")


def restore(options: argparse.Namespace) -> None:
    source, goal = options.file.expanduser(), database()
    check(source)
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
    with single_instance() as lock:
        if lock is None:
            raise Failure("Askwell is running with this data folder; stop it first (Ctrl+C).")
        try:
            kept, gone = replaced(source, goal)
        except (Failure, OSError, sqlite3.Error) as reason:
            raise Failure(f"nothing was restored, all is as it was: {reason}") from None
    print(f"Restored from {source}." + (f" What was there before is in {kept}." if kept else ""))
    if gone:
        print(f"{gone} things that were erased after that backup was made are erased again.")


def replaced(source: Path, goal: Path) -> tuple[Path | None, int]:
    """Where the database of before is kept, and how many are erased again: beside it, in a copy of the backup that
    takes its place only once that is done."""
    part = goal.with_name(goal.name + ".part")
    remove(part, *beside(part))
    try:
        remember(goal)
        copy(source, part)
        with connected_to(part):
            gone = erased_since([settings.ERASED_FILE]) if settings.ERASED_FILE.exists() else 0
        hold(part)  # after erasing, which deletes what waits to leave to whoever is erased
        kept = set_aside(goal)
        os.replace(part, goal)
    finally:
        remove(part, *beside(part))
    return kept, gone


def database() -> Path:
    if "sqlite" not in str(settings.DATABASES["default"]["ENGINE"]):
        raise Failure("this works on the embedded database; for PostgreSQL use deploy/backup (docs/running.md).")
    return Path(str(settings.DATABASES["default"]["NAME"]))


def check(path: Path) -> None:
    """Refuse a file that is no whole Askwell database."""
    if not path.is_file():
        raise Failure(f"there is no file {path}.")
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            whole = database.execute("PRAGMA quick_check").fetchone() == ("ok",)
            database.execute("SELECT 1 FROM accounts_workspace LIMIT 1")
    except sqlite3.Error:
        whole = False
    if not whole:
        raise Failure(f"{path} is not a whole Askwell backup; nothing was changed.")


def set_aside(path: Path) -> Path | None:
    """Copy today's database, with all that its log holds, so that another can take its place. Returns where to."""
    if not path.exists():
        return None
    kept = path.with_name(f"{path.stem}.before-{timezone.now():%Y%m%d-%H%M%S}{path.suffix}")
    copy(path, kept)
    remove(*beside(path))
    return kept


def beside(path: Path) -> list[Path]:
    """The files of SQLite's own log."""
    return [path.with_name(path.name + end) for end in ("-wal", "-shm")]


def remove(*paths: Path) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def hold_outbox(options: argparse.Namespace) -> None:
    """The same for the database that is connected, which another program restored."""
    with connection.cursor() as cursor:
        cursor.execute(HELD)
        held = cursor.rowcount
    print(f"{held} mails are held back: whoever wrote one decides whether it leaves.")


def hold(path: Path) -> None:
    """What waited to leave when the backup was made may have left since: the seeker decides, nothing leaves twice."""
    with closing(sqlite3.connect(path)) as database, suppress(sqlite3.OperationalError):  # before there was an outbox
        database.execute(HELD)
        database.commit()


def copy(source: Path, goal: Path) -> None:
    """A consistent copy by SQLite's own online backup, readable by its owner only."""
    os.close(os.open(goal, os.O_WRONLY | os.O_CREAT, 0o600))
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(goal)) as other:
        one.backup(other)
        other.execute("PRAGMA journal_mode=DELETE")
