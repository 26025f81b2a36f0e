"""The clock of a rehearsal."""

from datetime import datetime, timedelta

import pytest

from askwell.practice.rules.clock import AWAY, cue, elapsed, moved


def after(now: datetime, seconds: float) -> datetime:
    return now + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, 60), (0.9, 60), (1, 61), (59.99, 119), (AWAY, 60 + AWAY), (86_400, 60 + AWAY), (-5, 60)]
)
def test_it_counts_on_from_what_was_spent_but_not_while_one_is_away(now: datetime, seconds: float, shown: int) -> None:
    assert elapsed(60, now, after(now, seconds)) == shown


def test_a_clock_that_stands_still_counts_nothing(now: datetime) -> None:
    assert elapsed(42, None, after(now, 100)) == 42


def test_many_short_turns_lose_no_part_of_a_second(now: datetime) -> None:
    spent, since = 0, now
    for turn in range(1, 11):
        spent, since = moved(spent, since, after(now, 0.9 * turn))
    assert (spent, since) == (9, after(now, 9))


def test_it_runs_on_from_now_when_it_stood_still_or_one_was_away(now: datetime) -> None:
    assert moved(7, None, after(now, 30)) == (7, after(now, 30))
    assert moved(7, now, after(now, 1000)) == (7 + AWAY, after(now, 1000))


@pytest.mark.parametrize(("minutes", "seconds"), [(5, 225), (10, 450), (15, 675)])
def test_it_is_time_to_close_when_a_quarter_is_left(minutes: int, seconds: int) -> None:
    assert cue(minutes) == seconds
