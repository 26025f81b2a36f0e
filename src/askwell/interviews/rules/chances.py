"""Distributions that the standard library lacks: Beta, beta-binomial, Poisson tails. Pure Python.

The incomplete beta function is the continued fraction of the *NIST Handbook of Mathematical Functions*, 8.17.22,
evaluated by Lentz's method.
"""

from collections.abc import Sequence
from math import erf, exp, lgamma, log, log1p, sqrt

EIGHTY = (0.1, 0.9)
_TINY = 1e-300
MANY = 30


def beta_interval(a: float, b: float, tails: tuple[float, float] = EIGHTY) -> tuple[float, float]:
    """The quantiles of Beta(a, b) at both `tails`: by default the central 80 %."""
    return _beta_quantile(tails[0], a, b), _beta_quantile(tails[1], a, b)


def jeffreys(successes: int, tries: int) -> tuple[float, float]:
    """The 80 % Jeffreys interval of a share: of Beta(successes + ½, failures + ½).

    As is usual (Brown, Cai and DasGupta, *Statistical Science* 16, 2001), it reaches down to 0 without any
    success and up to 1 without any failure. Raises ValueError for counts that cannot be.
    """
    if not 0 <= successes <= tries:
        raise ValueError(f"{successes} of {tries}")
    low, high = beta_interval(successes + 0.5, tries - successes + 0.5)
    return low if successes else 0.0, high if successes < tries else 1.0


def binomial_tails(most: int, tries: int, rate: float, spread: float = 0.0) -> list[float]:
    """The chances of at least 0, 1, … `most` successes in `tries`.

    Each succeeds with the same chance: `rate` (between 0 and 1, both excluded) when `spread` is 0, else drawn
    once for all from the Beta distribution of this mean and this variance (beta-binomial).
    """
    yes, no = beta_of(rate, spread) if spread else (rate, 1 - rate)
    step = 1.0 if spread else 0.0
    term = exp(_log_none(tries, yes, no) if spread else tries * log1p(-rate))
    tails, left = [1.0], 1.0
    for count in range(most):
        left -= term
        tails.append(left if left > 0 else 0.0)
        ways = (tries - count) / (count + 1)
        term *= ways * (yes + step * count) / (no + step * (tries - count - 1)) if ways > 0 else 0.0
    return tails


def beta_of(mean: float, variance: float) -> tuple[float, float]:
    """The two parameters of the Beta distribution with this mean and variance (below mean · (1 - mean))."""
    worth = mean * (1 - mean) / variance - 1
    return mean * worth, (1 - mean) * worth


def _log_none(tries: int, yes: float, no: float) -> float:
    return lgamma(no + tries) - lgamma(no) + lgamma(yes + no) - lgamma(yes + no + tries)


def poisson_reaches(too_few: Sequence[float], mean: float) -> float:
    """The chance that a Poisson count is enough, if a count of 0, 1, … is too few with these chances, then never."""
    term, short = exp(-mean), 0.0
    for count, chance in enumerate(too_few, start=1):
        short += term * chance
        term *= mean / count
    return max(0.0, 1 - short)


def poisson_tail(least: int, mean: float) -> float:
    """The chance of `least` or more; beyond 30 by Wilson and Hilferty's cube root (within 0.001)."""
    if least <= 0 or mean <= 0:
        return float(least <= 0)
    if least > MANY:
        cube = (mean / least) ** (1 / 3)
        return normal((cube - 1 + 1 / (9 * least)) * 3 * sqrt(least))
    return poisson_reaches([1.0] * least, mean)


def normal(z: float) -> float:
    """The standard normal distribution function."""
    return 0.5 + 0.5 * erf(z / 1.4142135623730951)


def how_many(chances: Sequence[float]) -> list[float]:
    """The chances that exactly 0, 1, 2 … of independent events happen, each with its own chance."""
    found = [1.0]
    for chance in chances:
        padded = [0.0, *found]
        found = [*(p * (1 - chance) for p in found), 0.0]
        found = [stay + move * chance for stay, move in zip(found, padded, strict=True)]
    return found


def beta_below(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function: the chance that Beta(a, b) lies below `x`."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _safe(1 - (a + b) * x / (a + 1))
    found = d
    for step in range(1, 300):
        for part in _parts(step, x, a, b):
            d, c = 1 / _safe(1 + part * d), _safe(1 + part / c)
            found *= c * d
        if abs(c * d - 1) < 1e-9:
            break
    return found


def _parts(m: int, x: float, a: float, b: float) -> tuple[float, float]:
    even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return even, odd


def _safe(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def _beta_quantile(share: float, a: float, b: float) -> float:
    """By Newton's steps, halved where they would leave the bracket; exact to 1e-7."""
    low, high, x = 0.0, 1.0, a / (a + b)
    whole = lgamma(a + b) - lgamma(a) - lgamma(b)
    for _ in range(60):
        off = beta_below(x, a, b) - share
        low, high = (x, high) if off < 0 else (low, x)
        slope = exp(whole + (a - 1) * log(x) + (b - 1) * log1p(-x))
        step = x - off / slope if slope > _TINY else low
        step = step if low < step < high else (low + high) / 2
        if abs(step - x) < 1e-7:
            break
        x = step
    return step
