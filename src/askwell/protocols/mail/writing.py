"""A mail as bytes: plain text with a clean HTML twin, and an invitation where there is one.

Nothing that comes in can end a header, begin another, or add a recipient: what is no text loses its control
characters, and an address or an id that is none raises. The same mail gives the same bytes. Headers are folded here
and not by the standard library, which writes an id longer than a line as an encoded word that no program matches.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.errors import HeaderParseError
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from unicodedata import category

import idna

from askwell.lib.text import clean

LARGEST = 500_000  # characters of text, or of calendar
_PARTS = SMTP.clone(cte_type="7bit")
_LINE = 76
_link = re.compile(r"https?://[^\s<>\"“”，。；！？、）】》]+", re.IGNORECASE)
_id = re.compile(r"[!-;=?-~]{1,500}")  # printable ASCII without blanks and angle brackets
_address = re.compile(
    r"(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.A | re.I
)
_LONGEST_ADDRESS, _LONGEST_LABEL = 254, 63
_unsubscribe = re.compile(r"https://[A-Za-z0-9.-]+(?::\d{1,5})?/[\w.~/-]{1,900}", re.A)
_METHODS = ("REQUEST", "CANCEL", "REPLY", "COUNTER")


class NotWritable(ValueError):
    """The argument names what of a mail cannot be written: `sender`, `to`, `mail_id`, `method`, `text`, `date`,
    `letterhead`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What stands below a mail to many: who sends it, their postal address in lines, and after the words `no_more` the
    https address by which its reader gets no more (also as a header, RFC 2369, for one click, RFC 8058)."""

    sender: str
    postal: tuple[str, ...]
    no_more: str
    unsubscribe: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A mail to write. Ids without angle brackets; `text` with lines ending in "\\n", signature included; `at` is
    aware; `calendar` an iCalendar object with its `method`; `by_program`: nobody wrote it, nobody need answer."""

    mail_id: str
    sender: str
    to: str
    subject: str
    text: str
    at: datetime
    sender_name: str = ""
    to_name: str = ""
    language: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    calendar: str = ""
    method: str = ""
    letterhead: Letterhead | None = None
    by_program: bool = False


def write_mail(mail: Outgoing) -> bytes:
    """The whole mail, lines ending in CRLF, seven-bit throughout. Raises NotWritable."""
    if len(mail.text) > LARGEST or len(mail.calendar) > LARGEST:
        raise NotWritable("text")
    if mail.at.tzinfo is None:
        raise NotWritable("date")
    fields = [f"{name}: {value}" for name, value in _headers(mail) if value]
    return "\r\n".join(fields).encode("ascii") + b"\r\n" + _body(mail).as_bytes()


def ascii_address(address: str, what: str = "to") -> str:
    """The address as every server takes it, with the domain in ASCII (IDNA 2008: "groß.de" is not "gross.de", which may
    be somebody else's). Raises NotWritable(what), also for quoted and non-ASCII local parts, which many servers do not
    take."""
    local, _at, domain = address.rpartition("@")
    try:
        name = domain if domain.isascii() else idna.encode(domain, uts46=True, transitional=False).decode()
    except idna.IDNAError:
        raise NotWritable(what) from None
    plain = f"{local}@{name}"
    if len(plain) > _LONGEST_ADDRESS or not _address.fullmatch(plain):
        raise NotWritable(what)
    if any(len(label) > _LONGEST_LABEL for label in name.split(".")):
        raise NotWritable(what)
    return plain


def new_mail_id(key: str, address: str) -> str:
    """A Message-ID without brackets: `key` (unique) at the domain that the mail is from. Raises NotWritable."""
    domain = ascii_address(address, "sender").rpartition("@")[2]
    return _checked_id(f"{key}.askwell@{domain}")


def _headers(mail: Outgoing) -> Iterable[tuple[str, str]]:
    sender = ascii_address(mail.sender, "sender")
    yield "From", _mailbox(mail.sender_name, sender)
    yield "To", _mailbox(mail.to_name, ascii_address(mail.to))
    yield "Subject", _text(mail.subject, "Subject")
    yield "Date", format_datetime(mail.at)
    yield "Message-ID", _ids([_checked_id(mail.mail_id)])
    yield "In-Reply-To", _ids(_usable([mail.in_reply_to]))
    yield "References", _ids(_usable(mail.references))
    yield "Content-Language", mail.language if re.fullmatch(r"[A-Za-z-]{2,20}", mail.language) else ""
    if mail.letterhead:
        yield "List-Unsubscribe", f"<{_checked_link(mail.letterhead.unsubscribe)}>"
        yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"
    yield "Auto-Submitted", "auto-generated" if mail.by_program else ""


