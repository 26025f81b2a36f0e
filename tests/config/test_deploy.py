"""The files of deploy/ agree with the program, with docs/running.md and with the programs that read them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.postgresql import server

ROOT = Path(__file__).resolve().parent.parent.parent
DEPLOY = ROOT / "deploy"
RUNNING = (ROOT / "docs" / "running.md").read_text()
UNITS = sorted((DEPLOY / "systemd").iterdir())


def test_every_file_is_named_in_the_manual() -> None:
    names = {path.name for path in DEPLOY.iterdir() if path.is_file()}
    assert {name for name in names if name not in RUNNING} == set()
    assert {unit.name for unit in UNITS if unit.stem.rstrip("@") not in RUNNING} == set()


def test_every_setting_of_theirs_is_documented() -> None:
    used = {
        name for path in DEPLOY.iterdir() if path.is_file() for name in re.findall(r"ASKWELL_[A-Z_]+", path.read_text())
    }
    assert {name for name in used if f"`{name}`" not in RUNNING} == set()


def test_every_command_of_theirs_exists() -> None:
    texts = [RUNNING, *(path.read_text() for path in [*UNITS, DEPLOY / "compose.yaml"])]
    verbs = {
        verb
        for text in texts
        for verb in re.findall(r"(?:^ {4}|/bin/|command: |&& |-c \")askwell ([a-z-]+)", text, re.M)
    }
    said = subprocess.run(
        [sys.executable, "-m", "askwell.config", "--help"], capture_output=True, text=True, check=True
    )
    assert {"migrate", "static", "work", "hold-outbox"} <= verbs
    assert {verb for verb in verbs if not re.search(rf"^    {verb}\s", said.stdout, re.M)} == set()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_the_units(unit: Path, tmp_path: Path) -> None:
    """With programs that are there in the place of ours, which systemd looks for."""
    text = re.sub(r"^Exec(\w+)=\S+", r"Exec\1=/bin/true", unit.read_text(), flags=re.M)
    copy = tmp_path / unit.name.replace("@", "@8001")
    copy.write_text(text)

    done = subprocess.run(["systemd-analyze", "verify", copy], capture_output=True, text=True, check=False)

    assert re.findall(r"(?:Unknown|Failed to parse|Invalid|not recognized)[^\n]*", done.stderr) == []


@pytest.mark.once
def test_a_backup_is_whole_and_old_ones_go(tmp_path: Path) -> None:
    old, kept = tmp_path / "askwell-20260101T000000Z.dump", tmp_path / "askwell-20261120T000000Z.dump"
    for path, days in ((old, 40), (kept, 5)):
        path.write_bytes(b"")
        moment = path.stat().st_mtime - days * 24 * 3600
        os.utime(path, (moment, moment))

    with server() as address:
        environment = os.environ | {"ASKWELL_DATABASE": address}
        command = [DEPLOY / "backup", tmp_path, "30"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    made = Path(done.stdout.strip())
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([kept.name, made.name])
    assert made.read_bytes()[:5] == b"PGDMP"
    assert made.stat().st_mode & 0o077 == 0


@pytest.mark.once
def test_a_backup_that_fails_leaves_nothing(tmp_path: Path) -> None:
    environment = os.environ | {"ASKWELL_DATABASE": "postgresql://nobody@127.0.0.1:1/none"}

    done = subprocess.run([DEPLOY / "backup", tmp_path, "30"], env=environment, capture_output=True, check=False)

    assert done.returncode != 0
    assert list(tmp_path.glob("*.dump")) == []


@pytest.mark.once
def test_no_argument_of_a_backup_tells_the_password(tmp_path: Path) -> None:
    """Everybody on the machine can read the arguments of a program that runs."""
    dump = tmp_path / "pg_dump"
    dump.write_text(f'#!/bin/sh\necho "$PGPASSWORD $*" > {tmp_path}/said\nexit 1\n')
    dump.chmod(0o700)
    address = "postgresql://askwell:p%40ss@127.0.0.1:5432/askwell"
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "ASKWELL_DATABASE": address}

    subprocess.run([DEPLOY / "backup", tmp_path, "30"], env=environment, check=False)

    password, *arguments = (tmp_path / "said").read_text().split()
    assert (password, arguments[-1]) == ("p@ss", "postgresql://askwell@127.0.0.1:5432/askwell")


def test_the_driver_of_the_database_is_the_one_that_is_tested() -> None:
    """What is installed beside `run.txt` where PostgreSQL is: the same versions with the same hashes."""
    wanted = re.findall(r"^psycopg.+?(?=^\S)", (ROOT / "requirements" / "dev.txt").read_text(), re.M | re.S)

    assert (ROOT / "requirements" / "postgresql.txt").read_text() == "".join(wanted)
    assert len(wanted) == 2
