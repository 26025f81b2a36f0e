"""Numbers and money as people write them."""

import pytest

from askwell.growth.rules.amounts import read_amount, read_number


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1800", 1800), ("$1,800", 1800), ("1 800 $", 1800), ("1\u202f800,50 $", 1800.5), ("1800 CAD", 1800),
        ("CA$ 45.25", 45.25), ("45,5", 45.5), ("0", 0), ("free", 0), ("Gratuit", 0), ("免费", 0), ("300加元", 300),
        ("1,234,567.89", 1234567.89), ("999999999", 999999999),
    ],
)  # fmt: skip
def test_an_amount_is_read(text: str, amount: float) -> None:
    found = read_amount(text)

    assert found
    assert found.value == amount


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("1800", "CAD USD CNY EUR"), ("$1,800", "CAD USD"), ("1 800 $ CA", "CAD"), ("US$ 90", "USD"), ("90美元", "USD"),
        ("1800元", "CNY"), ("¥1800", "CNY"), ("￥1800", "CNY"), ("RMB 1800", "CNY"), ("300加元", "CAD"),
        ("90 €", "EUR"), ("$90 USD", "USD"),
    ],
)  # fmt: skip
def test_its_unit_says_the_currency(text: str, currencies: str) -> None:
    found = read_amount(text)

    assert found
    assert found.currencies == set(currencies.split())


@pytest.mark.parametrize(
    "text",
    [
        "", "a lot", "-5", "−5", "1800 to 2000", "1800-2000", "1e9", "nan", "∞", "9" * 40, "$", "1.2.3", "12,34,56",
        "$1800元", "€ 90 CAD", "90 pounds", "一千八",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_none(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("2.5", 2.5), ("2,5", 2.5), ("7.25", 7.25), ("1,800", 1800), ("1 800", 1800), ("-2", -2), ("−2", -2),
     ("nan", None), ("2,5,1", None), ("abc", None), ("", None)],
)  # fmt: skip
def test_a_number_has_a_point_or_a_comma(text: str, number: float | None) -> None:
    assert read_number(text) == number
