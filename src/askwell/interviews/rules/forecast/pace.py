"""How many new contacts a week, and how long from a first message to the interview that counts.

Pace: Gamma prior, weeks with more spread than chance (variance m + m²/WEEKS_ALIKE for a mean of m; holidays and weeks
off are in it), so that a week tells less than a Poisson count would. Delay: log-normal, its median moved from the
prior by the seeker's own delays. All constants are our choice, grade C.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from askwell.interviews.rules.chances import normal

STARTING_PACE = 5.0  # contacts a week: METHOD.md works on five employers at a time
PACE_SHAPE = 2.0  # of the prior: its standard deviation is 3.5 a week
WEEKS_ALIKE = 1.5
PACE_DRIFTS = 0.06  # relative variance: the coming months are not the past weeks
LEAST_WEEKS = 4
STARTING_DELAY = 18.0  # days, median
DELAY_WORTH = 4.0  # interviews
DELAYS_DIFFER = 0.65  # standard deviation of the logarithm


@dataclass(frozen=True, slots=True)
class Pace:
    """New contacts a week: the mean, and the relative variance of what we know of it."""

    mean: float
    doubt: float
    from_prior: bool

    def faster(self, more: float) -> "Pace":
        return Pace(self.mean + more, self.doubt, self.from_prior)


def pace(weeks: Sequence[int]) -> Pace:
    """After the new contacts of the last full weeks, in any order, zeros included."""
    told = len(weeks) and 1 / (1 + sum(weeks) / len(weeks) / WEEKS_ALIKE)
    shape = PACE_SHAPE + told * sum(weeks)
    mean = shape / (PACE_SHAPE / STARTING_PACE + told * len(weeks))
    return Pace(mean, (1 + 1 / shape) * (1 + PACE_DRIFTS) - 1, len(weeks) < LEAST_WEEKS)


@dataclass(frozen=True, slots=True)
class Delay:
    """Log-normal: mean and standard deviation of the logarithm of days."""

    centre: float
    width: float

    def by(self, days: float) -> float:
        """The share of successes that came within so many days of the first message."""
        return normal((log(days) - self.centre) / self.width) if days > 0 else 0.0

    def weeks(self, days: float) -> float:
        """Of contacts made evenly over so many days: how many weeks of them have borne fruit at the end.

        The integral of `by` from 0 to `days`, in weeks, in closed form.
        """
        if days <= 0:
            return 0.0
        z = (log(days) - self.centre) / self.width
        mean = exp(self.centre + self.width**2 / 2)
        return (days * normal(z) - mean * normal(z - self.width)) / 7


def delay(days: Sequence[int]) -> Delay:
    """After the seeker's own delays; a meeting on the spot counts as half a day."""
    worth = DELAY_WORTH + len(days)
    centre = (DELAY_WORTH * log(STARTING_DELAY) + sum(log(max(day, 0.5)) for day in days)) / worth
    return Delay(centre, DELAYS_DIFFER * sqrt(1 + 1 / worth))
