"""Busy times of a calendar that somebody publishes, within a time that is asked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from askwell.lib.times import zone as zone_called
from askwell.protocols.calendar.clocks import Clocks, in_utc
from askwell.protocols.calendar.lines import Line, Part, scan
from askwell.protocols.calendar.model import Answer, Event, UnreadableCalendar
from askwell.protocols.calendar.occurring import starts
from askwell.protocols.calendar.reading import event_parts, read_event
from askwell.protocols.calendar.recurring import Budget, TooLong, UnreadableRule
from askwell.protocols.calendar.values import duration

MOST_DAYS = 400_000  # to be looked at for rules of one calendar
MOST_TIMES = 50_000
LONGEST = timedelta(days=400)  # of a window
_DAY = timedelta(days=1)

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Busy:
    """`times`: from and to, in UTC, in order, none touching the next. `unread`: how many entries could not be
    understood, so that a time may look free that is not."""

    times: tuple[Span, ...]
    unread: int = 0


def read_busy(data: bytes, *, start: datetime, end: datetime, zone: str, me: frozenset[str] = frozenset()) -> Busy:
    """When the owner of a calendar has no time, from `start` to `end` (aware, at most 400 days apart).

    Events count unless they are off, keep no time, or one of `me` (addresses, lower case) declined; whole days
    from midnight to midnight in `zone`, in which times without a zone are too; published free/busy times unless
    they are free. Rules are expanded within the window only. Raises `UnreadableCalendar`, `UnknownZone`.
    """
    end = min(end, start + LONGEST)
    own = zone_called(zone)
    whole = scan(data)
    reader = _Reader(start.astimezone(UTC), end.astimezone(UTC), own, me)
    spans = [*reader.published(whole), *reader.events(whole)]
    return Busy(_joined(spans), reader.unread)


class _Reader:
    def __init__(self, start: datetime, end: datetime, own: tzinfo, me: frozenset[str]) -> None:
        self.start, self.end, self.own, self.me = start, end, own, me
        self.unread = 0
        self._budget = Budget(MOST_DAYS)
        self._left = MOST_TIMES

    def events(self, whole: Part) -> Iterator[Span]:
        clocks: dict[int, Clocks] = {}
        series: dict[str, list[Event]] = defaultdict(list)
        changed: dict[str, set[date]] = defaultdict(set)
        for part, calendar in event_parts(whole):
            key = id(calendar)
            clocks[key] = clocks.get(key) or Clocks(calendar, self.own)
            event = read_event(part, clocks[key])
            if event.start is None or event.following or not event.sure or _lost_its_end(part, event):
                self.unread += 1
            series[event.uid].append(event)
            if event.recurrence_id is not None:
                changed[event.uid].add(event.recurrence_id)
        for uid, events in series.items():
            for event in events:
                if self._takes_time(event):
                    yield from self._spans(event, changed[uid] if event.recurrence_id is None else set())

    def _takes_time(self, event: Event) -> bool:
        declined = any(one.email in self.me and one.answer is Answer.DECLINED for one in event.attendees)
        return not (event.free or event.status == "CANCELLED" or declined)

    def _spans(self, event: Event, changed: set[date]) -> Iterator[Span]:
        if event.start is None or event.end is None:
            return
        length = event.end - event.start
        try:
            for when in starts(event, self.start - length - _DAY, self.end + _DAY, self._budget):
                if when not in changed:
                    yield from self._within(self._at(when), self._at(when + length))
        except (UnreadableRule, TooLong):
            self.unread += 1
            yield from self._within(self._at(event.start), self._at(event.end))

    def _at(self, when: date) -> datetime:
        """A moment, or midnight where the owner lives."""
        if isinstance(when, datetime):
            return when
        return in_utc(datetime(when.year, when.month, when.day), self.own)  # noqa: DTZ001 - a clock without zone

    def _within(self, start: datetime, end: datetime) -> Iterator[Span]:
        begin, stop = max(start, self.start), min(end, self.end)
        if begin >= stop:
            return
        self._left -= 1
        if self._left < 0:
            raise UnreadableCalendar("too_many")
        yield begin, stop

    def published(self, whole: Part) -> Iterator[Span]:
        for part in whole.walk("VFREEBUSY"):
            clocks = Clocks(whole, self.own)
            for line in part.every("FREEBUSY"):
                if line.parameters.get("FBTYPE", "").upper() != "FREE":
                    yield from self._periods(line, clocks)

    def _periods(self, line: Line, clocks: Clocks) -> Iterator[Span]:
        for value in line.value.split(","):
            first, _, second = value.partition("/")
            start, length = clocks.stamp(Line(first, line.parameters)), duration(second)
            end = start.later(*length) if start and length else clocks.stamp(Line(second, line.parameters))
            if start and end and isinstance(start.when, datetime) and isinstance(end.when, datetime):
                yield from self._within(start.when, end.when)
            else:
                self.unread += 1


def _lost_its_end(part: Part, event: Event) -> bool:
    """Whether it says how long it takes, in a way that is not understood: then it seems to take no time."""
    begin, end = part.first("DTSTART"), part.first("DTEND")
    told = begin and (part.first("DURATION") or (end and end.value > begin.value))
    return bool(told) and event.start == event.end


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)
