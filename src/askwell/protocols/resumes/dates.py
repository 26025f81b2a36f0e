"""Dates as resumes write them: months, years, and from when to when."""

import re
from dataclasses import dataclass
from functools import cache

from askwell.lib.months import MONTH_NAME, month_number

_YEAR = r"(?:19|20)\d\d"
_MONTH_WORD = rf"(?<![^\W\d_]){MONTH_NAME}(?![^\W\d_])\.?"
_SEASON = r"(?:spring|summer|fall|autumn|winter|printemps|été|automne|hiver|q[1-4])"
_DATE = rf"""(?:
    {_YEAR}\s*[年./-]\s*(?:1[0-2]|0?[1-9])(?:\s*[月./-]\s*(?:[12]\d|3[01]|0?[1-9])(?!\d)\s*日?|\s*月)?(?![\d%])
    |(?:(?:[12]\d|3[01]|0?[1-9])\s*[./-]\s*)?(?:1[0-2]|0?[1-9])\s*[./-]\s*{_YEAR}(?!\d)
    |(?:(?:[12]\d|3[01]|0?[1-9])(?:er|st|nd|rd|th)?[^\S\t]+)?(?:{_MONTH_WORD})\s*,?\s*(?:(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?,?\s+)?{_YEAR}(?!\d)
    |{_MONTH_WORD}\s*['’]\d\d(?!\d)
    |{_YEAR}\s*年?(?!\d)
)"""
_NOW = r"""(?:present(?:\s+day)?|current(?:ly)?|now|today|ongoing|to\s+date|date|présent|aujourd['’]\s?hui|ce\s+jour
    |actuel(?:le)?(?:ment)?|en\s+cours|maintenant|à\s+ce\s+jour|至今|今|现在|現在|目前|迄今|在职|在读)"""
_TO = r"(?:\s*(?:[-–—−~～→]+|至|到)\s*|\s+(?:to|until|till|through|thru|à|au|a|jusqu['’]?\s?(?:à|au|en)?)\s+)"
_OPEN = r"(?:since|from|depuis|dès|à\s+partir\s+de|自|从)\s*"
_PART = rf"(?:{_MONTH_WORD}|(?:1[0-2]|0?[1-9])\s*月)"
_RANGE = rf"""(?<![\d/])(?:(?:(?<![^\W\d_])(?:from|de|du|d['’])|从|自)\s*)?
    (?P<start>{_DATE}|{_PART}(?=\s*(?:[-–—−~～]|à|to|至)\s*{_MONTH_WORD}\s+{_YEAR}))
    (?:{_TO}(?P<end>{_DATE}|{_NOW}|(?:1[0-2]|0?[1-9])\s*月|\d\d(?![\d%])))"""
_SINCE = rf"(?<!\w){_OPEN}(?P<start>{_DATE})(?:\s*(?:起|开始))?"
_SINGLE = rf"(?<![\d/$.,-])(?:{_SEASON}\s+)?(?P<start>{_DATE})(?!\s*%)"
_WHOLE = rf"\s*(?:{_SEASON}\s+)?(?:{_DATE})\s*"
_WORD = re.compile(r"[^\W\d_]{3,}")
_FIGURES = re.compile(r"\d+")
_DURATION = re.compile(
    r"[(（]\s*\d+\s*(?:\+\s*)?(?:years?|yrs?|months?|mos?|ans?|mois|年|个月|月)[^()（）]{0,25}[)）]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when, "2021-03" or "2021"; `end` "" beside a start: still there. `alone`: only one date was
    written, which is then both. `first` and `last` are its place in the text."""

    start: str
    end: str
    first: int
    last: int
    alone: bool = False


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """At first use: they take a tenth of a process's start, and few processes read dates."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def parse_date(text: str) -> str:
    """The date a cell holds as "2021-03-15", "2021-03" or "2021"; "" where it is none."""
    return _iso(text) if _compiled(_WHOLE).fullmatch(text) else ""


def find_span(text: str) -> Span | None:
    """The first stretch of time named in the text, else the last single date; None when there is neither."""
    for found in _compiled(_RANGE).finditer(text):
        start, end = _both(found["start"], found["end"])
        if start and (end or _compiled(_NOW).fullmatch(found["end"])):
            return Span(start, end, found.start(), _past_duration(text, found.end()))
    if (since := _compiled(_SINCE).search(text)) and (start := _iso(since["start"])):
        return Span(start, "", since.start(), since.end())
    for found in reversed(list(_compiled(_SINGLE).finditer(text))):
        if date := _iso(found["start"]):
            return Span(date, date, found.start(), found.end(), alone=True)
    return None


def is_current(text: str) -> bool:
    """Whether a cell says "Present", "aujourd'hui", 至今."""
    return bool(_compiled(_NOW).fullmatch(text.strip()))


def _past_duration(text: str, last: int) -> int:
    found = _DURATION.match(text, last + len(text[last:]) - len(text[last:].lstrip()))
    return found.end() if found else last


def _both(first: str, second: str) -> tuple[str, str]:
    start, end = _iso(first), _iso(second)
    if not start and end:  # "Mar – Aug 2021"
        month = _month_in(first)
        start = f"{end[:4]}-{month:02}" if month else ""
    elif start and not end and (figures := _FIGURES.match(second)) and not _compiled(_NOW).fullmatch(second):
        number = int(figures[0])
        if "月" in second:
            end = f"{start[:4]}-{number:02}"
        elif len(start) == 4 and number == (int(start[2:]) + 1) % 100 or len(start) == 4 and number > int(start[2:]):
            end = f"{start[:2]}{number:02}"
    return start, end


def _month_in(text: str) -> int:
    word = _WORD.search(text)
    if word:
        return month_number(word[0])
    figures = _FIGURES.search(text)
    return int(figures[0]) if figures and 1 <= int(figures[0]) <= 12 else 0


def _iso(text: str) -> str:
    words, figures = _WORD.findall(text), _FIGURES.findall(text)
    year = next((figure for figure in figures if len(figure) == 4), "")
    named = next((month for word in words if (month := month_number(word))), 0)
    rest = [int(figure) for figure in figures if len(figure) < 3]
    if not year:
        return f"20{rest[-1]:02}-{named:02}" if named and rest and "'" in text.replace("’", "'") else ""
    if named:
        return f"{year}-{named:02}" + (f"-{rest[0]:02}" if rest and 1 <= rest[0] <= 31 else "")
    if not rest:
        return year
    if figures[0] == year:
        month, day = rest[0], rest[1] if len(rest) > 1 else 0
    else:
        month, day = rest[-1], rest[0] if len(rest) > 1 else 0
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "") if 1 <= month <= 12 else year
