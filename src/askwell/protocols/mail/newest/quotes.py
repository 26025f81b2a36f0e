"""Tells own lines from quoted ones, and finds the headers that announce a quote."""

import re
from enum import Enum, auto

from askwell.protocols.mail.newest import header_words as words
from askwell.protocols.mail.newest.endings import is_footer

SEEN = 300
"""Characters of a line that are looked at."""
HEADER_LINES = 7
"""Lines over which one header may be broken, empty ones among them."""


class Kind(Enum):
    OWN = auto()
    BLANK = auto()
    QUOTED = auto()
    HEADER = auto()  # announces a quote
    FOOTER = auto()  # put there by a program
    GONE = auto()  # below the end of the reply


_quoted = re.compile(r"\s{0,8}(?:>|\|\s|\|$|[A-Z]{1,2}>)")
_marks = re.compile(r"[\s>|]{0,80}")


def kinds(lines: list[str]) -> list[Kind]:
    """The kind of each line."""
    marks: list[Kind] = []
    own = False
    while len(marks) < len(lines):
        number = len(marks)
        header = _header_end(lines, number)
        if header and own and not _quote_follows(lines, header):
            break
        if header:
            marks += [Kind.HEADER] * (header - number)
            continue
        kind = _kind(lines[number][:SEEN])
        if kind is Kind.OWN and own and _ends_reply(lines, number):
            break
        own = own or kind is Kind.OWN
        marks.append(kind)
    return marks + [Kind.GONE] * (len(lines) - len(marks))


def _kind(line: str) -> Kind:
    if not line.strip():
        return Kind.BLANK
    if _quoted.match(line):
        return Kind.QUOTED
    return Kind.FOOTER if is_footer(line) else Kind.OWN


def _bare(line: str) -> str:
    """The beginning of a line without marks of quoting and of bold type."""
    start = line[:SEEN]
    return start[_marks.match(start).end() :].replace("*", "").strip()  # type: ignore[union-attr]  # always matches


def _quote_follows(lines: list[str], number: int) -> bool:
    """Whether the first line with text from `number` on is marked as quoted."""
    for line in lines[number : number + HEADER_LINES]:
        if line.strip():
            return bool(_quoted.match(line))
    return False


def _ends_reply(lines: list[str], number: int) -> bool:
    """Whether a rule of dashes stands here that parts the signature (or a quoted message) from the reply."""
    line = lines[number][:SEEN].strip()
    return line == "--" or bool(words.RULE.fullmatch(line))


def _header_end(lines: list[str], number: int) -> int:
    """The number of the line after the header that begins here, 0 when none does."""
    first = _bare(lines[number])
    if not first:
        return 0
    if words.ORIGINAL.fullmatch(first):
        return number + 1 + _fields(lines, number + 1)
    if words.FROM_FIELD.match(first):
        count = _fields(lines, number)
        return number + count if count else 0
    return _attribution_end(lines, number, first)


def _fields(lines: list[str], number: int) -> int:
    """How many lines the header fields (From, Sent, To …) take from here on; 0 when there are fewer than two."""
    found = last = 0
    for count, line in enumerate(lines[number : number + 14], 1):
        bare = _bare(line)
        if words.FIELD.match(bare):
            found, last = found + 1, count
        elif bare and (not found or count - last > 1):
            break
    return last if found > 1 else 0


def _attribution_end(lines: list[str], number: int, first: str) -> int:
    """The end of a line such as "On 5 May 2026, Li Na wrote:", which may be broken."""
    if words.DATED_SENDER.fullmatch(first):
        return number + 1
    begins = words.BEGINS.match(first)
    if not (begins or words.MAY_BEGIN.match(first)):
        return 0
    joined = ""
    for count, line in enumerate(lines[number : number + (HEADER_LINES if begins else 2)], 1):
        bare = _bare(line)
        if joined and (words.BEGINS.match(bare) or not (bare or begins)):
            return 0
        joined = f"{joined} {bare}".strip()
        if len(joined) > SEEN:
            return 0
        if words.WROTE.search(joined) and words.DATE_OR_ADDRESS.search(joined):
            return number + count
    return 0
