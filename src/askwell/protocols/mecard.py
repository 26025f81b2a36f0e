"""MeCard, the contact format of QR codes that NTT Docomo published: ``MECARD:N:Doe,Jane;TEL:…;;``."""

import re

from askwell.protocols.contacts import Aside, ContactRecord
from askwell.protocols.contacts.assemble import Parts, assemble

_START = re.compile(r"\s*MECARD:", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_FIELD = re.compile(r"((?:\\.|[^\\;])*+)(;|\Z)", re.DOTALL)  # possessive, and past a field without an end: linear
_LONGEST = 10_000


def is_mecard(text: str) -> bool:
    """Whether the text says that it is one."""
    return bool(_START.match(text))


def read_mecard(text: str) -> ContactRecord | None:
    """The contact of a MeCard, None when there is no person in it. Fields may come in any order and
    several times; unknown ones are passed over."""
    fields = mecard_fields(text)
    parts = Parts()
    for name, value in fields:
        _take(parts, name, value)
    if not parts.full_name and not parts.family and not parts.given:
        parts.full_name = next((_plain(value) for name, value in fields if name == "SOUND"), "")
    record = assemble(parts, 1, 1, "", (text[:_LONGEST],))
    return None if isinstance(record, Aside) else record


def mecard_fields(text: str) -> list[tuple[str, str]]:
    """Name (in capitals) and value of every field, escapes still in it."""
    start = _START.match(text)
    if not start:
        return []
    body = text[start.end() : _LONGEST].strip().rstrip(";") + ";"
    pairs = (field.partition(":") for field, end in _FIELD.findall(body) if end)
    return [(name.strip().upper(), value) for name, colon, value in pairs if colon and value.strip()]


def _take(parts: Parts, name: str, value: str) -> None:
    plain = _plain(value)
    match name:
        case "N":
            family, comma, given = (_plain(part) for part in _halves(value))
            if comma:
                parts.family, parts.given = family, given
            else:
                parts.full_name = plain
        case "TEL":
            parts.phones += (plain,)
        case "EMAIL":
            parts.emails += (plain,)
        case "URL":
            parts.links += (plain,)
        case "ORG" | "COMPANY":
            parts.organisation = parts.organisation or plain
        case "TITLE" | "TIL":
            parts.title = parts.title or plain
        case "NICKNAME":
            parts.nickname = parts.nickname or plain
        case "NOTE" | "MEMO":
            parts.notes += (plain,)


def _halves(value: str) -> tuple[str, str, str]:
    """Family and given name, parted by the first comma that is not escaped."""
    found = re.match(r"((?:\\.|[^\\,])*)(,?)(.*)", value, re.DOTALL)
    return (found[1], found[2], found[3]) if found else (value, "", "")


def _plain(value: str) -> str:
    return _ESCAPE.sub(r"\1", value).strip()
