"""What an IMAP server sends, read: lines with pieces of bytes inside them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from askwell.protocols.mail.servers.folders import FolderName, Role, decoded, role_by_name, role_of

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
MONTHS = {name: number for number, name in enumerate(b"jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
UID = re.compile(rb"[ (]UID (\d{1,10})(?=[ )])", re.IGNORECASE)
SIZE = re.compile(rb"[ (]RFC822\.SIZE (\d{1,19})(?=[ )])", re.IGNORECASE)
ARRIVED = re.compile(
    rb'INTERNALDATE "\s?(\d{1,2})-(\w{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)"', re.IGNORECASE
)
QUOTED_BODY = re.compile(rb'BODY\[[^\]]*\](?:<\d+>)? "((?:[^"\\]|\\.)*)"', re.IGNORECASE)
LISTED = re.compile(rb'\* LIST \(([^)]*)\) (NIL|"\\?.") (.+)', re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: its words, with `{}` where a piece of bytes stood; and these pieces."""

    words: bytes
    pieces: tuple[bytes, ...] = ()

    @property
    def is_fetch(self) -> bool:
        start = self.words[:24].split(b" ", 3)
        return len(start) > 2 and start[0] == b"*" and start[2].upper().startswith(b"FETCH")


@dataclass(frozen=True, slots=True)
class Heading:
    """A mail in the selected folder. `size` in bytes; `arrived_at` is aware, in UTC, and 1970 where the server does
    not say; `data` is what was asked for of its header, at most 256 KiB."""

    uid: int
    size: int
    arrived_at: datetime
    data: bytes


@dataclass(frozen=True, slots=True)
class FolderState:
    """`uid_next`: the lowest number that a later mail can have."""

    uid_validity: int
    uid_next: int
    exists: int


def heading(line: Line) -> Heading | None:
    """None where it says nothing of a mail with a number (as when only flags changed)."""
    uid, size, data = UID.search(line.words), SIZE.search(line.words), body(line)
    if not uid or data is None:
        return None
    return Heading(int(uid[1]), int(size[1]) if size else len(data), arrived(line.words), data)


def body(line: Line) -> bytes | None:
    """The part of a mail that a FETCH brought."""
    if line.pieces:
        return line.pieces[-1]
    quoted = QUOTED_BODY.search(line.words)
    return re.sub(rb"\\(.)", rb"\1", quoted[1]) if quoted else None


def arrived(words: bytes) -> datetime:
    found = ARRIVED.search(words)
    month = MONTHS.get(found[2].lower()) if found else None
    if not found or not month:
        return LONG_AGO
    day, year, hour, minute, second, ahead, behind = (int(found[n]) for n in (1, 3, 4, 5, 6, 8, 9))
    offset = timedelta(hours=ahead, minutes=behind) * (-1 if found[7] == b"-" else 1)
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=timezone(offset)).astimezone(UTC)
    except (ValueError, OverflowError):
        return LONG_AGO


def folder_names(lines: list[Line]) -> list[FolderName]:
    """The folders that can be opened, the inbox first. A role that the server names for none goes by the name."""
    found = [listed for line in lines if (listed := _listed(line))]
    said = {role for _, role, _ in found}
    names = [FolderName(name, role) for name, role, _ in found]
    for index, (name, role, divider) in enumerate(found):
        guess = role_by_name(name, divider)
        if role == "other" and guess not in said:
            names[index] = FolderName(name, guess)
    return sorted(names, key=lambda folder: folder.role != "inbox")


def _listed(line: Line) -> tuple[str, Role, str] | None:
    found = LISTED.fullmatch(line.words)
    if not found:
        return None
    flags = frozenset(found[1].decode("ascii", "replace").lower().split())
    raw = line.pieces[0] if line.pieces else unquoted(found[3])
    divider = "" if found[2].upper() == b"NIL" else found[2][-2:-1].decode("ascii", "replace")
    try:
        name = raw.decode()
    except UnicodeDecodeError:
        return None
    if flags & {r"\noselect", r"\nonexistent"} or not decoded(name).isprintable():
        return None
    return name, role_of(name, flags, divider), divider


def unquoted(word: bytes) -> bytes:
    word = word.strip()
    if len(word) > 1 and word[:1] == word[-1:] == b'"':
        return re.sub(rb"\\(.)", rb"\1", word[1:-1])
    return word


def quoted(text: str) -> bytes | None:
    """A quoted string, or None where only a literal will do."""
    if not text.isascii() or not text.isprintable():
        return None
    return b'"' + re.sub(rb'(["\\])', rb"\\\1", text.encode()) + b'"'
