"""Content lines of iCalendar (RFC 5545, 3.1), read from a stranger's bytes.

Unlike the icalendar library, which we write with, this never gives up a whole calendar for one bad line, keeps
only properties that somebody asks for, and has bounds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from askwell.protocols.calendar.model import UnreadableCalendar
from askwell.protocols.contacts.encodings import detect_encoding

MOST_BYTES = 10_000_000
MOST_PARTS = 60_000
MOST_ALIKE = 500  # lines of one name in one component
MOST_PARAMETERS = 50
DEEPEST = 8
LONGEST = 20_000  # characters of a value

_WANTED = frozenset(
    {
        "METHOD", "X-WR-TIMEZONE", "UID", "SEQUENCE", "DTSTAMP", "RECURRENCE-ID", "DTSTART", "DTEND",
        "DURATION", "SUMMARY", "STATUS", "ORGANIZER", "ATTENDEE", "RRULE", "EXDATE", "RDATE", "LOCATION",
        "DESCRIPTION", "URL", "COMMENT", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "REQUEST-STATUS", "FREEBUSY",
        "TZID", "X-LIC-LOCATION", "TZOFFSETFROM", "TZOFFSETTO",
    }
)  # fmt: skip
_NAME = re.compile(r"[A-Za-z0-9-]++")
_PARAMETER = re.compile(r';([A-Za-z0-9-]++)=((?:"[^"]*+"|[^";:]*+)++)')
_CHARSET = re.compile(r"gb|big5|euc|shift|iso-?(?:8859|2022)|windows-?12|cp12|koi8|latin|ks_c")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CIRCUMFLEX = re.compile(r"\^([n^'])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """One property: parameters by upper-case name, quotes taken off; the value as written."""

    value: str
    parameters: dict[str, str]

    @property
    def text(self) -> str:
        """The value as text (3.3.11), without control characters."""
        return clean(_ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value))


@dataclass(slots=True)
class Part:
    """A component, such as VEVENT: its lines by name, and the components within."""

    name: str
    lines: dict[str, list[str]] = field(default_factory=dict)
    parts: list["Part"] = field(default_factory=list)

    def every(self, name: str) -> Iterator[Line]:
        return map(parse_line, self.lines.get(name, ()))

    def first(self, name: str) -> Line | None:
        return next(self.every(name), None)

    def text(self, name: str) -> str:
        line = self.first(name)
        return line.text.strip() if line else ""

    def walk(self, name: str) -> Iterator["Part"]:
        """Every component of that name below this one."""
        for part in self.parts:
            if part.name == name:
                yield part
            yield from part.walk(name)


def scan(data: bytes, charset: str = "") -> Part:
    """The components of a calendar, under one without name. `charset`: what the mail says of it, believed where
    the bytes are not UTF-8. Lines that mean nothing and missing ENDs are forgiven. Raises `UnreadableCalendar`."""
    if len(data) > MOST_BYTES:
        raise UnreadableCalendar("too_large")
    whole = Part("")
    open_parts, count = [whole], 0
    for line in _unfolded(data, charset):
        name = _name(line)
        if name == "BEGIN":
            count += 1
            open_parts.append(_begin(line, open_parts, count))
        elif name == "END":
            _end(line, open_parts)
        elif name in _WANTED:
            alike = open_parts[-1].lines.setdefault(name, [])
            if len(alike) < MOST_ALIKE:
                alike.append(line)
    if not whole.parts:
        raise UnreadableCalendar("no_calendar")
    return whole


def _begin(line: str, open_parts: list[Part], count: int) -> Part:
    if count > MOST_PARTS:
        raise UnreadableCalendar("too_many")
    if len(open_parts) > DEEPEST:
        raise UnreadableCalendar("too_nested")
    part = Part(line[6:].strip().upper())
    open_parts[-1].parts.append(part)
    return part


def _end(line: str, open_parts: list[Part]) -> None:
    """Close the innermost component of that name with all that is open in it."""
    name = line[4:].strip().upper()
    for depth in range(len(open_parts) - 1, 0, -1):
        if open_parts[depth].name == name:
            del open_parts[depth:]
            return


def parse_line(line: str) -> Line:
    """Forgives a colon in an unquoted name, and a property whose parameters are in no order at all."""
    parameters: dict[str, str] = {}
    place = match.end() if (match := _NAME.match(line)) else 0
    for _ in range(MOST_PARAMETERS):
        if not (found := _PARAMETER.match(line, place)):
            break
        parameters.setdefault(found[1].upper(), _unquoted(found[2]))
        place = found.end()
    return Line(line[place:].partition(":")[2], parameters)


def clean(text: str) -> str:
    """Without control characters but line feeds; carriage returns become these."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Clean, with single spaces instead of line ends and other blanks."""
    return " ".join(clean(text).split())


def _unquoted(value: str) -> str:
    plain = _CIRCUMFLEX.sub(lambda found: {"n": "\n", "^": "^", "'": '"'}[found[1]], value)  # RFC 6868
    return clean(plain.strip().strip('"')).strip()


def _name(line: str) -> str:
    found = _NAME.match(line)
    return found[0].upper() if found else ""


def _unfolded(data: bytes, charset: str) -> Iterator[str]:
    """Lines are put together before they are decoded: many programs fold within a character."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    plain = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n ", b"").replace(b"\n\t", b"")
    return (line[:LONGEST].strip() for line in decoded(plain, charset).split("\n"))


def decoded(data: bytes, charset: str = "") -> str:
    """Text of bytes in UTF-8, else in `charset` when that fits, else in what they look like."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    name = charset.strip().lower()
    name = "gb18030" if name in ("gb2312", "gbk") else name
    if _CHARSET.match(name):
        try:
            return data.decode(name)
        except (LookupError, ValueError):  # nobody knows it; or it is another, or has U+0000
            pass
    return data.decode(detect_encoding(data), "replace")
