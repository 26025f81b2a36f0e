"""Which questions make up a mock job interview."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.insider import trades
from askwell.coach.job_interviews import LEVELS, SHAPES, Question, chosen

TRADES = ["", *(one.code for one in trades())]


def kinds(asked: tuple[Question, ...]) -> list[str]:
    return [one.kind for one in asked]


@given(st.sampled_from(TRADES), st.sampled_from(LEVELS), st.sampled_from(list(SHAPES)), st.integers(0, 2**31))
def test_questions_are_of_the_trade_and_level_each_once_from_opening_to_closing(
    trade: str, level: str, count: int, seed: int
) -> None:
    asked = chosen(trade=trade, level=level, count=count, seed=seed)
    assert kinds(asked) == list(SHAPES[count])
    assert len({one.id for one in asked}) == count
    assert {one.trade for one in asked} <= {"", trade}
    assert {one.level for one in asked} <= {"any", level}
    assert asked == chosen(trade=trade, level=level, count=count, seed=seed)


@pytest.mark.parametrize("trade", TRADES[1:])
def test_a_trades_own_questions_come_first(trade: str) -> None:
    asked = chosen(trade=trade, level="entry", count=8, seed=1)
    assert sum(one.trade == trade for one in asked) >= 2


def test_the_next_interview_asks_what_was_not_asked_before() -> None:
    before: list[str] = []
    for seed in range(4):
        before += [one.id for one in chosen(trade="buyer", level="lead", count=5, seed=seed, before=before)]
    assert max(Counter(before).values()) == 1


def test_any_other_number_of_questions_is_none() -> None:
    with pytest.raises(KeyError):
        chosen(trade="", level="entry", count=4, seed=1)
