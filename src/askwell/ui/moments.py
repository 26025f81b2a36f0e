"""How a day and a moment are worded in each language. Values in, words out; the caller knows the zone."""

from datetime import date, datetime
from functools import lru_cache

from django.utils.dates import MONTHS, MONTHS_3, MONTHS_AP, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _

WEEK = range(2, 7)


@lru_cache(maxsize=4096)
def day(there: date, today: date, language: str, style: str = "") -> str:
    """The day, near ones in words. `style` "full" gives the date always, "short" the short week day."""
    ahead = (there - today).days
    near = {-1: _("Yesterday"), 0: _("Today"), 1: _("Tomorrow")}
    if style != "full" and ahead in near:
        return near[ahead]
    if style != "full" and ahead in WEEK:
        return weekday(there.weekday(), language, style)
    return _date(there, language, with_year=there.year != today.year)


def span(first: date, last: date, today: date, language: str) -> tuple[str, str]:
    """From a day to another, both with their year where one has it."""
    with_year = {first.year, last.year} != {today.year}
    return _date(first, language, with_year=with_year), _date(last, language, with_year=with_year)


def moment(local: datetime, today: date, language: str, style: str = "") -> str:
    """Day and time of a local moment; a day further back than yesterday is worded without the time."""
    words = day(local.date(), today, language, style)
    if style != "full" and (local.date() - today).days < -1:
        return words
    return _("%(day)s %(time)s") % {"day": words, "time": clock(local, language)}


def clock(local: datetime, language: str) -> str:
    """The time of day: 9:12, in French 9 h 12."""
    if language.startswith("fr"):
        return f"{local.hour}\u00a0h\u00a0{local.minute:02}" if local.minute else f"{local.hour}\u00a0h"
    return f"{local.hour}:{local.minute:02}"


def weekday(number: int, language: str, style: str = "") -> str:
    """The day of the week, 0 being Monday."""
    if language.startswith("zh"):
        return "周" + "一二三四五六日"[number]
    return str((WEEKDAYS_ABBR if style == "short" else WEEKDAYS)[number])


def _date(there: date, language: str, *, with_year: bool) -> str:
    if language.startswith("zh"):
        return f"{there.year}年{there.month}月{there.day}日" if with_year else f"{there.month}月{there.day}日"
    first = "1er" if language.startswith("fr") and there.day == 1 else str(there.day)
    words = (first, str(MONTHS[there.month]), *([str(there.year)] if with_year else []))
    return "\u00a0".join(words)


def month(there: date, language: str, *, with_year: bool) -> str:
    """The month under a chart: Nov, 11月, nov., Feb 2027, 2027年2月."""
    if language.startswith("zh"):
        return f"{there.year}年{there.month}月" if with_year else f"{there.month}月"
    name = _short_month(there, language)
    return f"{name}\u00a0{there.year}" if with_year else name


def short_date(there: date, language: str) -> str:
    """A day under a chart: 3 Nov, 11月3日, 3 nov."""
    if language.startswith("zh"):
        return f"{there.month}月{there.day}日"
    return f"{there.day}\u00a0{_short_month(there, language)}"


def _short_month(there: date, language: str) -> str:
    if language.startswith("fr"):
        return str(MONTHS_AP[there.month]).lower()
    return str(MONTHS_3[there.month]).capitalize()
