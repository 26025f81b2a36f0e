"""Where options stand, worked out by hand."""

from fractions import Fraction
from math import sqrt

import pytest

from askwell.decisions.rules.cells import cell
from askwell.decisions.rules.weighing import Table, overlapping, shares, standings, with_share
from tests.decisions.rules.tables import THREE_WAYS, table


def test_the_total_is_the_sum_by_weight_and_its_range_the_root_of_squares() -> None:
    # procurement: .25*7 + .2*9 + .2*6.5 + .2*6 + .15*7 = 7.1; ± root of .25² + .1² + .2² + .2² + .15² = root of .175
    first, second, third = standings(THREE_WAYS)

    assert (first.option, first.total, first.place) == ("procurement", 7.1, 1)
    assert first.half == pytest.approx(sqrt(0.175))
    assert (second.option, second.total, second.place) == ("planner", 6.75, 2)
    assert second.half == pytest.approx(sqrt(0.25 + 0.04 + 0.09 + 0.04 + 0.09))
    assert (third.option, third.total, third.place) == ("import", 5.4, 3)
    assert third.half == pytest.approx(sqrt(0.3225))


def test_ranges_overlap_or_stand_apart() -> None:
    assert overlapping(standings(THREE_WAYS))
    assert not overlapping(standings(table((1,), {"high": [(9, 1)], "low": [(4, 1)]})))
    assert not overlapping(standings(table((1,), {"only": [(9, 1)]})))


def test_weights_need_not_add_up_to_a_hundred() -> None:
    assert shares((5, 4, 4, 4, 3)) == shares((25, 20, 20, 20, 15))


def test_weights_of_zero_count_the_same_all() -> None:
    assert shares((0, 0)) == (Fraction(1, 2), Fraction(1, 2))
    assert [one.total for one in standings(table((0, 0), {"a": [(8, 1), (4, 1)]}))] == [6]


def test_nothing_stands_without_wishes_or_options() -> None:
    assert standings(table((), {"a": []})) == ()
    assert standings(table((1, 1), {})) == ()
    assert shares(()) == ()


def test_two_identical_options_share_a_place_in_the_order_they_were_given() -> None:
    level = standings(table((1, 2), {"a": [(7, 1), (5, 1)], "b": [(7, 1), (5, 1)], "c": [(1, 1), (1, 1)]}))

    assert [(one.option, one.place) for one in level] == [("a", 1), ("b", 1), ("c", 3)]


def test_an_option_without_a_number_stands_in_the_middle_with_the_whole_range() -> None:
    empty = Table(("a",), (0,), (1,), (False,), ((cell(None),),))

    assert [(one.total, one.low, one.high) for one in standings(empty)] == [(5, 0, 10)]


def test_a_must_is_missed_only_where_even_the_best_falls_short() -> None:
    rows = {"sure": [(8, 1)], "may": [(5, 2)], "misses": [(2, 2)]}
    found = {one.option: (one.misses, one.doubts) for one in standings(table((1,), rows, musts=(0,)))}

    assert found == {"sure": ((), ()), "may": ((), (0,)), "misses": ((0,), ())}


def test_the_others_keep_their_proportions_while_one_share_moves() -> None:
    moved = with_share(shares((20, 20, 60)), 0, Fraction(1, 2))

    assert moved == (Fraction(1, 2), Fraction(1, 8), Fraction(3, 8))


def test_where_the_others_had_nothing_they_count_the_same() -> None:
    assert with_share(shares((1, 0, 0)), 0, Fraction(1, 2)) == (Fraction(1, 2), Fraction(1, 4), Fraction(1, 4))
    assert with_share(shares((1,)), 0, Fraction(1, 2)) == (1,)
