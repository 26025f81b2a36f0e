"""Whole numbers out of addresses and forms, whatever stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.numbers import whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("007", 7), ("999999999", 999_999_999)])
def test_digits_are_a_number(text: str, number: int) -> None:
    assert whole_number(text, -1) == number


@pytest.mark.parametrize(
    "text", ["", " ", "²", "1²", "٣", "三", "-1", "+1", "1.0", "1_0", " 1", "1\n", "1000000000", "9" * 5000]
)
def test_anything_else_is_the_default(text: str) -> None:
    assert whole_number(text, -1) == -1


@given(st.text(st.characters(categories=("N",)), max_size=12))
def test_no_kind_of_numeral_raises(text: str) -> None:
    assert -1 <= whole_number(text, -1) <= 999_999_999
