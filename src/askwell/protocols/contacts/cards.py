"""vCards 2.1, 3.0 and 4.0: a file into cards, a card into properties.

An own reader instead of vobject's: one broken line costs that line and not the file, and 30,000 cards take
seconds. The tests hold it to vobject's answers.
"""

import binascii
import codecs
import quopri
import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from askwell.protocols.contacts.encodings import blocks, detect_encoding

RAW_LIMIT = 100_000
_LINE_LIMIT = 4 << 20
_HEAD_LIMIT = 8000
"""Name and parameters of a property; nobody's are that long."""
_BINARY = ("PHOTO", "LOGO", "SOUND", "KEY")
_LINE_START = r"(?<![^\n])[ \t\ufeff]*"  # a mark of UTF-8 stands between files that were put together
_BEGIN = re.compile(rf"{_LINE_START}[Bb][Ee][Gg][Ii][Nn]:[ \t]*[Vv][Cc][Aa][Rr][Dd][ \t]*\r*(?![^\n])")
_END = re.compile(rf"{_LINE_START}[Ee][Nn][Dd]:[ \t]*[Vv][Cc][Aa][Rr][Dd][ \t]*\r*(?![^\n])")
_AGENT = re.compile(r"(?:^|\n)[ \t]*(?:[A-Za-z0-9-]+\.)?AGENT(?:;[^\n:]*)?:\s*$", re.IGNORECASE)
_MOST_NESTED = 8
_FOLD = re.compile(r"\r*\n[ \t]")
_QUOTED_HEAD = re.compile(r'((?:[^":]|"[^"]*")*):')
_PARAM = re.compile(r'((?:[^";]|"[^"]*")*)(?:;|$)')
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "N": "\n"}


class Card(NamedTuple):
    """One card: its number in the file, the physical line of its BEGIN, the text between BEGIN and END;
    `cut_off` tells whether the file ended before its END."""

    number: int
    line: int
    text: str
    cut_off: bool


class Property(NamedTuple):
    """One line of a card: group ("item1"), name in capitals, parameters (names in capitals, values joined
    by ","; a bare 2.1 parameter counts as a TYPE), the decoded value, escapes still in it."""

    group: str
    name: str
    params: Mapping[str, str]
    value: str


def split_cards(data: bytes, encoding: str) -> Iterator[Card]:
    """Every card, from each BEGIN:VCARD to the next. A card that stands within another as its AGENT (vCard 2.1) is a
    card of its own, and what follows it belongs to the outer one again."""
    outer: list[Card] = []
    group: list[Card] = []
    for card, rest in _segments(data, encoding):
        if not outer:  # only the last card of the file is cut off: another one lost its END
            yield from (one._replace(cut_off=False) for one in sorted(group))
            group = []
        if card.cut_off and len(outer) < _MOST_NESTED and _AGENT.search(card.text[-200:]):
            outer.append(card)
            continue
        group.append(card)
        while outer and rest.strip():
            closed, rest = _closed(outer.pop(), rest)
            group.append(closed)
        group, outer = [*group, *outer], []
    yield from sorted([*group, *outer])


def _segments(data: bytes, encoding: str) -> Iterator[tuple[Card, str]]:
    """Each card up to its END, or to the next BEGIN (then it is cut off), and what stands between."""
    number, line, text = 0, 1, ""
    for block in blocks(data, encoding):
        searched, start = len(text), 0
        text += block
        for found in _BEGIN.finditer(text, searched):
            if number:
                yield _card(number, line, text[start : found.start()])
            line += text.count("\n", start, found.start())
            number, start = number + 1, found.start()
        if number:
            text = text[start:]
        else:
            line, text = line + text.count("\n"), ""
    if number:
        yield _card(number, line, text)


def _card(number: int, line: int, text: str) -> tuple[Card, str]:
    body = text.partition("\n")[2]
    plain = body.rstrip()
    if plain.endswith("\nEND:VCARD") and body.count("END:VCARD") == 1:
        return Card(number, line, plain[: -len("END:VCARD")], cut_off=False), ""
    end = _END.search(body)
    rest = body[end.end() :] if end else ""
    return Card(number, line, body[: end.start()] if end else body, cut_off=not end), rest


def _closed(outer: Card, rest: str) -> tuple[Card, str]:
    """The outer card with what stands behind its inner one."""
    end = _END.search(rest)
    text = outer.text + "\n" + (rest[: end.start()] if end else rest)
    return outer._replace(text=text, cut_off=not end), rest[end.end() :] if end else ""


