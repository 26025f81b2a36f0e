"""Days in English."""

import re
from collections.abc import Callable
from datetime import date

from askwell.coach.replies.when import reckoning as reckon
from askwell.coach.replies.when.values import Grain

Maker = Callable[[re.Match[str], date], date | None]

_weekday = (
    r"(?:(?i:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|thurs|tues)|Mon|Tue|Wed|Thu|Thur|"
    r"Fri|Sat|Sun)\b\.?"
)
_month = (
    r"(?:(?i:january|february|april|june|july|august|september|october|november|december)|[Mm]arch|MARCH|[Mm]ay|MAY|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_number = r"(?:3[01]|[12]\d|0?[1-9])"
_nth = rf"{_number}(?:st|nd|rd|th)?\b(?![:.]\d|\s?(?:am|pm|o'clock|-?min|%)\b|-\d{{1,2}}\s?(?:am|pm))"
_only_nth = rf"{_number}(?:st|nd|rd|th)\b"
_year = r"(?:,?\s+(?P<year>20\d\d)\b)?"
_count = r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple(?: of)?|a few)"
_numbers = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "a couple": 2, "a couple of": 2,
}  # fmt: skip
_recurring = (
    rf"(?!\s?(?:to|through|-|–) ?{_weekday}|s?\s+(?:mornings|afternoons|evenings|nights|lunchtimes|and "
    rf"(?:\w+)day(?:s| mornings| evenings))\b)(?<!days)"
)


def weekday(name: str) -> int:
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(name[:3].lower())


def month(name: str) -> int:
    starts = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return starts.index(name[:3].lower()) + 1


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _dated(match: re.Match[str], received: date) -> date | None:
    year = int(match["year"]) if match["year"] else None
    return reckon.of_year(received, month(match["month"]), _digits(match["day"]), year)


def _nth_weekday(match: re.Match[str], received: date) -> date | None:
    return reckon.of_month(received, _digits(match["day"]), weekday(match["weekday"]))


def _numeric(match: re.Match[str], received: date) -> date | None:
    first, second = int(match["first"]), int(match["second"])
    month_, day = (second, first) if first > 12 else (first, second)
    year = int(match["year"]) if match["year"] else None
    return reckon.of_year(received, month_, day, year and (year if year > 99 else 2000 + year))


def _weekly(match: re.Match[str], received: date) -> date | None:
    day = weekday(match["weekday"])
    which = (match["which"] or "").lower()
    if which.startswith(("next", "following")) or match["later"]:
        return reckon.in_week(received, day, 1)
    if which.startswith("this") and "coming" not in which:
        return reckon.in_week(received, day, 0)
    return reckon.coming(received, day)


def _week_from(match: re.Match[str], received: date) -> date | None:
    return reckon.coming(received, weekday(match["weekday"])) + reckon.WEEK


def _in_some_time(match: re.Match[str], received: date) -> date | None:
    count = match["count"].lower()
    number = int(count) if count.isdigit() else _numbers.get(count)
    if number is None:
        return None
    unit = match["unit"].lower()
    if unit.startswith("month"):
        return reckon.months_on(received, number)
    return reckon.days_on(received, number * (7 if unit.startswith("week") else 14 if unit.startswith("fort") else 1))


def _part(match: re.Match[str], received: date) -> date | None:
    said = (match["part"] or "").lower()
    part = "middle" if said.startswith("mid") else "end" if said.startswith("late") or "end" in said else "start"
    year = int(match["year"]) if match["year"] else None
    return reckon.month_part(received, month(match["month"]), part, year)


def _relative(days: int) -> Maker:
    return lambda match, received: reckon.days_on(received, days)


