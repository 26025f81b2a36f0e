"""Finds the mentions of days and hours in one of the three languages."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta

from askwell.coach.replies.when import (
    chinese_days,
    chinese_hours,
    english_days,
    english_hours,
    french_days,
    french_hours,
)
from askwell.coach.replies.when import reckoning as reckon
from askwell.coach.replies.when.values import Clock, Day, Grain, Hour

_days = {"en": english_days, "fr": french_days, "zh-Hans": chinese_days}
_hours = {"en": english_hours.clocks, "fr": french_hours.clocks, "zh-Hans": chinese_hours.clocks}
_only_number = re.compile(r"(?:(?:on|or|and|by|after|until|then) )?(?:the |le )?\d{1,2}(?:st|nd|rd|th|[日号])?")
_weekday = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)\w*|\w+di\b|dimanche|周|星期|礼拜", re.IGNORECASE)
_colon = re.compile(r"[:：]")
_between = re.compile(r"[\s,，、(（:：)）-]{0,3}(?:le |the )?")


def days_in(text: str, received: date, language: str) -> list[Day]:
    """The days that a text names, in order; "next week" moves the weekdays after it in the same sentence.

    `received` is the day on which the text was received, `language` en, fr or zh-Hans.
    """
    words = _days[language]
    found: list[Day] = []
    for pattern, make, grain in words.DAYS:
        for match in pattern.finditer(text):
            if not _taken(found, match) and not words.HABIT.search(text[max(0, match.start() - 20) : match.start()]):
                day = make(match, received)
                if day:
                    found.append(Day(match.start(), match.end(), day, grain))
    for day in list(found):
        found += [more for more in _more(words.ALSO, text, day) if not _overlaps(found, more)]
    return _merged(text, sorted(found, key=lambda day: day.start), words.NEXT_WEEK, received)


def _taken(found: list[Day], match: re.Match[str]) -> bool:
    return any(day.start < match.end() and match.start() < day.end for day in found)


def _overlaps(found: list[Day], more: Day) -> bool:
    return any(day.start < more.end and more.start < day.end for day in found)


def _more(also: re.Pattern[str], text: str, day: Day) -> Iterator[Day]:
    """The days of the same month that follow: "December 16 or 17"."""
    if day.grain is not Grain.DAY or not re.search(r"\d", text[day.start : day.end]):
        return
    end = day.end
    while match := also.match(text, end):
        following = reckon.valid(day.day.year, day.day.month, int(re.sub(r"\D", "", match["day"])))
        if not following or following <= day.day:
            return
        yield Day(match.start("day"), match.end(), following)
        end = match.end()


def _merged(text: str, days: list[Day], next_week: re.Pattern[str], received: date) -> list[Day]:
    """Without "Friday" before "(April 10)", and with the weekdays of "next week" in that week."""
    kept: list[Day] = []
    for day in days:
        before = kept[-1] if kept else None
        if before and _same(text, before, day):
            kept[-1] = Day(
                before.start, day.end, day.day if re.search(r"\d", text[day.start : day.end]) else before.day
            )
        else:
            kept.append(day)
    return _in_order(text, [_in_next_week(text, day, next_week, received) for day in kept])


def _in_order(text: str, days: list[Day]) -> list[Day]:
    """Days in the order in which they are listed: after "Wednesday", "Friday" is the one after it, and "the 11th" after
    "in January" is in January."""
    ordered: list[Day] = []
    for day in days:
        before = ordered[-1] if ordered else None
        bare = day.grain is Grain.DAY and not re.search(r"\d", text[day.start : day.end])
        late = before and before.grain is Grain.DAY and timedelta() < before.day - day.day < reckon.WEEK
        if bare and late and day.end - day.start > 5:
            day = Day(day.start, day.end, day.day + reckon.WEEK, day.grain)
        elif before and _only_number.fullmatch(text[day.start : day.end]) and _belongs(before, day):
            moved = reckon.valid(before.day.year, before.day.month, day.day.day)
            day = Day(day.start, day.end, moved or day.day, day.grain)
        ordered.append(day)
    return ordered


def _belongs(before: Day, day: Day) -> bool:
    """Whether a mere number is a day of the month that was named before it."""
    return before.grain is Grain.LOOSE or (day.day < before.day and before.day.day <= day.day.day)


def _same(text: str, first: Day, second: Day) -> bool:
    """Whether two mentions that stand together name one day: a weekday and its date."""
    if first.grain is not Grain.DAY or second.grain is not Grain.DAY:
        return False
    if not _between.fullmatch(text[first.end : second.start]):
        return False
    if _colon.search(text, first.end, second.start) and _weekday.search(text, second.start, second.end):
        return False  # "not Tuesday: Wednesday 2"
    dated = [bool(re.search(r"\d", text[day.start : day.end])) for day in (first, second)]
    return dated != [False, False] and dated != [True, True]


def _in_next_week(text: str, day: Day, next_week: re.Pattern[str], received: date) -> Day:
    """A bare weekday moved into next week where the sentence says so before it."""
    if day.grain is not Grain.DAY or re.search(r"\d", text[day.start : day.end]):
        return day
    sentence = max(text.rfind(mark, 0, day.start) for mark in ".!?。！？\n")
    said = next_week.search(text, sentence + 1, day.start)
    weeks = (day.day - received).days
    if not said or weeks < 2 or day.day - timedelta(days=day.day.weekday()) > received:
        return day
    return Day(day.start, day.end, reckon.in_week(received, day.day.weekday(), 1), day.grain)


def hours_in(text: str, language: str, days: Iterable[Day] = ()) -> list[Hour]:
    """The hours that a text names, in order, without the ends of ranges and what lies inside a day's name."""
    days = list(days)
    after = frozenset(place for day in days for place in _next_words(text, day.end))
    readings = [
        clock
        for clock in _hours[language](text, after)
        if not any(day.start < clock.end and clock.start < day.end for day in days)
    ]
    hours = []
    for number, clock in enumerate(readings):
        if clock.link != "to":
            hour = _decided(clock, readings[number + 1 : number + 2])
            if hour is not None:
                hours.append(Hour(clock.start, clock.end, hour))
    return hours


def _next_words(text: str, end: int) -> list[int]:
    match = re.compile(r"[\s,@]{0,3}").match(text, end)
    return [match.end()] if match else []


def _decided(clock: Clock, following: list[Clock]) -> time | None:
    """The hour on the day's clock: as said, else like the reading it is listed with, else in working hours."""
    hour, half = clock.hour, clock.half
    if not half and following and following[0].link and following[0].half and following[0].start - clock.end < 8:
        half = following[0].half
        if following[0].link == "to" and half == 12 and hour != 12 and hour > following[0].hour % 12:
            half = -1
    if hour > 23 or clock.minute > 59:
        return None
    if half == 12 and hour < 12 or not half and 1 <= hour <= 7:
        return time(hour + 12, clock.minute)
    return time(0 if half == -1 and hour == 12 else hour, clock.minute)
