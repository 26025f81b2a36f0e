"""What changed is matched anew as well as from the beginning, and as few confirmed pairs are moved as can be."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.programmes.rules.people import Insider, Pair, Round, Seeker, Window
from askwell.programmes.rules.resolving import resolve
from askwell.programmes.rules.solving import Solution, solve
from tests.programmes.rules import reference


def as_good_as_any(after: Solution, the_round: Round, confirmed: set[Pair]) -> None:
    """In value, then in confirmed pairs kept, against every matching there is."""
    kept = len(confirmed & set(after.matches))
    assert (after.objective, kept) == reference.best(the_round, confirmed)[1:]
    assert after.objective == reference.value(the_round, after.matches)
    assert after.optimum.proven


@settings(max_examples=15, deadline=None)
@given(reference.rounds(), st.data())
def test_a_refusal(the_round: Round, data: st.DataObject) -> None:
    before = solve(the_round)
    if before.matches:
        refused = data.draw(st.sampled_from(before.matches))
        after = replace(the_round, forbidden=the_round.forbidden | {refused})
        as_good_as_any(resolve(before, after), after, set(before.matches))


@settings(max_examples=15, deadline=None)
@given(reference.rounds(), reference.insiders("i9"), st.data())
def test_a_volunteer_and_then_other_hours(the_round: Round, insider: Insider, data: st.DataObject) -> None:
    before = solve(the_round)
    more = replace(the_round, insiders=(*the_round.insiders, insider))
    joined = resolve(before, more)
    as_good_as_any(joined, more, set(before.matches))
    who = data.draw(st.integers(0, len(more.insiders) - 1))
    hours = data.draw(st.lists(reference.windows, max_size=2).map(tuple))
    changed = replace(more.insiders[who], windows=hours, capacity=data.draw(st.integers(0, 3)))
    after = replace(more, insiders=(*more.insiders[:who], changed, *more.insiders[who + 1 :]))
    as_good_as_any(resolve(joined, after), after, set(joined.matches))


@settings(max_examples=15, deadline=None)
@given(reference.rounds(), reference.seekers("s9"), reference.seekers("s0"), st.data())
def test_a_new_seeker_and_one_who_wants_something_else(
    the_round: Round, new: Seeker, other: Seeker, data: st.DataObject
) -> None:
    the_round = replace(the_round, seekers=(*(replace(seeker, wanted=4) for seeker in the_round.seekers),))
    before = solve(the_round)
    confirmed = data.draw(st.sets(st.sampled_from(before.matches))) if before.matches else set()
    more = replace(the_round, seekers=(other, *the_round.seekers[1:], new))
    if max(seeker.wanted for seeker in more.seekers) == 4:
        as_good_as_any(resolve(before, more, confirmed), more, confirmed)


@settings(max_examples=12, deadline=None)
@given(reference.rounds(), st.data())
def test_a_pin_is_set_and_a_ban_lifted(the_round: Round, data: st.DataObject) -> None:
    before = solve(the_round)
    freed = replace(the_round, forbidden=frozenset(), conflicts={})
    as_good_as_any(resolve(before, freed), freed, set(before.matches))
    allowed = sorted(reference.scores(the_round))
    rooms = {insider.id: insider.capacity for insider in the_round.insiders}
    possible = [pair for pair in allowed if rooms[pair[1]]]
    if possible:
        pinned = replace(the_round, pins=frozenset({data.draw(st.sampled_from(possible))}))
        as_good_as_any(resolve(before, pinned), pinned, set(before.matches))


@settings(max_examples=10, deadline=None)
@given(reference.rounds(), reference.rounds())
def test_another_round_altogether(one: Round, other: Round) -> None:
    """Also where nothing can be taken over."""
    before = solve(one)
    as_good_as_any(resolve(before, other), other, set(before.matches))


def test_who_is_moved_is_who_must_be() -> None:
    """A new insider is as good as another for both seekers: nobody moves to them."""
    hours = (Window(600, 720),)
    seekers = tuple(Seeker(f"s{k}", {"tax": 1}, ("en",), "entry", 1, hours) for k in range(2))
    insiders = tuple(Insider(f"i{k}", ("tax",), ("en",), "mid", 1, hours) for k in range(2))
    before = solve(Round(seekers, insiders))
    more = Round(seekers, (*insiders, replace(insiders[0], id="i9")))
    assert resolve(before, more).matches == before.matches
    refused = before.matches[0]
    after = resolve(before, replace(more, forbidden=frozenset({refused})))
    assert set(after.matches) == {before.matches[1], (refused[0], "i9")}
