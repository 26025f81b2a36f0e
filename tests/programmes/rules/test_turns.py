"""Whoever comes first has what they would have alone; the others have the best of what is left."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.programmes.choices import Barrier
from askwell.programmes.rules.people import Insider, Pair, Round, Seeker, Window
from askwell.programmes.rules.reasons import Against
from askwell.programmes.rules.resolving import resolve
from askwell.programmes.rules.solving import solve
from askwell.programmes.rules.turns import Turns, solve_in_turns
from tests.programmes.rules import reference

HOURS = (Window(600, 720),)


@settings(max_examples=25, deadline=None)
@given(reference.rounds(), st.data())
def test_nobody_of_the_first_turn_loses_anything_to_the_second(the_round: Round, data: st.DataObject) -> None:
    ids = [one.id for one in the_round.seekers]
    later = frozenset(data.draw(st.sets(st.sampled_from(ids))))
    early = tuple(one for one in the_round.seekers if one.id not in later)
    free = replace(the_round, pins=frozenset(), later=later)

    found = solve_in_turns(free)

    theirs = [pair for pair in found.matches if pair[0] not in later]
    alone = solve(replace(free, seekers=early)) if early else None
    assert reference.value(free, theirs) == (alone.objective if alone else 0)
    taken = Counter(insider for _seeker, insider in theirs)
    left = tuple(replace(one, capacity=one.capacity - taken[one.id]) for one in free.insiders)
    rest = solve(replace(free, seekers=tuple(one for one in free.seekers if one.id in later), insiders=left))
    assert reference.value(free, [pair for pair in found.matches if pair[0] in later]) == rest.objective
    assert found.proven
    assert Counter(insider for _seeker, insider in found.matches) <= Counter(
        {one.id: one.capacity for one in free.insiders}
    )


def test_a_pin_of_the_second_turn_has_its_place() -> None:
    seekers = tuple(Seeker(name, {"tax": 1}, ("en",), "entry", 1, HOURS) for name in ("early", "late"))
    insiders = (Insider("i", ("tax",), ("en",), "mid", 1, HOURS),)
    the_round = Round(seekers, insiders, later=frozenset({"late"}))

    assert solve_in_turns(the_round).matches == [("early", "i")]
    pinned = solve_in_turns(replace(the_round, pins=frozenset({("late", "i")})))
    assert pinned.matches == [("late", "i")]
    assert [one.seeker for one in pinned.unmet_reasons()] == ["early"]


@settings(max_examples=15, deadline=None)
@given(reference.rounds(), st.data())
def test_who_is_unwilling_has_whom_a_pin_gives_them(the_round: Round, data: st.DataObject) -> None:
    """The same, found anew and from the solution before, as with every other pair of theirs forbidden."""
    before = solve(the_round)
    who = data.draw(st.sampled_from([one for one in the_round.insiders if one.capacity] or [the_round.insiders[0]]))
    possible = sorted(pair for pair in reference.scores(the_round) if pair[1] == who.id and who.capacity)
    pins = frozenset(data.draw(st.sets(st.sampled_from(possible), max_size=1))) if possible else frozenset()
    unwilling = replace(the_round, unwilling=frozenset({who.id}), pins=pins)
    every = {(one.id, who.id) for one in the_round.seekers} - pins
    forbidden = replace(the_round, forbidden=the_round.forbidden | every, pins=pins)

    found = resolve(before, unwilling)
    assert found.objective == solve(unwilling).objective == solve(forbidden).objective
    assert {pair for pair in found.matches if pair[1] == who.id} == pins


def test_an_unwilling_insider_is_told_as_such() -> None:
    seekers = (Seeker("s", {"tax": 1}, ("en",), "entry", 1, HOURS),)
    insiders = (Insider("i", ("tax",), ("en",), "mid", 1, HOURS), Insider("j", ("tax",), ("fr",), "mid", 1, HOURS))
    found = solve_in_turns(Round(seekers, insiders, unwilling=frozenset({"i", "j"})))

    [unmet] = found.unmet_reasons()
    assert unmet.against == {Barrier.LANGUAGE: Against(1, 0), Barrier.SAID_NO: Against(2, 1)}


@settings(max_examples=25, deadline=None)
@given(reference.rounds(), st.data())
def test_what_waits_keeps_its_place_from_nobody_of_the_first_turn(the_round: Round, data: st.DataObject) -> None:
    """Found anew, and from the solution without it; whoever is of the second keeps as many as can be kept."""
    ids = [one.id for one in the_round.seekers]
    later = frozenset(data.draw(st.sets(st.sampled_from(ids))))
    free = replace(the_round, pins=frozenset(), later=later)
    before = solve_in_turns(free)
    possible = sorted(pair for pair in reference.scores(free) if pair[0] in later)
    waiting = frozenset(data.draw(st.sets(st.sampled_from(possible), max_size=4))) if possible else frozenset()
    waits = replace(free, waiting=waiting)

    found, warm = solve_in_turns(waits), solve_in_turns(waits, last=before)

    def of(one: Turns, theirs: bool) -> Fraction:
        return reference.value(free, [pair for pair in one.matches if (pair[0] in later) is theirs])

    assert of(found, False) == of(warm, False) == of(before, False)
    assert of(found, True) == of(warm, True)
    assert len(found.lost) == len(warm.lost) == len(waiting) - _most_kept(free, found, waiting)
    assert found.proven
    assert warm.proven


def _most_kept(the_round: Round, found: Turns, waiting: frozenset[Pair]) -> int:
    """How many of these fit into what the first turn left, by trying all."""
    taken = Counter(insider for seeker, insider in found.matches if seeker not in the_round.later)
    room = {one.id: one.capacity - taken[one.id] for one in the_round.insiders}
    wanted = {one.id: one.wanted for one in the_round.seekers}

    def fits(pairs: tuple[Pair, ...]) -> bool:
        seekers, insiders = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
        return all(count <= wanted[one] for one, count in seekers.items()) and all(
            count <= room[one] for one, count in insiders.items()
        )

    sizes = range(len(waiting), -1, -1)
    return next(size for size in sizes if any(map(fits, combinations(sorted(waiting), size))))


def test_what_waits_for_somebody_of_another_round_gives_way_to_the_first_alone() -> None:
    seekers = tuple(Seeker(name, {"tax": 1}, ("en",), "entry", 1, HOURS) for name in ("early", "late"))
    insiders = (Insider("i", ("tax",), ("en",), "mid", 2, HOURS),)
    waits = Round(seekers, insiders, later=frozenset({"late"}), waiting=frozenset({("a", "i"), ("b", "i")}))

    found = solve_in_turns(waits)
    assert (found.matches, found.lost) == ([("early", "i")], [("b", "i")])
    late = solve_in_turns(replace(waits, seekers=seekers[1:]))
    assert (late.matches, late.lost) == ([], [])
    alone = solve_in_turns(replace(waits, seekers=seekers[:1], waiting=frozenset({("a", "i")})))
    assert (alone.matches, alone.lost) == ([("early", "i")], [])


def test_a_pin_comes_before_what_waits() -> None:
    seekers = tuple(Seeker(name, {"tax": 1}, ("en",), "entry", 1, HOURS) for name in ("one", "two"))
    insiders = tuple(Insider(name, ("tax",), ("en",), "mid", 1, HOURS) for name in ("i", "j"))
    later, waiting = frozenset({"one", "two"}), frozenset({("one", "i"), ("two", "j")})
    pinned = Round(seekers, insiders, later=later, waiting=waiting, pins=frozenset({("one", "j")}))

    found = solve_in_turns(pinned)
    assert ("one", "j") in found.matches
    assert all(reason.pinned is (reason.insider == "j") for reason in found.pair_reasons())
