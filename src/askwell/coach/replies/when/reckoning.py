"""Days reckoned from the day of receipt. Weeks begin on Monday."""

from calendar import monthrange
from datetime import date, timedelta

WEEK = timedelta(days=7)


def coming(received: date, weekday: int) -> date:
    """The next such weekday (0 is Monday) after the day of receipt."""
    return received + timedelta(days=(weekday - received.weekday() - 1) % 7 + 1)


def in_week(received: date, weekday: int, weeks: int) -> date:
    """The weekday of the week that comes `weeks` after this one; of this week the coming one if it is over."""
    day = received - timedelta(days=received.weekday()) + weeks * WEEK + timedelta(days=weekday)
    return day if day >= received else day + WEEK


def valid(year: int, month: int, day: int) -> date | None:
    """The date, None when there is no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1900 < year < 2200):
        return None
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def of_year(received: date, month: int, day: int, year: int | None = None) -> date | None:
    """The day of a month: of `year`, else the next one, today included."""
    if year:
        return valid(year, month, day)
    found = valid(received.year, month, day)
    return found if found and found >= received else valid(received.year + 1, month, day) or found


def of_month(received: date, day: int, weekday: int | None = None) -> date | None:
    """The next day with this number, today included; with a weekday the first that falls on it within half a year."""
    months = [(received.year + (received.month - 1 + n) // 12, (received.month - 1 + n) % 12 + 1) for n in range(6)]
    days = [found for year, month in months if (found := valid(year, month, day)) and found >= received]
    fitting = [found for found in days if weekday is None or found.weekday() == weekday]
    return next(iter([*fitting, *days]), None)


def month_part(received: date, month: int, part: str, year: int | None = None) -> date | None:
    """`start`, `middle` or `end` of the coming month with this number: its 1st, 15th or last day.

    A month that is under way is this one's as long as the part is still to come.
    """
    if not 1 <= month <= 12:
        return None
    for candidate in (year,) if year else (received.year, received.year + 1):
        day = {"start": 1, "middle": 15, "end": monthrange(candidate, month)[1]}[part]
        found = date(candidate, month, day)
        if year or found >= received:
            return found
    return None


def months_on(received: date, months: int, day: int | None = None) -> date:
    """The same day `months` later (or the month's last), or the day with that number there."""
    year, month = received.year + (received.month - 1 + months) // 12, (received.month - 1 + months) % 12 + 1
    return date(year, month, min(day or received.day, monthrange(year, month)[1]))


def days_on(received: date, days: int) -> date:
    return received + timedelta(days=min(days, 3650))