def count_cards(data: bytes, encoding: str) -> int:
    """How many cards begin in the file."""
    return sum(len(_BEGIN.findall(block)) for block in blocks(data, encoding))


def properties(card: Card, wanted: Collection[str] = ()) -> Iterator[Property]:
    """The properties of a card that can be read, only the `wanted` ones if any are named; pictures and
    the like are passed over."""
    for text in _logical_lines(card.text):
        head, colon, value = text.partition(":")
        if '"' in head and (found := _QUOTED_HEAD.match(text[:_HEAD_LIMIT])):
            head, value = found[1], text[found.end() :]
        if len(head) > _HEAD_LIMIT:
            continue
        label, _, params = head.partition(";")
        group, _, name = label.strip().rpartition(".")
        name = name.upper()
        if not colon or (name not in wanted if wanted else name in _BINARY or not _NAME.fullmatch(name)):
            continue
        known = _params(params) if params else {}
        yield Property(group.lower(), name, known, _decoded(value.rstrip("\r"), known))


def card_text(card: Card) -> str:
    """The card as it stands in the file, without pictures, cut where it is endless."""
    text = card.text[:_LINE_LIMIT].replace("\r", "")
    if any(name in text for name in _BINARY):
        kept = [line for line in _logical_lines(text) if not line.lstrip().upper().startswith(_BINARY)]
        text = "\n".join(kept)
    return f"BEGIN:VCARD\n{text.strip()[:RAW_LIMIT]}\nEND:VCARD"


def unescape(value: str) -> str:
    """Backslash escapes of a text value read."""
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), value) if "\\" in value else value


def split_value(value: str, separator: str) -> list[str]:
    """The parts of a structured value, unescaped."""
    if "\\" not in value:
        return value.split(separator)
    parts: list[str] = []
    part: list[str] = []
    for piece in re.findall(rf"\\.|{separator}|[^\\{separator}]+|\\", value, re.DOTALL):
        if piece == separator:
            parts.append(unescape("".join(part)))
            part = []
        else:
            part.append(piece)
    return [*parts, unescape("".join(part))]


def _logical_lines(text: str) -> Iterator[str]:
    """Lines without the folding: one that starts with a blank continues the one before (its first blank
    is the folding's), and so does the line after a soft break "=" of quoted-printable."""
    if "=\n" not in text and "=\r" not in text:
        yield from _FOLD.sub("", text).split("\n")
        return
    held: list[str] = []
    for line in text.split("\n"):
        line = line.rstrip("\r")
        if held and _is_soft_break(held):
            held[-1] = held[-1][:-1]
            held.append(line.lstrip(" \t"))
        elif held and line[:1] in (" ", "\t"):
            held.append(line[1:])
        else:
            yield "".join(held)
            held = [line]
    yield "".join(held)


def _is_soft_break(held: list[str]) -> bool:
    return held[-1].endswith("=") and "QUOTED-PRINTABLE" in held[0][:200].upper()


@lru_cache(maxsize=4096)
def _params(text: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for param in _PARAM.findall(text) if '"' in text else text.split(";"):
        name, equals, value = param.partition("=")
        name = name.strip().upper()
        if not name:
            continue
        if not equals:
            name, value = ("ENCODING", name) if name in _ENCODINGS else ("TYPE", name)
        value = value.replace('"', "").strip()
        found[name] = f"{found[name]},{value}" if name in found else value
    return found


_ENCODINGS = ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B")


def _decoded(value: str, params: Mapping[str, str]) -> str:
    encoding = params.get("ENCODING")
    if not encoding:
        return value
    if encoding.upper() == "QUOTED-PRINTABLE":
        data = quopri.decodestring(value.encode("utf-8", "replace"))
    elif encoding.upper() in ("BASE64", "B"):
        try:
            data = binascii.a2b_base64(value)
        except binascii.Error:
            return ""
    else:
        return value
    return _text(data, params.get("CHARSET", "")).replace("\0", "").replace("\r\n", "\n")


def _text(data: bytes, charset: str) -> str:
    """Decoded as UTF-8 if it is that, whatever is declared; else as declared; else as what it looks like."""
    for name in ("utf-8", charset):
        try:
            if codecs.lookup(name)._is_text_encoding:
                return data.decode(name)
        except (LookupError, UnicodeError):
            continue
    return data.decode("utf-8" if charset else detect_encoding(data), "replace")
