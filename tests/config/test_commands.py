"""The command line as a person uses it: real processes on real data folders."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from tests.postgresql import free_port
from tests.servers import tables as made_tables
from tests.servers.askwell import Begun

CONTACTS = Path(__file__).parent.parent / "data" / "contacts"
VERBS = [
    "up",
    "enter",
    "work",
    "migrate",
    "import",
    "next",
    "export",
    "backup",
    "restore",
    "hold-outbox",
    "erase-again",
    "static",
]


def askwell(data: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a command on a data folder with its embedded database."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("ASKWELL_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "askwell.config", "--data", str(data), *map(str, arguments)],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def tables(archive: Path) -> dict[str, object]:
    return json.loads(zipfile.ZipFile(archive).read("askwell.json"))["tables"]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with LinkedIn's people in it."""
    data = tmp_path_factory.mktemp("filled")
    made_tables.lay(data)
    done = askwell(data, "import", CONTACTS / "linkedin" / "Connections.csv")
    assert (done.returncode, done.stderr) == (0, "")
    return data


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_explains_itself(tmp_path: Path, verb: str) -> None:
    done = askwell(tmp_path, verb, "--help")

    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: askwell {verb}")


def test_an_export_opens_in_an_empty_data_folder_with_equal_content(filled: Path, begun: Begun, tmp_path: Path) -> None:
    begun.copy(tmp_path / "new")
    askwell(filled, "export", tmp_path / "one.zip")
    came = askwell(tmp_path / "new", "import", tmp_path / "one.zip")
    askwell(tmp_path / "new", "export", tmp_path / "two.zip")

    assert came.returncode == 0
    assert len(tables(tmp_path / "one.zip")["people.Person"]) == 169  # type: ignore[arg-type] # a list of rows
    assert tables(tmp_path / "one.zip") == tables(tmp_path / "two.zip")


def test_an_export_is_not_mixed_into_a_data_folder_in_use(filled: Path, tmp_path: Path) -> None:
    askwell(filled, "export", tmp_path / "one.zip")

    refused = askwell(filled, "import", tmp_path / "one.zip")

    assert refused.returncode == 1
    assert "empty data folder only" in refused.stderr


def test_a_file_that_is_no_address_book_costs_the_others_nothing(begun: Begun, tmp_path: Path) -> None:
    begun.copy(tmp_path / "data")
    picture = tmp_path / "me.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))

    done = askwell(tmp_path / "data", "import", picture, CONTACTS / "handmade" / "tongxunlu_gb18030.csv")

    assert done.returncode == 1
    assert "picture" in done.stderr
    assert "44" not in done.stderr
    assert "new" in done.stdout


def test_a_missing_file_is_one_clear_line(filled: Path, tmp_path: Path) -> None:
    done = askwell(filled, "import", tmp_path / "nowhere.csv")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"askwell: {tmp_path / 'nowhere.csv'}: No such file or directory\n"


def test_next_says_what_and_why(filled: Path) -> None:
    done = askwell(filled, "next", "--limit", "1")

    assert done.returncode == 0
    assert done.stdout.splitlines()[0].startswith("1 thing")
    assert "Write to" in done.stdout