_soon: dict[str, Maker] = {
    r"\b(?i:the day after tomorrow|day after tomorrow)\b": _relative(2),
    r"\b(?i:tomorrow|tmrw|tomorow)\b": _relative(1),
    r"\b(?i:a week from (?:today|now)|today week|in a week)\b": _relative(7),
    r"\b(?i:a week from tomorrow|tomorrow week)\b": _relative(8),
    r"\b(?i:two weeks from today)\b": _relative(14),
    r"\b(?i:today|tonight|this (?:morning|afternoon|evening))\b": _relative(0),
}
_vague: dict[str, Maker] = {
    rf"\b(?i:in|after|give me|for(?: another)?) (?:about |another |the next )?{_count} "
    r"(?P<unit>(?i:days?|weeks?|months?|fortnight))(?: or so)?(?:['’]? time)?\b": _in_some_time,
    rf"\b(?i:{_count}) (?P<unit>(?i:days?|weeks?|months?|fortnight)) (?i:from now|later|out|hence)\b": _in_some_time,
    rf"\b(?i:once|after|when|until|till) (?P<month>{_month}) "
    r"(?i:is (?:over|done|behind|out|through)|ends?|has (?:passed|ended))": (
        lambda m, at: reckon.months_on(reckon.month_part(at, month(m["month"]), "end") or at, 1, 1)
    ),
    rf"(?:\b(?i:(?P<part>early|beginning of|start of|first week of|mid|middle of|the end of|end of|late))[- ]+)"
    rf"(?P<month>{_month}){_year}": _part,
    rf"\b(?P<part>)(?i:in|by|until|till|til|to|after|before|since|during|through|from|around|for|this|next|come|into|"
    rf"month of|of) (?P<month>{_month})(?:,? (?P<year>20\d\d))?(?! ?\d)": _part,
    rf"(?:^|[.!?]\s)(?P<part>)(?P<month>{_month})(?P<year>)(?=[,.!?]|$)": _part,
    rf"(?P<part>)(?<![\w])(?P<month>{_month})(?P<year>)(?= (?:is|works|would|looks|should|might|will|onwards?|or)\b)"
    r"(?<!May)": _part,
    r"\b(?i:(?:the )?end of (?:the|this) month|month[- ]end)\b": lambda m, at: reckon.months_on(at, 0, 31),
    r"\b(?i:(?:the )?middle of next month|mid next month)\b": lambda m, at: reckon.months_on(at, 1, 15),
    r"\b(?i:(?:the )?end of next month)\b": lambda m, at: reckon.months_on(at, 1, 31),
    r"\b(?i:(?:until|till|in|after|come) (?:the )?spring)\b": lambda m, at: reckon.month_part(at, 3, "start"),
    r"\b(?i:next month)\b": lambda m, at: reckon.months_on(at, 1, 1),
    r"\b(?i:(?:the )?(?:end of the|year)[- ](?:year|end))\b": lambda m, at: date(at.year, 12, 31),
    r"\b(?i:(?:the )?new year|next year|start of (?:the|next) year)\b": lambda m, at: date(at.year + 1, 1, 1),
    r"\b(?i:the week after next)\b": lambda m, at: reckon.in_week(at, 0, 2),
    r"\b(?i:next week)\b": lambda m, at: reckon.in_week(at, 0, 1),
}
DAYS: tuple[tuple[re.Pattern[str], Maker, Grain], ...] = tuple(
    (re.compile(pattern), maker, grain)
    for grain, table in (
        (
            Grain.LOOSE,
            {
                rf"\b(?i:(?:the )?week (?:of|beginning|starting|commencing)) (?:the )?(?:{_weekday},? )?"
                rf"(?P<month>{_month})\s+(?P<day>{_nth}){_year}": _dated,
                rf"\b(?i:(?:the )?week (?:of|beginning|starting|commencing)) (?:the )?(?P<day>{_only_nth})"
                r"(?! of)": lambda m, at: reckon.of_month(at, _digits(m["day"])),
            },
        ),
        (
            Grain.DAY,
            {
                r"\b(?P<y>20\d\d)-(?P<m>\d\d?)-(?P<d>\d\d?)\b": lambda m, at: reckon.valid(
                    int(m["y"]), int(m["m"]), int(m["d"])
                ),
                rf"\b(?:{_weekday},?\s+)?(?:the\s+)?(?P<month>{_month})\s+(?:the\s+)?(?P<day>{_nth}){_year}": _dated,
                rf"\b(?:{_weekday},?\s+)?(?:the\s+)?(?P<day>{_nth})(?:\s+of)?[\s-]+(?P<month>{_month}){_year}": _dated,
                rf"\b(?P<weekday>{_weekday}),?\s+(?:on\s+)?(?:the\s+)?(?P<day>{_only_nth})": _nth_weekday,
                r"(?<![\d/])(?P<first>\d\d?)/(?P<second>\d\d?)(?:/(?P<year>\d\d(?:\d\d)?))?(?![\d/])": _numeric,
                rf"\b(?i:on |or |and |either |then |by |after |until |till |make |about |from |suggested "
                rf")?(?i:the)\s+"
                rf"(?P<day>{_only_nth})(?! (?:floor|time|one|of (?!the month)|grade|year|street|avenue|century))": (
                    lambda m, at: reckon.of_month(at, _digits(m["day"]))
                ),
                rf"\b(?i:a week (?:from|on|after) )(?:this )?(?P<weekday>{_weekday})": _week_from,
                rf"\b(?P<weekday>{_weekday})\s+(?i:week)\b(?!\s+of)": _week_from,
                rf"\b(?:(?P<which>(?i:this coming|this|next|coming|"
                rf"following))\s+)?(?P<weekday>{_weekday}){_recurring}"
                r"(?P<later>\s+(?i:of )?(?i:next week)|\s+(?i:after next))?": _weekly,
                **_soon,
            },
        ),
        (Grain.LOOSE, _vague),
    )
    for pattern, maker in table.items()
)
ALSO = re.compile(rf"\s*(?:,|,? or|,? and|/|&)\s*(?:the\s+)?(?P<day>{_nth})(?!\s*(?:{_month}|people|questions|of us))")
"""More days of the same month: "December 16 or 17"."""
NEXT_WEEK = re.compile(r"\b(?i:next week|the following week)\b")
HABIT = re.compile(rf"(?i:\b(?:every|each|most|any)\s+(?:other\s+)?$)|{_weekday}\s?(?:to|through|-|–)\s?$")
"""Before a weekday: it recurs."""
