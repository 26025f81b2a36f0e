"""The worker as a process of its own, beside a real mail server: nothing waits behind a server that hangs."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.servers.askwell import Begun
from tests.servers.dovecot import Dovecot
from tests.servers.scripted import scripted
from tests.servers.sink import Sink

MAKE = """
from datetime import UTC, datetime
from django.conf import settings
from askwell.accounts.actions import ensure_local_owner
from tests.factories.mail import a_mailbox
workspace = ensure_local_owner().workspace
for address, port in {mailboxes}:
    a_mailbox(workspace, now=datetime.now(UTC), address=address, imap_port=port, smtp_port=1, is_usual=False)
"""
ROOT = Path(__file__).parent.parent.parent


class Desk:
    """A data folder with mailboxes, and what its database says."""

    def __init__(self, data: Path, begun: Begun, **mailboxes: int) -> None:
        self.data = data
        begun.copy(data)
        own = {name: value for name, value in os.environ.items() if not name.startswith(("ASKWELL_", "DJANGO_"))}
        self.environment = own | {"ASKWELL_DATA": str(data), "DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
        self.environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        made = [(f"{name}@seeker.example", port) for name, port in mailboxes.items()]
        self.run("-c", f"import django; django.setup(){MAKE.format(mailboxes=made)}")

    def run(self, *arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], env=self.environment, check=True)

    def ask(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.data / "askwell.sqlite3", timeout=20)) as database, database:
            return database.execute(sql, values).fetchall()

    def looks(self, name: str) -> int:
        """How often a worker finished looking into a mailbox."""
        (found,) = self.ask(
            "SELECT COUNT(*) FROM django_tasks_database_dbtaskresult, outreach_mailbox"
            " WHERE task_path LIKE '%wake_mailbox' AND status = 'SUCCESSFUL' AND address = ?"
            " AND instr(replace(args_kwargs, '-', ''), replace(outreach_mailbox.id, '-', '')) > 0",
            f"{name}@seeker.example",
        )
        return int(str(found[0]))

    def listened(self, name: str) -> bool:
        ((until,),) = self.ask(
            "SELECT listened_until FROM outreach_mailbox WHERE address = ?", f"{name}@seeker.example"
        )
        return until is not None

    @contextmanager
    def worker(self) -> "Iterator[subprocess.Popen[bytes]]":
        process = subprocess.Popen([sys.executable, "-m", "askwell.config", "work"], env=self.environment)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def wait_until(said: Callable[[], object], seconds: float) -> float:
    """How long it took."""
    began = time.monotonic()
    while not said():
        assert time.monotonic() - began < seconds, "it did not happen"
        time.sleep(0.2)
    return time.monotonic() - began


@pytest.fixture
def hanging() -> Iterator[int]:
    def silent(sock: socket.socket) -> None:
        while sock.recv(1000):
            pass

    with scripted(silent) as port:
        yield port


@pytest.mark.long
def test_mail_is_heard_at_once_and_servers_that_hang_hold_up_nobody(
    tmp_path: Path, begun: Begun, imap_server: Dovecot, hanging: int
) -> None:
    """Two mailboxes hang; a third is looked into, and what comes into it is heard long before the next round."""
    desk = Desk(tmp_path, begun, a=hanging, b=hanging, mei=imap_server.port)
    with desk.worker() as process:
        # one behind the other, the two that hang would take a minute
        wait_until(lambda: desk.looks("mei") and desk.listened("mei"), 50)
        time.sleep(6)  # after the first look nothing is queued any more
        before = desk.looks("mei")

        imap_server.deliver("mei@seeker.example", b"From: x@y.example\r\nMessage-ID: <1@y>\r\n\r\nHello\r\n")
        wait_until(lambda: desk.looks("mei") > before, 60)  # the next round is three minutes away

        process.send_signal(signal.SIGTERM)
        assert process.wait(40) == 0
    assert not desk.listened("mei")


REMIND = """
import django; django.setup()
from datetime import UTC, datetime
from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.outbox import queue_mail
from askwell.outreach.choices import Purpose
from askwell.outreach.models import Mailbox
Mailbox._base_manager.update(is_usual=True, smtp_port={port})
queue_mail(workspace=Workspace.objects.get(), purpose=Purpose.REMINDER, thread_id=None, to="mei@seeker.example",
           to_name="", subject="Soon", body="In an hour", now=datetime.now(UTC))
"""


def test_a_reminder_leaves_at_its_moment_not_with_the_next_round(
    tmp_path: Path, begun: Begun, imap_server: Dovecot, smtp_server: Sink
) -> None:
    """Whatever is put into the outbox wakes a worker; the sweep that has just been comes again in a minute."""
    desk = Desk(tmp_path, begun, mei=imap_server.port)
    with desk.worker():
        wait_until(lambda: desk.looks("mei"), 50)
        desk.run("-c", REMIND.format(port=smtp_server.port))
        wait_until(lambda: smtp_server.accepted, 25)


def test_other_work_does_not_wait_behind_servers(tmp_path: Path, begun: Begun, hanging: int) -> None:
    """Eight mailboxes hang, more than are waited for at once; a search for duplicates is done meanwhile."""
    desk = Desk(tmp_path, begun, **{f"hangs{number}": hanging for number in range(8)})
    with desk.worker():
        wait_until(lambda: running(desk, "wake_mailbox") >= 4, 60)
        desk.run("-c", SEARCH)
        wait_until(lambda: done(desk, "wake_search"), 60)
        assert done(desk, "wake_mailbox") < 8  # they take a minute, four at a time


SEARCH = """
import django; django.setup()
from askwell.accounts.models import Workspace
from askwell.people.tasks import queue_search
queue_search(Workspace.objects.get().pk)
"""


def count(desk: Desk, task: str, status: str) -> int:
    sql = "SELECT COUNT(*) FROM django_tasks_database_dbtaskresult WHERE task_path LIKE ? AND status LIKE ?"
    return int(str(desk.ask(sql, f"%{task}", status)[0][0]))


def running(desk: Desk, task: str) -> int:
    return count(desk, task, "RUNNING")


def done(desk: Desk, task: str) -> int:
    return count(desk, task, "SUCC%") + count(desk, task, "FAIL%")
