"""Lines of the map: from dot to dot, around what is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from askwell.people.rules.netmap import Placed
from askwell.people.rules.netmap.layout import COLUMN

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom of what is written somewhere, or of a number."""

LEANS = (0.12, -0.12, 0.3, -0.3, 0.55, -0.55)
"""How far a line may lean out, as a part of its length: the first that crosses the fewest words is drawn."""
SHORT, AROUND_A_NAME = 60, 120
"""A line shorter than the first would run through the name below its beginning: it leans out by the second."""
SAMPLES = tuple(number / 12 for number in range(1, 12))
PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
NUMBER = 22
"""So far from each other lie the middles of two numbers, and of a number and a dot."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve that leans towards a point."""

    start: Point
    towards: Point
    end: Point

    def at(self, part: float) -> Point:
        """The point at this part of the curve, from 0 to 1."""
        rest = 1 - part
        x, y = (
            rest * rest * one + 2 * rest * part * two + part * part * three
            for one, two, three in zip(self.start, self.towards, self.end, strict=True)
        )
        return x, y

    def free_place(self, taken: Sequence[Box]) -> Point:
        """Where a number can stand on it: the middle, or the nearest place to it that nothing else takes."""
        return next((spot for part in PLACES if not _crossed(spot := self.at(part), taken)), self.at(0.5))

    def __str__(self) -> str:
        (x1, y1), (x2, y2), (x3, y3) = self.start, self.towards, self.end
        return f"M{x1:.0f} {y1:.0f}Q{x2:.0f} {y2:.0f} {x3:.0f} {y3:.0f}"


def around(point: Point) -> Box:
    """What a dot, or a number, takes."""
    x, y = point
    return x - NUMBER, y - NUMBER, x + NUMBER, y + NUMBER


def curve(start: Point, end: Point, taken: Sequence[Box]) -> Curve:
    """From one dot to another, through as few words as can be."""
    best, fewest = None, len(SAMPLES) + 1
    for one in _curves(start, end):
        crossed = sum(_crossed(one.at(part), taken) for part in SAMPLES)
        if crossed < fewest:
            best, fewest = one, crossed
        if not crossed:
            break
    assert best, "there is always a first"
    return best


def _curves(start: Point, end: Point) -> Iterator[Curve]:
    across, down = end[0] - start[0], end[1] - start[1]
    far = hypot(across, down) or 1.0
    leans = [far * lean for lean in LEANS] if far > SHORT else [AROUND_A_NAME, -AROUND_A_NAME]
    for lean in leans:
        middle = (start[0] + end[0]) / 2 - down / far * lean, (start[1] + end[1]) / 2 + across / far * lean
        yield Curve(start, middle, end)


def _crossed(point: Point, taken: Sequence[Box]) -> bool:
    x, y = point
    return any(left < x < right and top < y < bottom for left, top, right, bottom in taken)


def around_columns(you: Point, person: Point, box: Placed) -> str:
    """From the seeker above a box into its columns: down beside the column, away from the middle, then to the dot."""
    (x, y), side = person, -1 if person[0] < you[0] else 1
    beside, top = x + side * COLUMN / 2, box.y - box.ry
    return f"M{you[0]:.0f} {you[1]:.0f}Q{beside:.0f} {you[1]:.0f} {beside:.0f} {top:.0f}V{y:.0f}H{x:.0f}"
