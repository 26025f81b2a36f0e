"""Business days by region.

A region is a country or a country and its part: ``CA-BC``, ``CN``, ``HK``, ``US-WA``, ``FR``. Where a
country makes up for a long holiday with working weekends (China) and the holidays library knows them,
those weekends are business days.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from askwell.lib.places import DEFAULT_REGION, region_of

if TYPE_CHECKING:
    from holidays import HolidayBase

__all__ = [
    "DEFAULT_REGION",
    "UnknownRegion",
    "add_business_days",
    "business_days_between",
    "is_business_day",
    "region_of",
]

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, {6}


class UnknownRegion(ValueError):
    """No holidays are known for this region."""


def is_business_day(day: date, *, region: str, lunar_new_year: bool = False) -> bool:
    """Return whether offices in `region` work on `day`; where only Sunday is official, not on Saturdays either.

    `lunar_new_year` is for someone who keeps the Lunar New Year where it is no public holiday: its eve and
    first three days are then no business days. Raises `UnknownRegion`.
    """
    if lunar_new_year and _is_lunar_new_year(day):
        return False
    calendar = _calendar(region)
    if calendar.weekend == _SUNDAY and day.weekday() == _SATURDAY:
        return day in calendar.weekend_workdays
    return bool(calendar.is_working_day(day))


def add_business_days(start: date, count: int, *, region: str, lunar_new_year: bool = False) -> date:
    """Return the `count`-th business day after `start` (before it, when negative); `start` does not count.

    0 gives `start` itself, or the next business day when it is none.
    """
    step = -_DAY if count < 0 else _DAY
    day = start if count else start - _DAY
    for _ in range(abs(count) or 1):
        day += step
        while not is_business_day(day, region=region, lunar_new_year=lunar_new_year):
            day += step
    return day


@lru_cache(maxsize=1024)
def business_days_between(start: date, end: date, *, region: str, lunar_new_year: bool = False) -> int:
    """Return how many business days lie after `start` up to and including `end`; negative when reversed.

    ``business_days_between(d, add_business_days(d, n, …), …) == n`` for every n above 0.
    """
    if end < start:
        return -business_days_between(end, start, region=region, lunar_new_year=lunar_new_year)
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_business_day(day, region=region, lunar_new_year=lunar_new_year) for day in days)


@lru_cache(maxsize=256)
def _calendar(region: str) -> "HolidayBase":
    import holidays  # noqa: PLC0415 - a second to import; most requests need no calendar

    country, _, part = region.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=part or None)
    except NotImplementedError:
        raise UnknownRegion(region) from None


@lru_cache(maxsize=64)
def _lunar_new_year(year: int) -> date | None:
    from holidays.calendars.chinese import _ChineseLunisolar  # noqa: PLC0415 - as above

    found: tuple[date | None, bool] = _ChineseLunisolar().lunar_new_year_date(year)
    return found[0]


def _is_lunar_new_year(day: date) -> bool:
    first = _lunar_new_year(day.year)
    return first is not None and first - _DAY <= day < first + 3 * _DAY
