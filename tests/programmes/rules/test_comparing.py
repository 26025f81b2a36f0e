"""What a coordinator's change costs whom."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.programmes.rules.comparing import Difference, Shift, compare
from askwell.programmes.rules.people import Insider, Round, Seeker, Window
from askwell.programmes.rules.resolving import resolve
from askwell.programmes.rules.solving import solve
from tests.programmes.rules import reference

HOURS = (Window(600, 720),)


def test_a_pin_costs_one_seeker_and_not_the_other() -> None:
    seekers = (
        Seeker("s", {"tax": 1}, ("en",), "entry", 1, HOURS),
        Seeker("t", {"tax": 1, "audit": 1}, ("en",), "entry", 1, HOURS),
    )
    insiders = (
        Insider("i", ("tax", "audit"), ("en",), "mid", 1, HOURS),
        Insider("j", ("tax",), ("en",), "mid", 1, HOURS),
    )
    before = solve(Round(seekers, insiders))
    assert before.matches == [("s", "j"), ("t", "i")]
    after = resolve(before, replace(before.the_round, pins=frozenset({("s", "i")})))
    assert compare(before, after) == Difference(
        Fraction(-30), 0, Fraction(-30),
        (Shift("t", ("i",), ("j",), Fraction(-30)), Shift("s", ("j",), ("i",), Fraction(0))),
    )  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(reference.rounds(), st.integers(0, 60), st.integers(0, 30))
def test_other_weights_gain_nothing_by_the_old_ones(the_round: Round, topics: int, language: int) -> None:
    before = solve(the_round)
    after = solve(replace(the_round, weights=replace(the_round.weights, topics=topics, language=language)))
    difference = compare(before, after)
    assert difference.objective == reference.value(the_round, after.matches) - before.objective
    assert difference.objective <= 0
    assert sum((shift.points for shift in difference.shifts), Fraction(0)) == difference.points
