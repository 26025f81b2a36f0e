"""Persons as vCard 4.0 (RFC 6350), as address books on phones and computers take them in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from askwell.lib.pinyin import split_native

_LIMIT = 75
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class CardPerson:
    """One person as a card tells of them. `native`: the full name in its own script, family name first;
    `phones`: E.164, with ";ext=…" where one is given; `changed`: aware; `own`: what Askwell reads back
    (`contacts.own.own_to_text`); it and `uid` are left out of cards that are handed on."""

    uid: str
    given: str = ""
    family: str = ""
    native: str = ""
    nickname: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    wechat: tuple[str, ...] = ()
    organisation: str = ""
    department: str = ""
    title: str = ""
    place: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    changed: datetime | None = None
    credentials: str = ""
    own: str = ""


def write_cards(persons: Iterable[CardPerson]) -> bytes:
    """The persons as one .vcf file: UTF-8, CRLF, lines folded at 75 octets without cutting a character."""
    return b"".join(card_lines(persons))


def card_lines(persons: Iterable[CardPerson]) -> Iterator[bytes]:
    """The same card by card, for a file that is sent while it is written."""
    return (b"".join(map(_fold, _lines(person))) for person in persons)


def _lines(person: CardPerson) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    if person.uid:
        yield f"UID:urn:uuid:{_text(person.uid)}"
    yield from _names(person)
    if person.nickname:
        yield f"NICKNAME:{_text(person.nickname)}"
    yield from (f"EMAIL:{_text(email)}" for email in person.emails)
    yield from (f"TEL;VALUE=uri:tel:{_plain(phone)}" for phone in person.phones)
    yield from (f"URL:{_plain(link)}" for link in person.links)
    yield from (f"SOCIALPROFILE;SERVICE-TYPE=WeChat;VALUE=text:{_text(name)}" for name in person.wechat)
    if person.organisation or person.department:
        yield f"ORG:{_text(person.organisation)}" + (f";{_text(person.department)}" if person.department else "")
    for name, value in (("TITLE", person.title), ("NOTE", person.note)):
        if value:
            yield f"{name}:{_text(value)}"
    if person.place:
        yield f"ADR:;;;{_text(person.place)};;;"
    if person.tags:
        yield f"CATEGORIES:{','.join(map(_text, person.tags))}"
    yield from (f"LANG:{_plain(language)}" for language in person.languages)
    if person.changed:
        yield f"REV:{person.changed.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    if person.own:
        yield f"X-ASKWELL:{_text(person.own)}"
    yield "END:VCARD"


def _names(person: CardPerson) -> Iterator[str]:
    """FN and N; a name in two scripts as alternatives of one another (ALTID)."""
    latin = f"{person.given} {person.family}".strip()
    addresses = (*person.emails, *person.phones, *person.links)
    shown = latin or person.native or person.nickname or next(iter(addresses), person.organisation)
    if not (latin and person.native):
        family, given = (person.family, person.given) if latin else split_native(person.native)
        yield f"FN:{_text(shown)}"
        yield f"N:{_text(family)};{_text(given)};;;{_text(person.credentials)}"
        return
    language = "ja" if _KANA.search(person.native) else "ko" if _HANGUL.search(person.native) else "zh"
    family, given = split_native(person.native)
    yield f"FN;ALTID=1:{_text(latin)}"
    yield f"FN;ALTID=1;LANGUAGE={language}:{_text(person.native)}"
    yield f"N;ALTID=1:{_text(person.family)};{_text(person.given)};;;{_text(person.credentials)}"
    yield f"N;ALTID=1;LANGUAGE={language}:{_text(family)};{_text(given)};;;"


def _text(value: str) -> str:
    """A text value with what separates escaped."""
    plain = _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    for mark in "\\,;":
        plain = plain.replace(mark, f"\\{mark}")
    return plain.replace("\n", "\\n")


def _plain(value: str) -> str:
    """An address: nothing in it is escaped, nothing in it may end the line."""
    return "".join(_CONTROL.sub("", value).split())


def _fold(line: str) -> bytes:
    data = line.encode("utf-8", "replace")
    pieces = []
    while len(data) > _LIMIT:
        end = _LIMIT
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[:end])
        data = b" " + data[end:]
    return b"\r\n".join([*pieces, data]) + b"\r\n"
