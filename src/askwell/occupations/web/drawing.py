"""Two profiles of interests as one drawing, in strings: an SVG takes no numbers in a language."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from askwell.occupations.rules.interests import KINDS
from askwell.occupations.web.words import INTERESTS
from askwell.portfolio.rules.hexagon import Point, ring, spokes

RADIUS, AWAY = 100.0, 18.0
RINGS = (25.0, 50.0, 75.0, RADIUS)
Spot = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Rings and spokes; the work as a shape; mine as a shape where all six are known, else as dots."""

    rings: tuple[str, ...]
    spokes: tuple[tuple[Spot, Spot, str, Promise], ...]
    work: str
    mine: str
    dots: tuple[Spot, ...]


def drawn(work: Sequence[int], mine: Sequence[int | None]) -> Drawing:
    laid = spokes(work, radius=RADIUS, away=AWAY)
    own = [one.point for one in spokes(mine, radius=RADIUS, away=AWAY) if one.point]
    named = tuple(
        (_text(one.end), _text(one.label), one.anchor, INTERESTS[kind][1])
        for kind, one in zip(KINDS, laid, strict=True)
    )
    shape = _points(own) if len(own) == len(KINDS) else ""
    rings = tuple(_points(ring(len(KINDS), radius)) for radius in RINGS)
    return Drawing(rings, named, _points([one.point for one in laid if one.point]), shape, tuple(map(_text, own)))


def _text(point: Point) -> Spot:
    return str(point[0]), str(point[1])


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
