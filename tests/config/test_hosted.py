"""Hosted mode is chosen when the settings load, so its tests run in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.long
@pytest.mark.database
def test_hosted_mode(tmp_path: Path) -> None:
    here = Path(__file__).parent
    files = [
        str(here / f"hosted_{name}.py") for name in ("mode", "safety", "entrance", "logs", "forgetting", "closing")
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *files, "-p", "no:cacheprovider"],
        env={
            **os.environ,
            "ASKWELL_DATA": str(tmp_path),
            "ASKWELL_HOSTED": "1",
            "ASKWELL_SECRET_KEY": "s" * 50,
            "ASKWELL_ALLOWED_HOSTS": "askwell.example",
            "PYTEST_XDIST_WORKER": f"{os.environ.get('PYTEST_XDIST_WORKER', 'gw0')}_hosted",
        },
        cwd=here.parent.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
