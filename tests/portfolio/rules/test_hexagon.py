"""Six values become a figure: what is more lies further out, what is not known has no point."""

import math

from hypothesis import given
from hypothesis import strategies as st

from askwell.portfolio.rules.hexagon import ring, spokes


def test_the_first_points_up_and_the_others_follow_clockwise() -> None:
    drawn = spokes([100] * 6, radius=100, away=10)
    assert [one.end for one in drawn] == list(ring(6, 100))
    assert drawn[0].end == (0.0, -100.0)
    assert drawn[3].end == (0.0, 100.0)
    assert drawn[1].end[0] > 0 > drawn[5].end[0]
    assert [one.anchor for one in drawn] == ["middle", "start", "start", "middle", "end", "end"]


def test_what_is_not_known_has_no_point() -> None:
    assert [one.point is None for one in spokes([50, None, 0, 1, 2, 3], radius=100, away=10)] == [False, True] + [
        False
    ] * 4


@given(st.lists(st.integers(0, 100), min_size=6, max_size=6))
def test_a_value_is_as_far_from_the_middle_as_it_is_large(values: list[int]) -> None:
    for value, one in zip(values, spokes(values, radius=100, away=10), strict=True):
        assert one.point
        assert abs(math.hypot(*one.point) - value) < 0.2
