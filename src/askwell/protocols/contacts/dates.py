"""Dates as address books write them."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from askwell.lib.months import month_number

_YEAR_FIRST = re.compile(r"^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(19|20)(\d\d)(\d\d)(\d\d)$")
_NUMBERS = re.compile(r"^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d\d)(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_SERIAL = re.compile(r"^[3-5]\d{4}(?:\.\d+)?$")
_EXCEL_EPOCH = date(1899, 12, 30)


@lru_cache(maxsize=1 << 14)
def parse_day(text: str, day_first: bool | None) -> date | None:
    """The day a cell names: "27 Sep 2025", "27 sept. 2025", "2025年9月27日", "9/27/25", a spreadsheet's
    serial number. `day_first` settles 03/04/2021; with None such a date gives None, as does anything
    that is no full date."""
    text = text.strip()
    if found := _YEAR_FIRST.match(text) or None:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _COMPACT.match(text):
        return _day(int(found[1] + found[2]), int(found[3]), int(found[4]))
    if found := _NUMBERS.match(text):
        return _numeric(int(found[1]), int(found[2]), _year(found[3]), day_first)
    if _SERIAL.match(text):
        return _EXCEL_EPOCH + timedelta(days=int(float(text)))
    return _with_month_name(text)


def day_order(values: Iterable[str]) -> tuple[bool | None, str]:
    """Whether the day comes first in dates written in figures only, decided from all of them, and why:
    "values", "no_such_dates", "undecided" (every one can be read both ways) or "mixed"."""
    day, month, either = 0, 0, 0
    for value in values:
        found = _NUMBERS.match(value.strip())
        if found:
            first, second = int(found[1]), int(found[2])
            day += first > 12 >= second
            month += second > 12 >= first
            either += first <= 12 and second <= 12
    if day and month:
        return (day > month) if day != month else None, "mixed"
    if day or month:
        return bool(day), "values"
    return None, "undecided" if either else "no_such_dates"


def _numeric(first: int, second: int, year: int, day_first: bool | None) -> date | None:
    if first > 12 or second > 12 or first == second:
        return _day(year, second, first) if first > 12 or first == second else _day(year, first, second)
    if day_first is None:
        return None
    return _day(year, second, first) if day_first else _day(year, first, second)


def _with_month_name(text: str) -> date | None:
    if len(text) > 40:
        return None
    words = _WORDS.findall(text)
    months = [month for word in words if (month := month_number(word))]
    numbers = [word for word in words if word.isdecimal()]
    if len(months) != 1 or len(numbers) < 2:
        return None
    first, second = numbers[0], numbers[1]
    year, day = (first, second) if len(first) == 4 else (second, first)
    return _day(_year(year), months[0], int(day)) if len(year) in (2, 4) and len(day) <= 2 else None


def _year(text: str) -> int:
    number = int(text)
    if len(text) == 4:
        return number
    return 2000 + number if number < 70 else 1900 + number


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
