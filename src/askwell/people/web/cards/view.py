"""A card as its page shows it: pictures with regions, and a row for each field with how sure it is."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.forms import BoundField

from askwell.people.models import CardScan
from askwell.people.queries.scans import Side
from askwell.people.rules.cards import Reading
from askwell.people.rules.cards.proposing import look_once
from askwell.people.web.cards.form import MANY, SINGLE, CardForm
from askwell.people.web.words.cards import doubt

AROUND = 0.35
"""How much of its height a piece of print gets around it, when it is shown alone."""
FROM_CODE = "from_code"


@dataclass(frozen=True, slots=True)
class Region:
    """Where a field was printed: a polygon's points in pixels of side `side`, and the field's row."""

    row: int
    side: int
    points: str
    look: bool


@dataclass(frozen=True, slots=True)
class Crop:
    """A piece of a side's picture: an SVG view box, and the transformation that lays it straight."""

    side: int
    box: str
    turn: str


@dataclass(frozen=True, slots=True)
class Row:
    """One field; `mark` is "sure", "look", or "" where nothing was read or something else stands there now."""

    number: int
    field: BoundField
    mark: str
    why: str
    crop: Crop | None


@dataclass(frozen=True, slots=True)
class ShownSide:
    """One picture with the regions on it."""

    id: UUID
    number: int
    width: int
    height: int
    regions: tuple[Region, ...]


def rows_of_card(form: CardForm, scan: CardScan) -> list[Row]:
    """The fields read from the card, in the order of the form."""
    return [_row(number, form, name, scan.lines) for number, name in enumerate(_shown(form), 1)]


def _shown(form: CardForm) -> Iterator[str]:
    yield from (name for name, _, _ in SINGLE if name in form.fields)
    yield from (name for kind, _ in MANY for name in form.fields if name.startswith(f"{kind}_"))
    yield "wechat"
    yield from (name for name in ("place", "credentials") if form.initial.get(name))


def _row(number: int, form: CardForm, name: str, lines: Sequence[Any]) -> Row:
    reading, field = form.readings.get(name), form[name]
    if reading is None:
        return Row(number, field, "", "", None)
    look = look_once(reading)
    mark = "" if _was_changed(form, field, reading) else "look" if look else "sure"
    return Row(number, field, mark, doubt(reading), _crop(reading, lines) if look else None)


def _was_changed(form: CardForm, field: BoundField, reading: Reading) -> bool:
    """Whether what stands in the field is no longer what was read, or cannot be kept."""
    return form.is_bound and bool(field.errors or (field.value() or "").strip() != reading.value.strip())


def shown_sides(sides: Sequence[Side], form: CardForm, rows: Sequence[Row], lines: Sequence[Any]) -> list[ShownSide]:
    """The pictures, each with the regions of the fields that were read from it."""
    regions = [region for row in rows for region in _regions(row, form.readings.get(row.field.name), lines)]
    return [
        ShownSide(side.id, side.number, side.width, side.height, tuple(r for r in regions if r.side == side.number))
        for side in sides
    ]


def _regions(row: Row, reading: Reading | None, lines: Sequence[Any]) -> Iterator[Region]:
    for side, corners in _printed(reading, lines):
        points = " ".join(f"{x:g},{y:g}" for x, y in corners)
        yield Region(row.number, side, points, row.mark == "look")


def _crop(reading: Reading, lines: Sequence[Any]) -> Crop | None:
    """The first line that the reading came from, laid straight."""
    side, corners = next(_printed(reading, lines), (0, []))
    if not corners:
        return None
    first, second, third, fourth = corners
    width, height = math.dist(first, second), math.dist(first, fourth)
    x, y = (first[0] + third[0]) / 2, (first[1] + third[1]) / 2
    edge = AROUND * min(width, height)
    tilt = math.degrees(math.atan2(second[1] - first[1], second[0] - first[0]))
    box = (x - width / 2 - edge, y - height / 2 - edge, width + 2 * edge, height + 2 * edge)
    return Crop(side, " ".join(f"{part:.1f}" for part in box), f"rotate({-tilt:.1f} {x:.1f} {y:.1f})")


def _printed(reading: Reading | None, lines: Sequence[Any]) -> Iterator[tuple[int, list[tuple[float, float]]]]:
    """Side and corners of each line that the reading came from; what is stored otherwise is passed over."""
    for number in reading.lines if reading else ():
        line = lines[number] if 0 <= number < len(lines) else None
        if isinstance(line, dict) and len(line.get("corners", ())) == 4:
            yield int(line.get("side", 0)), [(float(x), float(y)) for x, y in line["corners"]]
