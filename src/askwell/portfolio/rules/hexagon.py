"""A drawing of six scales on six spokes from the middle."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spoke:
    """Its outer `end`, where its name stands (`label`, with an SVG `anchor`), and the `point` of its value if known."""

    end: Point
    label: Point
    anchor: str
    point: Point | None


def spokes(values: Sequence[int | None], *, radius: float, away: float) -> tuple[Spoke, ...]:
    """One for each value (0 to 100), clockwise from the top; names stand `away` beyond the end."""
    return tuple(_spoke(math.tau * n / len(values), value, radius, away) for n, value in enumerate(values))


def ring(corners: int, radius: float) -> tuple[Point, ...]:
    """The corners of a figure around the middle, the first at the top."""
    return tuple(_at(math.tau * n / corners, radius) for n in range(corners))


def _spoke(angle: float, value: int | None, radius: float, away: float) -> Spoke:
    label = _at(angle, radius + away)
    anchor = "middle" if abs(label[0]) < 1 else "start" if label[0] > 0 else "end"
    return Spoke(_at(angle, radius), label, anchor, None if value is None else _at(angle, radius * value / 100))


def _at(angle: float, distance: float) -> Point:
    return round(distance * math.sin(angle), 1), round(-distance * math.cos(angle), 1)
