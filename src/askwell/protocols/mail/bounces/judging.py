"""From a server's words and codes to a kind. Words come before codes: codes are often wrong, or 5.0.0."""

import re
from dataclasses import dataclass

from askwell.protocols.mail.bounces.kinds import Kind
from askwell.protocols.mail.bounces.words import said

_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?<![\d.\-:])([245]\d\d)(?=[ \-:]|$)(?!-\d\d)")
_NOT_AT_RECIPIENT = re.compile(
    r"(?:end of|after|in reply to(?: end of)?|our final) data\b|after i sent the message|text command"
    r"|smtp command\s+data\b|(?:after|in reply to) (?:mail from|ehlo|helo|initial connection)"
    r"|\[mail_from\]|(?:sender|my name) was rejected",
    re.IGNORECASE,
)
_ANSWER = re.compile(r">>> (?:data|\.|mail from|ehlo|helo)[^\n]*\n\s*<<< [45]([^\n]*)", re.IGNORECASE)
"""In a transcript: what was answered to anything else than the recipient."""
_LINK = re.compile(r"https?://([\w.-]+)[^\s>]*")
_ADDRESS = re.compile(r"<[^<>\s]*@[^<>\s]*>|[\w.!#$%&*+/=?^`{|}~'-]+@[\w.-]+", re.ASCII)
_GONE = {"1.1", "1.2", "1.3", "1.6", "1.10", "4.4", "1.0", "1.4"}
_ADDRESSES = {"1.1", "1.2", "1.6", "1.10"}
_SENDERS = {"1.7", "1.8"}
_FULL = {"2.2"}
_LETTER = {"2.3", "3.4", "3.3"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """`sure` when words or a telling code said it; else it is what a refusal without reasons is taken for."""

    kind: Kind
    words: str
    sure: bool


def judged(diagnosis: str, status: str, notice: str = "") -> Verdict:
    """What became of one recipient: the server's words, then its codes, then the words of the notice around it."""
    codes = [*statuses(diagnosis), *([status] if status else [])]
    around = f"{diagnosis}\n{notice}"
    if any(code[2:] in _SENDERS for code in codes):
        return Verdict(Kind.BLOCKED, (diagnosis or status).strip(), sure=True)
    if found := said(_bare(diagnosis)):
        return Verdict(_in_its_place(*found, codes, around), found[1], sure=True)
    if by_code := next((kind for kind in map(_of_status, codes) if kind), None):
        return Verdict(_in_its_place(by_code, "", codes, around), (diagnosis or status).strip(), sure=True)
    if found := said(_bare(notice)):
        return Verdict(_in_its_place(*found, [*codes, *statuses(notice)], notice), found[1], sure=True)
    reply = _REPLY.search(diagnosis)
    first = (codes[0] if codes else "") or (reply[1] if reply else "")
    kind = Kind.TEMPORARY if first.startswith("4") else Kind.BLOCKED
    return Verdict(kind, (diagnosis or notice or status).strip()[:200], sure=False)


def statuses(text: str) -> list[str]:
    """The enhanced status codes (RFC 3463) in a text, each once."""
    return list(dict.fromkeys(".".join(found.groups()) for found in _STATUS.finditer(text[:5000])))


def best_status(diagnosis: str, status: str) -> str:
    """The code that says most: one of the words', if the report's own only says "failed"."""
    codes = [code for code in statuses(diagnosis) if not code.startswith("2")]
    telling = [code for code in (*codes, status) if code and not code.endswith(".0.0")]
    return next(iter([*telling, status, *codes]), "")


def _in_its_place(kind: Kind, words: str, codes: list[str], text: str) -> Kind:
    """Unknown is the recipient only where the recipient was named.

    A server that refuses at the greeting or the sender speaks of these; one that took the address and then says
    "unknown" of the letter has refused the letter, unless its code says that the address is bad.
    """
    if kind is not Kind.PERMANENT or any(code[2:] in _ADDRESSES for code in codes):
        return kind
    text = text[:6000]
    elsewhere = bool(words) and any(words.lower() in answer.lower() for answer in _ANSWER.findall(text))
    return Kind.BLOCKED if elsewhere or _NOT_AT_RECIPIENT.search(text) else kind


def _of_status(status: str) -> Kind | None:
    if not status or status.startswith("2"):
        return None
    rest = status[2:]
    if rest in _FULL:
        return Kind.MAILBOX_FULL
    if status.startswith("4"):
        return Kind.TEMPORARY if rest != "0.0" else None
    if rest in _GONE:
        return Kind.PERMANENT
    if rest in _LETTER or rest[:2] in ("6.", "7."):
        return Kind.BLOCKED
    return Kind.TEMPORARY if rest[:2] in ("3.", "4.") and not rest.endswith(".0") else None


def _bare(text: str) -> str:
    """Without addresses and the paths of links: their letters are not the server's words."""
    return _ADDRESS.sub("@", _LINK.sub(r"\1", text[:6000]))
