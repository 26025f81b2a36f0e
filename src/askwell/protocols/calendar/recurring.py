"""Rules by which a meeting comes again (RFC 5545, 3.3.10), expanded only within days that are asked for.

Not `dateutil.rrule` or `recurring-ical-events`: both go through a rule from its beginning, and one that no day
ever meets, or that comes each second, keeps them busy for minutes. Here every day that is looked at costs from a
budget. Rules by the week of the year, the day of the year or within a day are refused, not guessed, and no year
after `values.LATEST` is asked for.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from askwell.protocols.calendar.values import day as read_day

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "WKST"}


class UnreadableRule(ValueError):
    """The rule is none, or of a kind that we do not expand."""


class TooLong(ValueError):
    """More days would have to be looked at than was allowed."""


@dataclass(slots=True)
class Budget:
    """How many more days may be looked at, over all rules that share it."""

    left: int

    def spend(self, cost: int) -> None:
        self.left -= cost
        if self.left < 0:
            raise TooLong


@dataclass(frozen=True, slots=True)
class Rule:
    """`by_day`: weekdays from Monday 0, each with which of them in the month or year (0: every). `until`: a day
    that the last one does not come after in any zone; `until_text` as written, for whoever knows the hour."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    until_text: str = ""
    by_day: tuple[tuple[int, int], ...] = ()
    by_month: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_set_pos: tuple[int, ...] = ()
    week_start: int = 0


def parse_rule(text: str) -> Rule:
    """Raises `UnreadableRule`."""
    pairs = dict(pair.partition("=")[::2] for pair in text.upper().replace(" ", "").rstrip(";").split(";")[:20])
    if pairs.get("FREQ") not in _FREQUENCIES or not pairs.keys() <= _KNOWN:
        raise UnreadableRule(text[:100])
    until = pairs.get("UNTIL", "")
    until_day = read_day(until)
    rule = Rule(
        freq=pairs["FREQ"],
        interval=_one(pairs.get("INTERVAL", "1"), 1, 10_000),
        count=_one(pairs["COUNT"], 1, 1_000_000) if "COUNT" in pairs else None,
        until=until_day + timedelta(days=until.endswith("Z")) if until_day else None,
        until_text=until,
        by_day=tuple(map(_weekday, pairs["BYDAY"].split(",")[:60])) if "BYDAY" in pairs else (),
        by_month=_numbers(pairs.get("BYMONTH", ""), 1, 12),
        by_month_day=_numbers(pairs.get("BYMONTHDAY", ""), -31, 31),
        by_set_pos=_numbers(pairs.get("BYSETPOS", ""), -366, 366),
        week_start=_weekday(pairs.get("WKST", "MO"))[1],
    )
    if (until and rule.until is None) or (rule.freq in ("DAILY", "WEEKLY") and any(n for n, _ in rule.by_day)):
        raise UnreadableRule(text[:100])
    return rule


def _numbers(text: str, least: int, most: int) -> tuple[int, ...]:
    try:
        numbers = tuple(int(part) for part in text.split(",")[:60]) if text else ()
    except ValueError:
        raise UnreadableRule(text[:100]) from None
    if not all(least <= number <= most and number for number in numbers):
        raise UnreadableRule(text[:100])
    return numbers


def _one(text: str, least: int, most: int) -> int:
    numbers = _numbers(text, least, most)
    if len(numbers) != 1:
        raise UnreadableRule(text[:100])
    return numbers[0]


def _weekday(text: str) -> tuple[int, int]:
    if text[-2:] not in WEEKDAYS:
        raise UnreadableRule(text[:100])
    number = _numbers(text[:-2], -53, 53)
    return (number[0] if number else 0), WEEKDAYS.index(text[-2:])


def days(rule: Rule, start: date, first: date, last: date, budget: Budget) -> Iterator[date]:
    """The days on which a meeting that began on `start` takes place, from `first` to `last`. The start itself
    is among them only when it meets the rule. Raises `TooLong`."""
    end = min(last, rule.until) if rule.until else last
    number = 0
    for begin, length in _periods(rule, start, start if rule.count is not None else max(first, start)):
        if begin > end:
            return
        budget.spend(length)
        for one in _within(rule, start, begin, length):
            if one < start:
                continue
            number += 1
            if one > end or (rule.count is not None and number > rule.count):
                return
            if one >= first:
                yield one
        if rule.count is not None and number >= rule.count:
            return


def _periods(rule: Rule, start: date, near: date) -> Iterator[tuple[date, int]]:
    """First day and length of each day, week, month or year that counts, from the one before `near` on."""
    step = rule.interval
    if rule.freq in ("DAILY", "WEEKLY"):
        length = 1 if rule.freq == "DAILY" else 7
        begin = start - timedelta(days=(start.weekday() - rule.week_start) % 7) if length == 7 else start
        begin += timedelta(days=(near - begin).days // (length * step) * length * step)
        while True:
            yield begin, length
            begin += timedelta(days=length * step)
    months = 1 if rule.freq == "MONTHLY" else 12
    named = rule.by_month if months == 12 and not rule.by_set_pos else ()  # months to look at instead of the year
    origin = start.year * 12 + (start.month - 1 if months == 1 else 0)
    place = origin + (near.year * 12 + near.month - 1 - origin) // (months * step) * months * step
    while place // 12 < date.max.year:
        for month in sorted(named) or (place % 12 + 1,):
            begin = date(place // 12, month, 1)
            whole_year = months == 12 and not named
            yield begin, _days_in(begin.year) if whole_year else calendar.monthrange(begin.year, month)[1]
        place += months * step


def _within(rule: Rule, start: date, begin: date, length: int) -> list[date]:
    every = map(date.fromordinal, range(begin.toordinal(), begin.toordinal() + length))
    found = [one for one in every if _meets(rule, start, one)]
    if not rule.by_set_pos:
        return found
    places = {place - 1 if place > 0 else len(found) + place for place in rule.by_set_pos}
    return [one for place, one in enumerate(found) if place in places]


def _meets(rule: Rule, start: date, one: date) -> bool:
    if rule.by_month and one.month not in rule.by_month:
        return False
    if rule.by_month_day and not _is_month_day(one, rule.by_month_day):
        return False
    if rule.by_day:
        return any(weekday == one.weekday() and _is_nth(rule, one, nth) for nth, weekday in rule.by_day)
    if rule.by_month_day or rule.freq == "DAILY":
        return True
    if rule.freq == "WEEKLY":
        return one.weekday() == start.weekday()
    return one.day == start.day and (rule.freq == "MONTHLY" or bool(rule.by_month) or one.month == start.month)


def _is_month_day(one: date, numbers: tuple[int, ...]) -> bool:
    return one.day in numbers or one.day - calendar.monthrange(one.year, one.month)[1] - 1 in numbers


def _is_nth(rule: Rule, one: date, nth: int) -> bool:
    """Whether this is the nth of its weekday: of the year in a yearly rule without months, else of the month."""
    if nth == 0:
        return True
    if rule.freq == "YEARLY" and not rule.by_month:
        place, length = one.timetuple().tm_yday, _days_in(one.year)
    else:
        place, length = one.day, calendar.monthrange(one.year, one.month)[1]
    return nth == (place - 1) // 7 + 1 if nth > 0 else -nth == (length - place) // 7 + 1


def _days_in(year: int) -> int:
    return 366 if calendar.isleap(year) else 365
