"""How many messages a yes takes: what to expect before sending, so that silence is no surprise.

Every message is a try with the same chance of a yes (a reply that leads to an interview), independent of the
others. That is arithmetic (METHOD.md); the chance is not known. It starts from a prior and is moved by the
seeker's own counts: Beta(2, 8), a mean of 20 % worth ten messages, whose 90 % interval is 4 to 43 %, the
span of METHOD's 5 to 40 % (starting rates: grade C).
"""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, exp, lgamma, log, log1p

PRIOR_YES, PRIOR_NO = 2, 8
PRIOR_WORTH = PRIOR_YES + PRIOR_NO  # messages; with fewer of one's own the prior weighs more
INTERVAL = 0.8


@dataclass(frozen=True, slots=True)
class Expectation:
    """Messages that one yes usually takes, with an 80 % interval from the uncertainty of the rate.

    `rate` is the mean chance of a yes. `from_prior` is True while the seeker's own counts weigh less than
    the starting rate: show it then as a starting rate of grade C, with its source.
    """

    messages: int
    low: int
    high: int
    rate: float
    from_prior: bool


@lru_cache(maxsize=256)
def expected_silence(
    successes: int, attempts: int, *, prior_yes: int = PRIOR_YES, prior_no: int = PRIOR_NO
) -> Expectation:
    """How many messages a yes usually takes after `successes` in `attempts`.

    The prior is worth `prior_yes + prior_no` messages (each at least 1). Raises ValueError for counts that
    cannot be.
    """
    if not 0 <= successes <= attempts or min(prior_yes, prior_no) < 1:
        raise ValueError(f"{successes} of {attempts}, prior {prior_yes} and {prior_no}")
    yes, no = prior_yes + successes, prior_no + attempts - successes
    tail = (1 - INTERVAL) / 2
    return Expectation(
        messages=round(_per_yes(yes / (yes + no))),
        low=round(_per_yes(_beta_quantile(1 - tail, yes, no))),
        high=round(_per_yes(_beta_quantile(tail, yes, no))),
        rate=yes / (yes + no),
        from_prior=attempts < prior_yes + prior_no,
    )


@lru_cache(maxsize=256)
def contacts_needed(rate: float, goal: int = 10, chance: float = 0.9) -> int:
    """The fewest contacts after which `goal` or more said yes with at least this `chance`.

    Each says yes with the chance `rate`, independently: a binomial tail. Raises ValueError unless rate and
    chance lie between 0 and 1.
    """
    if not (0 < rate <= 1 and 0 < chance < 1 <= goal):
        raise ValueError(f"rate {rate}, goal {goal}, chance {chance}")
    low, high = goal, ceil(goal / rate)
    while at_least(goal, high, rate) < chance:
        low, high = high + 1, high * 2
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if at_least(goal, middle, rate) >= chance else (middle + 1, high)
    return low


def at_least(successes: int, tries: int, rate: float) -> float:
    """The chance of `successes` or more in `tries` independent tries, each with the chance `rate`."""
    if successes <= 0 or rate >= 1:
        return float(successes <= tries)
    if rate <= 0:
        return 0.0
    return 1 - sum(_exactly(count, tries, rate) for count in range(min(successes, tries + 1)))


def _exactly(count: int, tries: int, rate: float) -> float:
    ways = lgamma(tries + 1) - lgamma(count + 1) - lgamma(tries - count + 1)
    return exp(ways + count * log(rate) + (tries - count) * log1p(-rate))


def _beta_quantile(share: float, yes: int, no: int) -> float:
    """By bisection: for whole numbers the Beta distribution function is a binomial tail."""
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if at_least(yes, yes + no - 1, middle) < share else (low, middle)
    return (low + high) / 2


def _per_yes(rate: float) -> float:
    return max(1.0, 1 / rate)