def test_an_export_never_overwrites(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.zip").write_text("mine")

    assert askwell(filled, "export", tmp_path / "mine.zip").returncode == 1
    assert (tmp_path / "mine.zip").read_text() == "mine"


def test_a_backup_is_restored_and_what_was_there_is_kept(filled: Path, begun: Begun, tmp_path: Path) -> None:
    askwell(filled, "backup", tmp_path / "b.sqlite3")
    begun.copy(tmp_path / "other")

    done = askwell(tmp_path / "other", "restore", tmp_path / "b.sqlite3")

    assert done.returncode == 0
    assert len(list((tmp_path / "other").glob("askwell.before-*.sqlite3"))) == 1
    with sqlite3.connect(tmp_path / "other" / "askwell.sqlite3") as database:
        assert database.execute("SELECT COUNT(*) FROM people_person").fetchone() == (169,)


def test_what_waited_to_leave_when_a_backup_was_made_is_left_to_the_seeker(filled: Path, tmp_path: Path) -> None:
    """It may have left since: after a restore nothing leaves a second time by itself."""
    askwell(filled, "backup", tmp_path / "b.sqlite3")
    with sqlite3.connect(tmp_path / "b.sqlite3") as database:
        columns = {
            row[1]: None if not row[3] else "" for row in database.execute("PRAGMA table_info(outreach_dispatch)")
        }
        for state in ("waiting", "sending", "sent"):
            row = {
                **columns,
                "id": state,
                "mail_id": state,
                "state": state,
                "due_at": "2026-11-25 18:00:00",
                "tries": 0,
                "despite": "[]",
            }
            marks = ", ".join("?" * len(row))
            names = ", ".join(f'"{name}"' for name in row)
            database.execute(f"INSERT INTO outreach_dispatch ({names}) VALUES ({marks})", [*row.values()])

    assert askwell(tmp_path / "other", "restore", tmp_path / "b.sqlite3").returncode == 0
    with sqlite3.connect(tmp_path / "other" / "askwell.sqlite3") as database:
        states = database.execute("SELECT id, state, handed_at FROM outreach_dispatch ORDER BY id").fetchall()
    due = "2026-11-25 18:00:00"
    assert states == [("sending", "unsure", due), ("sent", "sent", None), ("waiting", "unsure", due)]


def test_a_torn_backup_is_refused_and_changes_nothing(filled: Path, begun: Begun, tmp_path: Path) -> None:
    askwell(filled, "backup", tmp_path / "b.sqlite3")
    torn = tmp_path / "torn.sqlite3"
    torn.write_bytes((tmp_path / "b.sqlite3").read_bytes()[:100_000])
    begun.copy(tmp_path / "other")

    done = askwell(tmp_path / "other", "restore", torn)

    assert done.returncode == 1
    assert "not a whole Askwell backup" in done.stderr
    assert list((tmp_path / "other").glob("askwell.before-*")) == []


def test_a_backup_in_which_cannot_be_erased_again_changes_nothing(filled: Path, begun: Begun, tmp_path: Path) -> None:
    askwell(filled, "backup", tmp_path / "b.sqlite3")
    with sqlite3.connect(tmp_path / "b.sqlite3") as database:
        (place,) = database.execute("SELECT id FROM accounts_workspace").fetchone()
        database.execute("CREATE TRIGGER stuck BEFORE DELETE ON people_person BEGIN SELECT RAISE(ABORT, 'stuck'); END")
    begun.copy(tmp_path / "other")
    gone = {"id": str(UUID(int=1)), "what": "everything", "place": place, "key": place, "stopped": False}
    (tmp_path / "other" / "erased.jsonl").write_text(json.dumps(gone) + "\n")
    before = {path.name for path in (tmp_path / "other").iterdir()}

    done = askwell(tmp_path / "other", "restore", tmp_path / "b.sqlite3")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("askwell: nothing was restored, all is as it was: what was erased since")
    assert {path.name for path in (tmp_path / "other").iterdir()} == before | {"running.json"}
    with sqlite3.connect(tmp_path / "other" / "askwell.sqlite3") as database:
        assert database.execute("SELECT COUNT(*) FROM people_person").fetchone() == (0,)


def test_a_backup_holds_no_secret(filled: Path, tmp_path: Path) -> None:
    askwell(filled, "backup", tmp_path / "b.sqlite3")

    assert (filled / "secret.key").read_bytes() not in (tmp_path / "b.sqlite3").read_bytes()
    assert (tmp_path / "b.sqlite3").stat().st_mode & 0o077 == 0


@contextmanager
def served(data: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """`askwell up` on a data folder, once it answers: the process and its port."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("ASKWELL_", "DJANGO_"))}
    port = free_port()
    command = [sys.executable, "-m", "askwell.config", "--data", data, "up", "--no-browser", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert any("/account/enter/" in line for line in process.stdout)
    yield process, port
    process.terminate()
    process.wait(20)


def test_a_polite_kill_leaves_nothing_running(tmp_path: Path) -> None:
    with served(tmp_path) as (process, port):
        process.terminate()
        process.wait(20)

        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5)


def test_a_hard_kill_leaves_nothing_running_either(begun: Begun, tmp_path: Path) -> None:
    """Neither web nor worker: both end by themselves, and the port is free again."""
    begun.copy(tmp_path)
    with served(tmp_path) as (process, port):
        started = started_from(process.pid)
        assert len(started) >= 4  # the web server with its two workers, and the background worker
        process.kill()
        process.wait(20)
        until = time.monotonic() + 30
        while any(map(is_running, started)) and time.monotonic() < until:
            time.sleep(0.2)

        assert [pid for pid in started if is_running(pid)] == []
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5)


def started_from(pid: int) -> list[int]:
    """Every process that descends from this one."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [one for child in map(int, listed) for one in (child, *started_from(child))]


def is_running(pid: int) -> bool:
    """Whether it is there, and not only its end that nobody has asked for yet."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False


def test_up_where_it_runs_already_gives_what_was_asked_or_says_why_not(begun: Begun, tmp_path: Path) -> None:
    begun.copy(tmp_path)
    with served(tmp_path) as (_process, port):
        other = askwell(tmp_path, "up", "--no-browser", "--port", port + 1)
        same = askwell(tmp_path, "up", "--no-browser", "--port", port, "--demo")
        carla = askwell(tmp_path, "enter", "carla@harbour.example")
        nobody = askwell(tmp_path, "enter", "nobody@harbour.example")

    refused = f"askwell: Askwell is running already, on port {port}; stop it first to serve on port {port + 1}.\n"
    assert (other.returncode, other.stdout, other.stderr) == (1, "", refused)
    assert same.returncode == 0
    assert "Filled with an invented search." in same.stdout
    assert f"http://127.0.0.1:{port}/account/enter/" in same.stdout
    assert carla.stdout.startswith(f"http://127.0.0.1:{port}/account/enter/")
    assert "nobody here has the address nobody@harbour.example" in nobody.stderr


def test_a_link_is_given_only_where_askwell_runs(filled: Path) -> None:
    done = askwell(filled, "enter")

    assert done.returncode == 1
    assert "Askwell is not running on this data folder" in done.stderr


def test_the_demo_is_not_mixed_into_ones_own_people_and_that_is_said(filled: Path) -> None:
    with served(filled):
        done = askwell(filled, "up", "--no-browser", "--demo")

    assert done.returncode == 0
    assert "The demo was not filled in: this data folder holds your own search." in done.stdout
    assert "/account/enter/" in done.stdout
