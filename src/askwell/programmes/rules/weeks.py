"""Weekly free time on the clocks of several zones, as minutes of one week in UTC."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from askwell.programmes.rules.people import WEEK, Window


@dataclass(frozen=True, slots=True)
class ClockWindow:
    """Every week on this day (0 is Monday) from `start` to `end` by the clock of `zone`. An end that is not after the
    start is on the next day."""

    day: int
    start: time
    end: time
    zone: str


def in_utc(windows: Iterable[ClockWindow], week: date) -> list[Window]:
    """The windows of the week that begins on the Monday `week`, in minutes from its Monday 00:00 UTC.

    A week on a clock may begin on Sunday or end on Monday in UTC: such windows are counted round the week, as in every
    other week. When clocks change within the week, they are what that week really has: an hour that is left out does
    not make a window longer, and one of two hours of the same name is taken whole."""
    monday = datetime.combine(week - timedelta(days=week.weekday()), time(), UTC)
    return [found for window in windows if (found := _of_week(window, monday))]


def _of_week(window: ClockWindow, monday: datetime) -> Window | None:
    zone = ZoneInfo(window.zone)
    day = (monday + timedelta(days=window.day)).date()
    ends = day + timedelta(days=window.end <= window.start)
    start = _instant(datetime.combine(day, window.start, zone))
    end = _instant(datetime.combine(ends, window.end, zone).replace(fold=1))
    first, length = _minutes(start - monday), _minutes(end - start)
    return Window(first % WEEK, first % WEEK + length) if length > 0 else None


def _instant(local: datetime) -> datetime:
    """In UTC. A time that the clock leaves out is when it jumps past it."""
    there = local.astimezone(UTC)
    back = there.astimezone(local.tzinfo).replace(tzinfo=None)
    if back == local.replace(tzinfo=None, fold=0):
        return there
    return _jump(local)


def _jump(local: datetime) -> datetime:
    """The instant of the jump in which `local` lies."""
    early = local.replace(fold=1).astimezone(UTC)
    late = local.replace(fold=0).astimezone(UTC)
    before = early.astimezone(local.tzinfo).utcoffset()
    low, high = early, late
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=_minutes(high - low) // 2)
        if middle.astimezone(local.tzinfo).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)
