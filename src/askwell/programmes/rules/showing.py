"""From what was counted to what is shown."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from askwell.programmes.choices import Breakdown, Measure
from askwell.programmes.rules.hiding import Cell, Mark, marks_of

PEOPLE = {Measure.CAME, Measure.WAITING, Measure.READY, Measure.TALKING}
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
    parts: Mapping[Breakdown, Mapping[Hashable, Counted]] = field(default_factory=dict)


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

    by: Breakdown
    measures: tuple[Measure, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Totals by measure, and tables."""

    totals: Mapping[Measure, Shown]
    tables: tuple[Table, ...]

    def table(self, by: Breakdown) -> Table:
        return next(table for table in self.tables if table.by == by)


Names = Mapping[Breakdown, Sequence[tuple[Hashable, str]]]


def show(counts: Mapping[Measure, Count], names: Names, *, hides: bool = True) -> Numbers:
    """`names` says which rows each table has, in order, and how they are called: all that anything was counted for. A
    row that nothing was counted for is about nobody, and shows noughts. `hides`: small groups are hidden."""
    empty = {
        by: [not any(_of(one, by, key).people for one in counts.values()) for key, _name in rows]
        for by, rows in names.items()
    }
    shown = {measure: _shown(measure, count, names, empty, hides) for measure, count in counts.items()}
    tables = tuple(_table(by, rows, counts, shown) for by, rows in names.items())
    return Numbers({measure: total for measure, (total, _lines) in shown.items()}, tables)


def _of(count: Count, by: Breakdown, key: Hashable) -> Counted:
    return count.parts.get(by, {}).get(key, Counted())


Lines = Mapping[Breakdown, list[Shown]]


def _shown(
    measure: Measure, count: Count, names: Names, empty: Mapping[Breakdown, Sequence[bool]], hides: bool
) -> tuple[Shown, Lines]:
    """The total of a measure, and its cells in each part that it is parted by."""
    parts = [by for by in names if by in count.parts]
    cells = {by: [_of(count, by, key) for key, _name in names[by]] for by in parts}
    total = Cell(count.total.value, count.total.people)
    if not hides:
        return Shown(total.value), {by: [Shown(one.value) for one in line] for by, line in cells.items()}
    lines = [
        [Cell(one.value, one.people) for one, is_empty in zip(cells[by], empty[by], strict=True) if not is_empty]
        for by in parts
    ]
    marks = marks_of(total, lines, counts_people=measure in PEOPLE)
    hidden = Shown(None, Mark.SMALL if total.is_small else Mark.WITHHELD)
    found: dict[Breakdown, list[Shown]] = {}
    for place, by in enumerate(parts):
        line = [hidden] * len(lines[place]) if marks is None else list(map(_marked, lines[place], marks[place]))
        some = iter(line)
        found[by] = [Shown(0) if is_empty else next(some) for is_empty in empty[by]]
    return hidden if marks is None else Shown(total.value), found


def _marked(cell: Cell, mark: Mark) -> Shown:
    return Shown(cell.value if mark is Mark.SHOWN else None, mark)


def _table(
    by: Breakdown,
    rows: Sequence[tuple[Hashable, str]],
    counts: Mapping[Measure, Count],
    shown: Mapping[Measure, tuple[Shown, Lines]],
) -> Table:
    measures = tuple(measure for measure, count in counts.items() if by in count.parts)
    made = (
        Row(key, name, tuple(shown[measure][1][by][place] for measure in measures))
        for place, (key, name) in enumerate(rows)
    )
    return Table(by, measures, tuple(made))
