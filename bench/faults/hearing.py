"""What goes wrong while mail is heard, done on purpose to a real Dovecot: a table of test, expected, measured.

    python bench/faults/hearing.py [--mails 5000] [--every 1]

`--every` cuts the connection after each so many kilobytes. The tests run the same in a short form, in
`tests/outreach/mail/test_hearing_faults.py`. Memory is the highest of the process that fetched, and only of
that one.
"""

import argparse
import json
import os
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

Row = tuple[str, str, str]
ONE_IN = 50
MEGABYTE = 1_000_000


def renumbered(post: Any, mails: int) -> Row:
    """Every mail of a folder gets another number, while new ones arrive."""
    from askwell.outreach.models import Letter

    for number in range(mails):
        post.put(numbered(number))
    first = post.fetch()
    time.sleep(1.1)  # the numbers' name is the second in which they are given
    post.server.renumber(post.login)
    post.put(numbered(mails * ONE_IN))
    second = post.fetch()
    kept = Letter.objects.of(post.workspace).count()
    wanted = -(-mails // ONE_IN) + 1
    return (
        f"UIDVALIDITY changes over {mails} mails",
        f"{wanted} letters, none twice",
        f"{kept} letters; looked at {first.looked} and {second.looked}, kept {len(second.letters)} anew",
    )


def cut(post: Any, mails: int, every: int) -> Row:
    """The connection is lost after each so many kilobytes that the server said."""
    from askwell.outreach.models import Letter, Mailbox

    for number in range(mails):
        post.put(numbered(number * ONE_IN))
    port, kilobytes, lost = post.mailbox.imap_port, 0, 0
    while True:
        kilobytes += every
        with proxy(port, kilobytes * 1024) as between:
            Mailbox.objects.of(post.workspace).update(imap_port=between)
            if post.fetch().trouble is None:
                break
            lost += 1
    Mailbox.objects.of(post.workspace).update(imap_port=port)
    again = post.fetch()
    kept = Letter.objects.of(post.workspace).count()
    return (
        f"connection lost {lost} times, {every} KB later each time",
        f"{mails} letters, none twice",
        f"{kept} letters; {len(again.letters)} more when nothing was cut",
    )


def in_two_folders(post: Any) -> Row:
    from askwell.outreach.models import Letter

    for folder in ("INBOX", "Junk"):
        post.put(numbered(0), folder)
    post.fetch()
    return "the same mail in two folders", "1 letter", f"{Letter.objects.of(post.workspace).count()} letter"


def loop(post: Any, rounds: int) -> Row:
    """An out-of-office program that answers again and again."""
    from askwell.outreach.models import Dispatch, Letter, Message

    for number in range(rounds):
        post.put(numbered(number * ONE_IN, "I am out of the office until December 3, 2026.", is_automatic=True))
        post.fetch()
    out = Dispatch.objects.of(post.workspace).count()
    notes = Message.objects.of(post.workspace).filter(kind="out_of_office").count()
    kept = Letter.objects.of(post.workspace).count()
    return (
        f"auto-reply loop of {rounds} rounds",
        "not one answer from us, noted once",
        f"{out} mails from us, noted {notes} times, {kept} letters kept",
    )


def monstrous(post: Any, size: int, depth: int) -> Row:
    """A mail of many bytes and one of many levels, then one that matters."""
    from askwell.outreach.models import Letter

    post.put(numbered(0).replace(b"text/plain", b"application/octet-stream") + b"x" * 76 * (size // 76))
    levels = b"".join(
        b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (n, n + 1) for n in range(depth)
    )
    post.put(numbered(ONE_IN).replace(b"text/plain; charset=utf-8", b"multipart/mixed; boundary=b0") + levels)
    post.put(numbered(2 * ONE_IN, "Yes, gladly."))
    began = time.perf_counter()
    post.fetch()
    seconds = time.perf_counter() - began
    heard = Letter.objects.of(post.workspace).filter(text="Yes, gladly.").count()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"a mail of {size // MEGABYTE} MB, one {depth} levels deep",
        "the next one is heard; 256 MB, 10 s",
        f"{heard} heard; {peak:.0f} MB, {seconds:.1f} s",
    )


def numbered(number: int, text: str = "Hello again.", *, is_automatic: bool = False) -> bytes:
    """A mail of somebody in a conversation, if the number is a multiple of ONE_IN, and else of nobody's."""
    from tests.factories.mails import mail
    from tests.outreach.actions.mail.conftest import ADDRESS, FIRST

    known = number % ONE_IN == 0
    return mail(
        text,
        sender=ADDRESS if known else f"news{number}@shop.example",
        mail_id=f"m{number}@firm.example",
        answers=FIRST if known else "",
        headers="Auto-Submitted: auto-replied\r\n" if is_automatic else "",
    )


@contextmanager
def proxy(port: int, most: int) -> Iterator[int]:
    """A port that leads to another one, and is dead after so many bytes from there."""
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_serve, args=(listener, port, most), daemon=True).start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        listener.close()


def _serve(listener: socket.socket, port: int, most: int) -> None:
    with suppress(OSError):
        client, _ = listener.accept()
        with client, socket.create_connection(("127.0.0.1", port)) as server:
            threading.Thread(target=_pass_on, args=(client, server, 1 << 40), daemon=True).start()
            _pass_on(server, client, most)
            for end in (client, server):
                end.shutdown(socket.SHUT_RDWR)


def _pass_on(source: socket.socket, target: socket.socket, left: int) -> None:
    with suppress(OSError):
        while left and (data := source.recv(min(left, 65536))):
            target.sendall(data)
            left -= len(data)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mails", type=int, default=5_000)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--ports", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    cases: list[Callable[[Any], Row]] = [
        lambda post: renumbered(post, chosen.mails),
        lambda post: cut(post, 30, chosen.every),
        in_two_folders,
        lambda post: monstrous(post, 50 * MEGABYTE, 1_000),
        lambda post: loop(post, 100),
    ]
    if chosen.only is not None:
        print(json.dumps(cases[chosen.only](ready(json.loads(chosen.ports)))))
        return 0
    from tests.servers.dovecot import dovecot

    print("| Test | Expected | Measured |\n|---|---|---|")
    with dovecot() as server, tempfile.TemporaryDirectory() as folder:
        for number in range(len(cases)):
            ports = json.dumps([str(server.base), server.tls_port, f"mei-{number}@seeker.example"])
            known = {"SSL_CERT_FILE": str(server.certificate.file), "ASKWELL_DATA": f"{folder}/{number}"}
            command = [sys.executable, __file__, "--only", str(number), "--ports", ports, "--mails", str(chosen.mails)]
            done = subprocess.run(
                [*command, "--every", str(chosen.every)], env={**os.environ, **known}, capture_output=True, text=True,
                check=False,
            )  # fmt: skip
            row = json.loads(done.stdout.splitlines()[-1]) if not done.returncode else ["", "", done.stderr[-2000:]]
            print("| " + " | ".join(row) + " |", flush=True)
    return 0


def ready(ports: list[Any]) -> Any:
    """A fresh database with a mailbox, and somebody who was written to."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "askwell.config.settings"
    import django

    django.setup()
    from datetime import UTC, datetime, timedelta

    from django.core.management import call_command

    from askwell.accounts.actions import ensure_local_owner
    from tests.outreach.actions.mail.conftest import Post, make_mailbox, make_thread
    from tests.servers.dovecot import Dovecot

    call_command("migrate", verbosity=0)
    workspace = ensure_local_owner().workspace
    assert workspace
    base, port, login = ports
    server = Dovecot(Path(base), 0, port, None)  # type: ignore[arg-type] # it runs in the process above
    now = datetime.now(UTC)
    make_thread(workspace)
    return Post(server, login, workspace, make_mailbox(workspace, server, login, now), now + timedelta(minutes=1))


if __name__ == "__main__":
    sys.exit(main())
