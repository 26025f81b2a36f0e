"""Where lines stand on a card: straightened, columns and rows told apart, labels put to what they label."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from askwell.lib.text import clean
from askwell.people.rules.cards.words import LABEL
from askwell.protocols.pictures import TextLine

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_BARS = re.compile(r"\s*[|｜¦•●■◆▪│]\s*|\s+[·/]\s+|\s{3,}")
_MOST = 240


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in the card's own, straightened frame: x from the left, y downwards, `size` the
    height of its letters (their width, where they run downwards)."""

    text: str
    lines: tuple[int, ...]
    side: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    sureness: float

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.top + self.bottom) / 2


def pieces_of(lines: Sequence[TextLine]) -> list[Piece]:
    """The lines as pieces, in reading order of each side: rows from the top, from left to right. Bars part
    a line into several; a lone label ("Tel") is joined to what stands right of it."""
    placed: list[Piece] = []
    for side in sorted({line.side for line in lines}):
        chosen = [(number, line) for number, line in enumerate(lines) if line.side == side][:_MOST]
        slope = _slope([line for _, line in chosen])
        whole = [_placed(number, line, slope) for number, line in chosen]
        rows = _rows([piece for piece in whole if piece.text])
        placed += [part for row in rows for piece in _with_labels(row) for part in _parted(piece)]
    return placed


def halfwidth(text: str) -> str:
    """Full-width signs, figures and letters as ordinary ones; as long as before."""
    return text.translate(_WIDE)


def beside(one: Piece, other: Piece) -> bool:
    """Whether the two stand in one row."""
    return abs(one.middle - other.middle) < 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def aligned(one: Piece, other: Piece) -> bool:
    """Whether the two start, end or are centred in one column."""
    left, right = one.left - other.left, one.right - other.right
    return min(abs(left), abs(right), abs(left + right) / 2) < max(one.size, other.size)


def gap(upper: Piece, lower: Piece) -> float:
    """The space between them, downwards, in heights of the smaller letters; negative where they overlap."""
    return (lower.top - upper.bottom) / max(1.0, min(upper.size, lower.size))


def _slope(lines: Iterable[TextLine]) -> float:
    angles = []
    for line in lines:
        (left, top), (right, upper), (_, lower), _ = line.corners
        width, fall = right - left, upper - top
        if width > 2 * abs(lower - upper) and width > 0:
            angles.append(math.atan2(fall, width))
    return median(angles) if angles else 0.0


def _placed(number: int, line: TextLine, slope: float) -> Piece:
    turn, rise = math.cos(-slope), math.sin(-slope)
    corners = [(x * turn - y * rise, x * rise + y * turn) for x, y in line.corners]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    height, width = max(ys) - min(ys), max(xs) - min(xs)
    text = clean(line.text, limit=300)
    downwards = len(text) > 1 and height > 1.5 * width
    size = width if downwards else math.dist(corners[0], corners[3])
    return Piece(text, (number,), line.side, min(xs), max(xs), min(ys), max(ys), max(size, 1.0), line.sureness)


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    """What runs downwards from the right, each for itself; then rows from the top."""
    rows: list[list[Piece]] = []
    downwards = [piece for piece in pieces if piece.bottom - piece.top > 1.5 * (piece.right - piece.left)]
    for piece in sorted((piece for piece in pieces if piece not in downwards), key=lambda piece: piece.middle):
        row = next((row for row in rows[-3:] if beside(row[-1], piece)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    columns = [[piece] for piece in sorted(downwards, key=lambda piece: -piece.right)]
    return [*columns, *(sorted(row, key=lambda piece: piece.left) for row in rows)]


def _with_labels(row: list[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in row:
        before = joined[-1] if joined else None
        if before and LABEL.fullmatch(halfwidth(before.text)) and not LABEL.fullmatch(halfwidth(piece.text)):
            joined[-1] = join([before, piece], " ")
        else:
            joined.append(piece)
    return joined


def join(pieces: Sequence[Piece], blank: str) -> Piece:
    """Several pieces as one."""
    return replace(
        pieces[0],
        text=blank.join(piece.text for piece in pieces),
        lines=tuple(dict.fromkeys(line for piece in pieces for line in piece.lines)),
        left=min(piece.left for piece in pieces),
        right=max(piece.right for piece in pieces),
        top=min(piece.top for piece in pieces),
        bottom=max(piece.bottom for piece in pieces),
        sureness=min(piece.sureness for piece in pieces),
    )


def _parted(piece: Piece) -> list[Piece]:
    """The parts of a line between bars, each with its share of the width."""
    parts, start, found = [], 0, list(_BARS.finditer(piece.text))
    width, letters = piece.right - piece.left, max(1, len(piece.text))
    for begin, end in [*((bar.start(), bar.end()) for bar in found), (len(piece.text), 0)]:
        if text := piece.text[start:begin].strip():
            left, right = (piece.left + width * place / letters for place in (start, begin))
            parts.append(replace(piece, text=text, left=left, right=right))
        start = end
    return parts
