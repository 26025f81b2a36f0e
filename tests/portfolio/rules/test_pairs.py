"""An order is made of choices between two: it always ends, soon, and is the chooser's own."""

import random
from collections.abc import Callable, Iterator
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.portfolio.rules.pairs import Choice, Outcome, Place, most, standing

TWELVE = tuple("abcdefghijkl")
OUTCOMES: tuple[Outcome, ...] = ("first", "second", "equal")
Chooser = Callable[[str, str], Outcome]


def made(things: tuple[str, ...], choose: Chooser) -> tuple[list[Choice], tuple[Place, ...]]:
    """The choices until nothing more is asked, and the order then."""
    choices: list[Choice] = []
    while pair := standing(things, choices).next:
        choices.append(Choice(*pair, choose(*pair)))
        assert len(choices) <= most(len(things))
    return choices, standing(things, choices).order


def by(worth: dict[str, int]) -> Chooser:
    """Somebody to whom things are worth that much."""

    def choose(one: str, other: str) -> Outcome:
        if worth[one] == worth[other]:
            return "equal"
        return "first" if worth[one] > worth[other] else "second"

    return choose


@given(st.permutations(TWELVE))
def test_who_knows_their_own_order_gets_it(wished: list[str]) -> None:
    worth = {thing: -place for place, thing in enumerate(wished)}
    assert made(TWELVE, by(worth))[1] == tuple((thing,) for thing in wished)


@given(st.dictionaries(st.sampled_from(TWELVE), st.integers(0, 4), min_size=12))
def test_what_is_called_equal_stands_at_one_place(worth: dict[str, int]) -> None:
    order = made(TWELVE, by(worth))[1]
    wished = [{thing for thing in TWELVE if worth[thing] == level} for level in sorted({*worth.values()}, reverse=True)]
    assert [set(place) for place in order] == wished


@given(st.integers(0, 13), st.lists(st.sampled_from(OUTCOMES), min_size=34, max_size=34))
def test_any_answers_end_in_an_order_of_all(size: int, said: list[Outcome]) -> None:
    answers: Iterator[Outcome] = iter(said)
    things = (*TWELVE, "m")[:size]
    choices, order = made(things, lambda _one, _other: next(answers))
    assert sorted(thing for place in order for thing in place) == sorted(things)
    assert len({frozenset((one.first, one.second)) for one in choices}) == len(choices)


def test_no_more_is_asked_than_merge_insertion_needs() -> None:
    assert [most(n) for n in range(13)] == [0, 0, 1, 3, 5, 7, 10, 13, 16, 19, 22, 26, 30]
    five = TWELVE[:5]
    taken = [len(made(five, by({thing: wished.index(thing) for thing in five}))[0]) for wished in permutations(five)]
    assert max(taken) == most(5) == 7


@given(st.permutations(TWELVE), st.integers(0, 29))
def test_taking_back_the_last_choice_asks_it_again(wished: list[str], kept: int) -> None:
    choices, _order = made(TWELVE, by({thing: wished.index(thing) for thing in TWELVE}))
    dropped = choices[min(kept, len(choices) - 1)]
    before = choices[: choices.index(dropped)]
    assert standing(TWELVE, before).next == (dropped.first, dropped.second)


def test_choices_between_what_is_no_longer_there_are_left_out() -> None:
    assert standing(("a", "b"), [Choice("a", "gone", "second"), Choice("b", "a", "first")]).order == (("b",), ("a",))


@pytest.mark.parametrize("things", [(), ("a",)])
def test_what_is_alone_needs_no_choice(things: tuple[str, ...]) -> None:
    assert standing(things, []).order == tuple((thing,) for thing in things)


def test_the_order_in_which_things_are_given_does_not_matter_to_the_outcome() -> None:
    worth = {thing: ord(thing) for thing in TWELVE}
    mixed = list(TWELVE)
    random.Random(7).shuffle(mixed)
    assert made(tuple(mixed), by(worth))[1] == made(TWELVE, by(worth))[1]
