"""What can go wrong when mail is sent, against a real SMTP sink and Dovecot: a table of test, expected, measured.

    python bench/faults/sending.py [--quick] [--postgresql]

`--quick` is the short form that the tests run. Workers are processes of their own and are killed with SIGKILL at
random moments (`--seed`); their clocks go ahead by eleven minutes after each, so that the next one sees that the last
is dead. Ends with 1 when something measured is not what was expected.
"""

import argparse
import logging
import os
import random
import signal
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
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


# The work itself. -------------------------------------------------------------------------------------------------


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


def work(workspace_id: Any, ahead: timedelta, turns: int = 1) -> None:
    """What a worker's task does, `turns` times (0: until killed), with the clock set ahead."""
    from askwell.accounts.models import Workspace
    from askwell.outreach.actions.mail.posting import send_due
    from askwell.outreach.tasks import POST

    workspace, turn = Workspace.objects.get(pk=workspace_id), 0
    while turns == 0 or turn < turns:
        send_due(workspace=workspace, clock=lambda: datetime.now(UTC) + ahead, post=POST)
        turn += 1


def worker(bed: Bed, workspace: Any, turns: int = 1) -> BaseProcess:
    from django.db import connections

    connections.close_all()
    process = FORK.Process(target=work, args=(workspace.pk, bed.ahead, turns))
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


# The faults. ------------------------------------------------------------------------------------------------------


