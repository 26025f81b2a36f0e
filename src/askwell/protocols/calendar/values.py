"""Dates, times and durations of iCalendar (RFC 5545, 3.3); None for what is none."""

import re
from datetime import date, datetime, timedelta

EARLIEST, LATEST = 1900, 2200
"""Years between which a meeting is believed, and cannot run out of the calendar in any zone."""

_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d{1,9})?(Z?))?", re.IGNORECASE)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?", re.IGNORECASE
)
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")


def day(text: str) -> date | None:
    """A day, also of a time."""
    found = _MOMENT.fullmatch(text.strip())
    if not found or not EARLIEST <= int(found[1]) <= LATEST:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def clock_time(text: str, *, earliest: int = EARLIEST) -> tuple[datetime, bool] | None:
    """What a clock shows, without zone, and whether that clock is UTC's. A leap second is the one before."""
    found = _MOMENT.fullmatch(text.strip())
    if not found or found[4] is None or not earliest <= int(found[1]) <= LATEST:
        return None
    year, month, number, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        wall = datetime(year, month, number, hour, minute, min(second, 59))  # noqa: DTZ001 - a clock without zone
        return wall, bool(found[7])
    except ValueError:
        return None


def duration(text: str) -> tuple[timedelta, timedelta] | None:
    """Whole days, which a change of the clocks makes longer or shorter, and the exact rest."""
    found = _DURATION.fullmatch(text.strip())
    if not found or not any(found.groups()[1:]):
        return None
    weeks, number, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    sign = -1 if found[1] == "-" else 1
    return (
        sign * timedelta(weeks=weeks, days=number),
        sign * timedelta(hours=hours, minutes=minutes, seconds=seconds),
    )


def offset(text: str) -> timedelta | None:
    """A distance from UTC, `-0800`."""
    found = _OFFSET.fullmatch(text.strip())
    if not found or int(found[2]) > 23 or int(found[3]) > 59:
        return None
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return -ahead if found[1] == "-" else ahead
