"""Prices and bounds: no matching is worth more than any bound, and the least prices say what a place more is worth."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.programmes.rules.duals import bound
from askwell.programmes.rules.people import Round
from askwell.programmes.rules.solving import in_points, solve
from tests.programmes.rules import reference


@settings(max_examples=20, deadline=None)
@given(reference.rounds(), st.data())
def test_no_prices_give_a_bound_below_the_best(the_round: Round, data: st.DataObject) -> None:
    solution = solve(the_round)
    some = st.lists(st.integers(0, 90_000), min_size=len(the_round.insiders), max_size=len(the_round.insiders))
    prices = np.array(data.draw(some))
    assert bound(solution.held, prices) >= solution.held.value


@settings(max_examples=25, deadline=None)
@given(reference.rounds())
def test_a_price_is_what_one_place_more_is_worth(the_round: Round) -> None:
    solution = solve(the_round)
    for place, insider in enumerate(the_round.insiders):
        roomier = replace(insider, capacity=insider.capacity + 1)
        more = replace(the_round, insiders=(*the_round.insiders[:place], roomier, *the_round.insiders[place + 1 :]))
        worth = reference.best(more)[1] - solution.objective
        assert in_points(the_round, int(solution.optimum.prices[place])) == worth
