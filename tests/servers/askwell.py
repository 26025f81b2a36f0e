"""`askwell up` on data folders of the tests' own.

What its first start does (makes the tables, fills in the demo) takes many seconds, is done once a run for all its
processes, and copied: a folder, and on PostgreSQL a database.
"""

import fcntl
import os
import re
import secrets
import shutil
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from askwell.accounts.actions import LOCAL_OWNER, digest
from tests.postgresql import free_port
from tests.servers import tables

LINK = re.compile(r"(http://127\.0\.0\.1:\d+)(/account/enter/\S+)")
DATABASE = "askwell.sqlite3"
BUSY = "SELECT COUNT(*) FROM django_tasks_database_dbtaskresult WHERE status = 'RUNNING'"
Settings = dict[str, str]


@dataclass
class Running:
    """A served Askwell: its address, and commands on the same data."""

    address: str
    data: Path
    environment: Settings

    def command(self, *arguments: str) -> str:
        """What `askwell …` prints; fails with the test when the command does."""
        done = subprocess.run(
            [sys.executable, "-m", "askwell.config", "--data", str(self.data), *arguments],
            env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def link(self) -> str:
        """A fresh one-time link for the owner, as `up` prints it again; written past `up`, which starts for seconds."""
        token, until = secrets.token_urlsafe(32), datetime.now(UTC) + timedelta(minutes=20)
        values = f"'{digest(token)}', id, '{until:%Y-%m-%d %H:%M:%S}+00:00'"
        row = f"SELECT {values} FROM accounts_user WHERE email = '{LOCAL_OWNER}'"
        self._write(f"INSERT INTO accounts_signinlink (digest, user_id, expires_at) {row}")
        return f"{self.address}/account/enter/{token}/"

    def _write(self, statement: str) -> None:
        if not on_postgresql():
            with closing(sqlite3.connect(self.data / DATABASE, timeout=20)) as embedded, embedded:
                embedded.execute(statement)
            return
        import psycopg  # noqa: PLC0415 # only there with PostgreSQL

        with psycopg.connect(self.environment["ASKWELL_DATABASE"]) as server:
            server.execute(statement)  # type: ignore[call-overload] # a statement of our own


class Begun:
    """Data folders that were started once before."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def copy(self, folder: Path, *options: str) -> Settings:
        """Put into `folder` what the first `up` with these options leaves; the settings that lead to its database."""
        with self.model(*options) as model:
            shutil.copytree(model, folder, dirs_exist_ok=True)
            return own_database(model.with_suffix(".database").read_text())

    @contextmanager
    def model(self, *options: str) -> Iterator[Path]:
        """What is copied, meanwhile nobody else's: PostgreSQL copies no database that somebody reads. With options it
        began without them, so that all have one secret key."""
        model = self._place / f"begun{''.join(options)}"
        with model.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not model.exists():
                self._make(model, *options)
            yield model

    def serve(self, folder: Path, *options: str) -> Iterator[Running]:
        """Serve a copy, until the generator is closed."""
        yield from serve(folder, self.copy(folder, *options), *options)

    def _make(self, model: Path, *options: str) -> None:
        making = model.with_suffix(".making")
        settings = self.copy(making) if options else new_database(making)
        for _running in serve(making, settings, *options):
            pass
        (making / "running.json").unlink(missing_ok=True)
        model.with_suffix(".database").write_text(settings.get("ASKWELL_DATABASE", ""))
        making.rename(model)


class Stage:
    """One Askwell that stays for many tests, since its start takes longer than most: before each its database is put
    back to what a first start leaves."""

    def __init__(self, begun: Begun, folder: Path) -> None:
        self._begun, self._folder = begun, folder
        self._serving: Iterator[Running] | None = None

    def show(self, *options: str) -> Iterator[Running]:
        """What the first start with these options leaves, served, for one test or file at a time."""
        if self._serving is None:
            self._serving = self._begun.serve(self._folder)
            self._running = next(self._serving)
        with self._begun.model(*options) as model:
            if on_postgresql():
                put_rows_back(model.with_suffix(".database").read_text(), self._running.environment["ASKWELL_DATABASE"])
            else:
                put_back(model / DATABASE, self._folder / DATABASE)
        yield self._running

    def close(self) -> None:
        for _running in self._serving or ():
            pass


def put_back(model: Path, served: Path) -> None:
    """Replace what a database that is in use holds, once its worker rests."""
    with closing(sqlite3.connect(model)) as source, closing(sqlite3.connect(served, timeout=20)) as target:
        wait_for_worker(target)
        source.backup(target)


def put_rows_back(model: str, served: str) -> None:
    """The same on PostgreSQL, where no database in use is replaced: all its rows, without a look at keys or triggers,
    and the numbers at which its sequences stand."""
    import psycopg  # noqa: PLC0415 # only there with PostgreSQL

    rows, numbers = kept_rows(model)
    with psycopg.connect(served) as target:
        wait_for_worker(target)
        target.execute("SET session_replication_role = replica")
        target.execute(f"TRUNCATE {', '.join(rows)}")  # type: ignore[arg-type] # our own names
        for name, packed in rows.items():
            with target.cursor().copy(f"COPY {name} FROM STDIN (FORMAT binary)") as into:  # type: ignore[arg-type]
                into.write(packed)
        for name, number in numbers:
            target.execute("SELECT setval(%s, %s)", [name, number])


@cache
def kept_rows(model: str) -> tuple[dict[str, bytes], list[tuple[str, int]]]:
    """What the tables of a database hold, packed, and at which numbers its sequences stand."""
    import psycopg  # noqa: PLC0415 # only there with PostgreSQL

    with psycopg.connect(model) as source:
        found = source.execute("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'").fetchall()
        rows = {}
        for (name,) in found:
            with source.cursor().copy(f"COPY {name} TO STDOUT (FORMAT binary)") as out:
                rows[name] = b"".join(out)
        numbers = "SELECT quote_ident(sequencename), last_value FROM pg_sequences WHERE last_value IS NOT NULL"
        return rows, source.execute(numbers).fetchall()


def wait_for_worker(target: Any) -> None:
    """Until no task of the database's worker is under way."""
    until = time.monotonic() + 60
    while target.execute(BUSY).fetchone()[0]:
        assert time.monotonic() < until, "the worker of the test before does not end"
        target.commit()
        time.sleep(0.1)


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """The run's folders that were started once before, shared by its processes."""
    base = tmp_path_factory.getbasetemp()
    return Begun(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)


@pytest.fixture(scope="session")
def stage(begun: Begun, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The process's one Askwell for tests that change what is in it."""
    stage = Stage(begun, tmp_path_factory.mktemp("stage"))
    yield stage
    stage.close()


def on_postgresql() -> bool:
    return os.environ.get("ASKWELL_DATABASE", "").startswith("postgresql")


def new_database(folder: Path) -> Settings:
    """One that has its tables already, for this data folder; the settings that lead to it."""
    if on_postgresql():
        return own_database(tables.on_server(os.environ["ASKWELL_DATABASE"]))
    tables.lay(folder)
    return {}


def own_database(template: str = "") -> Settings:
    """On PostgreSQL, a new database of the run's server, a copy of the one at the address `template`; on SQLite the
    data folder brings its own."""
    if not on_postgresql():
        return {}
    import psycopg  # noqa: PLC0415 # only there with PostgreSQL

    server = os.environ["ASKWELL_DATABASE"]
    name, model = f"begun_{uuid.uuid4().hex}", template.rsplit("/", 1)[-1] or "template1"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{model}"')  # type: ignore[arg-type] # names of our own
    return {"ASKWELL_DATABASE": server.rsplit("/", 1)[0] + f"/{name}"}


def serve(folder: Path, settings: Settings, *options: str) -> Iterator[Running]:
    """Serve this data folder, until the generator is closed."""
    port = free_port()
    reached_at = {"ASKWELL_SITE": f"http://127.0.0.1:{port}"}  # what goes into mails opens for the test's insider
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "askwell.config.settings", **settings, **reached_at}
    command = [sys.executable, "-m", "askwell.config", "--data", str(folder), "up", "--no-browser", *options]
    process = subprocess.Popen([*command, "--port", str(port)], env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    found = next((match for line in process.stdout if (match := LINK.search(line))), None)
    assert found, "askwell up printed no link"
    yield Running(found[1], folder, environment)
    process.terminate()
    process.wait(60)  # `up` itself gives its children twenty seconds
