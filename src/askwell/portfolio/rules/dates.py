"""Dates of a story: typed as people write them, kept as text, at most as exact as they are known."""

import re
from datetime import date

from askwell.lib.months import month_number
from askwell.protocols.resumes.dates import parse_date

_word = re.compile(r"[^\W\d_]{3,}")
_han = re.compile("[\u4e00-\u9fff]")


def read_date(text: str) -> str | None:
    """ "2021-03-15", "2021-03" or "2021" of what was typed ("March 2021", "2021年3月", "mars 2021"), "" of nothing;
    None where it is not understood."""
    typed = text.strip()
    found = parse_date(typed)
    words = [word for word in _word.findall(typed) if not _han.search(word)]
    if (typed and not found) or (words and not any(map(month_number, words))):
        return None
    return found if not found or _is_a_day(found) else None


def is_before(end: str, start: str) -> bool:
    """Whether `end` lies before `start`, as far as both are known: "2021" is not before "2021-03"."""
    known = min(len(end), len(start))
    return bool(known) and end[:known] < start[:known]


def in_years(text: str, *, last: bool = False) -> float:
    """A date as a number of years, to draw it: "2021-07" is 2021.5; of one that is known to the year or the month
    only, its beginning, or with `last` its end."""
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    begins = year + (max(month, 1) - 1) / 12 + (max(day, 1) - 1) / 365
    if not last:
        return begins
    return begins + (1 if not month else 1 / 12 if not day else 1 / 365)


def _is_a_day(text: str) -> bool:
    parts = [int(part) for part in text.split("-")]
    try:
        date(*(parts + [1, 1])[:3])
    except ValueError:
        return False
    return True
