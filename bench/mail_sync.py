"""How fast new mail is heard, against imap-tools on the same Dovecot in the same run.

    python bench/mail_sync.py [5000] [--rounds 3]

`peer` is imap-tools' bulk fetch of all headers, who, to whom, when and the id read as it reads them. `headings` asks
for them as we do and matches them (nothing belongs to anybody). `fetch` is all of `fetch_mail` on a fresh database,
one mail in fifty of somebody in a conversation: read whole, understood and kept. `again` is `fetch_mail` when nothing
is new. Wall seconds, the best of the rounds (Dovecot's own work is in them), after one look that builds Dovecot's
indexes; each is a process of its own, the peak of whose memory is told.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOGIN = "mei@seeker.example"
ONE_IN = 50
PEOPLE = 100
BODY = "Bonjour, thank you for your note about the warehouse project; see the figures below.\n" * 40


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mails", nargs="?", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", choices=tuple(WORK), help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    if chosen.work:
        print(json.dumps(WORK[chosen.work](chosen.port)))
        return 0
    from tests.servers.dovecot import dovecot

    with dovecot() as server, tempfile.TemporaryDirectory() as folder:
        fill(server, chosen.mails)
        known = {"SSL_CERT_FILE": str(server.certificate.file)}
        run("peer", server.tls_port, folder, known)  # builds the server's indexes
        found: dict[str, list[dict[str, float]]] = {name: [] for name in WORK}
        for turn in range(chosen.rounds):
            for name in WORK:
                found[name].append(run(name, server.tls_port, f"{folder}/{turn}", known))
    report({name: min(rows, key=lambda row: row["seconds"]) for name, rows in found.items()})
    return 0


def fill(server: Any, mails: int) -> None:
    place = server.folder(LOGIN)
    for name in ("cur", "new", "tmp"):
        (place / name).mkdir(parents=True, exist_ok=True)
    for number in range(mails):
        sender = (
            f"person{number // ONE_IN % PEOPLE}@firm.example" if number % ONE_IN == 0 else f"news{number}@shop.example"
        )
        received = "".join(
            f"Received: from mx{hop}.firm.example (mx{hop}.firm.example [192.0.2.{hop}])\n"
            f"\tby relay{hop}.post.example with ESMTPS id {number}x{hop}\n"
            f"\tfor <{LOGIN}>; Fri, 20 Nov 2026 17:00:0{hop} +0000\n"
            for hop in range(4)
        )
        head = (
            f"{received}DKIM-Signature: v=1; a=rsa-sha256; d=firm.example; s=k1; h=from:to:subject;\n\tb={'x' * 340}\n"
            f"From: Person {number} <{sender}>\nTo: {LOGIN}\nSubject: Re: planning {number}\n"
            f"Date: Fri, 20 Nov 2026 17:00:00 +0000\nMessage-ID: <m{number}@firm.example>\n"
            f"In-Reply-To: <q{number}@other.example>\nReferences: <p{number}@other.example> <q{number}@other.example>\n"
            "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
        )
        (place / "cur" / f"{1700000000 + number}.M{number}.bench:2,S").write_text(head + BODY)
    server.deliver(LOGIN, b"From: first@shop.example\r\nMessage-ID: <first@shop.example>\r\n\r\nx\r\n")
    os.system(f"chmod -R a+rwX {server.base}/mail")


def run(name: str, port: int, folder: str, known: dict[str, str]) -> dict[str, float]:
    environment = {**os.environ, **known, "ASKWELL_DATA": folder, "DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
    command = [sys.executable, __file__, "--work", name, "--port", str(port)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    return dict(json.loads(done.stdout.splitlines()[-1]))


def timed(work: Callable[[], int]) -> dict[str, float]:
    began, spent = time.perf_counter(), time.process_time()
    count = work()
    seconds, spent = time.perf_counter() - began, time.process_time() - spent
    return {
        "seconds": seconds,
        "cpu": spent,
        "count": count,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def peer(port: int) -> dict[str, float]:
    from imap_tools import MailBox

    from tests.servers.dovecot import PASSWORD

    def work() -> int:
        with MailBox("localhost", port=port).login(LOGIN, PASSWORD) as box:
            return sum(
                1
                for one in box.fetch(mark_seen=False, headers_only=True, bulk=True)
                if (one.subject, one.date, one.from_values, one.to_values, one.headers.get("message-id"))
            )

    return timed(work)


def headings(port: int) -> dict[str, float]:
    workspace, _mailbox = ready(port, with_people=False)
    from askwell.outreach.choices import FolderRole
    from askwell.outreach.queries.mail.knowing import known_of
    from askwell.outreach.rules.mail.headings import could_concern, read_heading
    from askwell.outreach.rules.mail.matching import signs_of, whose
    from askwell.protocols.mail.servers import Credentials, Security, Server, open_imap
    from tests.servers.dovecot import PASSWORD

    def work() -> int:
        with open_imap(Server("localhost", port, Security.TLS), Credentials(login=LOGIN, secret=PASSWORD)) as client:
            client.select("INBOX")
            known = known_of(workspace, own=frozenset({LOGIN}))
            signs = signs_of(known)
            count = 0
            for one in client.headers(1, limit=1_000_000):
                count += 1
                if could_concern(one.data, signs):
                    assert whose(read_heading(one.data), known, role=FolderRole.INBOX, at=one.arrived_at) is None
            return count

    return timed(work)


def fetch(port: int) -> dict[str, float]:
    workspace, mailbox = ready(port, with_people=True)
    from django.utils import timezone

    from askwell.outreach.actions.mail.fetching import fetch_mail

    def work() -> int:
        done = fetch_mail(workspace=workspace, mailbox_id=mailbox.pk, clock=timezone.now)
        assert done.trouble is None
        print(len(done.letters), "kept")
        return done.looked

    return timed(work)


def again(port: int) -> dict[str, float]:
    """On the database that `fetch` of this round left."""
    import django

    django.setup()
    from django.utils import timezone

    from askwell.outreach.actions.mail.fetching import fetch_mail
    from askwell.outreach.models import Mailbox

    mailbox = Mailbox._base_manager.select_related("workspace").get()
    return timed(lambda: fetch_mail(workspace=mailbox.workspace, mailbox_id=mailbox.pk, clock=timezone.now).looked)


def ready(port: int, *, with_people: bool) -> tuple[Any, Any]:
    """A fresh database with the mailbox, and everybody in a conversation."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from askwell.accounts.actions import ensure_local_owner
    from askwell.outreach.actions.mail.secrets import seal
    from askwell.outreach.actions.threads import start_thread
    from askwell.outreach.models import Mailbox, Thread
    from tests.factories.outreach import LONG_AGO, make_someone
    from tests.servers.dovecot import PASSWORD

    call_command("migrate", verbosity=0)
    workspace = ensure_local_owner().workspace
    for number in range(PEOPLE if with_people else 0):
        person = make_someone(workspace, f"Person{number}", email=f"person{number}@firm.example")
        start_thread(workspace=workspace, person_id=person.pk, now=LONG_AGO)
    assert Thread.objects.of(workspace).count() == (PEOPLE if with_people else 0)
    Mailbox._base_manager.all().delete()
    mailbox = Mailbox(
        workspace=workspace, address=LOGIN, login=LOGIN, imap_host="localhost", imap_port=port, smtp_host="localhost",
        created_at=timezone.now(),
    )  # fmt: skip
    mailbox.secret = seal(PASSWORD, mailbox_id=mailbox.pk)
    mailbox.save()
    return workspace, mailbox


def report(best: dict[str, dict[str, float]]) -> None:
    for name, row in best.items():
        print(
            f"{name:9} {row['seconds']:7.3f} s ({row['cpu']:.3f} s CPU without Dovecot)"
            f" {row['count']:7.0f} mails {row['megabytes']:5.0f} MB"
        )
    full = best["fetch"]["seconds"]
    print(f"headings / peer {best['headings']['seconds'] / best['peer']['seconds']:.2f} (limit 0.5)")
    print(f"fetch / peer {full / best['peer']['seconds']:.2f}")
    print(f"again / fetch {best['again']['seconds'] / full:.4f} (limit 0.025)")


WORK: dict[str, Callable[[int], dict[str, float]]] = {
    "peer": peer,
    "headings": headings,
    "fetch": fetch,
    "again": again,
}

if __name__ == "__main__":
    sys.exit(main())
