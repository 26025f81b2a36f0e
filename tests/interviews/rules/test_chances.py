"""The distributions, each against a sum or a closed form that needs none of their code."""

from math import comb, exp, lgamma, log, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.interviews.rules.chances import (
    MANY,
    beta_below,
    beta_interval,
    beta_of,
    binomial_tails,
    how_many,
    poisson_reaches,
    poisson_tail,
)


@given(a=st.integers(1, 20), b=st.integers(1, 20), x=st.floats(0.01, 0.99))
def test_beta_of_whole_numbers_is_a_binomial_tail(a: int, b: int, x: float) -> None:
    n = a + b - 1
    tail = sum(comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
    assert beta_below(x, a, b) == pytest.approx(tail, abs=1e-8)


@given(a=st.floats(0.3, 300), b=st.floats(0.3, 300))
def test_quantiles_turn_the_distribution_round(a: float, b: float) -> None:
    low, high = beta_interval(a, b)
    assert beta_below(low, a, b) == pytest.approx(0.1, abs=1e-3)
    assert beta_below(high, a, b) == pytest.approx(0.9, abs=1e-3)


def test_the_arcsine_distribution() -> None:
    assert beta_interval(0.5, 0.5) == pytest.approx((sin(0.05 * pi) ** 2, sin(0.45 * pi) ** 2))


def test_beta_from_mean_and_variance() -> None:
    assert beta_of(0.2, 0.2 * 0.8 / 11) == pytest.approx((2, 8))


def test_binomial_tails_of_three_coins() -> None:
    assert binomial_tails(4, 3, 0.5) == pytest.approx([1, 0.875, 0.5, 0.125, 0])


def test_a_rate_drawn_evenly_makes_every_count_as_likely() -> None:
    assert binomial_tails(4, 3, 0.5, 1 / 12) == pytest.approx([1, 0.75, 0.5, 0.25, 0])


def added_up(least: int, mean: float) -> float:
    return 1 - sum(exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(least))


@given(least=st.integers(0, MANY), mean=st.floats(0.01, 40))
def test_poisson(least: int, mean: float) -> None:
    assert poisson_tail(least, mean) == pytest.approx(added_up(least, mean), abs=1e-9)


@given(least=st.integers(MANY + 1, 100), mean=st.floats(1, 150))
def test_poisson_of_many_is_near(least: int, mean: float) -> None:
    assert poisson_tail(least, mean) == pytest.approx(added_up(least, mean), abs=1e-3)


def test_poisson_beside_one_even_chance_of_another_success() -> None:
    assert poisson_reaches([1.0, 0.5], 1.0) == pytest.approx(1 - exp(-1) - 0.5 * exp(-1))


def test_how_many_of_unlike_events() -> None:
    assert how_many([0.5, 0.2]) == pytest.approx([0.4, 0.5, 0.1])
    assert how_many([]) == [1.0]
