"""Which times are offered to two who were matched: hours that both have, on the calendar of the coming three weeks."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from askwell.programmes.rules.weeks import ClockWindow

AHEAD = timedelta(days=2)
"""Nobody is asked for tomorrow."""
WITHIN = timedelta(days=22)
"""Two of each weekday lie in it after a week for the answer."""
MOST = 3
BETWEEN = timedelta(days=1)
"""So long before the first time an answer is asked for, where the hours allow it."""
APART = (timedelta(hours=2), timedelta(hours=1), timedelta(minutes=30))
"""How far the times of one day are apart, as long as there are enough of them."""
STEP = timedelta(minutes=30)

Span = tuple[datetime, datetime]


def clock_windows(rows: Iterable[Sequence[object]], zone: str) -> list[ClockWindow]:
    """Windows as rows keep them, [[day, "18:00", "20:00"]]; what is no window is left out."""
    found = []
    for row in rows:
        try:
            day, start, end = row
            found.append(ClockWindow(int(str(day)), time.fromisoformat(str(start)), time.fromisoformat(str(end)), zone))
        except ValueError:
            continue
    return [window for window in found if 0 <= window.day <= 6]


def times_to_offer(
    now: datetime,
    seeker: Sequence[ClockWindow],
    insider: Sequence[ClockWindow],
    *,
    minutes: int,
    works: Callable[[date], bool],
    answer_by: datetime,
    taken: Sequence[Span] = (),
) -> tuple[datetime, ...]:
    """At most MOST times (UTC), in order: each begins a talk of `minutes` that lies in hours of both and in nothing of
    `taken`. They lie a day behind `answer_by` where such hours are, and on days on which the insider `works`; one a day
    first, then more of a day. Days are those of the insider's clock."""
    zone = ZoneInfo(insider[0].zone) if insider else ZoneInfo("UTC")
    common = list(_common(now, seeker, insider))
    starts = [start for span in common for start in _starts(span, timedelta(minutes=minutes), taken)]
    known = [start for start in starts if start >= answer_by + BETWEEN] or starts
    working = [start for start in known if works(start.astimezone(zone).date())]
    return _spread(working or known, zone)


def _common(now: datetime, seeker: Sequence[ClockWindow], insider: Sequence[ClockWindow]) -> Iterator[Span]:
    """When both are free, within the bounds, in order and without overlaps."""
    theirs = _spans(insider, now)
    soonest, last = now + AHEAD, now + WITHIN
    both = [
        (max(one[0], other[0], soonest), min(one[1], other[1], last))
        for one in _spans(seeker, now)
        for other in theirs
        if one[0] < other[1] and other[0] < one[1]
    ]
    return _merged(sorted(span for span in both if span[0] < span[1]))


def _spans(windows: Iterable[ClockWindow], now: datetime) -> list[Span]:
    """Each window on each date that it falls on; times pass in UTC, so a change of clocks is what it really is."""
    return [span for window in windows for span in _dated(window, now)]


def _dated(window: ClockWindow, now: datetime) -> Iterator[Span]:
    zone = ZoneInfo(window.zone)
    first = now.astimezone(zone).date()
    for offset in range(WITHIN.days + 2):
        day = first + timedelta(days=offset)
        if day.weekday() == window.day:
            ends = day + timedelta(days=window.end <= window.start)
            start = datetime.combine(day, window.start, zone).astimezone(UTC)
            yield start, datetime.combine(ends, window.end, zone).astimezone(UTC)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last and span[0] <= last[1]:
            last = (last[0], max(last[1], span[1]))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _starts(span: Span, length: timedelta, taken: Sequence[Span]) -> Iterator[datetime]:
    """Full and half hours at which a talk fits in."""
    start = _rounded(span[0])
    while start + length <= span[1]:
        if not any(busy[0] < start + length and start < busy[1] for busy in taken):
            yield start
        start += STEP


def _rounded(moment: datetime) -> datetime:
    whole = moment.replace(minute=0, second=0, microsecond=0)
    return whole + -((whole - moment) // STEP) * STEP


def _spread(starts: Iterable[datetime], zone: ZoneInfo) -> tuple[datetime, ...]:
    """One of each day first; then others of the same days, as far apart as can be."""
    found = sorted(set(starts))
    days: dict[date, datetime] = {}
    for start in found:
        days.setdefault(start.astimezone(zone).date(), start)
    chosen = list(days.values())[:MOST]
    for apart in APART:
        for start in found:
            if len(chosen) < MOST and all(abs(start - other) >= apart for other in chosen):
                chosen.append(start)
    return tuple(sorted(chosen))
