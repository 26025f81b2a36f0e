"""The forecast of one seeker, put together."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache

from askwell.interviews.rules.forecast.contacts import contacts_needed, without_contacts
from askwell.interviews.rules.forecast.dates import as_day, chance_by, first_day, open_threads
from askwell.interviews.rules.forecast.pace import Delay, Pace, delay, pace
from askwell.interviews.rules.forecast.rates import Belief, beliefs, group_rates, next_contact
from askwell.interviews.rules.forecast.values import Case, Faster, Forecast

LOW, MEDIAN, HIGH = 0.1, 0.5, 0.9
MORE = 2


@lru_cache(maxsize=256)
def forecast(case: Case) -> Forecast:
    """When the goal is reached, how sure that is, and what would change it.

    Takes some milliseconds, and is kept: most changes of a day leave the case as it was.
    """
    takes, speed = delay(case.delays), pace(case.weeks)
    minds = beliefs(case, takes)
    chance = chance_by(case, minds, speed, takes)
    low, expected, high = (first_day(chance, level) for level in (LOW, MEDIAN, HIGH))
    return Forecast(
        reached=case.still == 0,
        still=case.still,
        expected=as_day(case.today, expected),
        low=as_day(case.today, low),
        high=as_day(case.today, high),
        contacts=_contacts(case, minds, takes),
        faster=_faster(case, minds, speed, takes, expected),
        chance_by_goal_date=_by_goal_date(case, chance),
        rate=next_contact(case, minds, takes),
        groups=group_rates(case, minds, takes),
        pace=speed.mean,
        pace_from_prior=speed.from_prior,
    )


def chances_by(case: Case, days: Iterable[date]) -> tuple[float, ...]:
    """The chance that the goal is reached by the end of each day, for a picture; a past day gives that of today."""
    takes = delay(case.delays)
    chance = chance_by(case, beliefs(case, takes), pace(case.weeks), takes)
    return tuple(chance(max(0, (day - case.today).days)) for day in days)


def _contacts(case: Case, minds: Sequence[Belief], takes: Delay) -> int | None:
    threads = open_threads(case)
    agreed = sum(len(counts.agreed) for counts in case.counts)
    before = [without_contacts(mind, threads, takes, agreed, case.still) for mind in minds]
    return contacts_needed(minds, before, case.still)


def _faster(case: Case, minds: Sequence[Belief], speed: Pace, takes: Delay, expected: int | None) -> Faster:
    sooner = first_day(chance_by(case, minds, speed.faster(MORE), takes), MEDIAN)
    gained = None if sooner is None or expected is None else expected - sooner
    return Faster(MORE, as_day(case.today, sooner), gained)


def _by_goal_date(case: Case, chance: Callable[[int], float]) -> float | None:
    if case.goal_date is None or case.goal_date < case.today:
        return None
    return chance((case.goal_date - case.today).days)
