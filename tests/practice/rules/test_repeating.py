"""When something is asked again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from askwell.practice.rules.repeating import STICKS, Memory, Recall, recalled

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def after(*recalls: Recall) -> Memory:
    """Each time it was asked when it was due."""
    memory, now = None, NOON
    for recall in recalls:
        memory = recalled(memory, recall, now)
        now = memory.due
    assert memory
    return memory


def test_what_is_known_comes_back_after_minutes_then_days_then_weeks() -> None:
    waits = [after(*[Recall.KNOWN] * times).due - (after(*[Recall.KNOWN] * (times - 1)).due if times > 1 else NOON)
             for times in (1, 2, 3, 4)]  # fmt: skip
    assert waits[0] == timedelta(minutes=10)
    assert [timedelta(days=1) <= wait for wait in waits] == [False, True, True, True]
    assert sorted(waits) == waits
    assert waits[3] > timedelta(weeks=2)
    assert after(Recall.KNOWN, Recall.KNOWN).state == STICKS


def test_what_was_wrong_comes_back_in_a_minute_and_a_guess_before_what_was_known() -> None:
    assert after(Recall.WRONG).due - NOON == timedelta(minutes=1)
    known = [Recall.KNOWN, Recall.KNOWN]
    assert after(*known, Recall.WRONG).due < after(*known, Recall.GUESSED).due < after(*known, Recall.KNOWN).due
    assert after(*known, Recall.WRONG).state != STICKS


@given(st.lists(st.sampled_from(Recall), min_size=1, max_size=12))
def test_it_is_always_asked_again_and_the_same_answers_give_the_same_day(recalls: list[Recall]) -> None:
    memory = after(*recalls)
    assert memory.last
    assert memory.last < memory.due
    assert memory == after(*recalls)
