"""From what was counted to what is shown."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from askwell.programmes.choices import Measure, Part
from askwell.programmes.rules.hiding import Cell, Mark, marks_of

PEOPLE = {Measure.CAME, Measure.WAITING}
"""Measures that count people; the others count talks, or what came of them."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number, and how many people stand behind it."""

    value: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """One measure: the whole, and its parts. A part that a measure is not parted by is left out."""

    total: Counted = Counted()
    parts: Mapping[Part, Mapping[Hashable, Counted]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as it is shown; `value` is None where it is hidden."""

    value: int | None
    mark: Mark = Mark.SHOWN


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` are in the order of the table's measures."""

    key: Hashable
    name: str
    cells: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers by one part. Its rows add up to the totals of `Numbers`."""

    part: Part
    measures: tuple[Measure, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Totals by measure, and tables."""

    totals: Mapping[Measure, Shown]
    tables: tuple[Table, ...]

    def table(self, part: Part) -> Table:
        return next(table for table in self.tables if table.part == part)


Names = Mapping[Part, Sequence[tuple[Hashable, str]]]


def show(counts: Mapping[Measure, Count], names: Names) -> Numbers:
    """`names` says which rows each table has, in order, and how they are called: all that anything was counted for."""
    shown = {measure: _shown(measure, count, names) for measure, count in counts.items()}
    tables = tuple(_table(part, rows, counts, shown) for part, rows in names.items())
    return Numbers({measure: total for measure, (total, _lines) in shown.items()}, tables)


def _of(count: Count, part: Part, key: Hashable) -> Counted:
    return count.parts.get(part, {}).get(key, Counted())


Lines = Mapping[Part, list[Shown]]


def _shown(measure: Measure, count: Count, names: Names) -> tuple[Shown, Lines]:
    """The total of a measure, and its cells in each part that it is parted by."""
    parts = [part for part in names if part in count.parts]
    lines = [
        [Cell(one.value, one.people) for key, _name in names[part] for one in [_of(count, part, key)]] for part in parts
    ]
    total = Cell(count.total.value, count.total.people)
    marks = marks_of(total, lines, counts_people=measure in PEOPLE)
    if marks is None:
        hidden = Shown(None, Mark.SMALL if total.is_small else Mark.WITHHELD)
        return hidden, {part: [hidden] * len(line) for part, line in zip(parts, lines, strict=True)}
    cells = {
        part: [Shown(cell.value if mark is Mark.SHOWN else None, mark) for cell, mark in zip(line, row, strict=True)]
        for part, line, row in zip(parts, lines, marks, strict=True)
    }
    return Shown(total.value), cells


def _table(
    part: Part,
    rows: Sequence[tuple[Hashable, str]],
    counts: Mapping[Measure, Count],
    shown: Mapping[Measure, tuple[Shown, Lines]],
) -> Table:
    measures = tuple(measure for measure, count in counts.items() if part in count.parts)
    made = (
        Row(key, name, tuple(shown[measure][1][part][place] for measure in measures))
        for place, (key, name) in enumerate(rows)
    )
    return Table(part, measures, tuple(made))