def killed(bed: Bed, mails: int, kills: int, *, saves_sent: bool | None) -> None:
    workspace = fresh(bed, saves_sent)
    ids = fill(bed, workspace, mails)
    hit = 0
    while hit < kills:
        if not states(workspace)["waiting"]:
            ids += fill(bed, workspace, mails // 4)
        process = worker(bed, workspace)
        time.sleep(random.uniform(0.01, 0.35))
        if process.is_alive():
            os.kill(process.pid or 0, signal.SIGKILL)
            hit += 1
        process.join()
        bed.ahead += LEASE
    for _ in range(6):
        run(bed, workspace, LEASE)
    lost, doubled = faults_of(bed, workspace, ids)
    counts = states(workspace)
    how = "Sent look-up" if saves_sent else "no Sent look-up"
    allowed = 0 if saves_sent else kills
    good = not lost and not doubled and counts["unsure"] <= allowed and set(counts) <= {"sent", "unsure"}
    expected = "0 lost, 0 doubled, " + ("0 unsure" if saves_sent else "at most 1 unsure a kill")
    measured = f"{lost} lost, {doubled} doubled, {counts['unsure']} unsure; {said(counts)}"
    bed.table.row(f"{len(ids)} mails, {kills} times kill -9, {how}", expected, measured, good=good)


def two_workers(bed: Bed, mails: int) -> None:
    workspace = fresh(bed, True)
    ids = fill(bed, workspace, mails)
    both = [worker(bed, workspace) for _ in range(2)]
    for process in both:
        process.join()
    run(bed, workspace, LEASE)
    lost, doubled = faults_of(bed, workspace, ids)
    good = (lost, doubled, states(workspace)["sent"]) == (0, 0, mails)
    bed.table.row(f"{mails} mails, two workers", "all sent, none doubled", f"{lost} lost, {doubled} doubled", good=good)


def dropped(bed: Bed, mails: int, *, keeps: bool, saves_sent: bool | None) -> None:
    workspace = fresh(bed, saves_sent)
    ids = fill(bed, workspace, mails)
    bed.tell(script={"DATA": ["drop"] * mails}, keeps_dropped=keeps)
    for _ in range(3):
        run(bed, workspace, LEASE)
    lost, doubled = faults_of(bed, workspace, ids)
    wanted = "sent" if saves_sent else "unsure"
    counts = states(workspace)
    good = (lost, doubled, counts) == (0, 0, Counter({wanted: mails}))
    test = f"dropped after DATA, {'taken' if keeps else 'not taken'}, {'Sent' if saves_sent else 'no Sent'} look-up"
    measured = f"{lost} lost, {doubled} doubled, {said(counts)}"
    bed.table.row(test, f"{mails} {wanted}, none doubled", measured, good=good)


def greylisted(bed: Bed, minutes: Sequence[int]) -> None:
    """Looked at after these minutes, each time by a new worker."""
    workspace = fresh(bed, True)
    [mail_id] = fill(bed, workspace, 1)
    bed.tell(script={"RCPT": ["450 4.2.0 Greylisted"]})
    before, times = 0, {}
    for minute in minutes:
        run(bed, workspace, timedelta(minutes=minute - before))
        before, times[minute] = minute, bed.taken().count(mail_id)
    at = next((minute for minute, count in times.items() if count), -1)
    good = at == 30 and times[before] == 1
    bed.table.row(
        "greylisting 20 minutes", "sent once, 30 min later", f"taken {at} min later, {times[before]} times", good=good
    )


def refused(bed: Bed, test: str, script: dict[str, list[str]], expected: dict[str, int], later: timedelta) -> None:
    """Three mails, of which the script meets one; a second round so much later."""
    workspace = fresh(bed, True)
    ids = fill(bed, workspace, 3)
    bed.tell(script=script)
    run(bed, workspace)
    run(bed, workspace, later)
    lost, doubled = faults_of(bed, workspace, ids)
    failed = expected.get("failed", 0)
    good = states(workspace) == Counter(expected) and (lost, doubled) == (failed, 0)
    bed.table.row(test, ", ".join(f"{n} {state}" for state, n in expected.items()), said(states(workspace)), good=good)


def wrong_password(bed: Bed, minutes: int) -> None:
    from askwell.outreach.queries.mail.mailboxes import mailbox_alerts

    workspace = fresh(bed, True)
    fill(bed, workspace, 3)
    bed.tell(password="another")  # of nobody
    before = bed.logins()
    bed.tell(password="another")
    for _ in range(minutes):
        run(bed, workspace, timedelta(minutes=1))
        bed.tell(password="another")
    logins, alerts = bed.logins() - before, len(mailbox_alerts(workspace, bed.now()))
    waiting = states(workspace)["waiting"]
    good = logins <= 3 and (alerts, waiting) == (1, 3)
    measured = f"{logins} logins, {alerts} alert, {waiting} waiting"
    bed.table.row(f"wrong password, {minutes} minutes", "<= 3 logins an hour, 1 alert", measured, good=good)


def hanging(bed: Bed) -> None:
    from django.test import Client
    from django.urls import reverse

    from askwell.accounts.models import User

    workspace = fresh(bed, True)
    fill(bed, workspace, 1)
    client = Client()
    owner = User.objects.get(workspace=workspace)
    client.force_login(owner, backend="askwell.accounts.web.backends.WorkspaceBackend")

    def page() -> float:
        """Milliseconds. The least of many is compared: a lock shows in it, other programs' work does not."""
        began = time.perf_counter()
        assert client.get(reverse("outreach:outbox"), headers={"host": "localhost"}).status_code == 200
        return (time.perf_counter() - began) * 1000

    before = min(page() for _ in range(40))
    bed.tell(script={"RCPT": ["hang"]})
    process = worker(bed, workspace)
    time.sleep(1)
    during = min(page() for _ in range(40))
    hung = process.is_alive()
    process.kill()
    process.join()
    good = hung and during < before * 1.5 + 5
    bed.table.row("a server that hangs: a page meanwhile", "no slower", f"{before:.1f} ms, {during:.1f} ms", good=good)


def cancelled(bed: Bed, count: int) -> None:
    """The seeker calls each back at some moment around its leaving."""
    from askwell.outreach.actions.mail.outbox import cancel_dispatch
    from askwell.outreach.choices import FindingCode
    from askwell.outreach.models import Dispatch
    from askwell.outreach.rules.mail.sending import NotNowError
    from tests.factories.outbox import make_reader, queue

    workspace = fresh(bed, True)
    readers = [make_reader(workspace) for _ in range(count)]
    at_it = worker(bed, workspace, turns=0)
    confirmed, ids = [], []
    for reader in readers:
        dispatch = queue(reader, bed.now() - timedelta(minutes=1), despite=[FindingCode.BURST_ALL])
        ids.append(dispatch.mail_id)
        time.sleep(random.uniform(0, 0.25))
        with suppress(NotNowError):
            cancel_dispatch(workspace=workspace, dispatch_id=dispatch.pk)
            confirmed.append(dispatch.mail_id)
    time.sleep(1)
    at_it.kill()
    at_it.join()
    for _ in range(2):
        run(bed, workspace, LEASE)
    taken = Counter(bed.taken())
    wrong = sum(taken[mail_id] for mail_id in confirmed)
    missing = sum(taken[mail_id] != 1 for mail_id in ids if mail_id not in set(confirmed))
    good = (wrong, missing) == (0, 0) and not Dispatch.objects.of(workspace).filter(state="unsure").exists()
    measured = f"{len(confirmed)} confirmed, {wrong} of them sent; {missing} others not sent once"
    bed.table.row(f"cancel racing send, {count} times", "0 sent after a confirmed cancel", measured, good=good)


def answered(bed: Bed, count: int) -> None:
    """So many follow-ups are due; half a moment before, every other one is answered."""
    from django.db import transaction

    from askwell.outreach.choices import FindingCode, MessageKind
    from askwell.outreach.models import Dispatch, Message
    from tests.factories.mails import mail
    from tests.factories.outbox import make_reader, queue, text_for
    from tests.factories.outreach import send

    workspace, ids, held = fresh(bed, True), [], []
    for number in range(2 * count):
        reader = make_reader(workspace)
        with transaction.atomic():
            first = send(reader, bed.now() - timedelta(days=9))
        Message.objects.of(workspace).filter(pk=first.pk).update(mail_id=f"{first.pk}.askwell@seeker.example")
        text = text_for(reader, kind=MessageKind.NUDGE)
        dispatch = queue(reader, bed.now() - timedelta(minutes=1), text, despite=[FindingCode.BURST_ALL])
        if number % 2:
            ids.append(dispatch.mail_id)
            continue
        held.append(dispatch.mail_id)
        bed.tell(arrives=mail("Yes, gladly.", sender=dispatch.to, mail_id=f"answer-{first.pk}@harbour.example",
                              answers=f"{first.pk}.askwell@seeker.example", at=bed.now()))  # fmt: skip
    run(bed, workspace)
    taken = Counter(bed.taken())
    wrong, others = sum(taken[mail_id] for mail_id in held), sum(taken[mail_id] for mail_id in ids)
    kept = Dispatch.objects.of(workspace).filter(state="failed", trouble="heard_meanwhile").count()
    measured = f"{wrong} sent, {kept} held; {others} of the {count} others sent"
    test = f"a reply just before a due follow-up, {count} of {2 * count}"
    bed.table.row(test, "0 sent, all held; the others sent", measured, good=(wrong, kept, others) == (0, count, count))


def clocks(bed: Bed, talks: int, step: timedelta) -> None:
    """The sweep looks every `step` while clocks change in Toronto, and while the server's own clock is off by an hour
    now and then, either fast or slow; talks lie around the change."""
    from django.db import transaction

    from askwell.accounts.models import User
    from askwell.interviews.actions.reminding import remind_due
    from askwell.interviews.models import Interview, Reminder
    from askwell.outreach.models import Dispatch
    from tests.factories.interviews import make_agreed

    wrong = []
    for change in (datetime(2026, 11, 1, 6, tzinfo=UTC), datetime(2027, 3, 14, 7, tzinfo=UTC)):
        for off in (timedelta(0), timedelta(hours=1), timedelta(hours=-1)):
            workspace = fresh(bed, True)
            User.objects.filter(workspace=workspace).update(time_zone="America/Toronto")
            begin = change - timedelta(days=5)
            with transaction.atomic():
                for number in range(talks):
                    make_agreed(workspace, begin, given=f"Daniel{number}", in_days=4 + random.uniform(0, 2.5))
            now, is_off = begin + timedelta(days=1, hours=20), False  # before that, nothing is near
            while now < begin + timedelta(days=7):
                remind_due(now=now + off * is_off)
                now += step
                is_off ^= random.random() < step / timedelta(hours=2)
            kinds = Counter(Reminder.objects.of(workspace).values_list("interview", "kind"))
            mails = Dispatch.objects.of(workspace).filter(purpose="reminder").count()
            Interview.objects.of(workspace).update(starts_at=None)  # the next walk begins before it
            wrong.append(abs(len(kinds) - 2 * talks) + abs(mails - 2 * talks))
    measured = f"{sum(wrong)} missed or doubled of {2 * talks * len(wrong)}"
    bed.table.row("clock change, server clock off by an hour", "0 missed or doubled", measured, good=not sum(wrong))


def all_of(bed: Bed, chosen: argparse.Namespace) -> None:
    mails, kills = (30, 8) if chosen.quick else (chosen.mails, chosen.kills)
    few = 10 if chosen.quick else 300
    killed(bed, mails, kills, saves_sent=True)
    killed(bed, few, max(kills // 4, 4), saves_sent=None)
    two_workers(bed, few)
    for keeps in (True, False):
        for saves_sent in (True, None):
            dropped(bed, 3 if chosen.quick else 20, keeps=keeps, saves_sent=saves_sent)
    greylisted(bed, (0, 1, 20, 29, 30, 31, 60) if chosen.quick else range(62))
    hour = timedelta(minutes=31)
    refused(bed, "421 in mid-session", {"RCPT": ["421 4.3.2 closing"]}, {"sent": 3}, hour)
    refused(bed, "550", {"RCPT": ["550 5.1.1 No such user"]}, {"sent": 2, "failed": 1}, hour)
    refused(bed, "552", {"DATA": ["552 5.3.4 Too big"]}, {"sent": 2, "failed": 1}, hour)
    wrong_password(bed, 5 if chosen.quick else 60)
    hanging(bed)
    cancelled(bed, 20 if chosen.quick else 500)
    answered(bed, 3 if chosen.quick else 20)
    clocks(bed, 1 if chosen.quick else 6, timedelta(minutes=20 if chosen.quick else 5))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mails", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server of its own")
    chosen = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    random.seed(chosen.seed)
    if not chosen.postgresql:
        return measured(chosen)
    from tests.postgresql import server

    with server() as address:
        os.environ["ASKWELL_DATABASE"] = address
        return measured(chosen)


def measured(chosen: argparse.Namespace) -> int:
    with bed() as found:
        set_up(found.folder)
        all_of(found, chosen)
    print(f"{found.table.wrong} not as expected")
    return 1 if found.table.wrong else 0


def set_up(folder: Path) -> None:
    os.environ["ASKWELL_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "askwell.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from askwell.lib.days import is_business_day
    from askwell.outreach import tasks

    assert tasks.POST  # what a worker has loaded when it begins, so that a kill meets its work
    is_business_day(date(2026, 1, 2), region="CA-BC")


if __name__ == "__main__":
    sys.exit(main())
