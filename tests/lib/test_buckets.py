"""A bucket of tokens: so many at once, and it fills up again by itself."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.buckets import Bucket, draw

TEN = Bucket(10, timedelta(seconds=100))


def test_a_full_bucket_gives_all_it_holds_and_then_nothing() -> None:
    left: float | None = 10.0
    for _ in range(10):
        assert left is not None
        left = draw(TEN, left, 0)

    assert left is not None
    assert draw(TEN, left, 0) is None


def test_it_fills_by_one_in_its_time_and_never_over_the_brim() -> None:
    assert draw(TEN, 0.0, 9.9) is None
    assert draw(TEN, 0.0, 10) == 0
    assert draw(TEN, 0.0, 100_000) == 9


def test_a_clock_that_went_back_gives_nothing() -> None:
    assert draw(TEN, 0.5, -1000) is None


@given(st.lists(st.floats(0, 30), max_size=200))
def test_over_any_time_no_more_than_it_holds_and_what_flowed_in(waits: list[float]) -> None:
    left, drawn = 10.0, 0
    for wait in waits:
        after = draw(TEN, left, wait)
        left = min(10.0, left + wait * TEN.a_second) if after is None else after
        drawn += after is not None

    assert drawn <= 10 + sum(waits) * TEN.a_second + 1e-6
