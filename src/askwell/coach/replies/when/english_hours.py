"""Hours in English."""

import re
from collections.abc import Iterator

from askwell.coach.replies.when.values import Clock

_words = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_word = rf"(?:{'|'.join(_words)})"
_clock = re.compile(
    rf"(?<![\d:.,/$#-])(?:(?P<quarter>half|quarter)[- ](?:an? hour )?(?P<side>past|after|to|till)[- "
    rf"](?P<quarter_hour>{_word}|1[0-2]|[1-9])\b|(?P<noon>noon|midday|mid-day)\b|"
    r"(?P<hour>2[0-3]|1\d|0?\d)(?:(?::|\.|h)(?P<minute>[0-5]\d)|(?P<tight>[0-5]\d)(?=\s?[ap]m\b))?(?!\d|[:/]\d|"
    r"[.,]\d)|"
    rf"\b(?P<word>{_word})(?:[- ](?P<word_minute>thirty|fifteen|forty-five))?\b)"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?|(?P<mark>\s?(?:o'?clock|ish)\b)|,?\s+(?:in|on) (?:the |that |\w+day "
    r")?(?P<part>morning|afternoon|evening)\b|\s+at (?P<night>night)\b)*",
    re.IGNORECASE,
)
_before = re.compile(
    r"(?:\b(?P<at>at|from|after|around|round|about|past|between|since|say|starting|@)|\b(?P<end>by|before|"
    r"until|till|til|no later than)|(?P<to>\b(?:to|through)|[-–—])|(?P<or>\b(?:or|and)|[,/&]))\s*(?P<filler>at |"
    r"about |around |say |maybe )?$",
    re.IGNORECASE,
)
_not_hour = re.compile(
    r"\s?-?\s?(?:minutes?|mins?\b|hours?|hrs?\b|days?\b|weeks?|months?|years?|people|questions?|%|percent|times?\b|"
    r"of (?:us|the|my|our|them)|(?:or|to|-|–|and) (?:\w+[- ])?(?:minutes?|mins?|hours?|days?|weeks?|months?|years?|"
    r"questions?|options|people|times)|(?:st|nd|rd|th)\b|more\b|others?\b|options|slots|things|dates|moments|quick|"
    r"short|good|last|half\b|or two|reasons?|ideas?|kids|children|floors?|kilometres|km\b|dollars|\w+day|small|big|"
    r"new|old)",
    re.IGNORECASE,
)
_between = re.compile(r"\bbetween (?:about )?$", re.IGNORECASE)
_range_follows = re.compile(
    r"\s?(?:-|–|—|to|or|and|/)\s?\d{1,2}(?:(?:[:.]\d\d)?\s?(?:[ap]\.?m|o'clock|ish)\b|[:.]\d\d(?!\d))", re.IGNORECASE
)
_context = {"morning": -1, "afternoon": 12, "evening": 12, "night": 12, "tonight": 12, "lunch": 12, "dinner": 12}
_near = re.compile(r"\b(morning|afternoon|evening|night|tonight|dinner)\b", re.IGNORECASE)


def clocks(text: str, after_day: frozenset[int] = frozenset()) -> Iterator[Clock]:
    """The clock readings of a text; a bare number counts where a day ends at one of `after_day`."""
    last: Clock | None = None
    for match in _clock.finditer(text):
        before = _before.search(text[max(0, match.start() - 24) : match.start()])
        link = _link(text, before, last, match.start())
        if not _is_hour(match, before, link, after_day):
            continue
        if before and before["end"] and not link:
            continue
        last = _reading(text, match, link)
        yield last


def _link(text: str, before: re.Match[str] | None, last: Clock | None, start: int) -> str:
    """How the reading hangs on the one before it, which must be near."""
    if not before or not last or start - last.end > 14:
        return ""
    if before["to"] or before["end"]:
        return "to"
    if before["or"] and before["or"].lower() == "and" and _between.search(text, 0, last.start):
        return "to"
    return "or" if before["or"] else ""


def _is_hour(match: re.Match[str], before: re.Match[str] | None, link: str, after_day: frozenset[int]) -> bool:
    if match["noon"] or match["quarter"] or match["half"] or match["mark"] or match["night"]:
        return True
    end = match.end("word_minute") if match["word_minute"] else match.end("word") if match["word"] else match.end()
    if _not_hour.match(match.string, end):
        return False
    if match["minute"] or match["word_minute"] or match["part"]:
        return bool(match["part"] or match["word_minute"] or match["minute"])
    if link or (before and (before["at"] or before["end"] or before["filler"])):
        return not match["hour"] or int(match["hour"]) < 24
    return bool(match["hour"] and (_range_follows.match(match.string, match.end()) or match.start() in after_day))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _words.index(text.lower()) + 1


def _reading(text: str, match: re.Match[str], link: str) -> Clock:
    if match["noon"]:
        return Clock(match.start(), match.end(), 12, 0, 12, link)
    if match["quarter"]:
        hour, minute = _number(match["quarter_hour"]), 30 if match["quarter"].lower() == "half" else 15
        if match["side"].lower() in ("to", "till"):
            hour, minute = (hour - 2) % 12 + 1, 60 - minute
    else:
        spoken = {"thirty": 30, "fifteen": 15, "forty-five": 45}.get((match["word_minute"] or "").lower(), 0)
        hour = _number(match["hour"] or match["word"])
        minute = int(match["minute"] or match["tight"] or spoken)
    return Clock(match.start(), match.end(), hour, minute, _half(text, match, hour), link)


def _half(text: str, match: re.Match[str], hour: int) -> int:
    if match["half"]:
        return 12 if match["half"].lower() == "p" else -1
    if match["night"]:
        return 12
    if match["part"]:
        return _context[match["part"].lower()]
    if match["hour"] and (match["hour"].startswith("0") or hour > 12):
        return -1
    near = _near.findall(text[max(0, match.start() - 30) : match.start()])
    return _context[near[-1].lower()] if near else 0
