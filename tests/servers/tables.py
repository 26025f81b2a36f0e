"""The tables as all migrations leave them: made once, and copied for every database that a test needs.

To make them takes as long as two hundred tests. They stand in `.pytest_cache` under a digest of what makes them, and on
PostgreSQL in a database of the server. Whoever takes a copy migrates it still: that finds nothing to do.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
KEPT = ROOT / ".pytest_cache" / "tables"
SQLITE = "askwell.sqlite3"


def digest() -> str:
    """Of the migrations, our own and those of the pinned packages, and of whether we serve many."""
    found = hashlib.sha256(os.environ.get("ASKWELL_HOSTED", "").encode())
    for path in (ROOT / "requirements" / "run.txt", *sorted(ROOT.glob("src/askwell/*/migrations/*.py"))):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:20]


@contextmanager
def _alone() -> Iterator[None]:
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrate(folder: str, database: str = "") -> None:
    own = {"DJANGO_SETTINGS_MODULE": "askwell.config.settings", "ASKWELL_DATA": folder, "ASKWELL_DATABASE": database}
    command = [sys.executable, "-m", "django", "migrate", "-v0"]
    subprocess.run(command, env={**os.environ, **own}, check=True)


def file() -> Path:
    """An embedded database with the tables; those of other migrations are thrown away."""
    made = KEPT / f"{digest()}.sqlite3"
    with _alone():
        if not made.exists():
            for old in KEPT.glob("*.sqlite3"):
                old.unlink()
            with tempfile.TemporaryDirectory() as folder:
                _migrate(folder)
                with (
                    closing(sqlite3.connect(f"{folder}/{SQLITE}")) as source,
                    closing(sqlite3.connect(made.with_suffix(".making"))) as target,
                ):
                    source.backup(target)
            made.with_suffix(".making").rename(made)
    return made


def lay(folder: Path) -> None:
    """Put the embedded database into a data folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file(), folder / SQLITE)


@contextmanager
def in_memory(name: str) -> Iterator[None]:
    """Fill the database in memory that this process calls so; it stays until the end, or until nobody has it open."""
    with closing(sqlite3.connect(name, uri=True)) as target:
        with closing(sqlite3.connect(file())) as source:
            source.backup(target)
        yield


def on_server(server: str) -> str:
    """The name of the database with the tables, on the server at the address of another database."""
    import psycopg  # noqa: PLC0415 # only there with PostgreSQL

    name = f"tables_{digest()}"
    with _alone(), psycopg.connect(server, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(f'DROP DATABASE IF EXISTS "{name}_making"')  # type: ignore[arg-type] # our own names
            connection.execute(f'CREATE DATABASE "{name}_making"')  # type: ignore[arg-type]
            with tempfile.TemporaryDirectory() as folder:
                _migrate(folder, f"{server.rsplit('/', 1)[0]}/{name}_making")
            connection.execute(f'ALTER DATABASE "{name}_making" RENAME TO "{name}"')  # type: ignore[arg-type]
    return name
