"""Each pair and each unmatched seeker has its reason, as data."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings

from askwell.programmes.choices import Barrier, Unmet
from askwell.programmes.rules.people import Insider, Round, Seeker, Window
from askwell.programmes.rules.reasons import Against, Helper, PairReason, UnmetReason, pair_reasons, unmet_reasons
from askwell.programmes.rules.solving import solve
from tests.programmes.rules import reference

HOURS = (Window(600, 720),)


@settings(max_examples=25, deadline=None)
@given(reference.rounds())
def test_everybody_has_one(the_round: Round) -> None:
    solution = solve(the_round)
    reasons, unmet = pair_reasons(solution), unmet_reasons(solution)
    assert sorted((reason.seeker, reason.insider) for reason in reasons) == solution.matches
    met = {reason.seeker for reason in reasons}
    assert [reason.seeker for reason in unmet] == [one.id for one in the_round.seekers if one.id not in met]
    scores = reference.scores(the_round)
    assert all(sum(reason.points) == reason.score == scores[reason.seeker, reason.insider] for reason in reasons)
    assert all(reason.hours for reason in reasons)
    points = sum((reason.share * reason.score for reason in reasons), Fraction(0))
    assert points + len(met) * the_round.weights.first_talk == solution.objective
    assert all(sum(pair[0] == reason.seeker for pair in scores) == reason.allowed for reason in unmet)


@settings(max_examples=25, deadline=None)
@given(reference.rounds())
def test_what_stands_against_all_and_against_given_candidates_is_counted_alike(the_round: Round) -> None:
    everybody = [insider.id for insider in the_round.insiders]
    named = replace(the_round, among={seeker.id: everybody for seeker in the_round.seekers})
    assert unmet_reasons(solve(the_round)) == unmet_reasons(solve(named))


def test_what_a_pair_has_in_common() -> None:
    seeker = Seeker("s", {"tax": 3, "audit": 1}, ("zh", "en"), "entry", 1, (Window(600, 720), Window(10050, 10139)))
    insider = Insider("i", ("tax",), ("en", "fr"), "senior", 1, (Window(660, 780), Window(0, 120)))
    assert pair_reasons(solve(Round((seeker,), (insider,)))) == [
        PairReason(
            "s", "i", 1, 75, Fraction(1), (("tax", 3),), 4, ("en",), 2, (45, 10, 20),
            (Window(660, 720),), False,
        )
    ]  # fmt: skip


def test_what_stands_in_the_way() -> None:
    seekers = (
        Seeker("first", {"tax": 1}, ("en",), "entry", 1, HOURS),
        Seeker("second", {"audit": 1}, ("en",), "entry", 1, HOURS),
        Seeker("third", {"tax": 1}, ("fr",), "entry", 1, (Window(0, 60),)),
    )
    insiders = (
        Insider("i", ("tax",), ("en",), "mid", 1, HOURS),
        Insider("j", ("tax",), ("zh", "fr"), "mid", 1, HOURS),
    )
    assert unmet_reasons(solve(Round(seekers, insiders))) == [
        UnmetReason(
            "second", Unmet.ALL_FULL, 1, {Barrier.LANGUAGE: Against(1, 1)}, (Helper("i", 30, Fraction(10_030)),)
        ),
        UnmetReason(
            "third", Unmet.NOBODY_ALLOWED, 0, {Barrier.LANGUAGE: Against(1, 0), Barrier.HOUR: Against(2, 1)}, ()
        ),
    ]
