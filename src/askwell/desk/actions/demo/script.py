"""The demo's data files, and its clock: everything is told as so long before today."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import Any

from askwell.lib.days import add_business_days
from askwell.lib.times import at_local, local_day

ZONE, REGION = "America/Vancouver", "CA-BC"
WAKING = (time(8), time(19))
"""When things that just happened may have happened."""


def script(name: str) -> dict[str, Any]:
    """One of the demo's data files."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def moment(told: Mapping[str, Any], now: datetime) -> datetime:
    """When an entry happened: `ago` business days, `days` calendar days, or `hours` hours from now.

    What would lie in the future by its clock time happened a little while ago.
    """
    if "hours" in told:
        return _awake(now - timedelta(hours=told["hours"]))
    today = local_day(now, ZONE)
    day = today + timedelta(days=told["days"]) if "days" in told else _business_day(today, told["ago"])
    at = clock(day, told["at"])
    return at if at <= now else _awake(now - timedelta(minutes=20))


def clock(day: date, text: str) -> datetime:
    """The moment at which clocks in Vancouver show 09:40 on a day."""
    hour, minute = map(int, text.split(":"))
    return at_local(day, hour, minute, ZONE)


def local_noon(now: datetime, days: int) -> datetime:
    """Noon in Vancouver, so many days from today; never later than now."""
    return min(at_local(local_day(now, ZONE) + timedelta(days=days), 12, 0, ZONE), now)


def _business_day(today: date, ago: int) -> date:
    latest = add_business_days(today + timedelta(days=1), -1, region=REGION)
    return add_business_days(latest, -ago, region=REGION) if ago else latest


def _awake(at: datetime) -> datetime:
    """The moment itself, or the last one before it at which people write."""
    opens, closes = WAKING
    day = local_day(at, ZONE)
    evening = at_local(day, closes.hour, closes.minute, ZONE)
    is_night = at < at_local(day, opens.hour, opens.minute, ZONE)
    return evening - timedelta(days=1) if is_night else min(at, evening)
