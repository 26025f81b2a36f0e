"""Which numbers of a table are not shown, so that nobody can be told from a small group.

A number that one to four people stand behind is hidden (`SMALL`); a nought is about nobody, and told. Where a total is
shown, what it leaves for the hidden numbers must not tell one of them: more of its line are hidden then (`WITHHELD`),
the smallest first, until each could have at least two values. Where that is not to be had, or the total itself is of a
small group, the measure is shown nowhere. The reader is taken to know these rules, and that a withheld number is none
of a small group.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

FEWEST = 5
"""So many people must stand behind a number."""


class Mark(StrEnum):
    """How a number is shown."""

    SHOWN = "shown"
    SMALL = "small"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Cell:
    """A number and how many people stand behind it."""

    value: int
    people: int

    @property
    def is_small(self) -> bool:
        return 0 < self.people < FEWEST


@dataclass(frozen=True, slots=True)
class Range:
    """The values that somebody who knows the rules must reckon with: `few`, and all from `onward` on."""

    few: tuple[int, ...]
    onward: int | None

    def up_to(self, highest: int) -> list[int]:
        rest = () if self.onward is None else range(self.onward, highest + 1)
        return [value for value in (*self.few, *rest) if value <= highest]


def marks_of(total: Cell, lines: Sequence[Sequence[Cell]], *, counts_people: bool) -> list[list[Mark]] | None:
    """How the cells of each line are shown: each line adds up to the same total. `counts_people` says that a value is
    a number of people, so that the one of a small group is below five. None where not even the total may be shown."""
    if total.is_small:
        return None
    marked = [_line(total.value, line, counts_people) for line in lines]
    return None if None in marked else [marks for marks in marked if marks is not None]


def _line(total: int, line: Sequence[Cell], counts_people: bool) -> list[Mark] | None:
    marks = [Mark.SMALL if cell.is_small else Mark.SHOWN for cell in line]
    while not _is_safe(total, line, marks, counts_people):
        shown = [place for place, mark in enumerate(marks) if mark is Mark.SHOWN]
        if not shown:
            return None
        marks[min(shown, key=lambda place: (line[place].value == 0, line[place].value, place))] = Mark.WITHHELD
    return marks


def _is_safe(total: int, line: Sequence[Cell], marks: Sequence[Mark], counts_people: bool) -> bool:
    """Whether each hidden cell could have another value than its own."""
    rest = total - sum(cell.value for cell, mark in zip(line, marks, strict=True) if mark is Mark.SHOWN)
    ranges = [_range(mark, counts_people) for mark in marks if mark is not Mark.SHOWN]
    return all(_is_open(rest, ranges, place) for place in range(len(ranges)))


def _range(mark: Mark, counts_people: bool) -> Range:
    if mark is Mark.WITHHELD:
        return Range((0,), FEWEST)
    return Range(tuple(range(1, FEWEST)), None) if counts_people else Range((), 1)


def _is_open(rest: int, ranges: Sequence[Range], place: int) -> bool:
    """Whether the cell at `place` can have two values at least, if all of `ranges` add up to `rest`."""
    others = _sums([one for number, one in enumerate(ranges) if number != place], rest)
    possible = (value for value in ranges[place].up_to(rest) if others >> (rest - value) & 1)
    return next(possible, None) is not None and next(possible, None) is not None


def _sums(ranges: Sequence[Range], highest: int) -> int:
    """What values of all of them can add up to, as bits: bit n for n."""
    within = (1 << (highest + 1)) - 1
    sums = 1
    for one in ranges:
        reached = 0
        for value in one.few:
            reached |= sums << value
        if one.onward is not None and sums:
            lowest = (sums & -sums).bit_length() - 1 + one.onward
            reached |= within >> lowest << lowest if lowest <= highest else 0
        sums = reached & within
    return sums
