"""The way to someone: the likeliest first person, through at most three, never past somebody who is owed thanks."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, permutations
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.people.rules.ways import (
    LARGE,
    Circle,
    CircleKind,
    LinkKind,
    Spell,
    Standing,
    Way,
    best_ways,
    met_how,
    near,
)
from askwell.people.rules.ways.likelihood import asking, introduced, through
from askwell.people.rules.ways.search import LEAST
from tests.people.rules.ways.networks import InMemory, Place

CLOSE, SLIGHT = Standing(strength=3), Standing(strength=1)


def office(*members: Spell | str, size: int = 0) -> Place:
    spells = [one if isinstance(one, Spell) else Spell(one) for one in members]
    return Circle(CircleKind.EMPLOYER, "office", size or len(spells)), spells


def people(network: InMemory, *goals: str) -> list[tuple[object, ...]]:
    return [way.people for way in best_ways(network, goals)]


def test_a_friend_who_knows_a_colleague_of_hers_comes_before_a_colder_shorter_way() -> None:
    network = InMemory({"lin": CLOSE, "aisha": SLIGHT}, [("lin", "aisha")], [office("aisha", "amara")])

    ways = best_ways(network, ["amara"])

    assert [way.people for way in ways] == [("lin", "aisha", "amara"), ("aisha", "amara")]
    assert [link.kind for link in ways[0].links] == [LinkKind.INTRODUCED, LinkKind.COLLEAGUES]
    assert [link.known for link in ways[0].links] == [True, False]


def test_whoever_knows_the_goal_asks_it_directly() -> None:
    assert people(InMemory({"lin": CLOSE}), "lin") == [("lin",)]


def test_nobody_is_asked_to_introduce_someone_whom_one_knows_better() -> None:
    network = InMemory({"lin": SLIGHT, "aisha": CLOSE}, [("lin", "aisha")], [office("aisha", "amara")])
    assert people(network, "amara") == [("aisha", "amara")]


def test_a_closer_one_further_on_who_is_owed_thanks_is_no_shorter_way() -> None:
    network = InMemory(
        {"lin": SLIGHT, "aisha": Standing(strength=3, owed="thank")}, [("lin", "aisha"), ("aisha", "goal")]
    )
    assert people(network, "goal") == [("lin", "aisha", "goal"), ("aisha", "goal")]


def test_a_close_one_is_asked_directly_though_a_duty_comes_first_and_not_over_somebody_they_introduced() -> None:
    network = InMemory({"lin": Standing(strength=3, owed="progress_note"), "aisha": SLIGHT}, [("lin", "aisha")])
    assert people(network, "lin") == [("lin",), ("aisha", "lin")]


def test_of_two_owed_ones_nobody_leads_to_the_other_without_need() -> None:
    owed = Standing(strength=3, owed="thank")
    network = InMemory({"priya": owed, "lin": owed}, [("priya", "lin"), ("lin", "goal")])
    assert people(network, "goal") == [("lin", "goal")]


@pytest.mark.parametrize(("between", "found"), [(3, 1), (4, 0)])
def test_three_people_may_stand_between_and_not_four(between: int, found: int) -> None:
    chain = [f"p{number}" for number in range(between)] + ["goal"]
    network = InMemory({"p0": CLOSE}, list(zip(chain, chain[1:], strict=False)))
    assert len(best_ways(network, ["goal"])) == found


def test_who_is_owed_thanks_comes_after_those_who_may_be_asked() -> None:
    owed = Standing(strength=3, owed="thank")
    network = InMemory({"lin": owed, "bo": SLIGHT}, [("lin", "goal"), ("bo", "goal")])

    ways = best_ways(network, ["goal"])

    assert [(way.people[0], way.owed) for way in ways] == [("bo", ""), ("lin", "thank")]


def test_five_who_may_be_asked_do_not_give_way_to_one_who_is_owed_and_less_likely() -> None:
    free = {f"free{number}": CLOSE for number in range(5)}
    network = InMemory({**free, "lin": Standing(strength=1, owed="thank")}, [(one, "goal") for one in (*free, "lin")])
    assert "lin" not in {way.people[0] for way in best_ways(network, ["goal"])}


def test_a_way_leads_past_nobody_who_must_not_be_contacted() -> None:
    blocked = Standing(strength=3, blocked=True)
    network = InMemory({"lin": CLOSE, "stop": blocked}, [("lin", "stop"), ("stop", "goal")])
    assert people(network, "goal") == []
    assert people(network, "stop") == []


def test_five_ways_at_most_each_with_another_first_person() -> None:
    network = InMemory({f"p{number}": CLOSE for number in range(8)}, [(f"p{number}", "goal") for number in range(8)])
    assert len({way.people[0] for way in best_ways(network, ["goal"])}) == len(best_ways(network, ["goal"])) == 5


def test_a_talk_makes_a_stranger_someone_to_ask() -> None:
    network = InMemory({"met": Standing(talked=True), "seen": Standing()}, [("met", "goal"), ("seen", "goal")])
    assert people(network, "goal") == [("met", "goal")]


def test_in_a_large_employer_only_those_whom_the_seeker_knows_lead_on() -> None:
    there = ("goal", "lin", "stranger")
    network = InMemory({"lin": CLOSE, "old": CLOSE}, [("old", "stranger")], [office(*there, size=LARGE + 1)])
    assert people(network, "goal") == [("lin", "goal")]
    assert people(InMemory(network.people, network.led, [office(*there, size=LARGE)]), "goal") == [
        ("lin", "goal"),
        ("old", "stranger", "goal"),
    ]


@pytest.mark.parametrize("few", [True, False])
@pytest.mark.parametrize("nearest", [0, 60])
def test_colleagues_of_colleagues_meet_in_the_middle(few: bool, nearest: int) -> None:
    first, second = office("lin", "xu"), (Circle(CircleKind.EMPLOYER, "second", 9), [Spell("xu"), Spell("yi")])
    network = InMemory({"lin": CLOSE}, [("yi", "goal")], [first, second], few=few)
    with patch.object(near, "NEAREST", nearest):
        assert people(network, "goal") == [("lin", "xu", "yi", "goal")]


@pytest.mark.parametrize("few", [True, False])
@pytest.mark.parametrize("nearest", [0, 60])
def test_who_is_at_a_large_employer_of_a_friend_is_near_however_they_met_somebody_else(few: bool, nearest: int) -> None:
    large = office("lin", "xu", size=LARGE + 1)
    fair = (Circle(CircleKind.EVENT, "fair", 148), [Spell("bo"), Spell("xu")])
    second = (Circle(CircleKind.EMPLOYER, "second", 9), [Spell("xu"), Spell("yi")])
    network = InMemory({"lin": CLOSE, "bo": SLIGHT}, [("yi", "goal")], [large, fair, second], few=few)
    with patch.object(near, "NEAREST", nearest):
        assert people(network, "goal") == [("lin", "xu", "yi", "goal")]


def test_among_many_goals_those_whom_an_acquaintance_knows_are_found() -> None:
    goals = [f"goal{number}" for number in range(300)]
    places = [
        (Circle(CircleKind.EMPLOYER, goal, 9), [Spell(goal), Spell("xu" if goal == "goal299" else f"{goal} other")])
        for goal in goals
    ]
    network = InMemory({"lin": CLOSE}, [("lin", "xu")], places)
    assert people(network, *goals) == [("lin", "xu", "goal299")]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (Spell("a"), Spell("b"), LinkKind.COLLEAGUES),
        (Spell("a", now=False, start="2013-01-01", end="2019-12-31"), Spell("b", start="2018-01-01"), "overlapped"),
        (Spell("a", now=False, start="2013-01-01", end="2019-12-31"), Spell("b", start="2020-01-01"), "successive"),
        (Spell("a", now=False, end="2019-12-31"), Spell("b", start="2020-01-01"), "successive"),
        (Spell("a", now=False), Spell("b", start="2020-01-01"), "perhaps"),
        (Spell("a", now=False, start="2013-01-01"), Spell("b", now=False, end="2019-12-31"), "perhaps"),
    ],
)
def test_dates_say_whether_two_were_there_at_one_time(one: Spell, other: Spell, kind: LinkKind) -> None:
    assert met_how(CircleKind.EMPLOYER, one, other) == kind
    assert met_how(CircleKind.EMPLOYER, other, one) == kind


def test_a_search_asks_a_handful_of_times_whatever_the_size() -> None:
    chain = [f"p{number}" for number in range(300)]
    network = InMemory({"p299": CLOSE}, [(one, "goal") for one in chain])
    best_ways(network, ["goal"])
    assert network.asked <= 40


# --- against every walk there is -----------------------------------------------------------------------------------

NAMES = "abcdefgh"
STANDINGS = st.builds(
    Standing,
    st.integers(0, 3),
    st.booleans(),
    st.sampled_from(["", "", "", "thank"]),
    st.sampled_from([False] * 6 + [True]),
)
SPELLS = st.builds(
    Spell, st.sampled_from(NAMES), st.booleans(), st.sampled_from(["", "2015-01-01"]), st.just("2014-01-01")
)
SPELLED = st.lists(SPELLS, min_size=2, max_size=5, unique_by=lambda spell: spell.person)


@st.composite
def networks(draw: st.DrawFn) -> InMemory:
    standings = draw(st.fixed_dictionaries(dict.fromkeys(NAMES, STANDINGS)))
    led = draw(st.lists(st.sampled_from(list(combinations(NAMES, 2))), min_size=2, max_size=9, unique=True))
    kinds = draw(st.lists(st.sampled_from(list(CircleKind)), max_size=4))
    sizes = st.one_of(st.integers(5, 40), st.just(LARGE + 1))
    places = [(Circle(kind, number, draw(sizes)), draw(SPELLED)) for number, kind in enumerate(kinds)]
    return InMemory(standings, led, places, few=draw(st.booleans()))


def links_of(network: InMemory) -> dict[tuple[object, object], float]:
    """The likeliest link from one person, who is asked first, to another."""
    found: dict[tuple[object, object], float] = defaultdict(float)
    for pair in network.led:
        found[pair] = found[pair[::-1]] = introduced().likelihood
    for circle, members in network.places:
        for one, other in permutations(members, 2):
            asked = one.now and other.now and asking(network.people.get(one.person, Standing()))
            if circle.size <= LARGE or asked:
                pair = (one.person, other.person)
                found[pair] = max(found[pair], through(circle, one, other).likelihood)
    return {pair: value for pair, value in found.items() if value}


def walks(network: InMemory, goals: set[str]) -> Iterator[tuple[tuple[object, ...], float]]:
    """Every way without a person twice, from anyone to a goal, and the product of its links."""
    links, stack = links_of(network), [((goal,), 1.0) for goal in goals]
    while stack:
        path, value = stack.pop()
        if any(network.people.get(person, Standing()).blocked for person in path):
            continue
        yield path, value
        if len(path) <= 3:
            stack += [((n, *path), value * links[n, path[0]]) for n in NAMES if n not in path and (n, path[0]) in links]


def eligible(network: InMemory, goals: set[str]) -> tuple[dict[object, float], dict[object, set[float]]]:
    """Per first person the likelihood that a way must at least have, and all that it may have."""
    by_length: dict[tuple[object, int], list[tuple[tuple[object, ...], float]]] = defaultdict(list)
    for path, value in walks(network, goals):
        by_length[path[0], len(path)].append((path, value))
    must: dict[object, float] = {}
    may: dict[object, set[float]] = defaultdict(set)
    for person in NAMES:
        shorter = 0.0
        for length in range(1, 5):
            found = by_length[person, length]
            asked = asking(network.people.get(person, Standing()))
            may[person] |= {
                v * asked for path, v in found if v * asked >= LEAST and not detour(network, path, v * asked)
            }
            top = max((value for _path, value in found), default=0.0)
            total = top * asked
            if top > shorter and total >= LEAST:
                good = [not detour(network, path, total) for path, value in found if value == top]
                must[person] = max(must.get(person, 0.0), total if all(good) else 0.0)
            shorter = max(shorter, top)
    return must, may


def detour(network: InMemory, path: tuple[object, ...], total: float) -> bool:
    links, value = links_of(network), 1.0
    for place in range(len(path) - 1, 0, -1):
        standing = network.people.get(path[place], Standing())
        if not standing.owed and value * asking(standing) >= total:
            return True
        value = links[path[place - 1], path[place]] * value
    return False


@settings(max_examples=400)
@given(
    networks(), st.sets(st.sampled_from(NAMES), min_size=1, max_size=2), st.integers(1, 5), st.sampled_from([0, 1, 60])
)
def test_no_walk_is_better_than_what_is_shown(network: InMemory, goals: set[str], most: int, nearest: int) -> None:
    must, may = eligible(network, goals)

    with patch.object(near, "NEAREST", nearest):
        ways = best_ways(network, sorted(goals), most=most)

    free = [way for way in ways if not way.owed]
    assert len(ways) <= most
    best = max((way.likelihood for way in free), default=0.0)
    last = {way for way in ways if way.owed and (len(way.people) > 1 or way.likelihood < best)}
    assert ways == sorted(ways, key=lambda way: (way in last, -way.likelihood))
    assert len({way.people[0] for way in ways}) == len(ways)
    for way in ways:
        assert_sound(network, way, goals)
        assert any(way.likelihood == pytest.approx(total) for total in may[way.people[0]])
        assert way.likelihood >= must.get(way.people[0], 0.0) - 1e-12
    least = min((way.likelihood for way in free), default=0.0) if len(ways) == most else 0.0
    left = {person: total for person, total in must.items() if person not in {way.people[0] for way in ways}}
    assert [one for one, total in left.items() if not network.people[one].owed and total > least + 1e-12] == []


def assert_sound(network: InMemory, way: Way, goals: set[str]) -> None:
    """It ends at a goal, nobody is in it twice or blocked, every link is there, and it is as likely as it says."""
    links, value = links_of(network), 1.0
    assert way.people[-1] in goals
    assert len(set(way.people)) == len(way.people) <= 4
    assert not any(network.people.get(person, Standing()).blocked for person in way.people)
    for pair, link in zip(zip(way.people, way.people[1:], strict=False), way.links, strict=True):
        assert link.likelihood == pytest.approx(links[pair])
        value *= link.likelihood
    assert way.likelihood == pytest.approx(value * asking(network.people[way.people[0]]))
