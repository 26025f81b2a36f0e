"""Data folders on which a fault is tried: copied from one that was begun, worked on by processes of their own."""

import contextlib
import io
import multiprocessing
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bed import Table

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "tests" / "data" / "contacts" / "linkedin" / "Connections.csv"
FORK = multiprocessing.get_context("fork")
SPARE = 16 * 2**20


@dataclass
class Folder:
    """`place` is the data folder, `models` holds what it is put back to. This process never opens the database through
    Django: children do, each with connections of its own."""

    place: Path
    models: Path
    is_quick: bool = False
    table: Table = field(default_factory=Table)

    @property
    def database(self) -> Path:
        return self.place / "askwell.sqlite3"

    def keep(self, name: str) -> None:
        """What is there now is from now on the model `name`."""
        shutil.copytree(self.place, self.models / name, dirs_exist_ok=True)

    def put_back(self, name: str) -> None:
        for path in self.place.iterdir():
            path.unlink() if path.is_file() else shutil.rmtree(path)
        shutil.copytree(self.models / name, self.place, dirs_exist_ok=True)

    def ask(self, statement: str) -> Any:
        """The first cell that a statement finds; None where there is no such table or database."""
        with closing(sqlite3.connect(self.database, timeout=20)) as database:
            try:
                return database.execute(statement).fetchone()[0]
            except sqlite3.OperationalError:
                return None

    @property
    def whole(self) -> bool:
        return bool(self.ask("PRAGMA integrity_check") == "ok")

    @property
    def people(self) -> int:
        return int(self.ask("SELECT COUNT(*) FROM people_person") or 0)


def child(work: Callable[[], Any], *, said: Path | None = None, largest: int = 0) -> Any:
    """Start `work` in a process of its own. Its errors go into `said`; with `largest` no file may grow beyond it, which
    is what a full disk is to whoever writes."""

    def run() -> None:
        from django.db import connections

        if said:
            sys.stderr = said.open("a")
        if largest:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        with contextlib.redirect_stdout(io.StringIO()):
            code = work()
            connections.close_all()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0)

    process = FORK.Process(target=run)
    process.start()
    return process


def askwell(*arguments: str) -> Callable[[], int]:
    """A command on the data folder, for `child`."""

    def run() -> int:
        from askwell.config.cli import main

        return main(arguments)

    return run


def done(process: Any) -> int:
    process.join()
    return int(process.exitcode)


def kill(process: Any, after: float) -> bool:
    """kill -9; whether it was still at work."""
    process.join(after)
    was_at_work = bool(process.is_alive())
    if was_at_work:
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    return was_at_work


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[bool]:
    """A file system of so many bytes at `place`; False where this machine lets nobody mount one."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], capture_output=True, check=False
    )
    try:
        yield mounted.returncode == 0
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", "--lazy", str(place)], check=True)


def ballast(place: Path, room: int) -> Path:
    """Leave so many bytes free."""
    path = place / "ballast"
    free = shutil.disk_usage(place).free
    path.write_bytes(b"\0" * max(free - room, 0))
    return path


def timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
