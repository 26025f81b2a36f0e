"""Hosted mode refuses to start half-configured, and a laptop's secret stays its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from askwell.config.settings import database, local_secret

SECRET = "x" * 40


def start(tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ASKWELL_")}
    return subprocess.run(
        [sys.executable, "-m", "askwell.config", "--data", str(tmp_path), "next"],
        env={**clean, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"ASKWELL_HOSTED": "1"}, "set ASKWELL_SECRET_KEY"),
        ({"ASKWELL_HOSTED": "1", "ASKWELL_SECRET_KEY": "short"}, "set ASKWELL_SECRET_KEY"),
        ({"ASKWELL_HOSTED": "1", "ASKWELL_SECRET_KEY": SECRET}, "set ASKWELL_ALLOWED_HOSTS"),
        ({"ASKWELL_HOSTED": "1", "ASKWELL_SECRET_KEY": SECRET, "ASKWELL_DEBUG": "1"}, "ASKWELL_DEBUG would show"),
        ({"ASKWELL_DATABASE": "mysql://x"}, "'mysql' is neither sqlite nor postgresql"),
    ],
)
def test_a_half_configured_start_is_refused_in_one_line(tmp_path: Path, environment: dict[str, str], said: str) -> None:
    done = start(tmp_path, **environment)

    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_laptops_secret_is_made_once_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "data" / "secret.key"

    first, second = local_secret(path), local_secret(path)

    assert first == second
    assert len(first) > 50
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_database_address_is_read() -> None:
    there = database("postgresql://mei:p%40ss@db.example:5433/askwell")

    assert (there["NAME"], there["USER"], there["PASSWORD"], there["HOST"], there["PORT"]) == (
        "askwell", "mei", "p@ss", "db.example", "5433",
    )  # fmt: skip
    assert there["OPTIONS"] == {"connect_timeout": 5}
    sure = database("postgresql://mei@db.example/my%20askwell?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem")
    assert sure["NAME"] == "my askwell"
    assert sure["OPTIONS"] == {"connect_timeout": 5, "sslmode": "verify-full", "sslrootcert": "/etc/ca.pem"}
    assert database("sqlite:///data/a%20b.sqlite3")["NAME"] == "/data/a b.sqlite3"


def test_behind_a_pool_nothing_stays_open_on_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    address = "postgresql://mei@db.example/askwell"
    assert database(address)["DISABLE_SERVER_SIDE_CURSORS"] is False

    monkeypatch.setenv("ASKWELL_DATABASE_POOLED", "1")

    assert database(address)["DISABLE_SERVER_SIDE_CURSORS"] is True


def test_an_unknown_database_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="oracle"):
        database("oracle://x")
