"""Mails as bytes, as other programs write them."""

from datetime import UTC, datetime
from email.utils import format_datetime

WRITTEN = datetime(2026, 11, 20, 17, tzinfo=UTC)


def mail(
    text: str = "Yes, happy to. Tuesday at 10:00 works.",
    *,
    sender: str = "Daniel Wong <daniel@harbourline.example>",
    to: str = "Mei Tan <mei@seeker.example>",
    subject: str = "Re: Fifteen minutes about planning?",
    mail_id: str = "answer-1@harbourline.example",
    answers: str = "",
    at: datetime = WRITTEN,
    kind: str = "text/plain; charset=utf-8",
    headers: str = "",
) -> bytes:
    """A mail; `headers` are further lines, each ended by CRLF; `answers` an id without brackets."""
    replied = f"In-Reply-To: <{answers}>\r\nReferences: <{answers}>\r\n" if answers else ""
    known = f"Message-ID: <{mail_id}>\r\n" if mail_id else ""
    head = (
        f"From: {sender}\r\nTo: {to}\r\nSubject: {subject}\r\nDate: {format_datetime(at)}\r\n{known}{replied}{headers}"
        f"MIME-Version: 1.0\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return (head + text.replace("\n", "\r\n") + "\r\n").encode()


def bounce(
    original: str = "",
    *,
    recipient: str = "daniel@harbourline.example",
    status: str = "5.1.1",
    why: str = "550 5.1.1 user unknown",
    action: str = "failed",
    mail_id: str = "bounce-1@mx.example",
) -> bytes:
    """What a mail server says of a letter with the id `original` that did not arrive."""
    lines = f"""From: Mail Delivery System <MAILER-DAEMON@mx.example>
To: mei@seeker.example
Subject: Undelivered Mail Returned to Sender
Date: {format_datetime(WRITTEN)}
Message-ID: <{mail_id}>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Your message to <{recipient}> could not be delivered: {why}
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {why}
--b
Content-Type: message/rfc822

From: mei@seeker.example
To: {recipient}
Message-ID: <{original}>
Subject: Fifteen minutes about planning?

Dear Daniel
--b--
"""
    return lines.replace("\n", "\r\n").encode()


def heading(data: bytes) -> bytes:
    """The header lines of a mail, as a server gives them."""
    return data.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
