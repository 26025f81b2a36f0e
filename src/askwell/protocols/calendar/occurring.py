"""When an event takes place, within a time that is asked for."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from askwell.protocols.calendar.clocks import in_utc
from askwell.protocols.calendar.model import Event
from askwell.protocols.calendar.recurring import Budget, Rule, days, parse_rule
from askwell.protocols.calendar.values import clock_time

_DAY = timedelta(days=1)


def starts(event: Event, begin: datetime, end: datetime, budget: Budget) -> Iterator[date]:
    """Every start from `begin` to before `end` (aware): moments in UTC in order, or days for an event of days, of
    which those count that touch that time in UTC. EXDATE is left out, RDATE put in; changes of single times are
    other events. Raises `UnreadableRule` and `TooLong`."""
    if event.start is None:
        return
    first, last = (begin - _DAY).astimezone(UTC).date(), (end + _DAY).astimezone(UTC).date()
    found = {event.start, *event.rdates}
    if event.rrule:
        found |= set(_by_rule(event, event.start, parse_rule(event.rrule), (first, last), budget))
    for start in sorted(found - set(event.exdates), key=_moment):
        if _moment(start) < end and (begin <= start if isinstance(start, datetime) else first < start):
            yield start


def takes_place(event: Event, when: date, budget: Budget) -> bool:
    """Whether one of its times starts then. Raises as `starts`."""
    moment = _moment(when)
    return when in set(starts(event, moment - _DAY, moment + _DAY, budget))


def _moment(when: date) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time(), tzinfo=UTC)


def _by_rule(event: Event, start: date, rule: Rule, within: tuple[date, date], budget: Budget) -> Iterator[date]:
    if not isinstance(start, datetime) or event.zone is None:
        yield from days(rule, start, *within, budget)
        return
    wall = start.astimezone(event.zone)
    last = clock_time(rule.until_text)
    for day in days(rule, wall.date(), *within, budget):
        clock = datetime.combine(day, wall.time())
        moment = in_utc(clock, event.zone)
        if last and (moment.replace(tzinfo=None) if last[1] else clock) > last[0]:
            return
        yield moment
