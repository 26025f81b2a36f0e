"""Where mail is sent and things break: servers, the database, a clock that can be set, workers that can be killed."""

import logging
import resource
import signal
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
LEASE = timedelta(minutes=11)
LOGIN = "mei@seeker.example"
FORK = get_context("fork")


@dataclass
class Table:
    """Prints each row as it is measured."""

    wrong: int = 0
    began: float = field(default_factory=time.perf_counter)

    def row(self, test: str, expected: str, measured: str, *, good: bool) -> None:
        self.wrong += not good
        seconds = time.perf_counter() - self.began
        self.began = time.perf_counter()
        print(f"{'ok ' if good else 'BAD'} | {test:58} | {expected:34} | {measured} ({seconds:.0f} s)", flush=True)


@dataclass
class Bed:
    """The servers in a process of their own, the database, and one clock that can be set ahead. What the sink takes is
    a line in `taken`: the Message-ID."""

    folder: Path
    smtp_port: int
    imap_port: int
    orders: Any
    ahead: timedelta = timedelta(0)
    number: int = 0
    table: Table = field(default_factory=Table)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def taken(self) -> list[str]:
        return (self.folder / "taken").read_text().split()

    def tell(self, **what: Any) -> None:
        """Set the sink: script={step: [replies]}, keeps_dropped, sent, password; or put a mail into the inbox: arrives.
        Waits until it is done."""
        self.orders.send(what)
        self.orders.recv()

    def logins(self) -> int:
        self.orders.send({})
        return int(self.orders.recv())


def serve(folder: Path, orders: Any) -> None:
    """The sink and Dovecot, until told to end."""
    from tests.servers.dovecot import PASSWORD, dovecot
    from tests.servers.sink import Sink, sink

    warnings.simplefilter("ignore")  # of the sink: no TLS on the loopback interface
    logging.disable(logging.CRITICAL)
    keep = Sink._keep

    def kept(self: Sink, envelope: Any) -> None:
        keep(self, envelope)
        found = next(line for line in envelope.content.split(b"\r\n") if line.lower().startswith(b"message-id:"))
        with (folder / "taken").open("a") as taken:
            taken.write(found.split(b"<")[1].rstrip(b">").decode() + "\n")

    Sink._keep = kept  # type: ignore[method-assign]  # the sink's own, and a line more
    with dovecot() as imap, sink() as smtp:
        smtp.imap, smtp.sent_of = imap, LOGIN
        orders.send((smtp.port, imap.port))
        while (what := orders.recv()) is not None:
            for step, replies in what.get("script", {}).items():
                smtp.script[step].clear()
                smtp.script[step].extend(replies)
            if "arrives" in what:
                imap.deliver(LOGIN, what["arrives"])
            smtp.keeps_dropped = what.get("keeps_dropped", smtp.keeps_dropped)
            smtp.sent_of = {True: LOGIN, False: "", None: smtp.sent_of}[what.get("sent")]
            smtp.password = what.get("password", PASSWORD)
            orders.send(len(smtp.logins))


@contextmanager
def bed() -> Iterator[Bed]:
    with tempfile.TemporaryDirectory(prefix="askwell-faults-") as name:
        folder = Path(name)
        (folder / "taken").touch()
        ours, theirs = FORK.Pipe()
        servers = FORK.Process(target=serve, args=(folder, theirs))
        servers.start()
        try:
            smtp_port, imap_port = ours.recv()
            yield Bed(folder, smtp_port, imap_port, ours)
        finally:
            ours.send(None)
            servers.join(20)


def fresh(bed: Bed, saves_sent: bool | None) -> Any:
    """A workspace of its own with a mailbox at the servers."""
    from askwell.accounts.actions import open_workspace
    from askwell.accounts.models import User
    from askwell.outreach.actions.mail.secrets import seal
    from askwell.outreach.models import Mailbox
    from tests.factories.outbox import make_mailbox
    from tests.servers.dovecot import PASSWORD

    bed.number += 1
    bed.tell(script={"AUTH": [], "MAIL": [], "RCPT": [], "DATA": []}, keeps_dropped=True, sent=saves_sent is True)
    workspace = open_workspace(user=User.objects.create_user(f"mei{bed.number}@seeker.example"))
    places = {"smtp_host": "127.0.0.1", "smtp_port": bed.smtp_port, "smtp_security": "none", "imap_host": "127.0.0.1"}
    places |= {"imap_port": bed.imap_port, "imap_security": "none", "saves_sent": saves_sent}
    mailbox = make_mailbox(workspace, LOGIN, bed.now(), **places)
    Mailbox.objects.of(workspace).update(secret=seal(PASSWORD, mailbox_id=mailbox.pk))
    return workspace


