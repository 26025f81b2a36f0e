"""Entries of a section: which lines stand above one, when it was, what is told below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from askwell.lib.text import fold
from askwell.protocols.resumes.dates import Span, find_span
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.page.parts import Segment, segments
from askwell.protocols.resumes.page.scores import firm_score, title_score

_LONGEST_HEADER = 130
_SHORT = 75
_IN_BRACKETS = re.compile(r"^(\S.*?)\s*[(（]([^()（）]+)[)）]$")
_MOST_BEFORE = 2
_WORDS_OF_A_TOWN = 3
_COLUMN_NAMES = """
date, dates, period, time, years, year, duration, from, to, start, end, employer, company, organization,
organisation, position, title, job title, role, location, city, responsibilities, description, duties, school,
institution, university, degree, program, programme, field, major, field of study, certificate, issuer, période,
durée, année, employeur, entreprise, société, organisme, poste, titre, fonction, lieu, ville, tâches,
responsabilités, école, établissement, diplôme, programme, domaine, certificat, émetteur, 时间, 起止时间,
起止日期, 年份, 日期, 单位, 工作单位, 公司, 公司名称, 企业, 机构, 组织, 职位, 职务, 岗位, 地点, 城市, 工作内容,
职责, 工作职责, 学校, 院校, 毕业院校, 学历, 学位, 专业, 专业及学历, 证书, 证书名称, 颁发机构
"""
_COLUMNS = frozenset(fold(name) for name in _COLUMN_NAMES.replace("\n", " ").split(","))
_ABBREVIATED = re.compile(r"\b(?:co|inc|ltd|corp|llc|ltée|enr|dept|st|sr|jr)\.$", re.IGNORECASE)
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


def entries(lines: Sequence[Line], *, single_dates: bool, town: str = "") -> list[Entry]:
    """The entries of a section:

    1. Lines with a stretch of time are anchors (with `single_dates` one date is enough).
    2. As many lines as stand before the first anchor stand before each, where there are no items of lists.
    3. What follows an anchor belongs to the header while the header lacks its second part.
    4. The rest up to the next header is the body.
    5. Where a known place ends a part of one header, the same part of others ends with a place too; `town` is one.
    """
    lines = [line for line in lines if not names_columns(line)]
    spans = _anchors(lines, single_dates)
    if not spans:
        return _undated(lines, town)
    places = sorted(spans)
    before = _lines_before(lines, places[0], spans[places[0]])
    starts = [_start(lines, places, number, before) for number in range(len(places))]
    follows = _one_follows(lines, places, starts)
    found = []
    for number, anchor in enumerate(places):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        found.append(_entry(_Stretch(lines, starts[number], anchor, end, town), spans[anchor], follows))
    _take_places(found)
    return found


def _take_places(found: Sequence[Entry]) -> None:
    """Unknown places, where the places of other entries stand."""
    slots = {number for entry in found for number, part in enumerate(entry.parts) if part.placed}
    for entry in found:
        for number in slots & set(range(len(entry.parts))):
            *pieces, last = entry.parts[number].pieces
            if any(char.isdigit() for char in last):
                continue
            bracket = _IN_BRACKETS.match(last)
            if bracket:
                pieces, last = [*pieces, bracket[1]], bracket[2]
            plain = len(last.split()) <= _WORDS_OF_A_TOWN and not title_score(last) and firm_score(last) < 1
            if pieces and plain and not entry.place:
                entry.parts[number] = replace(entry.parts[number], pieces=tuple(pieces))
                entry.place = last


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The lines of one entry: from `start` to before `end`, its date on the line `anchor`."""

    lines: Sequence[Line]
    start: int
    anchor: int
    end: int
    town: str


def names_columns(line: Line) -> bool:
    """Whether the line is the head of a table: nothing but words for its columns."""
    pieces = line.text.split("\t")
    return len(pieces) > 1 and all(fold(piece) in _COLUMNS for piece in pieces)


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
    sentence = rest.endswith("。") or (rest.endswith(".") and len(rest.split()) > 8 and not _ABBREVIATED.search(rest))
    if len(rest) > _LONGEST_HEADER or sentence:
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


def _lines_before(lines: Sequence[Line], first: int, span: Span) -> int:
    """How many lines stand above a date; of very many above the first none, where its own line says enough."""
    if first > _MOST_BEFORE and len(segments(lines[first], 0, span.first, span.last)[0]) > 1:
        return 0
    return min(first, _MOST_BEFORE) if not any(line.bullet for line in lines[:first]) else 0


def _start(lines: Sequence[Line], places: Sequence[int], number: int, before: int) -> int:
    """Where the header of an anchor begins."""
    anchor = places[number]
    if number == 0:
        return 0 if anchor <= _MOST_BEFORE else anchor - before
    start = anchor
    if not before and _is_date(lines[anchor]) and not _is_date(lines[places[0]]):
        before = 1  # the date had no room beside its header
    while anchor - start < before and start - 1 > places[number - 1] and _may_be_header(lines[start - 1]):
        start -= 1
        if lines[start].gap:
            break
    return start


def _is_date(line: Line) -> bool:
    """Whether the line is a date and nothing more."""
    span = find_span(line.text)
    return span is not None and not (line.text[: span.first] + line.text[span.last :]).strip(" .,()（）")


def _may_be_header(line: Line) -> bool:
    long = len(line.text) > _LONGEST_HEADER
    ended = line.text.endswith(_ENDS) and not _ABBREVIATED.search(line.text)
    return not line.bullet and not long and not ended


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


def _entry(of: _Stretch, span: Span, follows: bool) -> Entry:
    entry = Entry(start=span.start, end=span.end, alone=span.alone, dated=True)
    for place in range(of.start, of.anchor):
        _add(entry, of.lines[place], place - of.start, of.town)
    _add(entry, of.lines[of.anchor], of.anchor - of.start, of.town, span)
    place = of.anchor + 1
    latest = min(of.end, of.anchor + _MOST_BEFORE + 1)
    while place < latest and _is_short(of.lines[place]) and _wants_more(entry, follows, of.lines[place]):
        _add(entry, of.lines[place], place - of.start, of.town)
        follows = False
        place += 1
    entry.body = list(of.lines[place : of.end])
    return entry


def _wants_more(entry: Entry, follows: bool, below: Line) -> bool:
    if follows:
        return True
    if len(entry.parts) == 1 and entry.parts[0].bold and not below.bold:
        return True
    return len(entry.parts) < 2 and sum(len(part.pieces) for part in entry.parts) < 2


def _add(entry: Entry, line: Line, number: int, town: str, span: Span | None = None) -> None:
    first, last = (span.first, span.last) if span else (0, 0)
    parts, place = segments(line, number, first, last, town)
    entry.parts += parts
    entry.place = entry.place or place


def _undated(lines: Sequence[Line], town: str) -> list[Entry]:
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
            _add(found[-1], line, 0, town)
        else:
            _add(found[-1], line, 0, town)
    return [entry for entry in found if entry.parts or entry.body]
