"""Of six scales those are named that stand out, and none where nothing does."""

from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.self_reflection import INTERESTS, Score
from askwell.portfolio.rules.leaning import Ends, ends


def scores(*values: int | None) -> list[Score]:
    return [Score(scale, value, 8, 8) for scale, value in zip(INTERESTS, values, strict=True)]


def test_the_ends_are_named_with_what_is_as_good_as_equal() -> None:
    assert ends(scores(20, 80, 24, 78, 50, None)) == Ends(("investigative", "social"), ("realistic", "artistic"))


def test_where_all_is_about_equal_nothing_stands_out() -> None:
    assert ends(scores(50, 55, 60, 50, 51, 52)) == Ends()
    assert ends(scores(None, None, None, None, None, None)) == Ends()


@given(st.lists(st.none() | st.integers(0, 100), min_size=6, max_size=6))
def test_nothing_stands_at_both_ends(values: list[int | None]) -> None:
    found = ends(scores(*values))
    assert set(found.most) & set(found.least) == set()
    assert bool(found.most) == bool(found.least)
