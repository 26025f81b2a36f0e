"""The chance that the goal is reached by a day, and its quantiles.

For each belief about the rates, successes by a day are the sum of three kinds:

* agreed interviews, each with its own day: counted exactly (as Poisson while more than 30 successes are missing);
* open threads, whose success may still be to come: Poisson, with the chance that is left to each;
* contacts to come: Poisson, whose mean (pace · rate · weeks that have borne fruit) is uncertain by a log-normal
  factor, in which the pace, the spread between weeks and the groups' own rates are put together; five nodes
  of Gauss and Hermite.

The chance rises with every day, success and contact, so the quantiles are found by bisection.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from math import exp, log1p, sqrt

from askwell.interviews.rules.chances import MANY, how_many, poisson_reaches, poisson_tail
from askwell.interviews.rules.forecast.pace import WEEKS_ALIKE, Delay, Pace
from askwell.interviews.rules.forecast.rates import FOLLOW_THROUGH, Belief, Group, mean_of
from askwell.interviews.rules.forecast.values import Case

HORIZON = 730  # days
THANKS_AND_NOTES = 1  # days from an agreed interview until it can count
_ENDS = (3, 7, 14, 21, 35, 56)
_NODES = (
    (-2.8569700138728056, 0.011257411327720688),
    (-1.3556261799742659, 0.22207592200561266),
    (0.0, 0.5333333333333333),
    (1.3556261799742659, 0.22207592200561266),
    (2.8569700138728056, 0.011257411327720688),
)


@dataclass(frozen=True, slots=True)
class Open:
    """Open threads of about one age: their mean age in days, and how many of each group."""

    age: float
    counts: Mapping[Group, int]


def open_threads(case: Case) -> tuple[Open, ...]:
    """The open threads of the case, those of about one age together, so that 500 cost no more than 50."""
    threads = sorted((age, (one.channel, one.tie)) for one in case.counts for age in one.open_ages)
    found = []
    for _, together in groupby(threads, key=lambda thread: bisect_left(_ENDS, thread[0])):
        some = list(together)
        found.append(Open(sum(age for age, _ in some) / len(some), Counter(group for _, group in some)))
    return tuple(found)


def to_come(mind: Belief, threads: Sequence[Open], delay: Delay) -> list[tuple[float, float]]:
    """For each age of open threads: the age, and successes per share of the delays that is still ahead."""
    return [(one.age, sum(_left(mind, one, delay.by(one.age)))) for one in threads]


def _left(mind: Belief, threads: Open, over: float) -> Iterator[float]:
    for group, count in threads.counts.items():
        rate = mean_of(*mind.groups[group])
        yield count * rate / (1 - rate * over)


def chance_by(case: Case, minds: Sequence[Belief], pace: Pace, delay: Delay) -> Callable[[int], float]:
    """A function of days from today: the chance that the goal is reached by then."""
    threads = open_threads(case)
    ahead = [(mind, to_come(mind, threads, delay)) for mind in minds]
    agreed = sorted((day - case.today).days for counts in case.counts for day in counts.agreed)

    @cache
    def chance(days: int) -> float:
        fruit = delay.weeks(days)
        done = {one.age: delay.by(one.age + days) - delay.by(one.age) for one in threads}
        reach = _reach(case.still, sum(max(day, 0) + THANKS_AND_NOTES <= days for day in agreed))
        found = sum(
            mind.weight
            * _mixed(reach, sum(share * done[age] for age, share in rest), pace.mean * fruit, mind, pace, fruit)
            for mind, rest in ahead
        )
        return min(1.0, found)

    return chance


def first_day(chance: Callable[[int], float], level: float) -> int | None:
    """The first day from today on which `chance` is at least `level`; None beyond the horizon."""
    if chance(HORIZON) < level:
        return None
    low, high = 0, HORIZON
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if chance(middle) >= level else (middle + 1, high)
    return low


def _mixed(
    reach: Callable[[float], float], open_mean: float, contacts: float, mind: Belief, pace: Pace, fruit: float
) -> float:
    """The chance to reach the goal, over the nodes of the log-normal factor on the contacts to come."""
    if contacts <= 0:
        return reach(open_mean)
    alike = (1 + pace.doubt) * (1 + 1 / (WEEKS_ALIKE * fruit)) * (1 + mind.spread / mind.rate**2)
    width = sqrt(log1p(alike - 1))
    middle = contacts * mind.rate * exp(-width * width / 2)
    return sum(weight * reach(open_mean + middle * exp(width * z)) for z, weight in _NODES)


def _reach(still: int, agreed: int) -> Callable[[float], float]:
    """The chance of `still` successes as a function of the Poisson mean, beside `agreed` interviews due."""
    if not agreed or still > MANY:
        return lambda mean: poisson_tail(still, mean + FOLLOW_THROUGH * agreed)
    held = how_many([FOLLOW_THROUGH] * agreed)
    too_few = [sum(held[: still - count]) for count in range(still)]
    return lambda mean: poisson_reaches(too_few, mean)


def as_day(today: date, days: int | None) -> date | None:
    """The calendar day so many days from today."""
    return None if days is None else date.fromordinal(today.toordinal() + days)
