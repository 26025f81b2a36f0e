"""Numbers as a page says them."""

from fractions import Fraction

import pytest

from askwell.decisions.web.words.figures import percent, points, total


@pytest.mark.parametrize(
    ("value", "said"), [(7, "7"), (6.5, "6½"), (0.5, "½"), (2.25, "2¼"), (0, "0"), (10, "10"), (8.3, "8.3")]
)
def test_quarters_of_a_point_are_said_as_such(value: float, said: str) -> None:
    assert points(value) == said


@pytest.mark.parametrize(("value", "said"), [(6.75, "6.8"), (6.74, "6.7"), (7.1, "7.1"), (5, "5.0"), (0.349999, "0.3")])
def test_a_total_has_one_decimal_and_halves_go_up(value: float, said: str) -> None:
    assert total(value) == said


def test_a_share_gets_a_decimal_only_where_it_would_mislead_without() -> None:
    assert percent(Fraction(1, 5)) == "20 %"
    assert percent(Fraction(1, 8)) == "13 %"  # halves go up here too
    assert percent(Fraction(28358, 100000), beside=Fraction(28, 100)) == "28.4 %"
    assert percent(Fraction(1, 250)) == "0.4 %"
    assert percent(Fraction(0)) == "0 %"
    assert percent(Fraction(999, 1000)) == "99.9 %"
