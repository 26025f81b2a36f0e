"""Weekly free time as people write it in a cell of a table or a line of a form: "Mon 18:00-20:00; Sat 9-12",
"周一18:00-20:00", "lun. 18 h à 20 h"."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST = 50
"""Windows that one text may tell; more are left unread."""
_LONGEST = 2000
_NIGHT = 8 * 60
"""A window that goes on past midnight is no longer than this; a longer one is a slip."""
_HOUR = 60
_DAY = 24 * 60

_DAYS = (
    "mon|mondays?|lun|lundis?|lu", "tue|tues|tuesdays?|mar|mardis?|ma", "wed|weds|wednesdays?|mer|mercredis?|me",
    "thu|thur|thurs|thursdays?|jeu|jeudis?|je", "fri|fridays?|ven|vendredis?|ve", "sat|saturdays?|sam|samedis?|sa",
    "sun|sundays?|dim|dimanches?|di",
)  # fmt: skip
_HAN_DAYS = "一二三四五六日"
_RUNS = {
    "weekdays": range(5), "weekday": range(5), "workdays": range(5), "en semaine": range(5),
    "jours ouvrables": range(5), "工作日": range(5), "平日": range(5), "weekends": (5, 6), "weekend": (5, 6),
    "fin de semaine": (5, 6), "fins de semaine": (5, 6), "week-end": (5, 6), "周末": (5, 6), "週末": (5, 6),
    "daily": range(7), "every day": range(7), "everyday": range(7), "tous les jours": range(7), "每天": range(7),
    "天天": range(7),
}  # fmt: skip
_NUMERALS = {"两": 2, "兩": 2} | {char: number for number, char in enumerate("零一二三四五六七八九")}
_END = r"(?![a-z])"
_TOKEN = re.compile(
    rf"(?P<run>(?:{'|'.join(sorted(_RUNS, key=len, reverse=True))}){_END})"
    + "".join(rf"|(?P<day{number}>(?:{words}){_END}\.?)" for number, words in enumerate(_DAYS))
    + r"|(?:周|週|星期|礼拜|禮拜)(?P<han>[一二三四五六日天])"
    r"|(?P<noon>12\s*noon|noon|midi|中午12点|正午)|(?P<midnight>midnight|minuit|午夜)"
    r"|(?P<am>上午|早上|清晨|凌晨)|(?P<pm>下午|晚上|傍晚|中午)"
    r"|(?P<hour>\d{1,2}|[零一二三四五六七八九十两兩]{1,3}(?=[点點时時]))"
    r"(?:\s*(?:[:.h点點时時]|hrs?)\s*(?P<minute>\d{2}(?!\d)|半|一刻|三刻)?分?)?[钟鐘]?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?(?:heures?|o.?clock)?"
    r"|(?P<more>[一二三四五六日天])"
    rf"|(?P<to>-+|(?:to|until|till|through|thru|a|au|jusqu'a){_END}|[至到~])"
    rf"|(?P<and>[,/&+、和及]|(?:and|et){_END})"
    rf"|(?P<filler>(?:from|on|at|de|du|le|les|des|entre|every|chaque|between){_END}|[每:.()的从從])"
    r"|(?P<space>\s+)|(?P<other>.)"
)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c\uff5e", "-") | {"’": "'"})


@dataclass(frozen=True, slots=True)
class Hours:
    """`windows` as rows keep them, [[day, "18:00", "20:00"]], in order, each once; `wrong` the pieces of the text that
    tell no possible time, as they were written."""

    windows: list[list[int | str]]
    wrong: tuple[str, ...] = ()


@dataclass(slots=True)
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


@dataclass(slots=True)
class _Reading:
    """What was read of one piece so far. `carried` are the days of the piece before, for one that names none."""

    carried: list[int]
    days: list[int] = field(default_factory=list)
    windows: list[tuple[int, int, int]] = field(default_factory=list)
    start: _Time | None = None
    half: str = ""
    after: str = ""
    is_wrong: bool = False


def read_hours(text: str) -> Hours:
    """What the text tells. A piece (between semicolons or lines) that cannot be is named, and the others hold."""
    windows: list[tuple[int, int, int]] = []
    wrong: list[str] = []
    days: list[int] = []
    for piece in filter(None, map(str.strip, re.split(r"[;；\n]", text[:_LONGEST]))):
        reading = _read(piece, days)
        days = reading.days
        if reading.is_wrong:
            wrong.append(piece[:80])
        else:
            windows += reading.windows
    return Hours([_row(*window) for window in sorted(dict.fromkeys(windows))[:MOST]], tuple(wrong))


def _row(day: int, start: int, end: int) -> list[int | str]:
    return [day, _clock(start), _clock(end % _DAY)]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _plain(piece: str) -> str:
    """Lower case, without accents, one kind of dash."""
    wide = unicodedata.normalize("NFKC", piece).translate(_DASHES).casefold()
    letters = unicodedata.normalize("NFD", wide)
    return "".join(char for char in letters if not "\u0300" <= char <= "\u036f")


def _read(piece: str, carried: list[int]) -> _Reading:
    reading = _Reading(carried)
    for kind, value in _tokens(_plain(piece)):
        _take(reading, kind, value)
    if reading.start or not reading.windows or reading.after in ("to", "day"):
        reading.is_wrong = True
    return reading


def _tokens(text: str) -> Iterator[tuple[str, "re.Match[str]"]]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if match["hour"]:
            yield "time", match
        elif kind not in ("space", "filler"):
            yield ("day" if kind[:3] == "day" or kind in ("han", "more") else kind), match


def _take(reading: _Reading, kind: str, match: "re.Match[str]") -> None:
    if kind in ("day", "run"):
        _take_days(reading, kind, match)
    elif kind in ("am", "pm"):
        reading.half = kind
        return
    elif kind in ("time", "noon", "midnight"):
        _take_time(reading, _time_of(kind, match, reading.half))
        reading.half = ""
    elif kind not in ("to", "and") or (kind == "and" and reading.start):
        reading.is_wrong = True
    reading.after = kind


def _take_days(reading: _Reading, kind: str, match: "re.Match[str]") -> None:
    """One more day, a run of days, or the end of one; days after a time begin anew."""
    if reading.start:
        reading.is_wrong = True
    is_end = reading.after == "to" and reading.days and kind == "day"
    if not is_end and reading.after in ("time", "noon", "midnight", "and") and reading.windows and _told(reading):
        reading.days = []
    if kind == "run":
        reading.days = [*reading.days, *_RUNS[match["run"]]]
        return
    day = _day_of(match)
    if is_end:
        last = reading.days[-1]
        reading.days += [(last + step) % 7 for step in range(1, (day - last) % 7 + 1)]
    else:
        reading.days.append(day)


def _told(reading: _Reading) -> bool:
    """Whether the days so far have a window each."""
    return {day for day, _start, _end in reading.windows} >= set(reading.days)


def _day_of(match: "re.Match[str]") -> int:
    han = match["han"] or match["more"]
    if han:
        return _HAN_DAYS.index(han.replace("天", "日"))
    return int((match.lastgroup or "day0")[3:])


def _time_of(kind: str, match: "re.Match[str]", half: str) -> _Time:
    if kind != "time":
        return _Time(12 if kind == "noon" else 24, 0)
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


def _take_time(reading: _Reading, time: _Time) -> None:
    if reading.start is None:
        reading.start = time
        return
    if reading.after != "to":
        reading.is_wrong = True
    if not reading.days:
        reading.days = list(reading.carried)
    window = _window(reading.start, time)
    reading.start = None
    if window is None or not reading.days:
        reading.is_wrong = True
    else:
        reading.windows += [(day, *window) for day in reading.days]


def _window(start: _Time, end: _Time) -> tuple[int, int] | None:
    """Minutes of the day; None for what cannot be. "6-8 pm" begins in the afternoon, "9-5" ends in it."""
    if start.is_bare and end.half == "pm" and start.hour % 12 < end.hour % 12:
        start = _Time(start.hour, start.minute, "pm")
    if start.half == "pm" and end.is_bare and end.hour < 12:
        end = _Time(end.hour, end.minute, "pm")
    first, last = start.minutes, end.minutes
    if first is None or last is None or first == _DAY:
        return None
    if last <= first and start.is_bare and end.is_bare and start.hour <= 12 and end.hour < 12:
        last += _DAY // 2
    length = last - first if last > first else last + _DAY - first
    possible = length >= _HOUR and (last > first or length <= _NIGHT)
    return (first, last) if possible else None
