"""Times of one calendar as moments in UTC."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from askwell.protocols.calendar.lines import Line, Part
from askwell.protocols.calendar.recurring import Budget
from askwell.protocols.calendar.values import clock_time, day, duration
from askwell.protocols.calendar.zones import defined_zone, known_zone, offset_zone

MOST_ZONES = 100
DAYS_FOR_ZONES = 200_000


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, or a moment in UTC with the zone it was written in; see `Event.sure`."""

    when: date
    zone: tzinfo | None = None
    sure: bool = True

    def later(self, days: timedelta, rest: timedelta) -> "Stamp":
        """After so many days on the wall's clock and an exact rest; for a day, the days alone."""
        if not isinstance(self.when, datetime) or self.zone is None:
            return Stamp(self.when + days)
        return Stamp(in_utc(self.wall() + days, self.zone) + rest, self.zone, self.sure)

    def wall(self) -> datetime:
        """What the clock shows, without zone; midnight of a day."""
        if not isinstance(self.when, datetime):
            return datetime(self.when.year, self.when.month, self.when.day)  # noqa: DTZ001 - a clock without zone
        return self.when.astimezone(self.zone).replace(tzinfo=None)


def in_utc(wall: datetime, zone: tzinfo) -> datetime:
    """The moment at which clocks in `zone` show `wall`; of a time that happens twice, the first."""
    return wall.replace(tzinfo=zone).astimezone(UTC)


class Clocks:
    """The zones of one calendar. `floating`: for times without one (X-WR-TIMEZONE, else the reader's own)."""

    def __init__(self, calendar: Part, own: tzinfo) -> None:
        told = known_zone(calendar.text("X-WR-TIMEZONE"))
        self.floating = told or own
        self._defined: dict[str, Part] = {}
        for part in calendar.walk("VTIMEZONE"):
            if len(self._defined) < MOST_ZONES:
                self._defined.setdefault(part.text("TZID"), part)
        self._budget = Budget(DAYS_FOR_ZONES)
        self._found: dict[str, tuple[tzinfo, bool]] = {}

    def stamp(self, line: Line | None) -> Stamp | None:
        """What a DTSTART or the like says, or None."""
        if line is None:
            return None
        if line.parameters.get("VALUE", "").upper() == "DATE" or len(line.value) <= 10:
            found = day(line.value)
            return Stamp(found) if found else None
        line = _mended(line)
        clock = clock_time(line.value)
        if clock is None:
            return None
        wall, utc = clock
        zone, sure = (UTC, True) if utc else self._zone(line.parameters.get("TZID", ""))
        return Stamp(in_utc(wall, zone), zone, sure)

    def end(self, part: Part, start: Stamp) -> date:
        """DTEND, or start and DURATION, the later of both; else the start, or the day after it; never before the
        start."""
        line = part.first("DURATION")
        length = duration(line.value) if line else None
        told = (self.stamp(part.first("DTEND")), start.later(*length) if length else None)
        timed = isinstance(start.when, datetime)
        ends = [end.when for end in told if end and isinstance(end.when, datetime) == timed]
        end = max([*ends, start.when])
        return end + timedelta(days=1) if not timed and end == start.when else end

    def _zone(self, name: str) -> tuple[tzinfo, bool]:
        if not name:
            return self.floating, True
        if name not in self._found:
            if len(self._found) > MOST_ZONES:
                return self.floating, False
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> tuple[tzinfo, bool]:
        if found := known_zone(name):
            return found, True
        if (part := self._defined.get(name)) and (defined := defined_zone(part, self._budget)):
            return defined, True
        return offset_zone(name) or (self.floating, False)


def _mended(line: Line) -> Line:
    """With the end of a zone's name that had a colon in it, without quotes."""
    rest, colon, value = line.value.rpartition(":")
    zone = line.parameters.get("TZID") if colon else None
    if zone is None or not clock_time(value):
        return line
    return Line(value, line.parameters | {"TZID": f"{zone}:{rest}"})
