"""Faults in their short form. bench/faults/keeping.py: a full disk, kills, backups under load, many writers;
bench/load.py: PostgreSQL goes and comes back."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.servers.askwell import Begun

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str) -> str:
    """What it prints; fails with the test when it ends with anything but 0."""
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    return done.stdout


@pytest.mark.long
@pytest.mark.skipif(connection.vendor != "sqlite", reason="it is about the embedded database")
def test_nothing_is_torn_whatever_breaks(begun: Begun, tmp_path: Path) -> None:
    begun.copy(tmp_path / "begun")
    assert run("bench/faults/keeping.py", "--quick", "--begun", str(tmp_path / "begun")).endswith("0 not as expected\n")


@pytest.mark.long
def test_only_who_asks_while_postgresql_is_away_meets_an_error_which_says_so() -> None:
    told = run("bench/load.py", "--quick")
    during, met = re.search(r"(\d+) errors of that time, 0 of others", told), re.findall(r"(\d+) times 503", told)
    assert during, told
    assert 0 < int(during[1]) == sum(map(int, met)), told
