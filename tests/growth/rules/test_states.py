"""How a step may go: only along the moves, and back exactly as it came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.growth.choices import StepState
from askwell.growth.rules.states import (
    MOST_KEPT,
    MOVES,
    ImpossibleMoveError,
    Life,
    NothingToTakeBackError,
    moved,
    read,
    taken_back,
)

ORDERS = st.lists(st.sampled_from([*StepState, None]), max_size=40)
"""Where to go next; None: take the last move back."""


@given(ORDERS)
def test_whatever_is_pressed_it_stays_on_its_ways_and_comes_back(orders: list[StepState | None]) -> None:
    life, walked = Life(), [StepState.IDEA]
    for order in orders:
        if order is None:
            if len(walked) == 1:
                with pytest.raises(NothingToTakeBackError):
                    taken_back(life)
                continue
            life, _gone = taken_back(life), walked.pop()
        elif order in MOVES[life.state]:
            life = moved(life, order)
            walked.append(order)
        else:
            with pytest.raises(ImpossibleMoveError):
                moved(life, order)
        assert [*life.before, life.state] == walked
        assert read(life.state, [str(one) for one in life.before]) == life


def test_only_what_is_done_stays_and_nothing_leads_to_itself() -> None:
    assert [state for state, to in MOVES.items() if not to] == [StepState.DONE]
    assert [state for state, to in MOVES.items() if state in to] == []


def test_the_trail_does_not_grow_for_ever() -> None:
    life = Life()
    for _turn in range(MOST_KEPT):
        life = moved(moved(life, StepState.PLANNED), StepState.IDEA)
    assert len(life.before) == MOST_KEPT


@pytest.mark.parametrize("trail", [None, {}, "done", [1, None, "flying"], [["done"]]])
def test_a_trail_that_makes_no_sense_is_none(trail: object) -> None:
    assert read("flying", trail) == Life()
