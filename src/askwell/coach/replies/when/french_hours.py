"""Hours in French."""

import re
from collections.abc import Iterator

from askwell.coach.replies.when.values import Clock

_words = {
    "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17, "dix-huit": 18, "vingt": 20,
}  # fmt: skip
_minutes = {"et demie": 30, "et demi": 30, "et quart": 15, "trente": 30, "quinze": 15, "quarante-cinq": 45}
_clock = re.compile(
    r"(?<![\d:.,/-])(?:(?P<noon>midi|minuit)(?P<past> et demie?| et quart)?\b(?!-)|(?P<hour>2[0-4]|1\d|0?\d)\s?(?:h|"
    r"heures?|:)(?![a-z])(?:\s?(?P<minute>[0-5]\d(?!\d)))?|"
    rf"\b(?P<word>{'|'.join(sorted(_words, key=len, reverse=True))}) heures?\b)"
    r"(?:\s(?P<spoken>et demie?|et quart|trente|quinze|quarante-cinq|moins (?:le |un )?quart)\b)?(?:\s(?P<part>du "
    r"matin|de l['’]après-midi|du soir|pile)\b)?",
    re.IGNORECASE,
)
_duration = re.compile(r"\b(?:pendant|durant|pour|d['’]|environ|en|moins d['’]|une petite|demi-)\s?$", re.IGNORECASE)
_hours_long = re.compile(r"\s(?:de votre|de mon|de temps|max|par (?:jour|semaine)|ou deux)", re.IGNORECASE)
_near = re.compile(r"\b(matin|avant-midi|après-midi|soir|soirée)\b", re.IGNORECASE)
_link = re.compile(r"\s*(?:(?P<to>à|au|jusqu['’]à|[-–—])|(?P<or>(?:ou|et|,|/)(?: bien)?(?: à)?))\s*", re.IGNORECASE)
_end = re.compile(r"\b(?:avant|jusqu['’]à|jusqu['’]|ferm\w+ à|termine\w* à)\s*$", re.IGNORECASE)
_between = re.compile(r"\bentre\b[^.?!]{0,12}$", re.IGNORECASE)


def clocks(text: str, after_day: frozenset[int] = frozenset()) -> Iterator[Clock]:
    """The clock readings of a text."""
    last: Clock | None = None
    for match in _clock.finditer(text):
        before = text[max(0, match.start() - 16) : match.start()]
        if _duration.search(before) or _hours_long.match(text, match.end()):
            continue
        link = _linked(text, match.start(), last)
        if not link and _end.search(before):
            continue
        last = _reading(text, match, link)
        yield last


def _linked(text: str, start: int, last: Clock | None) -> str:
    if not last or start - last.end > 12:
        return ""
    found = _link.fullmatch(text, last.end, start)
    if not found:
        return ""
    return "to" if found["to"] or _between.search(text, 0, last.start) else "or"


def _reading(text: str, match: re.Match[str], link: str) -> Clock:
    if match["noon"]:
        hour = 12 if match["noon"].lower() == "midi" else 0
        spoken = (match["past"] or match["spoken"] or "").strip().lower()
        if spoken.startswith("moins"):
            return Clock(match.start(), match.end(), (hour - 1) % 24, 45, -1, link)
        return Clock(match.start(), match.end(), hour, _minutes.get(spoken, 0), 12 if hour else -1, link)
    hour = int(match["hour"]) if match["hour"] else _words[match["word"].lower()]
    spoken = (match["spoken"] or "").lower()
    minute = int(match["minute"] or _minutes.get(spoken, 0))
    if spoken.startswith("moins"):
        hour, minute = hour - 1, 45
    return Clock(match.start(), match.end(), hour, minute, _half(text, match, hour), link)


def _half(text: str, match: re.Match[str], hour: int) -> int:
    part = (match["part"] or "").lower()
    if hour > 12 or "matin" in part or (match["hour"] or "").startswith("0"):
        return -1
    if part and part != "pile":
        return 12
    near = _near.findall(text[max(0, match.start() - 30) : match.start()])
    if near:
        return -1 if near[-1].lower() in ("matin", "avant-midi") else 12
    return (12 if hour == 12 else -1) if hour >= 7 else 0
