"""The matching is worth as much as any, which is proven, and small ones are tried out."""

import json
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.programmes.rules.intake import admit
from askwell.programmes.rules.people import Insider, Round, Seeker, Window
from askwell.programmes.rules.solving import solve
from bench.cases_programme import round_of
from tests.programmes.rules import reference

DATA = Path(__file__).parents[2] / "data" / "programme"
EVENING = (Window(1020, 1140),)


def given_round(name: str) -> Round:
    return round_of(json.loads((DATA / f"{name}.json").read_text()))


@settings(max_examples=25, deadline=None)
@given(reference.rounds())
def test_no_matching_is_worth_more(the_round: Round) -> None:
    solution = solve(the_round)
    assert solution.objective == reference.value(the_round, solution.matches)
    assert solution.objective == reference.best(the_round)[1]
    assert solution.optimum.proven


@pytest.mark.parametrize(
    ("name", "objective", "met", "meetings"),
    [("dev-60x20", Fraction("471798.25"), 47, 61), ("dev-400x120", Fraction("3489990.5"), 347, 486)],
)
def test_the_known_optimum(name: str, objective: Fraction, met: int, meetings: int) -> None:
    solution = solve(given_round(name))
    assert (solution.objective, solution.seekers_met, len(solution.matches)) == (objective, met, meetings)
    assert solution.optimum.proven
    assert reference.value(given_round(name), solution.matches) == objective


@settings(max_examples=25, deadline=None)
@given(reference.rounds())
def test_as_many_seekers_are_met_as_can_be(the_round: Round) -> None:
    """Where only first talks count, and one each is enough, the objective is a maximum flow."""
    only_first = replace(
        the_round,
        seekers=tuple(replace(seeker, wanted=1) for seeker in the_round.seekers),
        weights=replace(the_round.weights, topics=0, language=0, seniority=0, first_talk=1),
    )
    fair = replace(the_round, weights=replace(the_round.weights, first_talk=10_000))
    assert solve(fair).seekers_met == reference.best(only_first)[1]


@settings(max_examples=15, deadline=None)
@given(reference.rounds(), st.data())
def test_pins_are_kept_at_the_least_cost(the_round: Round, data: st.DataObject) -> None:
    pairs = sorted(reference.scores(the_round))
    wished = frozenset(data.draw(st.sets(st.sampled_from(pairs), max_size=3))) if pairs else frozenset()
    fit, problems = admit(replace(the_round, pins=wished))
    solution = solve(fit)
    assert fit.pins <= set(solution.matches)
    assert len(fit.pins) + sum(problem.fault.startswith("pin") for problem in problems) == len(wished)
    assert solution.objective == reference.best(fit)[1]


@settings(max_examples=15, deadline=None)
@given(reference.rounds(), st.data())
def test_confirmed_pairs_are_kept_where_it_costs_nothing(the_round: Round, data: st.DataObject) -> None:
    pairs = sorted(reference.scores(the_round))
    confirmed = data.draw(st.sets(st.sampled_from(pairs), max_size=4)) if pairs else set()
    solution = solve(the_round, confirmed)
    kept = len(confirmed & set(solution.matches))
    assert (solution.objective, kept) == reference.best(the_round, confirmed)[1:]
    assert solution.optimum.proven


def test_thousands_of_identical_seekers() -> None:
    """Every place is taken, nobody has two while others have none."""
    seekers = tuple(Seeker(f"s{k}", {"tax": 2}, ("en",), "entry", 2, EVENING) for k in range(5000))
    insiders = tuple(Insider(f"i{k}", ("tax",), ("en",), "mid", 4, EVENING) for k in range(40))
    solution = solve(Round(seekers, insiders))
    assert (solution.seekers_met, len(solution.matches)) == (160, 160)
    assert solution.optimum.proven


@pytest.mark.parametrize(
    "the_round",
    [
        Round((), ()),
        Round((Seeker("s", {"tax": 1}, ("fr",), "entry", 1, EVENING),), ()),
        Round((), (Insider("i", ("tax",), ("en",), "mid", 1, EVENING),)),
        Round(
            (Seeker("s", {"tax": 1}, ("fr",), "entry", 1, EVENING),),
            (Insider("i", ("tax",), ("en",), "mid", 1, EVENING),),
        ),
    ],
)
def test_nobody_to_match(the_round: Round) -> None:
    solution = solve(the_round)
    assert (solution.matches, solution.objective, solution.optimum.proven) == ([], 0, True)


def test_given_candidates_are_the_only_ones() -> None:
    whole = given_round("dev-60x20")
    among = {seeker.id: [insider.id for insider in whole.insiders[::2]] for seeker in whole.seekers}
    solution = solve(replace(whole, among=among))
    others = replace(whole, insiders=tuple(whole.insiders[::2]))
    assert solution.objective == solve(others).objective
    assert solution.optimum.proven


def test_without_the_solver_it_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['ortools'] = None\n"
        "from askwell.programmes.rules.flow import NoSolver, min_cost_flow\n"
        "try: min_cost_flow()\n"
        "except NoSolver as error: print(error)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "Matching needs OR-Tools: install askwell[programmes].\n"
