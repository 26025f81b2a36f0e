"""A mail's headings, as the rules read them: fetched first, so that what is nobody's is never read whole."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from askwell.lib.text import clean, fold
from askwell.protocols.mail.bounces import may_be_bounce
from askwell.protocols.mail.bounces.notices import announces
from askwell.protocols.mail.letters.headers import Address, Headers, ids, read_headers, words

LONGEST_ID = 255
LONGEST_ADDRESS = 320
MOST_ANSWERED = 24
"""Ids that a mail may say it answers: what it answers, the end and the beginning of its references."""
_PREFIXES = re.compile(
    r"\s*(?:(?:re|fwd?|fw|aw|wg|sv|antw|tr|rép|rep|ref|回复|回覆|答复|答覆|转发|轉寄|回信)\s*(?:\[\d{1,3}\])?\s*[:：]\s*)+",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rb"<([^<>\s]{1,990})>")
_BOUNDS = re.compile(rb"[\s<>(),;:\"\[\]]+")
_FROM = re.compile(rb"^from:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_EMPTY_PATH = re.compile(rb"^return-path:[ \t]*<?[ \t]*>?[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_REPORTS = (b"multipart/report", b"x-failed-recipients")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Who wrote to whom, in answer to what.

    Addresses in lower case. `answers`: ids of the mails it says it answers, the nearest first. `subject` without
    "Re:", folded for comparing. `key` tells the mail from every other, in whatever folder it lies. `is_report`: it
    may say that something did not arrive. `is_bulk`: it went to many. `first_id`: the id that it was sent
    with, where the server gave it another.
    """

    key: str
    mail_id: str
    answers: tuple[str, ...]
    sender: str
    receivers: tuple[str, ...]
    subject: str
    is_report: bool
    is_bulk: bool
    first_id: str = ""


def could_concern(data: bytes, signs: frozenset[str]) -> bool:
    """Whether a heading bears one of these ids or addresses (in lower case), or may be a bounce. A quick look, which
    spares most mails in a mailbox being read: what it lets through is read properly, and mostly nobody's as well."""
    small = data.lower()
    if not small.isascii():
        return True
    if any(sign.decode("ascii") in signs for sign in _signs(small)):
        return True
    return any(report in small for report in _REPORTS) or bool(_EMPTY_PATH.search(data)) or _is_mail_system(data)


def _signs(small: bytes) -> Iterator[bytes]:
    """What may be an id or an address: between angle brackets, or a word with an @; each byte is looked at twice."""
    yield from _BRACKETED.findall(small)
    yield from (word for word in _BOUNDS.split(small) if b"@" in word)


def _is_mail_system(data: bytes) -> bool:
    found = _FROM.search(data)
    line = found[0][len("from:") :].decode("ascii").strip(" \t<") if found else ""
    return announces(words(line) if "=?" in line else line, "", is_returned=False)


def read_heading(data: bytes) -> Heading:
    """The heading in a block of header lines. Never raises: what cannot be read is empty."""
    headers = read_headers(data)
    mail_id = next(iter(_ids(headers, "message-id")), "")
    sender = next(iter(headers.addresses("from") or headers.addresses("sender")), None)
    written_by = _plain(sender) if sender else ""
    return Heading(
        key=_key(mail_id, written_by, headers),
        mail_id=mail_id,
        answers=_answers(headers),
        sender=written_by,
        receivers=tuple(dict.fromkeys(_plain(each) for name in ("to", "cc") for each in headers.addresses(name))),
        subject=plain_subject(headers.text("subject")),
        is_report=may_be_bounce(headers),
        is_bulk=_went_to_many(headers),
        first_id=next(iter(_ids(headers, "x-microsoft-original-message-id")), ""),
    )


def plain_subject(subject: str) -> str:
    """A subject as it is compared: without what mail programs put before an answer."""
    return fold(_PREFIXES.sub("", clean(subject, limit=300), count=1))


def _key(mail_id: str, sender: str, headers: Headers) -> str:
    """Of its Message-ID and who sent it, so that nobody can hide another's mail behind an id; else of what it has."""
    said = mail_id or "\n".join(headers.first(name) for name in ("date", "subject", "to", "in-reply-to", "references"))
    return hashlib.sha256(f"{sender}\0{said}".encode("utf-8", "replace")).hexdigest()


def _answers(headers: Headers) -> tuple[str, ...]:
    answered = _ids(headers, "in-reply-to")[:2]
    references = _ids(headers, "references")[::-1]
    return tuple(dict.fromkeys([*answered, *references[: MOST_ANSWERED - 4], *references[-2:]]))


def _ids(headers: Headers, name: str) -> list[str]:
    """Ids as they are stored and compared: bytes that are no text are left out, no database takes them."""
    return [clean(each, limit=LONGEST_ID) for each in ids(headers.first(name))]


def _plain(address: Address) -> str:
    return clean(address.email, limit=LONGEST_ADDRESS).lower()


def _went_to_many(headers: Headers) -> bool:
    precedence = headers.first("precedence").strip().lower()
    return precedence in ("bulk", "list", "junk") or headers.has("list-id") or headers.has("list-unsubscribe")
