"""Cards typed as boxes: what text recognition would have seen, without a picture."""

import math
from collections.abc import Sequence

from askwell.protocols.pictures import Corners, TextLine

Row = tuple[str, float]


def box(
    text: str, x: float, y: float, size: float, *, side: int = 0, sureness: float = 0.98, down: bool = False
) -> TextLine:
    """A line whose first letter's top left stands at x, y; `down`: written from the top to the bottom."""
    length = sum(size if ord(char) > 0x2E80 else 0.55 * size for char in text)
    width, height = (size, length * 1.2) if down else (length, size)
    return TextLine(text, sureness, ((x, y), (x + width, y), (x + width, y + height), (x, y + height)), side)


def column(*rows: Row, x: float = 60, y: float = 60, side: int = 0, space: float = 0.6) -> list[TextLine]:
    """Rows of (text, size) under each other from the left."""
    lines = []
    for text, size in rows:
        lines.append(box(text, x, y, size, side=side))
        y += size * (1 + space)
    return lines


def centred(*rows: Row, middle: float = 500, y: float = 60) -> list[TextLine]:
    """The same around a middle."""
    lines = column(*rows, x=0, y=y)
    return [_moved(line, middle - line.corners[1][0] / 2, 0) for line in lines]


def turned(lines: Sequence[TextLine], degrees: float) -> list[TextLine]:
    """The card photographed askew."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def turn(corners: Corners) -> Corners:
        first, second, third, fourth = ((x * cos - y * sin, x * sin + y * cos) for x, y in corners)
        return first, second, third, fourth

    return [TextLine(line.text, line.sureness, turn(line.corners), line.side) for line in lines]


def _moved(line: TextLine, across: float, down: float) -> TextLine:
    first, second, third, fourth = ((x + across, y + down) for x, y in line.corners)
    return TextLine(line.text, line.sureness, (first, second, third, fourth), line.side)
