"""Money as people write it."""

import pytest

from askwell.growth.rules.amounts import read_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1800", 1800), ("$1,800", 1800), ("1 800 $", 1800), ("1\u202f800,50 $", 1800.5), ("1800 CAD", 1800),
        ("CA$ 45.25", 45.25), ("45,5", 45.5), ("0", 0), ("free", 0), ("Gratuit", 0), ("免费", 0), ("300加元", 300),
        ("1,234,567.89", 1234567.89),
    ],
)  # fmt: skip
def test_an_amount_is_read(text: str, amount: float) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    ["", "a lot", "-5", "−5", "1800 to 2000", "1800-2000", "1e9", "nan", "∞", "9" * 40, "$", "1.2.3", "12,34,56"],
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert read_amount(text) is None