def _checked_link(link: str) -> str:
    if not _unsubscribe.fullmatch(link):
        raise NotWritable("letterhead")
    return link


def _mailbox(name: str, address: str) -> str:
    name = clean(name, limit=200)
    if not name:
        return address
    if name.isascii() and "=?" not in name:
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}" <{address}>'
    return f"{_encoded(name, 'From')}\r\n <{address}>"


def _text(text: str, header: str) -> str:
    text = clean(text, limit=500)
    if text.isascii() and "=?" not in text and all(len(word) <= _LINE for word in text.split()):
        return _folded(text.split(" "), len(header) + 2)
    return _encoded(text, header)


def _encoded(text: str, header: str) -> str:
    """RFC 2047, cut between characters. Raises NotWritable where the standard library sees a header in it."""
    try:
        return Header(text, "utf-8", header_name=header, maxlinelen=_LINE - 1).encode(linesep="\r\n")
    except HeaderParseError:
        raise NotWritable(header.lower()) from None


def _folded(words: Iterable[str], begun: int) -> str:
    lines, length = [""], begun
    for word in words:
        if lines[-1] and length + 1 + len(word) > _LINE:
            lines.append("")
            length = 0
        lines[-1] += f" {word}" if lines[-1] else word
        length += 1 + len(word)
    return "\r\n ".join(lines)


def _ids(ids: Iterable[str]) -> str:
    return "\r\n ".join(f"<{one}>" for one in ids)


def _checked_id(mail_id: str) -> str:
    if not _id.fullmatch(mail_id):
        raise NotWritable("mail_id")
    return mail_id


def _usable(ids: Iterable[str]) -> list[str]:
    """Others' ids come from others: what cannot be an id is left out."""
    return [one for one in ids if _id.fullmatch(one)]


def _body(mail: Outgoing) -> EmailMessage:
    text = "\n".join(clean_line(line) for line in mail.text.splitlines()).strip("\n") + "\n"
    if mail.letterhead:
        text += "\n" + "\n".join(_below(mail.letterhead)) + "\n"
    whole = EmailMessage(policy=_PARTS)
    whole.set_content(text)
    whole.add_alternative(as_html(text, mail.language), subtype="html")
    if mail.calendar:
        _add_calendar(whole, mail)
    seed = sha256(mail.mail_id.encode()).hexdigest()
    for number, part in enumerate(part for part in whole.walk() if part.is_multipart()):
        part.set_boundary(f"=_{number}_{seed[:40]}")
    return whole


def _below(head: Letterhead) -> list[str]:
    """The lines of a letterhead, each one line whatever it holds. Raises NotWritable where one is missing."""
    lines = [clean(line, limit=200) for line in (head.sender, *head.postal)]
    if len(lines) < 2 or not all(lines):
        raise NotWritable("letterhead")
    return [*lines, f"{clean(head.no_more, limit=200)} {_checked_link(head.unsubscribe)}"]


def _add_calendar(whole: EmailMessage, mail: Outgoing) -> None:
    """As an alternative, which calendar programs act on, and as a file, for those that only open files."""
    if mail.method not in _METHODS:
        raise NotWritable("method")
    content = mail.calendar.encode("utf-8")
    whole.add_alternative(content, maintype="text", subtype="calendar", params={"method": mail.method})
    calendar = list(whole.iter_parts())[-1]
    assert isinstance(calendar, EmailMessage)
    calendar.set_param("charset", "utf-8")
    del calendar["Content-Disposition"]
    whole.add_attachment(content, maintype="application", subtype="ics", filename="invite.ics")


def clean_line(line: str) -> str:
    """A line of text without control characters; blanks inside stay."""
    return "".join(char for char in line if char == "\t" or category(char) not in ("Cc", "Cs")).rstrip()


def as_html(text: str, language: str = "") -> str:
    """The same words as HTML, without styles, pictures or scripts: paragraphs, lines, and links written out."""
    paragraphs = [part for part in re.split(r"\n{2,}", text.strip("\n")) if part.strip()]
    lines = ("<br>\n".join(_linked(line) for line in part.split("\n")) for part in paragraphs)
    inside = "\n".join(f"<p>{part}</p>" for part in lines)
    lang = f' lang="{escape(language)}"' if language else ""
    return f'<!doctype html>\n<html{lang}><head><meta charset="utf-8"></head>\n<body>\n{inside}\n</body></html>\n'


def _linked(line: str) -> str:
    parts, place = [], 0
    for found in _link.finditer(line):
        address = found.group().rstrip(".,;:!?)'")
        parts += [escape(line[place : found.start()]), f'<a href="{escape(address)}">{escape(address)}</a>']
        place = found.start() + len(address)
    return "".join([*parts, escape(line[place:])])
