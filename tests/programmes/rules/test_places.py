from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from askwell.programmes.rules.places import pauses, places, rests_until
from tests.conftest import NOW

DAY = timedelta(days=1)


def free(**told: Any) -> int:
    usual = {"a_month": 2, "rest_days": 14, "taken": [], "paused_until": None, "is_paused": False, "now": NOW}
    return places(**{**usual, **told})


def test_a_talk_takes_a_place_for_thirty_days() -> None:
    assert free() == 2
    assert free(taken=[NOW - 5 * DAY]) == 1
    assert free(taken=[NOW - 5 * DAY, NOW + 3 * DAY]) == 0
    assert free(taken=[NOW - 30 * DAY]) == 2


def test_more_talks_than_were_offered_leave_none() -> None:
    assert free(a_month=1, taken=[NOW, NOW, NOW]) == 0
    assert free(a_month=-1) == 0


def test_after_a_talk_there_is_a_rest() -> None:
    assert free(held=[NOW - 13 * DAY]) == 0
    assert free(held=[NOW - 14 * DAY]) == 2
    assert free(held=[NOW - 1 * DAY], rest_days=0) == 2
    assert rests_until(14, [NOW - 40 * DAY, NOW - 2 * DAY, NOW + DAY], NOW) == NOW + 12 * DAY


def test_a_pause_ends_on_its_day_or_when_they_say_so() -> None:
    today = NOW.date()

    assert free(is_paused=True) == 0
    assert free(is_paused=True, paused_until=today + DAY) == 0
    assert free(is_paused=True, paused_until=today) == 2
    assert not pauses(False, date(2030, 1, 1), today)


@given(st.integers(-3, 40), st.lists(st.integers(-60, 60), max_size=30), st.integers(0, 60))
def test_places_are_never_fewer_than_none_nor_more_than_offered(a_month: int, days: list[int], rest: int) -> None:
    moments: list[datetime] = [NOW + days_off * DAY for days_off in days]

    left = free(a_month=a_month, taken=moments, held=moments, rest_days=rest)

    assert 0 <= left <= max(a_month, 0)
    assert free(a_month=a_month, taken=[*moments, NOW], held=moments, rest_days=rest) <= left
