"""The map: everyone in one group, nothing over anything, and who led to whom counted once."""

from datetime import date
from itertools import combinations
from math import dist, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.people.rules.netmap import (
    WIDTH,
    Acquaintance,
    Area,
    Dot,
    GroupKey,
    GroupKind,
    Led,
    Reached,
    grouped,
    lay_out,
    lay_out_one,
    led_to,
    names_school,
    school_in,
)
from askwell.people.rules.netmap.led import Root, root_of


def keys(*everyone: Acquaintance, goal: str | None = None) -> dict[object, GroupKey]:
    return {one.person: group.key for group in grouped(everyone, goal=goal) for one in group.people}


def test_family_comes_before_the_employer_and_three_make_a_company() -> None:
    three = [Acquaintance(number, "alumni", 1, "Tidewater") for number in range(3)]
    found = keys(*three, Acquaintance("mum", "family", 3, "Tidewater"), Acquaintance("owen", "professor", 2, "College"))
    assert found[0] == GroupKey(GroupKind.EMPLOYER, "Tidewater")
    assert found["mum"] == GroupKey(GroupKind.CLOSE)
    assert found["owen"] == GroupKey(GroupKind.SCHOOL)


def test_the_goals_employer_is_a_group_whoever_is_there_and_stands_first() -> None:
    everyone = [Acquaintance("amara", "", 0, "Tidewater"), Acquaintance("mum", "family", 3)]
    groups = grouped(everyone, goal="Tidewater")
    assert [group.key for group in groups] == [("employer", "Tidewater"), ("close", "")]


def test_small_groups_become_one_and_nobody_is_lost() -> None:
    everyone = [Acquaintance((at, one), "", 0, at) for at in range(20) for one in range(3)]
    groups = grouped(everyone, shown=12)
    assert len(groups) == 12
    assert (groups[-1].key.kind, groups[-1].parts) == (GroupKind.REST, 9)
    assert sum(len(group.people) for group in groups) == 60


def test_a_group_says_how_many_were_written_to_and_talked_with() -> None:
    (group,) = grouped([Acquaintance(number, "friend", number, None, Reached(number)) for number in range(3)])
    assert (len(group.people), group.written, group.talked, group.strength) == (3, 2, 1, 2)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Fraser Ridge College", True), ("Université de Montréal", True), ("苏州大学", True), ("Schooner Foods", False)],
)
def test_names_of_schools(text: str, is_one: bool) -> None:
    assert names_school(text) is is_one


def test_a_way_of_having_met_names_the_seekers_school_or_its_first_words() -> None:
    assert school_in("class of 2016 at fraser ridge", ["Fraser Ridge"]) == "Fraser Ridge"
    assert school_in("Simon Fraser, class of 2012", ["Fraser Ridge"]) == "Simon Fraser"


AREAS = st.lists(
    st.builds(
        lambda name, labels, plain, foot: (name, labels, plain, foot),
        st.sampled_from(["Blue Heron Trading", "腾飞物流有限公司", "A", "Université du Québec…"]),
        st.lists(st.sampled_from(["林华 Lin Hua", "Amara Diallo", "Bo"]), max_size=3),
        st.integers(0, 25),
        st.sampled_from(["", "and 12 more"]),
    ),
    min_size=1,
    max_size=12,
)


@given(AREAS)
def test_nothing_lies_over_anything(told: list[tuple[str, list[str], int, str]]) -> None:
    areas = []
    for at, (name, labels, plain, foot) in enumerate(told):
        dots = [Dot((at, "named", place), label) for place, label in enumerate(labels)]
        areas.append(Area(at, name, [*dots, *(Dot((at, place)) for place in range(plain))], foot))

    plan = lay_out(areas)

    assert plan == lay_out(areas)
    for one, other in combinations(plan.areas, 2):
        assert hypot((one.x - other.x) / 1.3, one.y - other.y) >= one.ry + other.ry
    for area, placed in zip(areas, plan.areas, strict=True):
        assert placed.x - placed.rx >= -1
        assert placed.x + placed.rx <= WIDTH + 1
        assert placed.y + placed.ry <= plan.height
        for dot in area.dots:
            x, y = plan.people[dot.person]
            assert ((x - placed.x) / placed.rx) ** 2 + ((y - placed.y) / placed.ry) ** 2 <= 1
    assert all(dist(one, other) >= 24 for one, other in combinations(plan.people.values(), 2))


def test_one_group_alone_shows_everyone_in_columns() -> None:
    plan = lay_out_one(Area("all", "Tidewater", [Dot(number, "Amara Diallo") for number in range(10)]))
    assert len({x for x, _y in plan.people.values()}) == 4
    assert max(y for _x, y in plan.people.values()) + 27 < plan.height


# --- who led to whom -----------------------------------------------------------------------------------------------

DAY = date(2026, 11, 3)
LIN = Acquaintance("lin", "former_colleague", 3)
PRIYA = Acquaintance("priya", "introduced", 2, None, Reached.TALKED)
MARC = Acquaintance("marc", "introduced", 1, None, Reached.WRITTEN)


def test_a_root_counts_all_that_came_of_it() -> None:
    led = [Led("lin", "priya", DAY), Led("priya", "marc", DAY)]

    (source,) = led_to([LIN, PRIYA, MARC], led, {"priya": 2})

    assert source.root is Root.COLLEAGUES
    counts = source.counts
    assert (counts.people, counts.written, counts.talked, counts.leads) == (3, 2, 1, 2)
    assert [tree.person for tree in source.trees] == ["lin"]
    assert [tree.person for tree in source.trees[0].led[0].led] == ["marc"]


def test_whoever_was_named_by_two_is_counted_once_with_the_first() -> None:
    led = [Led("marc", "priya", date(2026, 11, 5)), Led("lin", "priya", DAY)]
    sources = led_to([LIN, PRIYA, MARC], led, {})
    assert sum(source.counts.people for source in sources) == 3
    assert [tree.person for source in sources for tree in source.trees] == ["lin"]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=15))
def test_everyone_is_counted_once_even_in_a_circle(pairs: list[tuple[int, int]]) -> None:
    everyone = [Acquaintance(number) for number in range(7)]
    sources = led_to(everyone, [Led(one, other, DAY) for one, other in pairs], {})
    assert sum(source.counts.people for source in sources) == 7


@pytest.mark.parametrize(
    ("one", "root"),
    [
        (Acquaintance("a", "friend", 2, obtained="card"), Root.CARD),
        (Acquaintance("a", "friend", 2, at_event=True), Root.EVENT),
        (Acquaintance("a", "professor", 2, obtained="by_hand"), Root.PROFESSOR),
        (Acquaintance("a", "alumni", 1, obtained="linkedin"), Root.ALUMNI),
        (Acquaintance("a", obtained="linkedin"), Root.LINKEDIN),
        (Acquaintance("a", obtained="spreadsheet"), Root.ADDRESS_BOOK),
        (Acquaintance("a", "introduced", 1, obtained="referred"), Root.BY_HAND),
    ],
)
def test_where_somebody_came_from(one: Acquaintance, root: Root) -> None:
    assert root_of(one) is root
