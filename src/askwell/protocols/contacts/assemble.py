"""From the words that stand under each field to one record, cleaned as a careful reader would."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from askwell.lib.emails import find_emails
from askwell.lib.languages import CODES
from askwell.lib.links import linkedin_key, normalise_link
from askwell.lib.names import PersonName, join_name, parse_name, reading_of
from askwell.lib.phones import normalise_phone
from askwell.lib.text import clean, clean_block, fold
from askwell.lib.wechat import normalise_wechat
from askwell.protocols.contacts.model import Aside, ContactRecord
from askwell.protocols.contacts.own import is_same_person, own_from_text, with_own, with_stop

NOTE_LIMIT = 20_000
_CELL_LIMIT = 300
_MOST = 20

_SEVERAL = re.compile(
    r"\s*(?::::|;(?!\s*(?:ext|isub|phone-context)\s*=)|[；、|\n\r]|\s/\s|[,，](?=\s*[+(\d]))\s*", re.IGNORECASE
)
_EITHER = re.compile(r"/|\b(?:or|ou|oder|o|y)\b|[或和]", re.IGNORECASE)
_LINK_BREAK = re.compile(r"\s*:::\s*|[;；,]?\s+|[、；]|[;,](?=https?:|www\.|$)")
_TAG_BREAK = re.compile(r"\s*(?::::|[;；、,，\n])\s*")
_PLAIN_EMAIL = re.compile(r"[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}")
_OFFICE = re.compile(
    r"(?:info|office|contact|contacts|reception|admin|hello|sales|support|service|services|booking|bookings"
    r"|frontdesk|mail|help|enquiries|inquiries|general|bonjour|accueil)\d*@"
)
_SYSTEM_TAG = re.compile(r"^\*\s")
_NOTHING = frozenset({"-", "--", "—", "–", "n/a", "na", "none", "null", "nil", "无", "無", "暂无", "/", "?"})


@dataclass(slots=True)
class Parts:
    """What a record says under each field, as written."""

    given: str = ""
    family: str = ""
    middle: str = ""
    full_name: str = ""
    native_name: str = ""
    nickname: str = ""
    prefix: str = ""
    suffix: str = ""
    organisation: str = ""
    department: str = ""
    title: str = ""
    wechat: str = ""
    place: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    known_since: date | None = None
    own: str = ""
    doubts: tuple[str, ...] = ()


def assemble(parts: Parts, number: int, line: int, sheet: str, raw: tuple[str, ...]) -> ContactRecord | Aside:
    """The record, or why there is no person in it."""
    name = _name(parts)
    emails = _emails(parts)
    phones = _phones(parts)
    links = _links(parts)
    organisation = tidy(parts.organisation) if parts.organisation else ""
    own = own_from_text(parts.own) if parts.own else None
    same = own is not None and is_same_person(parts, own)
    reason = "" if same else _no_person(parts, name, emails, phones, links, organisation)
    if reason:
        return Aside(number, line, sheet, reason, raw)
    record = ContactRecord(
        number, line, sheet, name, emails, phones, links,
        wechat=normalise_wechat(tidy(parts.wechat)) or "" if parts.wechat else "",
        organisation=organisation,
        department=tidy(parts.department) if parts.department else "",
        title=tidy(parts.title) if parts.title else "",
        place=tidy(parts.place) if parts.place else "",
        note=_note(parts) if parts.notes else "",
        known_since=parts.known_since,
        languages=_languages(parts.languages) if parts.languages else (),
        tags=_tags(parts.tags) if parts.tags else (),
        doubts=tuple(dict.fromkeys(parts.doubts)) if parts.doubts else (),
        raw=raw,
    )  # fmt: skip
    if own and (same or own.stopped):
        return (with_own if same else with_stop)(record, parts, own)
    return record


@lru_cache(maxsize=1 << 13)
def tidy(text: str) -> str:
    """A short text on one line: blanks and stray quotation marks, commas and separators at its ends off;
    a dash or "n/a" in place of nothing gives ""."""
    line = clean(text[:2000], limit=_CELL_LIMIT).strip(" ,;，；、|\ufffd")
    if len(line) > 1 and line[0] in "\"“'" and line[-1] in "\"”'" and line[0] not in line[1:-1]:
        line = line[1:-1].strip()
    elif line.count('"') == 1 and (line[0] == '"' or line[-1] == '"'):
        line = line.strip('"').strip()
    return "" if line.lower() in _NOTHING else line


def _name(parts: Parts) -> PersonName:
    if not (parts.given or parts.family or parts.middle):
        return _whole_name(parts)
    if parts.middle or parts.native_name or parts.nickname or parts.prefix or parts.suffix:
        name = join_name(
            parts.given, parts.family, middle=parts.middle, native=parts.native_name, nickname=parts.nickname,
            prefix=parts.prefix, suffix=parts.suffix,
        )  # fmt: skip
    else:
        name = join_name(parts.given, parts.family)
    if not name.native and not parts.full_name.isascii():
        name = _with_native(name, parse_name(parts.full_name).native)
    return name


def _whole_name(parts: Parts) -> PersonName:
    name = parse_name(parts.full_name or parts.native_name)
    if parts.native_name and not name.native:
        name = _with_native(name, parse_name(parts.native_name).native)
    if parts.nickname and not name.nickname:
        name = name._replace(nickname=tidy(parts.nickname))
    return name


def _with_native(name: PersonName, native: str) -> PersonName:
    return name._replace(native=native, reading=reading_of(native)) if native else name


def _emails(parts: Parts) -> tuple[str, ...]:
    if not parts.emails:
        return ()
    if len(parts.emails) == 1 and _PLAIN_EMAIL.fullmatch(parts.emails[0]):
        return (parts.emails[0],)
    found: dict[str, None] = {}
    for cell in parts.emails:
        addresses = find_emails(cell)
        if not addresses and cell.strip().lower() not in _NOTHING:
            parts.doubts += ("email_unreadable",)
        found.update(dict.fromkeys(addresses))
    return tuple(found)[:_MOST]


def _phones(parts: Parts) -> tuple[str, ...]:
    if not parts.phones:
        return ()
    found: dict[str, None] = {}
    for cell in parts.phones:
        for text in _SEVERAL.split(cell[:2000]):
            numbers = _numbers(text) if text and text.lower() not in _NOTHING else [""]
            if not numbers:
                parts.doubts += ("phone_unreadable",)
            found.update(dict.fromkeys(filter(None, numbers)))
    return tuple(found)[:_MOST]


def _numbers(text: str) -> list[str]:
    """The one number that a text is, else those between its slashes and "or"s."""
    number = normalise_phone(text)
    if number:
        return [number]
    return [found for part in _EITHER.split(text)[:_MOST] if (found := normalise_phone(part))]


def _links(parts: Parts) -> tuple[str, ...]:
    """Each address once; two spellings of one LinkedIn profile count as one."""
    if not parts.links:
        return ()
    if len(parts.links) == 1 and ";" not in parts.links[0] and normalise_link(parts.links[0]) == parts.links[0]:
        return (parts.links[0],)
    found: dict[str, str] = {}
    for cell in parts.links:
        for text in _LINK_BREAK.split(cell.strip()[:4000]):
            link = normalise_link(text) if "." in text else None
            if link:
                found.setdefault(linkedin_key(link) or link, link)
    return tuple(found.values())[:_MOST]


def _no_person(
    parts: Parts,
    name: PersonName,
    emails: tuple[str, ...],
    phones: tuple[str, ...],
    links: tuple[str, ...],
    organisation: str,
) -> str:
    """Why the record is no person; "" when it is one."""
    if links or (emails and not all(map(_OFFICE.match, emails))):
        return ""
    if name.given or name.family or name.native:
        return "not_a_person" if not parts.title and _named_after_firm(parts, organisation) else ""
    if organisation or tidy(parts.title):
        return "not_a_person"
    return "" if phones or emails else "no_name_nor_address"


def _named_after_firm(parts: Parts, organisation: str) -> bool:
    """A whole name in one cell, the same as the firm's."""
    return bool(
        organisation and parts.full_name and not parts.given and not parts.family
        and fold(parts.full_name) == fold(organisation)
    )  # fmt: skip


def _note(parts: Parts) -> str:
    joined = "\n".join(parts.notes)
    if len(joined) > NOTE_LIMIT:
        parts.doubts += ("note_trimmed",)
    return clean_block(joined[:NOTE_LIMIT])


def split_tags(cell: str) -> list[str]:
    """The tags of a cell, however they are parted."""
    return _TAG_BREAK.split(cell[:2000])


def _tags(words: Iterable[str]) -> tuple[str, ...]:
    tags = (tidy(word) for word in words if not _SYSTEM_TAG.match(word))
    return tuple(dict.fromkeys(tag for tag in tags if tag))[:_MOST]


_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)


def _languages(cells: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for cell in cells:
        for word in _TAG_BREAK.split(cell[:500]):
            tag = CODES.get(fold(word)) or (word.strip() if _LANGUAGE_TAG.fullmatch(word.strip()) else None)
            if tag:
                found[tag] = None
    return tuple(found)[:_MOST]
