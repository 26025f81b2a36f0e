"""What is hidden of a table: nobody who knows the rules can reckon a hidden number from what is shown."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.programmes.rules.hiding import FEWEST, Cell, Mark, marks_of

SHOWN, SMALL, WITHHELD = Mark.SHOWN, Mark.SMALL, Mark.WITHHELD


def people(*values: int) -> list[Cell]:
    """Cells whose values are numbers of people."""
    return [Cell(value, value) for value in values]


def total_of(line: list[Cell]) -> Cell:
    return Cell(sum(cell.value for cell in line), sum(cell.people for cell in line))


def marks(*values: int) -> list[Mark] | None:
    line = people(*values)
    found = marks_of(total_of(line), [line], counts_people=True)
    return found and found[0]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((12, 5, 30), [SHOWN, SHOWN, SHOWN]),
        ((12, 0, 30), [SHOWN, SHOWN, SHOWN]),
        ((12, 3, 30), [WITHHELD, SMALL, SHOWN]),
        ((12, 3, 2, 30), [SHOWN, SMALL, SMALL, SHOWN]),
        ((12, 1, 1, 30), [WITHHELD, SMALL, SMALL, SHOWN]),
        ((12, 4, 4, 30), [WITHHELD, SMALL, SMALL, SHOWN]),
        ((0, 3, 30), [SHOWN, SMALL, WITHHELD]),
    ],
)
def test_a_small_group_is_hidden_and_what_would_give_it_away(values: tuple[int, ...], expected: list[Mark]) -> None:
    assert marks(*values) == expected


def test_a_total_of_a_small_group_hides_everything() -> None:
    assert marks(1, 2) is None


def test_where_nothing_is_left_to_withhold_not_even_the_total_is_shown() -> None:
    """Two groups of four make eight: whoever knows that both are below five knows both."""
    assert marks(4, 4) is None


def test_talks_of_few_people_are_hidden_however_many_they_are() -> None:
    line = [Cell(9, 2), Cell(40, 30), Cell(11, 10)]

    assert marks_of(Cell(60, 42), [line], counts_people=False) == [[SMALL, SHOWN, WITHHELD]]


@st.composite
def lines(draw: st.DrawFn) -> tuple[Cell, list[list[Cell]], bool]:
    """One total parted in up to two ways, of people, or of talks that some people share."""
    counts_people = draw(st.booleans())
    values = draw(st.lists(st.integers(0, 9), min_size=1, max_size=4))
    cells = [_cell(value, draw, counts_people) for value in values]
    second = [_cell(value, draw, counts_people) for value in draw(st.sampled_from([[sum(values)], values[::-1]]))]
    every = cells if draw(st.booleans()) else second
    total = Cell(sum(values), sum(cell.people for cell in every))
    return total, [cells, second], counts_people


def _cell(value: int, draw: st.DrawFn, counts_people: bool) -> Cell:
    people = value if counts_people or not value else draw(st.integers(1, value))
    return Cell(value, people)


@given(lines())
def test_no_hidden_number_can_be_reckoned_from_what_is_shown(
    drawn: tuple[Cell, list[list[Cell]], bool],
) -> None:
    """Somebody tries all numbers that the hidden ones could be, by the rules and the total: each has two at least."""
    total, parted, counts_people = drawn

    found = marks_of(total, parted, counts_people=counts_people)

    if found is None:
        return  # nothing of this measure is shown
    for line, marked in zip(parted, found, strict=True):
        assert all(mark is not SHOWN for cell, mark in zip(line, marked, strict=True) if cell.is_small)
        fits = [row for row in _rows(line, marked, total.value, counts_people) if sum(row) == total.value]
        for place, mark in enumerate(marked):
            if mark is not SHOWN:
                assert len({row[place] for row in fits}) > 1


def _rows(line: list[Cell], marked: list[Mark], total: int, counts_people: bool) -> list[tuple[int, ...]]:
    """Every row that looks the same: what is shown as it is; a small cell one to four (or any number of talks, at least
    one); a withheld one nought or five and more."""
    return list(
        product(*(_could_be(cell, mark, total, counts_people) for cell, mark in zip(line, marked, strict=True)))
    )


def _could_be(cell: Cell, mark: Mark, total: int, counts_people: bool) -> list[int]:
    if mark is SHOWN:
        return [cell.value]
    if mark is WITHHELD:
        return [0, *range(FEWEST, total + 1)]
    highest = min(total, FEWEST - 1) if counts_people else total
    return list(range(1, highest + 1))
