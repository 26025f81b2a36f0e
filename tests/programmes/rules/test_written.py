"""What is kept of a solution is what it was."""

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.programmes.rules.comparing import compare
from askwell.programmes.rules.intake import admit
from askwell.programmes.rules.people import Round, Weights
from askwell.programmes.rules.reasons import pair_reasons, unmet_reasons
from askwell.programmes.rules.solving import solve
from askwell.programmes.rules.written import (
    difference_json,
    difference_of,
    pair_json,
    pair_of,
    problem_json,
    problem_of,
    unmet_json,
    unmet_of,
    weights_json,
    weights_of,
)
from tests.programmes.rules import reference


def kept(told: Any) -> Any:
    """As a database gives it back."""
    return json.loads(json.dumps(told))


@settings(max_examples=25, deadline=None)
@given(reference.rounds())
def test_reasons_problems_and_costs_come_back_as_they_were(the_round: Round) -> None:
    fit, problems = admit(the_round)
    solution = solve(fit)
    fewer = replace(fit, insiders=tuple(replace(one, capacity=max(0, one.capacity - 1)) for one in fit.insiders))
    after = solve(fewer)
    pairs, unmet, cost = pair_reasons(solution), unmet_reasons(after), compare(solution, after)

    assert [pair_of(kept(pair_json(one))) for one in pairs] == pairs
    assert [unmet_of(kept(unmet_json(one))) for one in unmet] == unmet
    assert [problem_of(kept(problem_json(one))) for one in problems] == problems
    assert difference_of(kept(difference_json(cost))) == cost


@given(
    st.builds(
        Weights, st.integers(0, 100), st.integers(0, 50), st.integers(0, 100), decay=st.fractions(Fraction(1, 9), 1)
    )
)
def test_weights_come_back_as_they_were(weights: Weights) -> None:
    assert weights_of(kept(weights_json(weights))) == weights


def test_weights_that_nobody_set_are_as_usual() -> None:
    assert weights_of({}) == Weights()
