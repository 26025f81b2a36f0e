"""How much memory and time hostile letters cost: `letters.py`. Each is read in a process of its own.

Prints for each letter its size, the processor time and the highest resident memory of the process that read it
(made in another process, so that making it does not count); with --peers also
what the standard library makes of the same bytes in the same run, given ten times the allowed time.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

MEGABYTE = 1_000_000
ALLOWED_SECONDS = 10
ALLOWED_MEGABYTES = 256
HEAD = b"From: a@post.example\nTo: b@post.example\nSubject: x\nMIME-Version: 1.0\n"


def deep(levels: int, filling: bytes) -> bytes:
    """Multiparts within multiparts, the text in the innermost."""
    opening = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (level, level) for level in range(levels)
    )
    closing = b"".join(b"\n--b%d--\n" % level for level in reversed(range(levels)))
    return HEAD + opening + b"Content-Type: text/plain\n\n" + filling + closing


def nested_messages(levels: int) -> bytes:
    return HEAD + b"Content-Type: message/rfc822\n\n" * levels + b"text"


def mixed(filling: bytes, kind: bytes = b"application/pdf", coding: bytes = b"base64") -> bytes:
    opening = b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello\n--b\n"
    head = b"Content-Type: " + kind + b"; name=x\nContent-Transfer-Encoding: " + coding + b"\n\n"
    return HEAD + opening + head + filling + b"\n--b--\n"


def body(filling: bytes, kind: bytes = b"text/plain", coding: bytes = b"8bit") -> bytes:
    head = HEAD + b"Content-Type: " + kind + b"; charset=utf-8\nContent-Transfer-Encoding: " + coding + b"\n\n"
    return head + filling


def letters() -> Iterator[tuple[str, bytes]]:
    big = 50 * MEGABYTE
    line = b"QUJD" * 19 + b"\n"
    yield "50 MB attachment", mixed(line * (big // len(line)))
    yield "50 MB of text", body(b"Words and words, line by line.\n" * (big // 31))
    yield "50 MB of text in one line", body(b"x" * big)
    yield "50 MB of text in base64", body(line * (big // len(line)), coding=b"base64")
    yield "50 MB of HTML", body(b"<p>Words <b>and</b> words</p>" * (big // 29), b"text/html")
    yield "50 MB of '<a'", body(b"<a" * (big // 2), b"text/html")
    yield "50 MB of '<div'", body(b"<div style='display:none'>" * (big // 26), b"text/html")
    yield "50 MB of quotes", body(b"<blockquote>" * (big // 12), b"text/html")
    yield "50 MB of '<!--'", body(b"<!--" * (big // 4), b"text/html")
    yield "50 MB with CR only", mixed(line * (big // len(line))).replace(b"\n", b"\r")
    yield "1,000 deep", deep(1000, b"Hello")
    yield "1,000 deep, 50 MB inside", deep(1000, b"Words and words\n" * (big // 16))
    yield "16 deep, 50 MB of near boundaries", deep(16, b"--b9x\n" * (big // 6))
    yield "1,000 messages in messages", nested_messages(1000)
    yield "1,000,000 parts", mixed(b"--b\n\nx\n" * 1_000_000)
    yield "50 MB of headers", HEAD + b"X-Filling: words\n" * (big // 17) + b"\nHello"
    yield "one header of 50 MB", HEAD + b"X-Filling: " + b"x" * big + b"\n\nHello"
    yield "addresses in brackets", b"From: " + b"(" * 200_000 + b"\nTo: " + b"a@b.example, " * 200_000 + b"\n\nHello"
    yield "encoded words", b"From: a@b.example\nSubject: " + b"=?utf-8?B?w?= " * 500_000 + b"\n\nHello"
    yield "parameters", b"From: a@b.example\nContent-Type: text/plain; " + b'a*1="\\' * 500_000 + b"\n\nHello"
    yield "message ids", b"From: a@b.example\nReferences: " + b"<a@b" * 500_000 + b"\n\nHello"
    notice = b"From: MAILER-DAEMON@a.example\nSubject: Undeliverable\n\n"
    yield "50 MB of bounce notice", notice + b"<wei@firm.example>: user unknown\n" * (big // 34)
    report = b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n"
    group = b"Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n\n"
    yield "50 MB of delivery report", HEAD + report + group * (big // len(group))


def read(path: Path, reader: str) -> None:
    """In the child: read once, print the seconds and the megabytes."""
    data = path.read_bytes()
    started = time.process_time()
    outcome = _ours(data) if reader == "ours" else _library(data)
    print(f"{time.process_time() - started:.2f} {_peak():.0f} {outcome}")


def _peak() -> float:
    """Megabytes; of this process's own memory (`getrusage` would tell its parent's too)."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def _ours(data: bytes) -> str:
    from askwell.protocols.mail.bounces import read_bounce
    from askwell.protocols.mail.letters import UnreadableLetter, read_letter

    try:
        letter = read_letter(data)
    except UnreadableLetter as refusal:
        return str(refusal)
    read_bounce(data)
    return f"{len(letter.text)}_characters"


def _library(data: bytes) -> str:
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(data, policy=policy.default)
        return f"{len(message.get_body().get_content())}_characters"  # type: ignore[union-attr]  # may be none: caught
    except Exception as error:  # whatever it is, it is what the library makes of this letter
        return type(error).__name__


def measured(path: Path, reader: str) -> tuple[str, bool]:
    command = [sys.executable, __file__, "--read", str(path), reader]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=ALLOWED_SECONDS * 10, check=False)
    except subprocess.TimeoutExpired:
        return f"more than {ALLOWED_SECONDS * 10} s", False
    if done.returncode:
        return f"killed or failed: {done.stderr.strip().splitlines()[-1:]}", False
    seconds, megabytes, outcome = done.stdout.split()
    good = float(seconds) <= ALLOWED_SECONDS and float(megabytes) <= ALLOWED_MEGABYTES
    return f"{seconds:>6} s {megabytes:>5} MB {outcome}", good


def main() -> int:
    failed = 0
    peers = "--peers" in sys.argv
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "letter"
        for name, data in letters():
            path.write_bytes(data)
            ours, good = measured(path, "ours")
            failed += not good
            print(f"{name:36} {ours:44} {'ok' if good else 'TOO MUCH'}", flush=True)
            if peers:
                print(f"{'':10}the standard library: {measured(path, 'library')[0]}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    if "--read" in sys.argv:
        read(Path(sys.argv[2]), sys.argv[3])
    else:
        sys.exit(main())
