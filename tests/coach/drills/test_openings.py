"""A closed question turned open."""

import pytest

from askwell.coach.drills import Opening, items, judge_opening

EXERCISES = [one for one in items().values() if isinstance(one, Opening)]


def test_the_authored_open_questions_are_good_and_the_closed_ones_are_not() -> None:
    refused = [one.id for one in EXERCISES if not judge_opening(one, one.better).is_good]
    accepted = [one.id for one in EXERCISES if judge_opening(one, one.text).is_good]
    assert len(EXERCISES) == 129
    assert len(refused) / len(EXERCISES) <= 0.05, refused
    assert len(accepted) / len(EXERCISES) <= 0.03, accepted


@pytest.mark.parametrize("text", ["", " ", "🙂", "I like nights.", "我喜欢夜班。", "x" * 5000])
def test_what_asks_nothing_is_not_good(text: str) -> None:
    assert not judge_opening(EXERCISES[0], text).is_good
