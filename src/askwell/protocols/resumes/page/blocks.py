"""Entries of a section: which lines stand above one, when it was, what is told below."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from askwell.protocols.resumes.dates import Span, find_span
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.page.parts import Segment, segments

_LONGEST_HEADER = 130
_SHORT = 75
_MOST_BEFORE = 2
_ENDS = (".", "。", "!", "！", ";", "；")


@dataclass(slots=True)
class Entry:
    """The segments of its header in order, the place named there, its dates, and the lines below."""

    parts: list[Segment] = field(default_factory=list)
    place: str = ""
    start: str = ""
    end: str = ""
    alone: bool = False
    dated: bool = False
    body: list[Line] = field(default_factory=list)


def entries(lines: Sequence[Line], *, single_dates: bool) -> list[Entry]:
    """The entries of a section:

    1. Lines with a stretch of time are anchors (with `single_dates` one date is enough).
    2. As many lines as stand before the first anchor stand before each, where there are no items of lists.
    3. What follows an anchor belongs to the header while the header lacks its second part.
    4. The rest up to the next header is the body.
    """
    spans = _anchors(lines, single_dates)
    if not spans:
        return _undated(lines)
    places = sorted(spans)
    before = _lines_before(lines, places[0])
    starts = [_start(lines, places, number, before) for number in range(len(places))]
    follows = _one_follows(lines, places, starts)
    found = []
    for number, anchor in enumerate(places):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        found.append(_entry(lines, starts[number], anchor, end, spans[anchor], follows))
    return found


def _anchors(lines: Sequence[Line], single_dates: bool) -> dict[int, Span]:
    every = {place: span for place, line in enumerate(lines) if (span := _span_of(line, single_dates))}
    plain = {place: span for place, span in every.items() if not lines[place].bullet}
    if any(not span.alone for span in plain.values()) and not single_dates:
        return {place: span for place, span in plain.items() if not span.alone or _stands_apart(lines[place], span)}
    return plain or every


def _span_of(line: Line, single_dates: bool) -> Span | None:
    span = find_span(line.text)
    if span is None:
        return None
    rest = (line.text[: span.first] + line.text[span.last :]).strip(" \t,，()（）|·•–—-")
    if len(rest) > _LONGEST_HEADER or (rest.endswith(_ENDS[:1]) and len(rest.split()) > 8) or rest.endswith("。"):
        return None
    if span.alone and not single_dates and not _stands_apart(line, span):
        return None
    at_edge = not line.text[: span.first].strip(" \t(（") or not line.text[span.last :].strip(" \t)）.。")
    return span if at_edge or not line.bullet or not span.alone else None


def _stands_apart(line: Line, span: Span) -> bool:
    """Whether a single date is set off from the rest: by a wide space, brackets or a mark, at an end of the line."""
    before, after = line.text[: span.first], line.text[span.last :]
    if not after.strip(" )）"):
        return not before.strip() or before.endswith(("\t", "(", "（", "| ", ", ", "， ", "，", "· ", "– ", "— "))
    return not before.strip() and after.startswith(("\t", " |", ":", "：", " –", " —", ", "))


def _lines_before(lines: Sequence[Line], first: int) -> int:
    return min(first, _MOST_BEFORE) if not any(line.bullet for line in lines[:first]) else 0


def _start(lines: Sequence[Line], places: Sequence[int], number: int, before: int) -> int:
    """Where the header of an anchor begins."""
    anchor = places[number]
    if number == 0:
        return 0 if anchor <= _MOST_BEFORE else anchor - before
    start = anchor
    while anchor - start < before and start - 1 > places[number - 1] and _may_be_header(lines[start - 1]):
        start -= 1
        if lines[start].gap:
            break
    return start


def _may_be_header(line: Line) -> bool:
    long = len(line.text) > _LONGEST_HEADER
    return not line.bullet and not long and not line.text.endswith(_ENDS)


def _one_follows(lines: Sequence[Line], places: Sequence[int], starts: Sequence[int]) -> bool:
    """Whether in most entries one short line stands between the anchor and a list of items."""
    if not any(line.bullet for line in lines):
        return False
    yes = 0
    for number, anchor in enumerate(places):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        after = lines[anchor + 1 : end]
        yes += bool(after) and _is_short(after[0]) and (len(after) == 1 or after[1].bullet)
    return yes * 10 >= len(places) * 6


def _is_short(line: Line) -> bool:
    return _may_be_header(line) and len(line.text) <= _SHORT


def _entry(lines: Sequence[Line], start: int, anchor: int, end: int, span: Span, follows: bool) -> Entry:
    entry = Entry(start=span.start, end=span.end, alone=span.alone, dated=True)
    for place in range(start, anchor):
        _add(entry, lines[place], place - start)
    _add(entry, lines[anchor], anchor - start, span)
    place = anchor + 1
    while place < end and place - anchor <= _MOST_BEFORE and _is_short(lines[place]) and _wants_more(entry, follows):
        _add(entry, lines[place], place - start)
        follows = False
        place += 1
    entry.body = list(lines[place:end])
    return entry


def _wants_more(entry: Entry, follows: bool) -> bool:
    if follows:
        return True
    return len(entry.parts) < 2 and sum(len(part.pieces) for part in entry.parts) < 2


def _add(entry: Entry, line: Line, number: int, span: Span | None = None) -> None:
    first, last = (span.first, span.last) if span else (0, 0)
    parts, place = segments(line, number, first, last)
    entry.parts += parts
    entry.place = entry.place or place


def _undated(lines: Sequence[Line]) -> list[Entry]:
    """Entries of a section without dates: each run of plain lines before items of a list, or each line."""
    found: list[Entry] = []
    listed = any(line.bullet for line in lines) and not lines[0].bullet if lines else False
    for place, line in enumerate(lines):
        opens = not line.bullet and (place == 0 or not listed or lines[place - 1].bullet or line.gap)
        if opens or not found:
            found.append(Entry())
        if line.bullet and listed:
            found[-1].body.append(line)
        elif not listed and not opens:
            found.append(Entry())
            _add(found[-1], line, 0)
        else:
            _add(found[-1], line, 0)
    return [entry for entry in found if entry.parts or entry.body]
