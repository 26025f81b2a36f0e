"""Dates and spans as a document words them: "June 2023 to now", "2013年6月至今", "de juin 2023 à aujourd'hui"."""

import re

from askwell.protocols.papers.words import CHINESE, FRENCH

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-\d{1,2})?")
_TODAY = "aujourd'hui"
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


def worded(date: str, language: str) -> str:
    """Month and year, or the year; what is no date stays as it was written."""
    match = _DATE.fullmatch(date)
    month = int(match[2] or 0) if match else 13
    if match is None or month > 12:
        return date
    year = match[1]
    if language == CHINESE:
        return f"{year}年{month}月" if month else f"{year}年"
    return f"{_MONTHS[language].split()[month - 1]} {year}" if month else year


def span(start: str, end: str, language: str) -> str:
    """From when to when; a start without an end lasts until now, one date alone is itself."""
    if not start:
        return worded(end, language)
    first, last = worded(start, language), worded(end, language)
    if first == last:
        return first
    if language == CHINESE:
        return f"{first}至{last or '今'}"
    if language == FRENCH:
        return f"{_since(first)} à {last or _TODAY}"
    return f"{first} to {last or 'now'}"


def _since(date: str) -> str:
    return f"d'{date}" if date[:1] in ("a", "o") else f"de {date}"
