"""vCards 2.1, 3.0 and 4.0: a file into cards, a card into properties.

An own reader instead of vobject's: one broken line costs that line and not the file, and 30,000 cards take
seconds. The tests hold it to vobject's answers.
"""

import binascii
import codecs
import quopri
import re
from collections.abc import Iterator
from typing import NamedTuple

from askwell.protocols.contacts.encodings import lines

_LINE_LIMIT = 1 << 22
_RAW_LIMIT = 100_000
_BINARY = ("PHOTO", "LOGO", "SOUND", "KEY")
_PROPERTY = re.compile(
    r"""(?:(?P<group>[\w-]+)\.)?(?P<name>[A-Za-z0-9_-]+)(?P<params>(?:;(?:[^":;]|"[^"]*")*)*):(?P<value>.*)""",
    re.DOTALL,
)
_PARAM = re.compile(r';((?:[^";]|"[^"]*")*)')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "N": "\n"}


class Card(NamedTuple):
    """One card: its number in the file, the physical line of its BEGIN, its lines without the folding."""

    number: int
    line: int
    lines: list[str]
    whole: bool


class Property(NamedTuple):
    """One line of a card: group ("item1"), name in capitals, parameters (names in capitals, values joined
    by ","; a bare 2.1 parameter counts as a TYPE), the decoded value, escapes still in it."""

    group: str
    name: str
    params: dict[str, str]
    value: str


def split_cards(data: bytes, encoding: str) -> Iterator[Card]:
    """Every card from each BEGIN:VCARD on; `whole` tells whether its END:VCARD came before the next."""
    number, start = 0, 0
    inside: list[str] | None = None
    for place, line in enumerate(lines(data, encoding), 1):
        text = line.rstrip("\r\n")
        if text[:5] in ("BEGIN", "begin", "Begin") and text.strip().upper() == "BEGIN:VCARD":
            if inside is not None:
                yield Card(number, start, inside, whole=False)
            number, start, inside = number + 1, place, []
        elif inside is None:
            continue
        elif text[:3] in ("END", "end", "End") and text.strip().upper() == "END:VCARD":
            yield Card(number, start, inside, whole=True)
            inside = None
        else:
            inside.append(text)
    if inside is not None:
        yield Card(number, start, inside, whole=False)


def count_cards(data: bytes, encoding: str) -> int:
    """How many cards begin in the file."""
    return sum(1 for _ in split_cards(data, encoding))


def properties(card: Card) -> Iterator[Property]:
    """The properties of a card that can be read; pictures and the like are passed over."""
    for text in _unfold(card.lines):
        found = _PROPERTY.match(text)
        if not found:
            continue
        name = found["name"].upper()
        if name in _BINARY:
            continue
        params = _params(found["params"])
        yield Property((found["group"] or "").lower(), name, params, _decoded(found["value"], params))


def card_text(card: Card) -> str:
    """The card as it stands in the file, without pictures, cut where it is endless."""
    kept = [text for text in _unfold(card.lines) if not text.lstrip().upper().startswith(_BINARY)]
    return "\n".join(["BEGIN:VCARD", *kept, "END:VCARD"])[:_RAW_LIMIT]


def unescape(value: str) -> str:
    """Backslash escapes of a text value read."""
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), value) if "\\" in value else value


def split_value(value: str, separator: str) -> list[str]:
    """The parts of a structured value, unescaped."""
    if "\\" not in value:
        return value.split(separator)
    parts = re.findall(rf"((?:[^\\{separator}]|\\.|\\$)*)(?:{separator}|$)", value, re.DOTALL)
    if parts and not value.endswith(separator):
        parts.pop()
    return [unescape(part) for part in parts]


def _unfold(physical: list[str]) -> Iterator[str]:
    """Logical lines: a line that starts with a blank continues the one before (its first blank is the
    folding's), and so does the line after a soft break "=" of quoted-printable."""
    held: list[str] = []
    size = 0
    for text in physical:
        if held and (text[:1] in (" ", "\t") or _is_soft_break(held)):
            soft = _is_soft_break(held)
            piece = text.lstrip(" \t") if soft else text[1:]
            if soft:
                held[-1] = held[-1][:-1]
            if size < _LINE_LIMIT:
                held.append(piece)
                size += len(piece)
            continue
        if held:
            yield "".join(held)
        held, size = [text], len(text)
    if held:
        yield "".join(held)


def _is_soft_break(held: list[str]) -> bool:
    return held[-1].endswith("=") and "QUOTED-PRINTABLE" in held[0][:200].upper()


def _params(text: str) -> dict[str, str]:
    if not text:
        return {}
    found: dict[str, str] = {}
    for param in _PARAM.findall(text):
        name, equals, value = param.partition("=")
        name = name.strip().upper()
        if not equals:
            name, value = _bare(name)
        value = value.replace('"', "").strip()
        found[name] = f"{found[name]},{value}" if name in found else value
    return found


def _bare(word: str) -> tuple[str, str]:
    if word in ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B"):
        return "ENCODING", word
    return "TYPE", word


def _decoded(value: str, params: dict[str, str]) -> str:
    encoding = params.get("ENCODING", "").upper()
    if encoding == "QUOTED-PRINTABLE":
        data = quopri.decodestring(value.encode("utf-8", "replace"))
    elif encoding in ("BASE64", "B"):
        try:
            data = binascii.a2b_base64(value)
        except binascii.Error:
            return ""
    else:
        return value
    return _text(data, params.get("CHARSET", "utf-8")).replace("\0", "").replace("\r\n", "\n")


def _text(data: bytes, charset: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        if codecs.lookup(charset)._is_text_encoding:
            return data.decode(charset, "replace")
    except (LookupError, UnicodeError):
        pass
    return data.decode("utf-8", "replace")
