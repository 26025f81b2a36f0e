"""A message's bytes as a letter: who, when, in answer to what, the text a reader reads, what hangs on it.

Nothing of a message is trusted: its size, depth, number of parts, headers and addresses are bounded, whatever bytes
come end in a `Letter` or an `UnreadableLetter`, and no address that it names is ever asked for anything.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from askwell.lib.text import clean
from askwell.protocols.mail.letters.automatic import Why, why_automatic, why_never_answer
from askwell.protocols.mail.letters.bodies import is_shown, readable_text
from askwell.protocols.mail.letters.headers import Address, ids, moment
from askwell.protocols.mail.letters.parts import Part, opened

LARGEST = 64 * 1024 * 1024
LARGEST_CALENDAR = 1_000_000
MOST_ATTACHMENTS = 200
MOST_REFERENCES = 200
_CALENDARS = ("text/calendar", "application/ics")


class UnreadableLetter(Exception):
    """These bytes are no message; the argument is `empty`, `too_large` or `no_headers`."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that hangs on a letter; its content is not kept. `size` in bytes, nearly."""

    name: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as its reader reads it.

    `date` is in UTC, None when the message has none. Ids stand without brackets. `text` has lines ending in "\\n", what
    HTML quotes begins with "> ". `automatic` says what shows that a program wrote it (`Why.NOT`: nothing does).
    `hops` counts the servers that it says it came through. `return_path` is None when it is not known.
    """

    sender: Address | None
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    reply_to: tuple[Address, ...]
    subject: str
    date: datetime | None
    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    text: str
    automatic: Why
    return_path: str | None
    hops: int
    calendar: bytes | None
    attachments: tuple[Attachment, ...]


def read_letter(data: bytes) -> Letter:
    """The letter in a message's bytes, as a mailbox gives them. Raises `UnreadableLetter`, and nothing else."""
    if not data.strip():
        raise UnreadableLetter("empty")
    if len(data) > LARGEST:
        raise UnreadableLetter("too_large")
    whole = opened(data)
    if not whole.headers.fields:
        raise UnreadableLetter("no_headers")
    return letter_of(whole)


def letter_of(whole: Part) -> Letter:
    """The letter in a message that was already taken apart."""
    headers = whole.headers
    sender = next(iter(headers.addresses("from") or headers.addresses("sender")), None)
    subject = headers.text("subject")[:1000]
    parts = list(whole.walk())
    return Letter(
        sender=sender,
        to=headers.addresses("to"),
        cc=headers.addresses("cc"),
        reply_to=headers.addresses("reply-to"),
        subject=subject,
        date=moment(headers.first("date")),
        message_id=next(iter(ids(headers.first("message-id"))), ""),
        in_reply_to=ids(headers.first("in-reply-to"))[:MOST_REFERENCES],
        references=ids(headers.first("references"))[-MOST_REFERENCES:],
        text=readable_text(whole),
        automatic=why_automatic(headers, subject, sender),
        return_path=headers.first("return-path").strip("<> ") if headers.has("return-path") else None,
        hops=len(headers.all("received")),
        calendar=_calendar(parts),
        attachments=tuple(_attachment(part) for part in parts if _is_attached(part))[:MOST_ATTACHMENTS],
    )


def never_answer(letter: Letter, own: Collection[str] = ()) -> Why:
    """Why a program must not answer this letter by itself; `Why.NOT` when it may.

    `own` are the addresses that we send from. Whoever answers anyway marks the answer as "Auto-Submitted:
    auto-replied", sends it to the envelope's sender, and no more than once a week to anybody (RFC 3834).
    """
    return why_never_answer(letter.automatic, letter.sender, letter.reply_to, letter.hops, own)


def _calendar(parts: list[Part]) -> bytes | None:
    found = next((part for part in parts if _is_calendar(part)), None)
    return found.body(LARGEST_CALENDAR) if found else None


def _is_calendar(part: Part) -> bool:
    return part.kind in _CALENDARS or (part.kind == "application/octet-stream" and part.name.lower().endswith(".ics"))


def _is_attached(part: Part) -> bool:
    return not part.kind.startswith("multipart/") and not is_shown(part)


def _attachment(part: Part) -> Attachment:
    return Attachment(clean(part.name, limit=255), part.kind[:100], part.size)
