"""What goes wrong when a mailbox is opened: `python bench/faults/logins.py` prints test, expected, measured.

Against a real Dovecot, a real SMTP server, and servers that hang or dribble. Pages are asked in this process, a
worker hangs in another one on the same database. Exits with 1 when something is not as expected.
"""

import logging
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ["DJANGO_SETTINGS_MODULE"] = "askwell.config.settings"
os.environ.setdefault("ASKWELL_DATA", tempfile.mkdtemp(prefix="askwell-faults-"))

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from askwell.accounts.actions import ensure_local_owner
from askwell.accounts.models import Workspace
from askwell.desk.actions.demo import fill_demo
from askwell.outreach.actions.mail.opening import imap_of, smtp_of
from askwell.outreach.models import Mailbox
from askwell.outreach.queries.mail.mailboxes import mailbox_alerts
from askwell.protocols.mail.servers import Credentials, MailError, Security, Server, Trouble, open_imap
from askwell.protocols.mail.servers.wire import PATIENCE
from tests.factories.mail import a_mailbox
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.scripted import Talk, scripted
from tests.servers.sink import Sink, sink

Row = tuple[str, str, str, bool]
"""Test, expected, measured, and whether that is as expected."""

PAGES = ("/", "/people/", "/conversations/", "/mailbox/")
ROUNDS = 15


def wrong_password(workspace: Workspace, imap: Dovecot, smtp: Sink) -> Iterator[Row]:
    """A day of a worker that comes by every minute, sending and fetching, with a password that was changed."""
    began = timezone.now()
    mailbox = fresh(workspace, imap.port, smtp.port)
    smtp.password = "changed"
    log_ins: list[int] = []
    for minute in range(24 * 60):
        row = Mailbox.objects.of(workspace).get(pk=mailbox.pk)
        before = len(smtp.logins)
        attempt(lambda row=row, minute=minute: smtp_of(row, began + timedelta(minutes=minute)))
        attempt(lambda row=row, minute=minute: imap_of(row, began + timedelta(minutes=minute)), row)
        log_ins += [minute] * (len(smtp.logins) - before)
    most = max(sum(start <= minute < start + 60 for minute in log_ins) for start in range(24 * 60))
    yield "wrong password, a day: log-ins in any hour", "at most 3", f"{most} ({len(log_ins)} in the day)", most <= 3
    alerts = len(mailbox_alerts(workspace, began + timedelta(days=1)))
    yield "wrong password, a day: alerts", "1", str(alerts), alerts == 1


def attempt(opening: Callable[[], Any], only_if_trouble: Mailbox | None = None) -> None:
    """Open and close again, whatever comes of it; a mailbox whose IMAP password still works is left out."""
    if only_if_trouble and not only_if_trouble.trouble:
        return
    try:
        with opening():
            pass
    except MailError:
        pass


def hanging(workspace: Workspace) -> Iterator[Row]:
    """Pages while a worker of another process waits for a server that says nothing."""
    quiet, busy = [], []
    with scripted(silent) as port:
        mailbox = fresh(workspace, port, port)
        client = signed_in()
        for _ in range(3):  # side by side, in turns
            quiet += [seconds_of(client) for _ in range(ROUNDS)][3:]  # the first ones warm up
            with waiting_worker(mailbox):
                busy += [seconds_of(client) for _ in range(ROUNDS)][3:]
    ratio = median(busy) / median(quiet)
    measured = f"{ratio:.2f} times ({1000 * median(quiet):.0f} ms, {1000 * median(busy):.0f} ms for four pages)"
    yield "a server that hangs: pages", "at most 1.15 times", measured, ratio <= 1.15
    yield given_up("a server that hangs: given up", silent, 3)
    yield given_up("a server that dribbles: given up", dribble, 3)
    yield small_talk()


