"""Pieces of text put together to chunks: what stands on one baseline without a wide space within."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from askwell.lib.text import HAN
from askwell.protocols.resumes.bullets import MARKS
from askwell.protocols.resumes.page.lines import Span
from askwell.protocols.resumes.pdf_text import Piece

_han = re.compile(f"[{HAN}，。、；：（）《》！？]")
_TOUCHES, _WORD_SPACE = 0.12, 0.9
"""Spaces in sizes of the type: narrower than the first is none, wider than the second parts chunks."""
_HAN_SPACE = 0.35
_BASELINE = 0.35


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of text on one baseline, in points, `y` upwards."""

    spans: tuple[Span, ...]
    x0: float
    x1: float
    y: float
    size: float
    page: int

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def bold(self) -> bool:
        return all(span.bold for span in self.spans if span.text.strip())


def chunks_of(pieces: Sequence[Piece], page: int) -> list[Chunk]:
    """The chunks of a page from top to bottom, left to right."""
    shown = [piece for piece in pieces if piece.text.strip() or piece.text == " "]
    return [chunk for row in _rows(shown) for chunk in _chunks(row, page)]


def _rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces that share a baseline, or nearly."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if row and row[0].y - piece.y > _BASELINE * max(piece.size, row[-1].size, 1.0):
            yield sorted(row, key=lambda piece: piece.x0)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda piece: piece.x0)


def _chunks(row: list[Piece], page: int) -> Iterator[Chunk]:
    run: list[Piece] = []
    for piece in row:
        if run and _is_again(piece, run[-1]):
            continue
        if run and (_is_mark(run) or piece.x0 - _end(run[-1]) > _WORD_SPACE * max(piece.size, run[-1].size)):
            yield from _chunk(run, page)
            run = []
        run.append(piece)
    yield from _chunk(run, page)


def _is_again(piece: Piece, before: Piece) -> bool:
    """Whether it is shown a second time for weight."""
    return piece.text == before.text and abs(piece.x0 - before.x0) < 0.1 * piece.size


def _is_mark(run: list[Piece]) -> bool:
    """Whether nothing but the mark of an item was shown yet: what follows has a place of its own."""
    return "".join(piece.text for piece in run).strip() in MARKS and bool(run[0].text.strip())


def _end(piece: Piece) -> float:
    """Where its letters end: blanks at its end are space."""
    bare = piece.text.rstrip()
    blanks = len(piece.text) - len(bare)
    return piece.x1 - blanks * min(0.28 * piece.size, (piece.x1 - piece.x0) / max(1, len(piece.text)))


def _chunk(run: list[Piece], page: int) -> Iterator[Chunk]:
    spans: list[Span] = []
    for before, piece in zip([None, *run], run, strict=False):
        text = _space(before, piece) + piece.text
        if spans and (spans[-1].bold, spans[-1].italic, spans[-1].size) == (piece.bold, piece.italic, piece.size):
            spans[-1] = Span(spans[-1].text + text, piece.bold, piece.italic, piece.size)
        else:
            spans.append(Span(text, piece.bold, piece.italic, piece.size))
    if "".join(span.text for span in spans).strip():
        heavy = max(run, key=lambda piece: len(piece.text.strip()))
        yield Chunk(tuple(spans), run[0].x0, max(map(_end, run)), heavy.y, max(piece.size for piece in run), page)


def _space(before: Piece | None, piece: Piece) -> str:
    """The blank between two pieces; typesetters move Chinese a little away from Latin letters and figures."""
    if before is None or before.text.endswith(" ") or piece.text.startswith(" "):
        return ""
    gap = (piece.x0 - before.x1) / max(piece.size, 1.0)
    touching = _HAN_SPACE if _han.match(before.text[-1]) or _han.match(piece.text[0]) else _TOUCHES
    return " " if gap > touching else ""
