"""Weekly free time as people write it in a cell of a table or a line of a form: "Mon 18:00-20:00; Sat mornings",
"周一18:00-20:00", "mardi soir", "weekday lunch", "Thursday after 6"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from askwell.programmes.rules.hour_words import HALVES, SPANS, Match, day_of, part_of, plain, run_of, tokens

MOST = 50
"""Windows that one text may tell; more are left unread."""
_LONGEST = 2000
_NIGHT = 8 * 60
"""A window that goes on past midnight is no longer than this; a longer one is a slip."""
_HOUR = 60
_DAY = 24 * 60
_FIRST, _LAST = SPANS["whole"]
_NUMERALS = {"两": 2, "兩": 2} | {char: number for number, char in enumerate("零一二三四五六七八九")}

_ON_CLOCK = ("time", "midday", "midnight")
_EDGES = ("after", "since", "before", "until")

Token = tuple[str, Match]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hours:
    """`windows` as rows keep them, [[day, "18:00", "20:00"]], in order, each once; `wrong` the pieces of the text that
    tell no possible time, as they were written. `is_free`: a window was read of words, not of two times."""

    windows: list[list[int | str]]
    wrong: tuple[str, ...] = ()
    is_free: bool = False


class _WrongError(ValueError):
    """This piece tells no hours that a week has."""


@dataclass(frozen=True, slots=True)
class _Time:
    hour: int
    minute: int
    half: str = ""
    is_bare: bool = False

    @property
    def minutes(self) -> int | None:
        """Since midnight; None for what no clock shows."""
        hour = self.hour
        if self.half:
            if not 1 <= hour <= 12:
                return hour * 60 + self.minute if self.half == "pm" and 12 < hour < 24 else None
            hour = hour % 12 + (12 if self.half == "pm" else 0)
        total = hour * 60 + self.minute
        return total if self.minute < 60 and total <= _DAY else None


@dataclass(frozen=True, slots=True)
class _Item:
    """Days that were named together, or a span of the day. `is_apart`: something like "and" stands before it."""

    days: Sequence[int] = ()
    span: Span | None = None
    is_free: bool = False
    is_apart: bool = False


@dataclass(slots=True)
class _Group:
    """Days and the spans that go with all of them, in whichever order they stand."""

    items: list[_Item] = field(default_factory=list)

    @property
    def days(self) -> list[int]:
        return [day for one in self.items for day in one.days]

    @property
    def spans(self) -> list[_Item]:
        return [one for one in self.items if one.span]

    @property
    def is_free(self) -> bool:
        return not self.spans or any(one.is_free for one in self.spans)

    def takes(self, item: _Item) -> bool:
        """Whether an item goes with these. Raises _WrongError where nobody could say."""
        if not self.items:
            return True
        if not self.spans:  # "weekends and evenings" are both
            return not (item.is_apart and self.days == [5, 6] and (item.is_free or [*item.days] == [*range(5)]))
        if self.items[0].days:
            return bool(item.span)
        if item.span:
            if self.days and not item.is_apart:
                raise _WrongError
            return not self.days
        return bool(self.days) or not item.is_apart


def read_hours(text: str) -> Hours:
    """What the text tells. A piece (between semicolons or lines) that cannot be is named, and the others hold."""
    windows: list[tuple[int, int, int]] = []
    wrong: list[str] = []
    is_free, carried = False, list[int]()
    pieces = [piece for piece in map(str.strip, re.split(r"[;；\n]", text[:_LONGEST])) if piece]
    read = [_groups(piece) for piece in pieces]
    for piece, groups, after in zip(pieces, read, read[1:] + [[]], strict=False):
        if groups and not groups[-1].spans and after and not after[0].days:  # the day stands on a line of its own
            carried = groups.pop().days
            if not groups:
                continue
        found = _windows(groups, carried)
        carried = (groups[-1].days or carried) if groups else []
        windows += found
        is_free |= bool(found) and any(group.is_free for group in groups)
        if not found:
            wrong.append(piece[:80])
    return Hours([_row(*window) for window in sorted(dict.fromkeys(windows))[:MOST]], tuple(wrong), is_free)


def _windows(groups: list[_Group], carried: list[int]) -> list[tuple[int, int, int]]:
    """A day alone is the whole day, a part of the day alone that of every day; two times need a day, which may be
    that of the piece before. Nothing where one group has none."""
    found: list[tuple[int, int, int]] = []
    for group in groups:
        is_every = group.spans and all(one.is_free for one in group.spans)
        carried = group.days or carried
        days = carried or ([*range(7)] if is_every else [])
        if not days:
            return []
        found += [
            (day, *span) for day in days for span in [one.span for one in group.spans] or [SPANS["whole"]] if span
        ]
    return found


def _row(day: int, start: int, end: int) -> list[int | str]:
    return [day, _clock(start), _clock(end % _DAY)]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _groups(piece: str) -> list[_Group]:
    """The piece's days with their spans; nothing where it cannot be read."""
    found = [_Group()]
    try:
        for item in _Reader([*tokens(plain(piece))]).items():
            if not found[-1].takes(item):
                found.append(_Group())
            found[-1].items.append(item)
    except _WrongError:
        return []
    return [group for group in found if group.items]


