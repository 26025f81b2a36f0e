"""What a mail server tells of a letter that did not arrive: for whom, why, and which letter it was.

Reports for programs (RFC 3464) are read first; where there is none, the notice for people is understood, of the mail
servers and providers that write them, in several languages. Complaints, receipts, out-of-office letters and reports
of success are no bounces. Anybody can write such a notice: the caller believes only one that names a Message-ID of a
letter that was sent (`Bounce.message_id`).
"""

import re
from dataclasses import dataclass

from askwell.protocols.mail.bounces.judging import best_status, judged
from askwell.protocols.mail.bounces.kinds import Kind
from askwell.protocols.mail.bounces.notices import about, announces, is_notice, keeps_trying, parted, recipients
from askwell.protocols.mail.bounces.reports import Told, is_other_report, told
from askwell.protocols.mail.letters import LARGEST, Letter, letter_of
from askwell.protocols.mail.letters.headers import Headers, ids
from askwell.protocols.mail.letters.parts import Part, message_inside, opened

__all__ = ["Bounce", "Failure", "Kind", "may_be_bounce", "read_bounce"]

LONGEST_WORDS = 500
_SUCCESS = ("delivered", "relayed", "expanded")
_ORIGINALS = ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global", "message/partial")
_MESSAGE_ID = re.compile(r"^[ \t>]*message-id:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)
_TO = re.compile(r"^[ \t>]*to:[^\n]*?([^\s<>\"',;]+@[\w.-]+\.\w+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Failure:
    """One recipient whom the letter did not reach; `words` are what said so, `status` the enhanced code, if any.
    `is_delayed`: not yet; the server keeps trying."""

    address: str
    kind: Kind
    status: str
    words: str
    is_delayed: bool = False


@dataclass(frozen=True, slots=True)
class Bounce:
    """A letter that did not reach some of its recipients. `message_id` is that letter's, empty when not told."""

    failures: tuple[Failure, ...]
    message_id: str


def may_be_bounce(headers: Headers) -> bool:
    """Whether a message with these headers is worth being read as a bounce: no promise that it is one."""
    said = headers.first("content-type").lower()
    if said.startswith("multipart/report") or headers.has("x-failed-recipients"):
        return True
    empty = headers.has("return-path") and headers.first("return-path").strip("<> ") == ""
    return announces(headers.text("from"), headers.text("subject"), is_returned=empty)


def read_bounce(data: bytes) -> Bounce | None:
    """The bounce in a message's bytes; None when the message is something else. Never raises."""
    whole = opened(data[:LARGEST])
    if not whole.headers.fields or is_other_report(whole):
        return None
    letter = letter_of(whole)
    notice, returned = parted(letter.text)
    found = told(whole)
    if found:
        failures = _of_report(found, notice)
    elif is_notice(letter, notice, whole.headers.first("auto-submitted")):
        failures = _of_notice(letter, whole, notice, returned)
    else:
        failures = []
    if not failures:
        return None
    return Bounce(tuple(failures), _original_id(whole, returned))


def _of_report(found: list[Told], notice: str) -> list[Failure]:
    failed = [each for each in found if each.action not in _SUCCESS and not each.status.startswith("2")]
    lines = about(notice, [each.address for each in failed])
    return [_failure(each, lines.get(each.address.lower()) or notice) for each in failed]


def _failure(each: Told, notice: str) -> Failure:
    verdict = judged(each.diagnosis, each.status, notice)
    kind = Kind.TEMPORARY if each.action == "delayed" and verdict.kind is not Kind.MAILBOX_FULL else verdict.kind
    status = best_status(each.diagnosis, each.status)
    delayed = each.action == "delayed" or (not each.action and status.startswith("4") and keeps_trying(notice))
    return Failure(each.address, kind, status, verdict.words[:LONGEST_WORDS], is_delayed=delayed)


def _of_notice(letter: Letter, whole: Part, notice: str, returned: str) -> list[Failure]:
    own = {each.email.lower() for each in letter.to} | {letter.sender.email.lower() if letter.sender else ""}
    named = [each.email for each in whole.headers.addresses("x-failed-recipients")] or recipients(notice, own)
    if not named:
        addressed = _TO.search(returned) or _TO.search(_inside(whole))
        named = [addressed[1]] if addressed else [""]
    lines = about(notice, named)
    return [_failure_told(address, lines[address.lower()], f"{notice}\n{letter.subject}") for address in named]


def _failure_told(address: str, lines: str, notice: str) -> Failure:
    verdict = judged(lines, "", notice)
    status = best_status(lines or notice, "")
    delayed = verdict.kind is not Kind.PERMANENT and keeps_trying(notice)
    return Failure(address, verdict.kind, status, verdict.words[:LONGEST_WORDS], is_delayed=delayed)


def _original_id(whole: Part, returned: str) -> str:
    for text in (_inside(whole), returned):
        if found := _MESSAGE_ID.search(text):
            return ids(found[1])[0]
    return next(iter(ids(whole.headers.first("in-reply-to"))), "")


def _inside(whole: Part) -> str:
    """The headers of the letter that came back, where it hangs on the notice."""
    for part in whole.walk():
        if part.kind in _ORIGINALS:
            fields = message_inside(part).headers.fields
            return "\n".join(f"{name}: {value}" for name, value in fields)
    return ""
