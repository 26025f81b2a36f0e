"""Which clock a time was written for: zones by name, by Windows' names, and as a calendar defines them."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from operator import attrgetter, itemgetter

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from askwell.lib.times import UnknownZone, zone
from askwell.protocols.calendar.lines import Part
from askwell.protocols.calendar.recurring import Budget, TooLong, UnreadableRule, days, parse_rule
from askwell.protocols.calendar.values import clock_time, offset

MOST_CHANGES = 500  # observances of one definition

_ALIASES = {
    "utc": "UTC",
    "gmt": "UTC",
    "z": "UTC",
    "tzone://microsoft/utc": "UTC",
    "asia/beijing": "Asia/Shanghai",
    "prc": "Asia/Shanghai",
    "beijing": "Asia/Shanghai",
    "china": "Asia/Shanghai",
    "beijing, chongqing, hong kong, urumqi": "Asia/Shanghai",
    "pacific time (us & canada)": "America/Los_Angeles",
    "mountain time (us & canada)": "America/Denver",
    "central time (us & canada)": "America/Chicago",
    "eastern time (us & canada)": "America/New_York",
    "atlantic time (canada)": "America/Halifax",
}
_WINDOWS = {name.lower(): place for name, place in WINDOWS_TO_OLSON.items()}
_SHOWN = re.compile(r"^\((?:UTC|GMT)[+-]?[\d:]*\)\s*(?=\S)", re.IGNORECASE)  # before names that Windows shows
_OFFSET = re.compile(r"\(?(?:UTC|GMT)\s*([+-]\d{1,2})(?::?(\d\d))?\)?", re.IGNORECASE)


def known_zone(name: str) -> tzinfo | None:
    """The zone that IANA or Windows calls so, or whose IANA name a longer one ends with, as Evolution's and
    Thunderbird's do; None for others."""
    plain = _SHOWN.sub("", name.strip()[:100])
    plain = _ALIASES.get(plain.lower()) or _WINDOWS.get(plain.lower()) or plain
    parts = plain.split("/")
    for begin in (0, -3, -2):
        if 1 <= -begin < len(parts) or begin == 0:
            try:
                return UTC if plain == "UTC" else zone("/".join(parts[begin:]))
            except UnknownZone:
                continue
    return None


def offset_zone(name: str) -> tuple[tzinfo, bool] | None:
    """A fixed distance that is told in the name, `(UTC+08:00) Beijing` or `GMT+0800`, and whether there was
    nothing else in it, which might have meant summer time."""
    found = _OFFSET.match(name.strip())
    if not found or abs(hours := int(found[1])) > 14:
        return None
    minutes = int(found[2] or 0) % 60
    ahead = timedelta(hours=hours, minutes=-minutes if found[1].startswith("-") else minutes)
    return timezone(ahead), found.end() == len(name.strip())


@dataclass(frozen=True, slots=True)
class Change:
    """A kind of moment at which the clocks change: the first and others that are told, from and to which distance,
    and by which rule it comes again."""

    start: datetime
    before: timedelta
    after: timedelta
    rule: str = ""
    others: tuple[datetime, ...] = ()


@dataclass(eq=False)
class DefinedZone(tzinfo):
    """A zone as a VTIMEZONE tells it (RFC 5545, 3.6.5), known under no name. `key`: what it was called; `budget`:
    for looking up when its clocks change, shared by the zones of a calendar."""

    key: str
    changes: tuple[Change, ...]
    budget: Budget = field(repr=False)
    _of_year: dict[int, list[tuple[datetime, timedelta]]] = field(default_factory=dict, repr=False)

    def utcoffset(self, moment: datetime | None) -> timedelta:
        if moment is None:
            return self.changes[0].after
        local = moment.replace(tzinfo=None)
        around = self._around(local.year)
        place = bisect_right(around, local, key=itemgetter(0))
        return around[place - 1][1] if place else min(self.changes, key=attrgetter("start")).before

    def dst(self, moment: datetime | None) -> timedelta:
        return timedelta(0)

    def tzname(self, moment: datetime | None) -> str:
        return self.key

    def fromutc(self, moment: datetime) -> datetime:
        first = moment + self.utcoffset(moment)
        return moment + self.utcoffset(first)

    def _around(self, year: int) -> list[tuple[datetime, timedelta]]:
        """When the clocks last changed before the year and when they do within, and to which distance."""
        if year not in self._of_year:
            self._of_year[year] = sorted(
                (at, change.after) for change in self.changes for at in _times(change, year, self.budget)
            )
        return self._of_year[year]


def _times(change: Change, year: int, budget: Budget) -> Iterable[datetime]:
    try:
        budget.spend(len(change.others))
        if not change.rule:
            return [change.start, *change.others]
        rule = parse_rule(change.rule)
        if rule.freq != "YEARLY":
            return [change.start]
        first, last = date(max(year - 1, 1), 1, 1), date(year, 12, 31)
        found = list(days(rule, change.start.date(), first, last, budget))
    except (UnreadableRule, TooLong):
        return [change.start]
    return [datetime.combine(day, change.start.time()) for day in found] or _last_of(change, year, budget)


def _last_of(change: Change, year: int, budget: Budget) -> Iterable[datetime]:
    """When a rule has ended long ago, the clocks stay as its last year left them."""
    rule = parse_rule(change.rule)
    end = rule.until.year if rule.until else year
    if rule.count is not None or end >= year or change.start.year >= year:
        return [change.start]
    return _times(change, max(end, change.start.year), budget)


def defined_zone(part: Part, budget: Budget) -> tzinfo | None:
    """The zone of a VTIMEZONE, or None when it defines none. A name that we know counts more than the
    definition, which is as old as the program that wrote it. When the `budget` is spent, its clocks no longer
    change."""
    place = known_zone(part.text("X-LIC-LOCATION"))
    if place is not None:
        return place
    changes = tuple(change for one in part.parts[:MOST_CHANGES] if (change := _change(one)))
    return DefinedZone(part.text("TZID"), changes, budget) if changes else None


def _change(part: Part) -> Change | None:
    start, rule = part.first("DTSTART"), part.first("RRULE")
    before, after = offset(part.text("TZOFFSETFROM")), offset(part.text("TZOFFSETTO"))
    at = clock_time(start.value, earliest=1) if start else None
    if at is None or before is None or after is None:
        return None
    told = (clock_time(value) for line in part.every("RDATE") for value in line.value.split(",")[:MOST_CHANGES])
    return Change(at[0], before, after, rule.value if rule else "", tuple(one[0] for one in told if one))
