"""Introductions never lead back to where they began."""

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from askwell.people.rules.introductions import closes_circle

A, B, C = uuid4(), uuid4(), uuid4()


def test_nobody_introduces_themselves() -> None:
    assert closes_circle([], A, A)


def test_nobody_is_introduced_by_whom_they_led_to() -> None:
    assert closes_circle([(A, B), (B, C)], C, A)
    assert not closes_circle([(A, B), (A, C)], B, C)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=25))
def test_kept_introductions_always_have_an_order(tried: list[tuple[int, int]]) -> None:
    kept: list[tuple[UUID, UUID]] = []
    for source, target in tried:
        pair = (UUID(int=source), UUID(int=target))
        if not closes_circle(kept, *pair):
            kept.append(pair)
    left = {person for pair in kept for person in pair}
    while left:
        free = {person for person in left if not any(a in left and b == person for a, b in kept)}
        assert free
        left -= free