def fill(bed: Bed, workspace: Any, count: int) -> list[str]:
    """So many letters that are due, each to somebody else, as `queue_letter` leaves them; their Message-IDs."""
    from askwell.lib.ids import uuid7
    from askwell.outreach.models import Dispatch, Mailbox, Message, Thread
    from askwell.people.models import ContactPoint, Person

    at, mailbox = bed.now() - timedelta(minutes=1), Mailbox.objects.of(workspace).get()
    tables: list[list[Any]] = [[], [], [], [], []]
    for number in range(count):
        address, body, key = f"reader{number}@harbour.example", f"Dear reader {number}, may I ask you?", uuid7()
        person = Person(workspace=workspace, given_name="Daniel", family_name="Wong", created_at=at, updated_at=at)
        point = ContactPoint(workspace=workspace, person=person, kind="email", value=address, key=address)
        thread = Thread(workspace=workspace, person=person, opened_at=at, moved_at=at)
        draft = Message(workspace=workspace, thread=thread, body=body, address=address, happened_at=at)
        dispatch = Dispatch(
            pk=key, workspace=workspace, mailbox=mailbox, thread=thread, message=draft, to=address, subject="Berths",
            body=body, mail_id=f"{key}.askwell@seeker.example", asked_at=at, due_at=at,
        )  # fmt: skip
        for table, row in zip(tables, (person, point, thread, draft, dispatch), strict=True):
            table.append(row)
    for model, rows in zip((Person, ContactPoint, Thread, Message, Dispatch), tables, strict=True):
        model.objects.bulk_create(rows)  # type: ignore[attr-defined]  # each is a tenant table
    return [row.mail_id for row in tables[-1]]


def work(workspace_id: Any, ahead: timedelta, turns: int = 1, largest: int = 0) -> None:
    """What a worker's task does, `turns` times (0: until killed), with the clock set ahead. With `largest` no file may
    grow beyond it."""
    from askwell.accounts.models import Workspace
    from askwell.outreach.actions.mail.posting import send_due
    from askwell.outreach.tasks import POST

    if largest:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    workspace, turn = Workspace.objects.get(pk=workspace_id), 0
    while turns == 0 or turn < turns:
        send_due(workspace=workspace, clock=lambda: datetime.now(UTC) + ahead, post=POST)
        turn += 1


def worker(bed: Bed, workspace: Any, turns: int = 1, largest: int = 0) -> BaseProcess:
    from django.db import connections

    connections.close_all()
    process = FORK.Process(target=work, args=(workspace.pk, bed.ahead, turns, largest))
    process.start()
    return process


def run(bed: Bed, workspace: Any, later: timedelta = timedelta(0)) -> None:
    """One worker comes by, so much later, and ends."""
    bed.ahead += later
    worker(bed, workspace).join()


def states(workspace: Any) -> Counter[str]:
    from askwell.outreach.models import Dispatch

    return Counter(Dispatch.objects.of(workspace).values_list("state", flat=True))


def said(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))


def faults_of(bed: Bed, workspace: Any, ids: list[str]) -> tuple[int, int]:
    """(lost, doubled): what is lost was never taken, and nobody will ever send it or ask about it."""
    from askwell.outreach.models import Dispatch

    taken = Counter(mail_id for mail_id in bed.taken() if mail_id in set(ids))
    open_states = ("waiting", "sending", "unsure")
    known = Dispatch.objects.of(workspace).filter(state__in=open_states).values_list("mail_id", flat=True)
    lost = [mail_id for mail_id in ids if not taken[mail_id] and mail_id not in set(known)]
    return len(lost), sum(count - 1 for count in taken.values())
