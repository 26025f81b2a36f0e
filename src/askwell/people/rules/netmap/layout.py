"""Where everything stands on the map: groups packed around the seeker, their people inside, nothing over anything.

The same network is always drawn the same. Lengths are units of the drawing, about CSS pixels.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from math import cos, hypot, pi, sin, sqrt

WIDTH = 760
FLAT = 1.3
"""Areas are wider than high by this, as words are."""
APART, TOUCHED = 27, 24
"""About so far lie the middles of two dots apart, and never nearer than what is touched is wide."""
NAME, LINE, FOOT, MARGIN = 30, 44, 28, 14
YOU = 34
GOLDEN = pi * (3 - sqrt(5))
WIDE_FROM = "\u1100"
"""From here on a character takes a full square, more or less."""
COLUMNS, COLUMN, ROW = 4, 176, 46
GAP = 5
AROUND = tuple((cos(turn * pi / 24), sin(turn * pi / 24)) for turn in range(48))


@dataclass(frozen=True, slots=True)
class Dot:
    """A person to draw: with words beside it if `label` is not empty."""

    person: Hashable
    label: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """What is to be drawn of a group: its name, its dots (those with labels first), and a line at its foot that
    counts the others, if any."""

    key: Hashable
    name: str
    dots: Sequence[Dot]
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """An area on the map: an ellipse."""

    key: Hashable
    x: float
    y: float
    rx: float
    ry: float


@dataclass(slots=True)
class Plan:
    """The drawing: its height, where the seeker stands, the areas in the order given, and each person's place."""

    height: float = 0.0
    you: tuple[float, float] = (0.0, 0.0)
    areas: list[Placed] = field(default_factory=list)
    people: dict[Hashable, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Inside:
    """An area by itself: its radius before it is made flat, and its people's places from its middle."""

    radius: float
    places: dict[Hashable, tuple[float, float]]


def text_width(text: str, size: float = 15) -> float:
    """About how wide a line of text is; rather too much than too little."""
    return size * sum(1.0 if character >= WIDE_FROM else 0.54 for character in text)


def lay_out(areas: Sequence[Area]) -> Plan:
    """The map of all groups: the first ones stand nearest to the seeker, who is in the middle."""
    insides = [_inside(area) for area in areas]
    middles: list[tuple[float, float, float]] = [(0.0, 0.0, YOU)]
    for inside in insides:
        middles.append((*_free_spot(inside.radius, middles), inside.radius))
    top = min(y - radius for _x, y, radius in middles) - MARGIN
    plan = Plan(max(y + radius for _x, y, radius in middles) + MARGIN - top, (WIDTH / 2, -top))
    for area, inside, (x, y, radius) in zip(areas, insides, middles[1:], strict=True):
        across, down = WIDTH / 2 + x * FLAT, y - top
        plan.areas.append(Placed(area.key, across, down, radius * FLAT, radius))
        plan.people |= {person: (across + dx, down + dy) for person, (dx, dy) in inside.places.items()}
    return plan


def lay_out_one(area: Area) -> Plan:
    """One group alone, everyone with their name: in columns, the seeker above."""
    rows = -(-len(area.dots) // COLUMNS)
    high = NAME + 30 + rows * ROW + (NAME if area.foot else 0)
    top = 2 * YOU + MARGIN
    plan = Plan(top + high + MARGIN, (WIDTH / 2, YOU))
    plan.areas.append(Placed(area.key, WIDTH / 2, top + high / 2, WIDTH / 2 - MARGIN, high / 2))
    left = (WIDTH - COLUMN * min(COLUMNS, max(len(area.dots), 1))) / 2 + COLUMN / 2
    for number, dot in enumerate(area.dots):
        down, across = divmod(number, COLUMNS)
        plan.people[dot.person] = (left + across * COLUMN, top + NAME + 28 + down * ROW)
    return plan


def _inside(area: Area) -> _Inside:
    """Grown until everyone has room: people with labels in a column, the others around them."""
    labelled = [dot for dot in area.dots if dot.label]
    plain = [dot for dot in area.dots if not dot.label]
    half_name = text_width(area.name, 14) / 2 + 6
    widest = max((text_width(dot.label) / 2 + 4 for dot in labelled), default=0.0)
    column = len(labelled) * LINE
    for radius in count(40, 3):
        top = -radius + NAME + 12
        if not (_fits(half_name, top - 10, radius) and column <= 2 * radius - NAME - (FOOT if area.foot else 14)):
            continue
        start = max(top + 8, -column / 2 + 8 if plain or not area.foot else top + 8)
        places = {dot.person: (0.0, start + number * LINE) for number, dot in enumerate(labelled)}
        lowest = max((y + 32 for _x, y in places.values()), default=0.0)
        if lowest > radius - (FOOT if area.foot else 4) or not _fits(widest, lowest - 6, radius):
            continue
        free = list(_free_places(radius, len(plain), widest if labelled else 0.0, start, column, bool(area.foot)))
        if len(free) == len(plain):
            places |= {dot.person: place for dot, place in zip(plain, free, strict=True)}
            return _Inside(float(radius), places)
    raise AssertionError("a radius is always found: the room grows with it")


def _fits(half: float, y: float, radius: float) -> bool:
    """Whether a line of this half width lies within the area at this height."""
    return abs(y) < radius and half <= FLAT * sqrt(radius**2 - y**2)


def _free_places(
    radius: float, wanted: int, widest: float, start: float, column: float, foot: bool
) -> Iterator[tuple[float, float]]:
    """Places on a sunflower's spiral, where neither name, labels nor foot stand."""
    found: list[tuple[float, float]] = []
    for number in count():
        distance = APART * 0.53 * sqrt(number + 0.5)
        if len(found) == wanted or distance > radius - 10:
            return
        x, y = FLAT * distance * cos(number * GOLDEN), distance * sin(number * GOLDEN) + 4
        beside_labels = not column or abs(x) > max(widest + 10, TOUCHED) or not start - 24 < y < start + column + 2
        within = y > -radius + NAME + 8 and (not foot or y < radius - FOOT - 12)
        if within and beside_labels and all(hypot(x - ox, y - oy) >= TOUCHED for ox, oy in found):
            found.append((x, y))
            yield x, y


def _free_spot(radius: float, taken: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """The spot nearest to the middle where a circle touches one of the others, overlaps none and stays within the
    width."""
    widest = max(WIDTH / 2 / FLAT - radius - 2, 0.5)
    spots = [
        (x + (other + radius + GAP) * across, y + (other + radius + GAP) * down)
        for x, y, other in taken
        for across, down in AROUND
    ]
    spots = sorted(
        (spot for spot in spots if abs(spot[0]) <= widest), key=lambda spot: spot[0] ** 2 + 1.7 * spot[1] ** 2
    )
    for x, y in spots:
        if all((x - ox) ** 2 + (y - oy) ** 2 >= (radius + other + GAP - 0.5) ** 2 for ox, oy, other in taken):
            return x, y
    return 0.0, max(y + other for _x, y, other in taken) + radius + GAP
