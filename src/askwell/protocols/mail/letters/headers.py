"""Header fields: folded lines joined, encoded words read (RFC 2047), parameters (RFC 2231), addresses, ids, dates."""

import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

from askwell.lib.text import clean
from askwell.protocols.mail.letters.charsets import decoded

MOST_FIELDS = 1000
LONGEST_FIELD = 60_000
MOST_ADDRESSES = 500
_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:(.*)", re.DOTALL)
_FOLD = re.compile(rb"\r?\n(?=[ \t])|(?<=;)[ \t]*\r?\n(?=(?:boundary|charset|name|filename)=)")
_WORD = re.compile(r"=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bBqQ])\?([^?\s]*(?: [^?\s]*)*)\?=")
_BETWEEN = re.compile(r"\?=\s+=\?")
_PARAMETER = re.compile(r""";\s*([\w!#$%&'+.^`{}~-]+)(\*\d{1,3})?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))""")
_ID = re.compile(r"<([^<>\s]{1,990})>")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|\([^()]*\)|<[^<>]*>?|[,;:]|[^",;:<(]+|.', re.DOTALL)
_EMAIL = re.compile(r"[^\s<>(),;:\"\[\]]+@[^\s<>(),;:\"@]+")


@dataclass(frozen=True, slots=True)
class Address:
    """Whom a header names: the name as shown (may be empty), and the address as written."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Headers:
    """Fields in their order: names in lower case, values unfolded, still encoded."""

    fields: tuple[tuple[str, str], ...]

    def first(self, name: str) -> str:
        """The first value of that name, empty when there is none."""
        return next((value for key, value in self.fields if key == name), "")

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.fields if key == name]

    def has(self, name: str) -> bool:
        return any(key == name for key, _ in self.fields)

    def text(self, name: str) -> str:
        """The first value of that name as a person reads it, on one line."""
        return words(self.first(name))

    def addresses(self, name: str) -> tuple[Address, ...]:
        """Everybody whom the fields of that name hold, at most `MOST_ADDRESSES`."""
        return tuple(found for value in self.all(name) for found in addresses(value))[:MOST_ADDRESSES]


def read_headers(block: bytes) -> Headers:
    """A block of header lines; lines that are no field are left out."""
    fields = []
    for line in re.split(rb"\r?\n", _FOLD.sub(b"", block), maxsplit=MOST_FIELDS)[:MOST_FIELDS]:
        found = _FIELD.match(line)
        if found:
            fields.append((found[1].decode("ascii").lower(), decoded(found[2][:LONGEST_FIELD].strip())))
    return Headers(tuple(fields))


def words(value: str) -> str:
    """A header's value with its encoded words read, fit for one line.

    Neighbouring words of one charset are joined before they are decoded: programs cut Chinese in mid-character.
    """
    if "=?" not in value:
        return clean(value)
    pieces: list[tuple[str, bytes | str]] = []
    place = 0
    text = _BETWEEN.sub("?==?", value)
    for found in _WORD.finditer(text):
        pieces.append(("", text[place : found.start()]))
        pieces.append((found[1].lower(), _word_bytes(found[2], found[3])))
        place = found.end()
    pieces.append(("", text[place:]))
    return clean(_joined(pieces))


def _joined(pieces: list[tuple[str, bytes | str]]) -> str:
    done: list[str] = []
    held, charset = b"", ""
    for kind, piece in pieces:
        if isinstance(piece, bytes) and (not held or kind == charset):
            held, charset = held + piece, kind
            continue
        if not piece:
            continue
        done.append(decoded(held, charset))
        held, charset = (piece, kind) if isinstance(piece, bytes) else (b"", "")
        if isinstance(piece, str):
            done.append(piece)
    return "".join([*done, decoded(held, charset)])


def _word_bytes(coding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "surrogateescape")
    if coding in "qQ":
        return binascii.a2b_qp(raw, header=True)
    signs = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    signs = signs[:-1] if len(signs) % 4 == 1 else signs
    return binascii.a2b_base64(signs + b"=" * (-len(signs) % 4))


def parameters(value: str) -> dict[str, str]:
    """The parameters of a structured field, names in lower case; pieces and percent signs put together (RFC 2231)."""
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    for found in list(_PARAMETER.finditer(value[:LONGEST_FIELD]))[:100]:
        text = re.sub(r"\\(.)", r"\1", found[4]) if found[4] is not None else found[5]
        order = int(found[2][1:]) if found[2] else 0
        pieces.setdefault(found[1].lower(), []).append((order, bool(found[3]), text))
    return {name: _assembled(parts) for name, parts in pieces.items()}


def _assembled(parts: list[tuple[int, bool, str]]) -> str:
    parts = sorted(parts, key=lambda part: part[0])
    if not any(percent for _, percent, _ in parts):
        return words("".join(text for *_, text in parts))
    charset, first = "", parts[0][2]
    if first.count("'") >= 2:
        charset, _, first = first.split("'", 2)
    texts = [first, *(text for *_, text in parts[1:])]
    raw = b"".join(unquote_to_bytes(text.encode("utf-8", "surrogateescape")) for text in texts)
    return clean(decoded(raw, charset))


def addresses(value: str) -> list[Address]:
    """The addresses of a field such as To; groups are opened, what has no @ is left out."""
    found: list[Address] = []
    name: list[str] = []
    email = comment = ""
    for piece in [*_TOKEN.findall(value[:LONGEST_FIELD]), ","]:
        if piece in ",;":
            found += _address(name, email, comment)
            name, email, comment = [], "", ""
        elif piece == ":":
            name = []
        elif piece.startswith("<"):
            email = piece.strip("<> ")
        elif piece.startswith("("):
            comment = piece.strip("() ")
        else:
            name.append(re.sub(r"\\(.)", r"\1", piece.strip('"')) if piece.startswith('"') else piece)
    return found[:MOST_ADDRESSES]


def _address(name: list[str], email: str, comment: str) -> list[Address]:
    said = "".join(name).strip()
    place = _EMAIL.search(email) or (_EMAIL.search(said) if not email else None)
    if not place:
        return []
    shown = words(said) if email else words(comment)
    return [Address(shown.strip("'\" "), place[0])]


def ids(value: str) -> tuple[str, ...]:
    """The message ids of a field, without their brackets, each once."""
    found = _ID.findall(value)
    if not found and value and " " not in value.strip() and "@" in value:
        found = [value.strip("<> ")]
    return tuple(dict.fromkeys(found))


def moment(value: str) -> datetime | None:
    """The Date of a message in UTC; None when it is none. Without a zone it is taken for UTC."""
    try:
        read = parsedate_to_datetime(re.sub(r"\([^()]*\)", "", value[:200]).strip())
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
