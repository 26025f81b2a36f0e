"""The weight that tips: by hand, and by moving the weight just below and just above."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.decisions.rules.tipping import Tip, lines, tips
from askwell.decisions.rules.weighing import Table, ranked, shares, totals, with_share
from tests.decisions.rules.tables import THREE_WAYS, table

HAIR = Fraction(1, 10**9)


def leaders(one: Table, wish: int, share: Fraction) -> set[object]:
    """Who leads when this wish has this share."""
    sums = totals(one, with_share(shares(one.weights), wish, share))
    return {one.options[place] for place, total in enumerate(sums) if total == max(sums)}


def test_worked_by_hand() -> None:
    # room to grow: the others make 6.1875 for planner and 7.375 for procurement, so
    # 9x + 6.1875 (1 - x) = 6x + 7.375 (1 - x) where x = 1.1875 / 4.1875 = 28.36 %
    soon, years, pay, grow, hours = tips(THREE_WAYS)

    assert grow == Tip(Fraction(11875, 41875), "planner", is_up=True)
    # pay: 5.35 / .8 = 6.6875 and 5.8 / .8 = 7.25: 7x + 6.6875 (1 - x) = 6.5x + 7.25 (1 - x), x = .5625 / 1.0625
    assert pay == Tip(Fraction(5625, 10625), "planner", is_up=True)
    assert years
    assert not years.is_up
    assert round(float(years.at), 2) == 0.03
    assert soon
    assert not soon.is_up
    assert round(float(soon.at), 2) == 0.09
    assert hours is None  # never


def test_just_below_the_one_leads_and_just_above_the_other() -> None:
    grow = tips(THREE_WAYS)[3]

    assert grow
    assert leaders(THREE_WAYS, 3, grow.at - HAIR) == {"procurement"}
    assert leaders(THREE_WAYS, 3, grow.at) == {"procurement", "planner"}
    assert leaders(THREE_WAYS, 3, grow.at + HAIR) == {"planner"}


HALVES = st.integers(0, 20).map(lambda halves: (halves / 2, 1.0))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    wishes, options = draw(st.integers(1, 5)), draw(st.integers(1, 8))
    weights = draw(st.lists(st.integers(0, 100), min_size=wishes, max_size=wishes))
    rows = {str(n): draw(st.lists(HALVES, min_size=wishes, max_size=wishes)) for n in range(options)}
    return table(weights, rows)


@given(tables())
def test_whatever_the_table_the_lead_changes_at_the_tip_and_not_before(one: Table) -> None:
    now = shares(one.weights)
    today = one.options[ranked(totals(one, now))[0]]
    for wish, tip in enumerate(tips(one)):
        if tip is None:
            continue
        step = HAIR if tip.is_up else -HAIR
        assert tip.option in leaders(one, wish, tip.at + step)
        assert today not in leaders(one, wish, tip.at + step)
        if tip.at != now[wish]:
            assert today in leaders(one, wish, tip.at - step)
            assert today in leaders(one, wish, (tip.at + now[wish]) / 2)


@given(tables())
def test_where_it_never_tips_the_leader_leads_from_none_to_all(one: Table) -> None:
    today = one.options[ranked(totals(one, shares(one.weights)))[0]]
    for wish, tip in enumerate(tips(one)):
        if tip is None:
            assert all(today in leaders(one, wish, Fraction(n, 16)) for n in range(17))


def test_one_option_or_none_or_no_wish_never_tips() -> None:
    assert tips(table((1, 2), {"a": [(7, 1), (5, 1)]})) == (None, None)
    assert tips(table((1, 2), {})) == (None, None)
    assert tips(table((), {"a": [], "b": []})) == ()


def test_two_identical_options_never_tip() -> None:
    assert tips(table((1, 2), {"a": [(7, 1), (5, 1)], "b": [(7, 1), (5, 1)]})) == (None, None)


def test_the_only_wish_has_all_the_weight_and_cannot_tip() -> None:
    assert tips(table((3,), {"a": [(7, 1)], "b": [(9, 1)]})) == (None,)


def test_who_is_level_today_tips_at_once() -> None:
    level = table((1, 1), {"a": [(8, 1), (4, 1)], "b": [(4, 1), (8, 1)]})

    assert tips(level) == (Tip(Fraction(1, 2), "b", is_up=False), Tip(Fraction(1, 2), "b", is_up=True))


def test_a_line_touched_only_at_the_end_overtakes_nobody() -> None:
    assert tips(table((1, 1), {"a": [(8, 1), (6, 1)], "b": [(8, 1), (4, 1)]}))[0] is None


def test_weights_of_zero_tip_from_equal_shares() -> None:
    zeros = table((0, 0), {"a": [(8, 1), (6, 1)], "b": [(6, 1), (7, 1)]})

    assert tips(zeros)[0] == Tip(Fraction(1, 3), "b", is_up=False)


@pytest.mark.parametrize("share", [Fraction(0), Fraction(1, 5), Fraction(1, 2), Fraction(1)])
def test_a_line_is_the_total_at_every_share(share: Fraction) -> None:
    drawn = lines(THREE_WAYS, 3)

    assert [line.at(share) for line in drawn] == totals(THREE_WAYS, with_share(shares(THREE_WAYS.weights), 3, share))
