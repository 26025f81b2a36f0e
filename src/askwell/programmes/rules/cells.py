"""What a cell of a list tells: an address, languages, a level, how many talks, free hours, a time zone."""

import re
from functools import lru_cache

from askwell.lib.emails import find_emails
from askwell.lib.languages import CODES, language_code
from askwell.lib.text import fold
from askwell.lib.times import UnknownZone, zone
from askwell.programmes.choices import Level, RowFault
from askwell.programmes.rules.facts import MOST_TALKS_A_MONTH
from askwell.programmes.rules.hour_words import plain
from askwell.programmes.rules.hours import Hours, read_hours

_PARTS = re.compile(r"[,;，；、/|\n]|\s(?:and|et)\s|和")
_LEVELS = {
    Level.STUDENT: "student|etudiant|etudiante|学生|在读",
    Level.ENTRY: "entry|junior|entry level|beginner|debutant|debutante|at the beginning|初级|入门|刚入行|初级职位",
    Level.MID: "mid|intermediate|mid level|mid career|some years in|intermediaire|中级|几年经验",
    Level.SENIOR: "senior|experienced|experimente|experimentee|confirme|高级|资深",
    Level.LEAD: "lead|manager|director|executive|leads others|gestionnaire|cadre|direction|directeur|directrice"
    "|主管|经理|总监|管理",
}  # fmt: skip
_LEVEL_OF = {fold(word): level for level, words in _LEVELS.items() for word in words.split("|")}
_PAGES = {"en": "en", "fr": "fr", "zh": "zh-hans"}


_COUNTS = (
    "none|no|zero|aucun|aucune|零|没有", "one|once|un|une|一", "two|twice|deux|二|两|兩", "three|trois|三",
    "four|quatre|四", "five|cinq|五", "six|六", "seven|sept|七", "eight|huit|八", "nine|neuf|九", "ten|dix|十",
)  # fmt: skip
"""How a number of talks is written, by the number."""
_COUNT_OF = {word: number for number, words in enumerate(_COUNTS) for word in words.split("|")}
_HAN = "一二三四五六七八九十百"
_NUMBERS = re.compile(
    rf"(?<![\d.,])(\d{{1,6}})(?:[.,]0+)?(?![\d.,])"
    rf"|(?<![a-z{_HAN}])(?:{'|'.join(sorted(_COUNT_OF, key=len, reverse=True))})(?![a-z{_HAN}])(?!个月)"
)
_BESIDE = re.compile(
    r"(?:\s|[-~/+至到次个回]|每月|每个月|一个月|最多|大约|约|(?<![a-z])(?:times?|x|fois|talks?|meetings?|rencontres?"
    r"|entretiens?|an?|per|par|each|every|chaque|months?|monthly|mois|up to|at most|max|maximum|au plus|about|around"
    r"|environ|jusqu'a|to|or|ou|de)(?![a-z]))*"
)
"""What may stand beside it: "2 talks a month", "up to 3", « deux fois par mois », 每月两次, "1-2"."""
_NEGATIVE = re.compile(r"\s*-\s*\d")
_MOST = MOST_TALKS_A_MONTH

Problems = list[tuple[RowFault, str]]
"""Of one row: each with what stands there."""


def email_of(cell: str, problems: Problems) -> str:
    found = find_emails(cell)
    if not found and cell.strip():
        problems.append((RowFault.BAD_EMAIL, cell))
    return found[0] if found else ""


def languages_of(cell: str, problems: Problems) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for word in filter(None, map(str.strip, _PARTS.split(cell))):
        code = _code(word)
        if code:
            codes[code] = None
        else:
            problems.append((RowFault.UNKNOWN_LANGUAGE, word))
    return tuple(codes)


@lru_cache(maxsize=2000)
def _code(word: str) -> str:
    tag = word.lower().partition("-")[0]
    return tag if tag in _TAGS and word.isascii() else language_code(word)


_TAGS = frozenset(CODES.values())


def level_of(cell: str, problems: Problems) -> Level | None:
    level = _LEVEL_OF.get(fold(cell))
    if cell.strip() and level is None:
        problems.append((RowFault.UNKNOWN_LEVEL, cell))
    return level


def talks_of(cell: str, problems: Problems) -> int | None:
    """The smaller of two; None where the cell is empty, and where it cannot be read."""
    text = plain(cell)
    if not text.strip():
        return None
    found = [*_NUMBERS.finditer(text)]
    numbers = [int(one[1]) if one[1] else _COUNT_OF[one[0]] for one in found]
    if _BESIDE.fullmatch(_NUMBERS.sub(" ", text)) is None or not 1 <= len(numbers) <= 2 or max(numbers) > _MOST:
        problems.append((RowFault.NO_NUMBER, cell))
        return None
    if _NEGATIVE.match(text) and numbers[0]:
        problems.append((RowFault.NEGATIVE_CAPACITY, cell))
    elif min(numbers) == 0:
        problems.append((RowFault.NO_CAPACITY, cell))
    return min(numbers)


@lru_cache(maxsize=2000)
def hours_of(cell: str) -> Hours:
    """Cells of a list are often the same."""
    return read_hours(cell)


def windows_of(cell: str, problems: Problems) -> tuple[tuple[int, str, str], ...]:
    hours = hours_of(cell)
    problems += [(RowFault.IMPOSSIBLE_HOURS, piece) for piece in hours.wrong]
    return tuple((int(day), str(start), str(end)) for day, start, end in hours.windows)


def zone_of(cell: str, problems: Problems) -> str:
    name = cell.strip().replace(" ", "_")
    if not name:
        return ""
    try:
        return zone(name).key
    except UnknownZone:
        problems.append((RowFault.UNKNOWN_ZONE, cell))
        return ""


def page_of(cell: str, problems: Problems) -> str:
    page = _PAGES.get(_code(cell.strip())) if cell.strip() else ""
    if page is None:
        problems.append((RowFault.UNKNOWN_LANGUAGE, cell))
    return page or ""
