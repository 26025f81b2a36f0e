"""From a cell, or several, to a `PersonName`."""

import re

from askwell.lib.names.model import PersonName
from askwell.lib.pinyin import reading_of, reading_parts
from askwell.lib.text import HAN, clean

_native = re.compile(f"[{HAN}](?:[{HAN}·\\s]*[{HAN}])?")
_brackets = re.compile(r"[(（\[\"“](.*?)[)）\]\"”]")


def parse_name(text: str) -> PersonName:
    """Take one free-form cell apart."""
    line = clean(text)
    native = "".join(_native.findall(line)).replace(" ", "")
    latin = _native.sub(" ", line)
    nickname = next((m.strip() for m in _brackets.findall(latin) if m.strip()), "")
    latin = _brackets.sub(" ", latin)
    name, *credentials = (part.strip() for part in latin.split(","))
    if credentials and len(credentials[0].split()) == 1 and not credentials[0].isupper():
        name, credentials = f"{credentials[0]} {name}", credentials[1:]
    given, _, family = name.rpartition(" ") if " " in name else (name, "", "")
    if native and not name:
        family, given = reading_parts(native)
    return PersonName(given, family, native, reading_of(native), nickname, tuple(filter(None, credentials)))


def join_name(
    given: str,
    family: str,
    *,
    middle: str = "",
    native: str = "",
    nickname: str = "",
    prefix: str = "",
    suffix: str = "",
) -> PersonName:
    """Take the cells of a table apart."""
    whole = parse_name(f"{given} {middle} {family} {native}")
    return PersonName(
        whole.given, whole.family, whole.native, whole.reading, nickname or whole.nickname, whole.credentials
    )
