"""Joins the days and hours of a text to the starts that it offers."""

import re
from collections.abc import Iterable
from datetime import date, time

from askwell.coach.replies.when.finding import days_in, hours_in
from askwell.coach.replies.when.values import Day, Grain, Hour, Start
from askwell.coach.replies.when.zones import UNKNOWN, WRITER, zoned

_on = re.compile(r"[\s,，]{0,2}(?:(?:on|le|ce|the|this|next|or later)\b)?[\s,，]{0,2}(?:on |the )?", re.IGNORECASE)
_stop = re.compile(r"[.!?。！？；;\n](?=\s|$|[^\d\s])")
_same_hour = re.compile(
    r"same (?:time|hour)|même heure|同一?(?:个)?时间|时间一样|也(?:是)?(?:这个|同样)(?:时间|时候)", re.IGNORECASE
)


def starts_in(
    text: str, received: date, language: str, closed: Iterable[tuple[int, int]] = (), own: str = ""
) -> list[Start]:
    """The starts that a text offers, in order, each once.

    Hours go to the days before them in the sentence that still lack one ("Tuesday or Thursday at 3"), else once more
    to the last day ("Tuesday at 3 or 4"), else to the day after them ("at 3 on Tuesday"). What lies in one of the
    stretches `closed` (days on which the writer is away) is left out. An hour without a day is no start. `own` is the
    writer's time zone.
    """
    shut = list(closed)
    days = [day for day in days_in(text, received, language) if day.grain is Grain.DAY]
    hours = [hour for hour in zoned(text, hours_in(text, language, days), own) if not _within(hour, shut)]
    joined = _Joiner(text, [day for day in days if not _within(day, shut)])
    for hour in hours:
        joined.take(hour)
    joined.place_left_over()
    return joined.starts()


def _within(mention: Day | Hour, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= mention.start < end for start, end in stretches)


class _Joiner:
    def __init__(self, text: str, days: list[Day]) -> None:
        self._text = text
        self._days = days
        self._hours: dict[Day, list[Hour]] = {day: [] for day in days}
        self._last: list[Day] = []
        self._last_end = 0
        self._left_over: list[Hour] = []

    def take(self, hour: Hour) -> None:
        """Give an hour to its days."""
        before = [day for day in self._days if day.end <= hour.start]
        waiting = [day for day in before if not self._hours[day] and day.start >= self._last_end]
        following = next((day for day in self._days if day.start >= hour.end), None)
        if following and self._leads_to(hour, following, waiting):
            waiting = [following]
        owners = self._sentence(waiting, hour) or (self._last if self._joins(hour) else [])
        for day in owners:
            self._hours[day].append(hour)
        if not owners:
            self._left_over.append(hour)
        else:
            self._last, self._last_end = owners, max(hour.end, *(day.end for day in owners))

    def place_left_over(self) -> None:
        """Give an hour that is said first to the only day after it: "It must be 6:30. Would March 17 do"."""
        for hour in self._left_over:
            following = [day for day in self._days if day.start >= hour.end and not self._hours[day]]
            if len(following) == 1 and len(_stop.findall(self._text, hour.end, following[0].start)) <= 1:
                self._hours[following[0]].append(hour)

    def _leads_to(self, hour: Hour, day: Day, waiting: list[Day]) -> bool:
        """Whether "at 3 on Tuesday" is meant; a mere comma between them does not take the hour from a day before."""
        between = self._text[hour.end : day.start]
        if self._hours[day] or not _on.fullmatch(between):
            return False
        return bool(between.strip(" ,，")) or not (waiting and self._near(waiting[-1], hour))

    def _sentence(self, waiting: list[Day], hour: Hour) -> list[Day]:
        """The waiting days of the same sentence; else the last one, if it was named at most two sentences before."""
        same = [day for day in waiting if day.start >= hour.end or not _stop.search(self._text, day.end, hour.start)]
        if same:
            return same
        near = waiting[-1:]
        return [day for day in near if len(_stop.findall(self._text, day.end, hour.start)) <= 2]

    def _near(self, day: Day, hour: Hour) -> bool:
        return not _stop.search(self._text, day.end, hour.start)

    def _joins(self, hour: Hour) -> bool:
        """Whether the hour is one more for the days that had the last one."""
        return bool(self._last) and not _stop.search(self._text, self._last_end, hour.start)

    def starts(self) -> list[Start]:
        found = dict.fromkeys(
            (day.day, *_clock(hour), day, hour)
            for day in self._days
            for hour in (self._hours[day] or self._inherited(day))
        )
        starts = {
            (when, clock, zone): Start(when, clock, *_stretch(day, hour), zone=zone)
            for when, clock, zone, day, hour in reversed(list(found))
        }
        return sorted(starts.values(), key=lambda start: (start.start, start.end))

    def _inherited(self, day: Day) -> list[Hour] | list[None]:
        """The hour of the day before it, where the text says that it is the same."""
        if not _same_hour.search(self._text, day.end, day.end + 40):
            return [None]
        before = [hours for other, hours in self._hours.items() if other.start < day.start and hours]
        return before[-1] if before else [None]


def _clock(hour: Hour | None) -> tuple[time | None, str]:
    """The hour as far as it is known, and on whose clock."""
    if hour is None:
        return None, ""
    return (None if hour.zone == UNKNOWN else hour.hour), ("" if hour.zone == WRITER else hour.zone)


def _stretch(day: Day, hour: Hour | None) -> tuple[int, int]:
    return (min(day.start, hour.start), max(day.end, hour.end)) if hour else (day.start, day.end)
