"""Chunks of one column to lines: those of a row together, and those of a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from askwell.lib.text import HAN
from askwell.protocols.resumes.bullets import BULLET, without_bullet
from askwell.protocols.resumes.dates import find_span
from askwell.protocols.resumes.page.lines import Line, Span
from askwell.protocols.resumes.pdf_columns import Flow
from askwell.protocols.resumes.pdf_rows import Chunk

_han = re.compile(f"[{HAN}]")
_ALONE = re.compile(r"\W+")
_LONGEST_DATE = 20
_BROKEN_DATE = re.compile(r"\s*(?:年\d{0,2}月?|月)")
_UNFINISHED = (",", "，", "、", "&")
_BEFORE_DATE = ("，", "–", "—", "|", "｜")
_JOINED = re.compile(rf"\d–\|\d|[{HAN}\d%]\|[{HAN}]|[{HAN}]\|\d")
_MAIL = re.compile(r"[;；·|]\s*\S+@\S+\.\w+$")
_SAME_ROW = 0.4
_GAP = 1.35
_SLACK, _HANGING_SLACK = 0.02, 0.12


@dataclass(frozen=True, slots=True)
class _Row:
    """Chunks on one baseline. `x` is where its text begins, behind a mark of a list."""

    chunks: tuple[Chunk, ...]
    x: float
    bullet: bool

    @property
    def first(self) -> Chunk:
        return self.chunks[0]

    @property
    def x1(self) -> float:
        return self.chunks[-1].x1

    @property
    def bold(self) -> bool:
        return all(chunk.bold for chunk in self.chunks)

    @property
    def size(self) -> float:
        return max(chunk.size for chunk in self.chunks)


def paragraphs(flow: Flow) -> Iterator[Line]:
    """The lines of a flow."""
    rows = _with_whole_dates(list(_rows(flow.chunks)))
    usual = _usual_leading(rows)
    edge = max([flow.edge, *(row.x1 for row in rows)])
    width = edge - min((row.first.x0 for row in rows), default=0.0)
    paragraph: list[_Row] = []
    gap, fresh = False, True
    for before, row in zip([None, *rows], rows, strict=False):
        if before is None or not _goes_on(paragraph, row, edge, width, usual):
            if paragraph:
                yield _line(paragraph, gap, fresh)
                fresh = False
            paragraph = []
            gap = before is not None and _leading(before, row) > _GAP * usual
        paragraph.append(row)
    if paragraph:
        yield _line(paragraph, gap, fresh)


def _rows(chunks: list[Chunk]) -> Iterator[_Row]:
    row: list[Chunk] = []
    for chunk in chunks:
        same = row and chunk.page == row[0].page and abs(chunk.y - row[0].y) < _SAME_ROW * max(chunk.size, row[0].size)
        if row and not same:
            yield _row(row)
            row = []
        row.append(chunk)
    if row:
        yield _row(row)


def _with_whole_dates(rows: list[_Row]) -> list[_Row]:
    """Dates that a narrow column at the left broke in two are joined."""
    whole: list[_Row] = []
    for row in rows:
        above = whole[-1] if whole else None
        if above is not None and _ends_date(above, row):
            joined = replace(above.first, spans=(*above.first.spans, Span(" "), *row.first.spans))
            whole[-1] = replace(above, chunks=(joined, *above.chunks[1:]))
            row = replace(row, chunks=row.chunks[1:])
        if row.chunks:
            whole.append(row)
    return whole


def _ends_date(above: _Row, row: _Row) -> bool:
    """Whether a stretch of time begins at the left of one row and ends at the left of the next."""
    under = abs(row.first.x0 - above.first.x0) < row.size and row.first.page == above.first.page
    before, after = above.first.text.strip(), row.first.text.strip()
    if not under or len(above.chunks) < 2 or len(after) > _LONGEST_DATE:
        return False
    whole, span = f"{before} {after}", find_span(f"{before} {after}")
    first = find_span(before)
    narrow = span is not None and not span.alone and span.last - span.first >= len(whole) - 1
    return narrow and (first is None or first.alone)


def _row(chunks: list[Chunk]) -> _Row:
    chunks = sorted(chunks, key=lambda chunk: chunk.x0)
    first = chunks[0].text.strip()
    marked = bool(BULLET.match(first + " "))
    if marked and _ALONE.fullmatch(first) and len(chunks) > 1:
        return _Row(tuple(chunks), chunks[1].x0, True)
    share = len(first) - len(without_bullet(first)) if marked else 0
    return _Row(tuple(chunks), chunks[0].x0 + share * chunks[0].size * 0.4, marked)


def _usual_leading(rows: list[_Row]) -> float:
    steps = [
        _leading(one, other) for one, other in zip(rows, rows[1:], strict=False) if one.first.page == other.first.page
    ]
    return median([step for step in steps if step > 0] or [12.0])


def _leading(above: _Row, below: _Row) -> float:
    return above.first.y - below.first.y


def _goes_on(paragraph: list[_Row], row: _Row, edge: float, width: float, usual: float) -> bool:
    """Whether the row is the next of the paragraph: in the same type, right below, and its first word had no room."""
    last, first = paragraph[-1], paragraph[0]
    if _under_label(last, row) and 0 < _leading(last, row) <= _GAP * usual:
        return last.x1 + _first_word(row) > edge - _SLACK * width
    full = last.x1 + _first_word(row) > edge - _SLACK * width
    if full and _over_page(paragraph, row):
        return True
    if _breaks_off(last, row, full) and 0 < _leading(last, row) <= _GAP * usual:
        return True
    if first is last and not last.bullet and _is_head(last):
        return False
    apart = len(row.chunks) > 1 or len(last.chunks) > (2 if last.bullet and last.x > last.first.x0 else 1)
    unlike = row.bullet or row.bold != last.bold or abs(row.size - last.size) > 0.6
    step = _leading(last, row)
    if _BROKEN_DATE.match(row.first.text) and last.chunks[-1].text[-1:].isdigit() and 0 < step <= _GAP * usual:
        return True
    if find_span(last.first.text) and find_span(row.first.text):
        return False  # two entries
    if apart or unlike or not 0 < step <= max(_GAP * usual, 1.75 * row.size) or row.first.page != last.first.page:
        return False
    hangs = first.bullet and abs(row.first.x0 - first.x) < _slack_of(first)
    if row.first.x0 < first.first.x0 - row.size or (first.bullet and not hangs and row.first.x0 <= first.first.x0 + 2):
        return False
    if last.chunks[-1].text.rstrip().endswith(_UNFINISHED):
        return True
    return last.x1 + _first_word(row) > edge - (_HANGING_SLACK if hangs else _SLACK) * width


def _under_label(last: _Row, row: _Row) -> bool:
    """Whether the row stands below the text beside a label at the left."""
    one_page = row.first.page == last.first.page
    beside = len(last.chunks) == 2 and abs(row.first.x0 - last.chunks[1].x0) < 1.0
    return one_page and beside and len(row.chunks) == 1 and not last.bullet and row.first.x0 > last.first.x0 + row.size


def _over_page(item: list[_Row], row: _Row) -> bool:
    """Whether an item of a list goes on at the head of the next page, where its text begins."""
    first, next_page = item[0], row.first.page == item[-1].first.page + 1
    plain = not row.bullet and len(row.chunks) == 1 and row.bold == item[-1].bold
    return first.bullet and next_page and plain and abs(row.first.x0 - first.x) < _slack_of(first)


def _breaks_off(last: _Row, row: _Row, full: bool) -> bool:
    """Whether a row ends in the middle of something, and the next goes on with it and a date at its end."""
    unfinished = last.chunks[-1].text.rstrip().endswith((*_UNFINISHED, "–"))
    ended, begun, gone_on = last.chunks[-1].spans[-1], last.first.spans[0], row.first.spans[0]
    same_type = (ended.bold, ended.italic) == (gone_on.bold, gone_on.italic) != (begun.bold, begun.italic)
    under = abs(row.first.x0 - last.first.x0) < 1.0 and row.first.page == last.first.page
    dated = len(row.chunks) == 2 and find_span(row.chunks[1].text) is not None
    return (unfinished or (full and same_type)) and under and dated and len(last.chunks) == 1 and not last.bullet


def _is_head(row: _Row) -> bool:
    """Whether a row ends as the head of an entry does, or how somebody is reached: with a date, where it begins in
    bold or the date stands apart, or with an address of mail."""
    text = row.chunks[-1].text.rstrip()
    span = find_span(text)
    dated = span is not None and span.last == len(text)
    apart = span is not None and text[: span.first].rstrip().endswith(_BEFORE_DATE)
    return (dated and (apart or (row.first.spans[0].bold and not row.bold))) or bool(_MAIL.search(text))


def _slack_of(item: _Row) -> float:
    """How far from its text the next row of an item may begin: less than halfway to the mark, where that is known."""
    known = item.x - item.first.x0 if len(item.chunks) > 1 else item.size
    return min(item.size, max(2.0, 0.5 * known))


def _first_word(row: _Row) -> float:
    text = row.first.text.strip()
    word = text[0] if _han.match(text) else text.split()[0]
    return (row.first.x1 - row.first.x0) * len(word) / len(text) + 0.25 * row.size


def _line(rows: list[_Row], gap: bool, fresh: bool) -> Line:
    spans: list[Span] = []
    for row in rows:
        ended = "".join(span.text for span in spans)
        if spans and not ended.endswith(" "):
            spans.append(Span(_between(ended, row.first.text)))
        for place, chunk in enumerate(row.chunks):
            spans += [Span("\t"), *chunk.spans] if place else chunk.spans
    return Line(_unmarked(spans) if rows[0].bullet else spans, bullet=rows[0].bullet, gap=gap, fresh=fresh)


def _between(before: str, after: str) -> str:
    """What parts two rows of a paragraph: nothing in Chinese, beside its numbers, and behind a hyphen."""
    if before.endswith(("-", *"，。、；：")) or _JOINED.search(f"{before[-2:]}|{after.strip()[:1]}"):
        return ""
    return " "


def _unmarked(spans: list[Span]) -> list[Span]:
    """Without the mark of a list, and the space behind it."""
    text = "".join(span.text for span in spans)
    bare = without_bullet(text.replace("\t", " ", 1))
    cut = len(text) - len(bare.lstrip())
    kept: list[Span] = []
    for span in spans:
        dropped = min(cut, len(span.text))
        cut -= dropped
        if span.text[dropped:]:
            kept.append(replace(span, text=span.text[dropped:]))
    return kept