def given_up(what: str, talk: Talk, timeout: float) -> Row:
    """How long a log-in lasts with a server like that, asked to wait `timeout` seconds."""

    began = time.monotonic()
    trouble = None
    with scripted(talk) as port:
        try:
            with open_imap(
                Server("localhost", port, Security.NONE), Credentials(login="a", secret="b"), timeout=timeout
            ):
                pass
        except MailError as error:
            trouble = error.trouble
    lasted = time.monotonic() - began
    is_right = trouble is Trouble.NO_ANSWER and lasted < timeout + 2
    return what, f"no answer, within {timeout + 2} s", f"{trouble}, {lasted:.1f} s", is_right


def small_talk() -> Row:
    """A server that lets everybody in, and then says a line every few seconds, long before each time-out."""
    began, trouble = time.monotonic(), None
    with scripted(chat) as port:
        server, anybody = Server("localhost", port, Security.NONE), Credentials(login="a", secret="b")
        try:
            with open_imap(server, anybody) as client:
                client.folders()
        except MailError as error:
            trouble = error.trouble
    lasted = time.monotonic() - began
    is_right = trouble is Trouble.NO_ANSWER and lasted < PATIENCE * 1.1
    what = "a server that says a line every 5 s: given up"
    return what, f"no answer, within {PATIENCE * 1.1:.0f} s", f"{trouble}, {lasted:.0f} s", is_right


def chat(sock: Any) -> None:
    sock.sendall(b"* OK ready\r\n")
    with sock.makefile("rb") as heard:
        for line in heard:
            tag, _, words = line.partition(b" ")
            for _ in range(1000 if words.startswith(b"LIST") else 0):
                time.sleep(5)
                sock.sendall(b"* OK\r\n")
            sock.sendall(tag + b" OK done\r\n")


def silent(sock: Any) -> None:
    sock.recv(1)


def dribble(sock: Any) -> None:
    for byte in b"* OK " + b"x" * 600:
        sock.sendall(bytes([byte]))
        time.sleep(0.1)


@contextmanager
def waiting_worker(mailbox: Mailbox) -> Iterator[None]:
    context = multiprocessing.get_context("spawn")
    connected = context.Event()
    worker = context.Process(target=wait_for_ever, args=(str(mailbox.pk), connected))
    worker.start()
    connected.wait(30)
    try:
        yield
    finally:
        worker.terminate()
        worker.join()


def wait_for_ever(mailbox_id: str, connected: Any) -> None:
    mailbox = Mailbox._base_manager.get(pk=mailbox_id)
    connected.set()
    while True:
        attempt(lambda: imap_of(mailbox, timezone.now()))


def seconds_of(client: Client) -> float:
    began = time.perf_counter()
    for path in PAGES:
        assert client.get(path).status_code == 200
    return time.perf_counter() - began


def signed_in() -> Client:
    client = Client()
    client.force_login(ensure_local_owner(), backend="askwell.accounts.web.backends.WorkspaceBackend")
    return client


def fresh(workspace: Workspace, imap_port: int, smtp_port: int) -> Mailbox:
    Mailbox.objects.of(workspace).delete()
    ports = {"imap_port": imap_port, "smtp_port": smtp_port}
    return a_mailbox(workspace, now=timezone.now(), address="mei@seeker.example", **ports)


def rows() -> Iterator[Row]:
    settings.ALLOWED_HOSTS = ["*"]
    logging.getLogger("mail.log").setLevel(logging.ERROR)  # the SMTP server's own
    call_command("migrate", verbosity=0)
    workspace = ensure_local_owner().workspace
    assert workspace
    fill_demo(workspace=workspace, now=timezone.now())
    with dovecot() as imap, sink() as smtp:
        yield from wrong_password(workspace, imap, smtp)
    yield from hanging(workspace)


def main() -> int:
    failed = 0
    print("| Test | Expected | Measured | |\n|---|---|---|---|")
    for test, expected, measured, is_right in rows():
        failed += not is_right
        print(f"| {test} | {expected} | {measured} | {'as expected' if is_right else 'NOT AS EXPECTED'} |", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
