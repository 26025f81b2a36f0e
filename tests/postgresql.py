"""A PostgreSQL server of our own for one test run: its cluster lies in a temporary folder and goes with it."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest

SETTINGS = "-c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def use_if_asked(config: pytest.Config) -> None:
    """With --postgresql, start a server (once; xdist's workers inherit its address) and point the settings at it."""
    if not config.getoption("--postgresql") or "ASKWELL_DATABASE" in os.environ:
        return
    folder, port = start()
    config.stash[CLUSTER] = folder
    os.environ["ASKWELL_DATABASE"] = f"postgresql://postgres@127.0.0.1:{port}/postgres"


CLUSTER = pytest.StashKey[Path]()


def start() -> tuple[Path, int]:
    """Make a cluster and serve it on a free port of the loopback interface."""
    folder = Path(tempfile.mkdtemp(prefix="askwell-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    run("initdb", "-D", folder / "data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    port = free_port()
    options = f"-p {port} {SETTINGS} -c unix_socket_directories={folder}"
    run("pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w", "-o", options, "start")
    return folder, port


def stop(config: pytest.Config) -> None:
    folder = config.stash.get(CLUSTER, None)
    if folder:
        run("pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(folder)


def run(program: str, *arguments: object) -> None:
    """One of PostgreSQL's own programs; as the postgres user where we are root, whom it refuses."""
    found = shutil.which(program) or str(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))[-1])
    root = os.geteuid() == 0
    drop = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if root else []
    subprocess.run([*drop, found, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL, cwd="/")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
