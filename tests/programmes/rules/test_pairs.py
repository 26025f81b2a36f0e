"""All allowed pairs with their scores, and what stands against the others."""

from hypothesis import given, settings

from askwell.programmes.choices import Barrier
from askwell.programmes.rules.barriers import why_not
from askwell.programmes.rules.pairs import allowed_pairs
from askwell.programmes.rules.people import Insider, Round, Seeker, Window
from askwell.programmes.rules.tables import Tables
from tests.programmes.rules import reference


def found(the_round: Round) -> dict[tuple[str, str], int]:
    pairs = allowed_pairs(the_round, Tables.of(the_round))
    seekers, insiders = the_round.seekers, the_round.insiders
    rows = zip(pairs.seeker.tolist(), pairs.insider.tolist(), pairs.score.tolist(), strict=True)
    return {(seekers[seeker].id, insiders[insider].id): score for seeker, insider, score in rows}


@settings(max_examples=40, deadline=None)
@given(reference.rounds())
def test_exactly_the_allowed_pairs_with_their_scores(the_round: Round) -> None:
    assert found(the_round) == reference.scores(the_round)


@settings(max_examples=20, deadline=None)
@given(reference.rounds())
def test_given_candidates_are_judged_alike(the_round: Round) -> None:
    among = {seeker.id: [insider.id for insider in the_round.insiders] for seeker in the_round.seekers}
    given_all = Round(the_round.seekers, the_round.insiders, the_round.conflicts, frozenset(), the_round.forbidden,
                      weights=the_round.weights, among=among)  # fmt: skip
    assert found(given_all) == reference.scores(the_round)


@settings(max_examples=20, deadline=None)
@given(reference.rounds())
def test_a_pair_is_allowed_exactly_if_nothing_stands_against_it(the_round: Round) -> None:
    tables, allowed = Tables.of(the_round), reference.scores(the_round)
    for seeker in the_round.seekers:
        for insider in the_round.insiders:
            pair = (seeker.id, insider.id)
            assert (pair in allowed) == (why_not(the_round, tables, pair) == ())


def test_every_barrier_by_its_name() -> None:
    seeker = Seeker("s", {"tax": 1}, ("fr",), "entry", 1, (Window(600, 700),), "Cedar Foods")
    insider = Insider(
        "i", ("tax",), ("en",), "mid", 1, (Window(641, 760),), "Cedar Foods", ("s",), ("Cedar Foods",)
    )  # fmt: skip
    other = Insider("j", ("tax",), ("fr",), "mid", 1, (Window(640, 760),), "", (), ("Cedar Foods",))
    the_round = Round((seeker,), (insider, other), {("s", "i"): "family"}, forbidden=frozenset({("s", "i")}))
    tables = Tables.of(the_round)
    assert why_not(the_round, tables, ("s", "j")) == (Barrier.EMPLOYER_EXCLUDED,)
    assert why_not(the_round, tables, ("s", "i")) == (
        Barrier.LANGUAGE,
        Barrier.HOUR,
        Barrier.SAME_EMPLOYER,
        Barrier.SEEKER_EXCLUDED,
        Barrier.CONFLICT,
        Barrier.FORBIDDEN,
    )
