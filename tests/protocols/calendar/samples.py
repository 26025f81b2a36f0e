"""Calendars and mails for the tests, put together from lines."""

from collections.abc import Iterable

HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN")

PACIFIC = (
    "BEGIN:VTIMEZONE",
    "TZID:Our Own Time",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:-0800",
    "TZOFFSETTO:-0700",
    "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:-0700",
    "TZOFFSETTO:-0800",
    "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def event(*lines: str, uid: str = "m1@example.org") -> tuple[str, ...]:
    """A VEVENT; lines given replace the usual ones of the same name."""
    usual = {
        "UID": f"UID:{uid}",
        "DTSTAMP": "DTSTAMP:20261118T080000Z",
        "DTSTART": "DTSTART:20270415T170000Z",
        "DTEND": "DTEND:20270415T173000Z",
        "SUMMARY": "SUMMARY:Talk",
    }
    for line in lines:
        usual.pop(line.split(":")[0].split(";")[0], None)
    return ("BEGIN:VEVENT", *usual.values(), *lines, "END:VEVENT")


def calendar(*parts: str | Iterable[str], method: str = "") -> bytes:
    lines = [*HEAD, *([f"METHOD:{method}"] if method else [])]
    for part in parts:
        lines += [part] if isinstance(part, str) else part
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def mail(data: bytes, *, subject: str = "Talk", sender: str = "min@example.org", kind: str = "text/calendar") -> bytes:
    """A mail whose only part is a calendar."""
    head = f"From: Min Zhou <{sender}>\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n"
    return f"{head}Content-Transfer-Encoding: 8bit\r\n\r\n".encode() + data


def mixed(*parts: tuple[str, bytes], subject: str = "Talk", sender: str = "min@example.org") -> bytes:
    """A mail of several parts, each of its headers after `Content-Type: ` and a body."""
    head = f"From: {sender}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n"
    body = b"".join(b"--b\r\nContent-Type: " + kind.encode() + b"\r\n\r\n" + data + b"\r\n" for kind, data in parts)
    return head.encode() + b"\r\n" + body + b"--b--\r\n"
