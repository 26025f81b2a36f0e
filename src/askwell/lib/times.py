"""Moments and the clock on somebody's wall.

All zones here come from the pinned `tzdata` package, never from the machine: systems lag behind the
decisions of governments (British Columbia and Alberta from November 2026).
"""

import zoneinfo
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from askwell.lib.days import is_business_day

OPENS, CLOSES = time(8, 30), time(16, 30)
"""Local hours between which a message is welcome."""
WAKES, SLEEPS = time(7), time(21)
"""Local hours outside which it is night."""


class UnknownZone(ValueError):
    """The name is no zone of the IANA time zone database."""


def use_pinned_zones() -> None:
    """Make every `ZoneInfo` of this process read the `tzdata` package instead of the system's files.

    Process-wide: called once by config, before any zone is used.
    """
    zoneinfo.reset_tzpath(to=[])
    ZoneInfo.clear_cache()


@cache
def zone(name: str) -> ZoneInfo:
    """Return the zone called `name` (``America/Vancouver``); raises `UnknownZone`."""
    parts = name.split("/")
    if not all(part.replace("_", "").replace("-", "").replace("+", "").isalnum() for part in parts):
        raise UnknownZone(name)
    try:
        with files("tzdata.zoneinfo").joinpath(*parts).open("rb") as file:
            return ZoneInfo.from_file(file, key=name)
    except (OSError, ValueError):
        raise UnknownZone(name) from None


def local_day(moment: datetime, zone_name: str) -> date:
    """Return the calendar day it is in `zone_name` at the aware `moment`."""
    return moment.astimezone(zone(zone_name)).date()


def at_local(day: date, hour: int, minute: int, zone_name: str) -> datetime:
    """Return the UTC moment at which clocks in `zone_name` show this day and time.

    A time that daylight saving skips is moved on by the gap; of one that happens twice, the first.
    """
    return datetime.combine(day, time(hour, minute), tzinfo=zone(zone_name)).astimezone(UTC)


def good_hour(now: datetime, zone_name: str, *, region: str | None = None) -> datetime:
    """Return `now`, or the next moment in UTC at which a message is welcome there.

    Welcome is 08:30 to 16:30 local time, Monday to Friday; with `region` (as in `days`) on its business
    days only.
    """
    local = now.astimezone(zone(zone_name))
    if _works(local.date(), region) and OPENS <= local.time() <= CLOSES:
        return now.astimezone(UTC)
    day = local.date() + timedelta(days=local.time() > CLOSES)
    while not _works(day, region):
        day += timedelta(days=1)
    return at_local(day, OPENS.hour, OPENS.minute, zone_name)


def is_night(moment: datetime, zone_name: str) -> bool:
    """Whether it is between nine in the evening and seven in the morning there."""
    return not WAKES <= moment.astimezone(zone(zone_name)).time() < SLEEPS


def _works(day: date, region: str | None) -> bool:
    return day.weekday() < 5 if region is None else is_business_day(day, region=region)