@dataclass(slots=True)
class _Reader:
    """Days and spans of one piece, from its tokens."""

    told: list[Token]
    place: int = 0

    def kind(self, ahead: int = 0) -> str:
        return self.told[self.place + ahead][0] if 0 <= self.place + ahead < len(self.told) else ""

    def take(self) -> Token:
        self.place += 1
        return self.told[self.place - 1]

    def items(self) -> Iterator[_Item]:
        is_apart = False
        while kind := self.kind():
            if kind == "and" or self._joins_nothing(kind):
                is_apart = self.take()[0] == "and"
                continue
            item = self._days() if kind in ("day", "run") else self._span()
            yield replace(item, is_apart=is_apart)
            is_apart = False

    def _joins_nothing(self, kind: str) -> bool:
        """A dash before a piece or between a day and its hours; a "from" without a time."""
        if kind == "since":
            return self.kind(1) not in _ON_CLOCK
        return kind == "to" and self.kind(-1) in ("", "day", "run") and bool(self.kind(1))

    def _days(self) -> _Item:
        kind, match = self.take()
        if kind == "run":
            return _Item(run_of(match))
        days = [day_of(match)]
        while self.kind() == "to" and self.kind(1) == "day":
            self.take()
            last = days[-1]
            days += [(last + step) % 7 for step in range(1, (day_of(self.take()[1]) - last) % 7 + 1)]
        return _Item(days)

    def _span(self) -> _Item:
        half = ""
        if self.kind() == "part":
            name = part_of(self.take()[1])
            if self.kind() not in ("time", *_EDGES):
                return _Item(span=SPANS[name], is_free=True)
            half = HALVES.get(name, "")
        edge = self.take()[0] if self.kind() in _EDGES else ""
        first, is_noon = self._time(half), self.kind(-1) == "midday"
        if edge in ("", "since") and self.kind() == "to":
            self.take()
            return _Item(span=self._in_half(first, self._time("")))
        edge = edge or (self.take()[0] if self.kind() in ("later", "earlier") else "")
        if not edge and not is_noon:
            raise _WrongError
        return _Item(span=_from_edge(first, edge) if edge else SPANS["noon"], is_free=True)

    def _time(self, half: str) -> _Time:
        kind, match = self.take() if self.kind() else ("", None)
        if kind in ("part", "night") and match and self.kind() == "time":
            half = "am" if kind == "night" else HALVES.get(part_of(match), "")
            kind, match = self.take()
        if kind not in _ON_CLOCK or match is None:
            raise _WrongError
        return _time_of(kind, match, half)

    def _in_half(self, first: _Time, last: _Time) -> Span:
        """Two times, and what stands behind them: "6-8 in the evening"."""
        half = HALVES.get(part_of(self.told[self.place][1]), "") if self.kind() == "part" else ""
        if not half or self.kind(1) in ("time", *_EDGES):
            return _window(first, last)
        self.take()
        if half == "pm" and first.is_bare and last.is_bare and first.hour < 9:
            return _window(replace(first, half=half), replace(last, half=half))
        span = _window(first, last)
        if (span[0] < _DAY // 2) != (half == "am"):
            raise _WrongError
        return span


def _time_of(kind: str, match: Match, half: str) -> _Time:
    if kind != "time":
        return _Time(12 if kind == "midday" else 24, 0)
    told = (match["half"] or "")[:1]
    hour, minute = match["hour"], match["minute"] or "0"
    minutes = {"半": 30, "一刻": 15, "三刻": 45}.get(minute)
    return _Time(
        _number(hour),
        int(minute) if minutes is None else minutes,
        f"{told}m" if told else half,
        is_bare=not (told or half or hour.startswith("0")),
    )


def _number(text: str) -> int:
    """Of digits, or of Chinese numerals up to ninety-nine."""
    if text.isdecimal() and text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _NUMERALS.get(text, 99)
    return (_NUMERALS.get(tens, 99) if tens else 1) * 10 + (_NUMERALS.get(ones, 99) if ones else 0)


def _window(start: _Time, end: _Time) -> Span:
    """Minutes of the day. "6-8 pm" begins in the afternoon, "9-5" ends in it. Raises _WrongError for what cannot be."""
    if start.is_bare and end.half == "pm" and start.hour % 12 < end.hour % 12:
        start = replace(start, half="pm")
    if start.half == "pm" and end.is_bare and end.hour < 12:
        end = replace(end, half="pm")
    first, last = start.minutes, end.minutes
    if first is None or last is None or first == _DAY:
        raise _WrongError
    if last <= first and start.is_bare and end.is_bare and start.hour <= 12 and end.hour < 12:
        last += _DAY // 2
    length = last - first if last > first else last + _DAY - first
    if length < _HOUR or (last <= first and length > _NIGHT):
        raise _WrongError
    return first, last


def _from_edge(time: _Time, edge: str) -> Span:
    """From a time to the end of the evening, or from the morning until a time; two hours where that is past. "After 6"
    and "before 6" are in the afternoon, "before 8" is not. Raises _WrongError for what cannot be."""
    is_after = edge in ("after", "since", "later")
    if time.is_bare and 1 <= time.hour <= (7 if is_after else 6):
        time = replace(time, half="pm")
    told = time.minutes
    if told is None:
        raise _WrongError
    if is_after:
        span = (told, _LAST if told + _HOUR <= _LAST else min(told + 2 * _HOUR, _DAY))
    else:
        span = (_FIRST if told >= _FIRST + _HOUR else max(told - 2 * _HOUR, 0), told)
    if span[1] - span[0] < _HOUR:
        raise _WrongError
    return span
