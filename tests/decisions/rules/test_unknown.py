"""What is most worth asking, worked out by hand."""

import pytest

from askwell.decisions.rules.unknown import Unknown, unknowns
from tests.decisions.rules.tables import THREE_WAYS, table


def test_what_could_change_the_answer_comes_first() -> None:
    found = [(THREE_WAYS.options[one.option], one.wish) for one in unknowns(THREE_WAYS) if one.tips]

    # planner is behind by .35; starting soon may lift it by .25 * 2 = .5, nothing else by more than .3;
    # procurement would have to lose .35, and no field of its own moves it by more than .25
    assert found == [("planner", 0)]


def test_its_worth_is_the_mean_of_what_the_choice_gains() -> None:
    best = unknowns(THREE_WAYS)[0]

    # (.5 - .35)² / (2 * (.5 + .5))
    assert (best.reach, best.gap) == (0.5, pytest.approx(0.35))
    assert best.worth == pytest.approx(0.01125)


def test_what_cannot_tip_comes_by_how_near_it_is() -> None:
    rest = unknowns(THREE_WAYS)[1:]

    assert [one.worth for one in rest] == [0] * 14
    assert [one.gap - one.reach for one in rest] == sorted(one.gap - one.reach for one in rest)


def test_the_leader_may_fall_by_what_is_below_its_number() -> None:
    one = table((1,), {"leader": [(6, 3)], "next": [(5, 0)]})

    # it may lose 3, and is ahead by 1: (3 - 1)² / (2 * 6)
    assert unknowns(one) == (Unknown(0, 0, 3, 1, pytest.approx(1 / 3)),)


def test_the_scale_ends_at_ten_so_a_high_number_has_little_left_to_gain() -> None:
    one = table((1,), {"leader": [(9.5, 0)], "next": [(9, 3)]})

    # up by 1 at most, down by 3: (1 - .5)² / (2 * 4)
    assert unknowns(one) == (Unknown(1, 0, 1, 0.5, pytest.approx(0.03125)),)


def test_what_is_sure_or_counts_nothing_is_not_unknown() -> None:
    assert unknowns(table((1, 0), {"a": [(6, 0), (5, 3)], "b": [(5, 0), (5, 3)]})) == ()


def test_the_only_option_has_unknowns_but_none_that_tips() -> None:
    found = unknowns(table((1, 3), {"a": [(6, 2), (5, 2)]}))

    assert [(one.wish, one.tips) for one in found] == [(1, False), (0, False)]


def test_nothing_is_unknown_of_nothing() -> None:
    assert unknowns(table((), {"a": []})) == ()
    assert unknowns(table((1,), {})) == ()
