"""The faults of bench/faults/keeping.py in their short form: a full disk, kills, backups under load, many writers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.servers.askwell import Begun

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.long
@pytest.mark.skipif(connection.vendor != "sqlite", reason="it is about the embedded database")
def test_nothing_is_torn_whatever_breaks(begun: Begun, tmp_path: Path) -> None:
    begun.copy(tmp_path / "begun")
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "bench/faults/keeping.py", "--quick", "--begun", str(tmp_path / "begun")]

    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900, check=False)

    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert done.stdout.endswith("0 not as expected\n")
