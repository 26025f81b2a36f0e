"""Runs a command against a PostgreSQL server of its own: `python tests/postgresql.py pytest -n 2`.

The cluster lies in a temporary folder and goes with it. The command finds it as ASKWELL_DATABASE.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SETTINGS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextmanager
def server() -> Iterator[str]:
    """The address of a fresh server on a free port of the loopback interface."""
    with (
        tempfile.TemporaryDirectory(prefix="askwell-pg-", ignore_cleanup_errors=True) as name,
        kept_server(Path(name), SETTINGS) as address,
    ):
        yield address


@contextmanager
def kept_server(folder: Path, settings: str = "") -> Iterator[str]:
    """The same with its data in `folder`: a fresh one, unless the folder holds one; as safe as PostgreSQL is without
    settings."""
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data, port = folder / "data", free_port()
    if not data.exists():
        run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 {settings} -c unix_socket_directories={folder}"
    run("pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start")
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate" if settings == SETTINGS else "fast", "stop")


def run(program: str, *arguments: object) -> None:
    """One of PostgreSQL's own programs; as the postgres user where we are root, whom it refuses."""
    found = shutil.which(program) or str(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))[-1])
    drop = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    subprocess.run([*drop, found, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL, cwd="/")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    with server() as address:
        done = subprocess.run(sys.argv[1:], env={**os.environ, "ASKWELL_DATABASE": address}, check=False)
    sys.exit(done.returncode)
