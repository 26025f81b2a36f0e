"""The words of weekly hours in three languages: days, parts of a day, times, and what joins them.

A part of a day is a plain span on the clock: people see on the preview of a list, and in their form, which.
"""

import re
import unicodedata
from collections.abc import Iterator

SPANS = {
    "early": (7 * 60, 9 * 60),
    "morning": (9 * 60, 12 * 60),
    "noon": (12 * 60, 13 * 60 + 30),
    "afternoon": (13 * 60, 17 * 60),
    "late": (16 * 60, 18 * 60),
    "evening": (17 * 60 + 30, 20 * 60 + 30),
    "whole": (9 * 60, 20 * 60 + 30),
}
"""Minutes of the day. A day named alone, and "anytime", are the whole of it."""
HALVES = {"early": "am", "morning": "am", "noon": "pm", "afternoon": "pm", "late": "pm", "evening": "pm"}
"""Which half of the clock an hour beside such a word is in: 晚上8点, "6-8 in the evening"."""

_DAYS = (
    "mon|mondays?|lun|lundis?|lu", "tue|tues|tuesdays?|mar|mardis?|ma", "wed|weds|wednesdays?|mer|mercredis?|me",
    "thu|thur|thurs|thursdays?|jeu|jeudis?|je", "fri|fridays?|ven|vendredis?|ve", "sat|saturdays?|sam|samedis?|sa",
    "sun|sundays?|dim|dimanches?|di",
)  # fmt: skip
_HAN_DAYS = "一二三四五六日"
_RUNS = {
    range(5): "weekdays?|week days?|workdays?|working days?|work days?|m-f|m to f"
    "|en semaine|la semaine|de semaine|jours de semaine"
    "|jours ouvrables|工作日|平日|周中",
    range(5, 7): "weekends?|week-ends?|fins? de semaine|周末|週末|双休日|雙休日",
    range(7): "daily|every ?day|any day|tous les jours|chaque jour|每天|天天|每日",
}  # fmt: skip
_RUN_NAMES = {f"run{place}": list(days) for place, days in enumerate(_RUNS)}
_PARTS = {
    "early": "early mornings?|tot le matin|清晨|一早",
    "morning": "mornings?|a\\.?m\\b\\.?|matins?|matinees?|avant-midi|上午|早上|早晨|早",
    "noon": "lunch ?times?|lunch (?:hours?|breaks?)|lunch(?:es)?|mid-?days?|heures? du midi|pause de midi|dejeuner"
    "|中午|午休|午饭时间|午餐时间",
    "late": "late afternoons?|fins? d'apres-midi|fins? de journee|傍晚",
    "afternoon": "afternoons?|p\\.?m\\b\\.?|apres-?midis?|aprems?|after lunch|下午|午后|午後",
    "evening": "evenings?|eves?|nights?|after work|soirs?|soirees?|apres le travail|apres le bureau|晚上|晚间|晚間|夜晚"
    "|夜里|下班后|下班後|下班以后|下班之后|晚",
    "whole": "any ?times?|all day(?: long)?|whole day|flexible|toute la journee|journees? entieres?|n'importe quand"
    "|en tout temps|a tout moment|随时|隨時|全天|整天|任何时间|任何时候|什么时候都(?:行|可以)|都有空",
}  # fmt: skip
_END = r"(?![a-z])"
_TOKEN = re.compile(
    "".join(rf"|(?P<{name}>(?:{words}){_END})" for name, words in zip(_RUN_NAMES, _RUNS.values(), strict=True))[1:]
    + "|(?P<weeknight>weeknights?)"
    + "".join(rf"|(?P<day{number}>(?:{words}){_END}\.?)" for number, words in enumerate(_DAYS))
    + r"|(?:周|週|星期|礼拜|禮拜)(?P<han>[一二三四五六日天])"
    r"|(?P<midday>12\s*noon|noon|midi|中午12点|正午)|(?P<midnight>midnight|minuit|午夜)"
    + "".join(rf"|(?P<{name}>(?:{words}){_END})" for name, words in _PARTS.items())
    + r"|(?P<night>凌晨)"
    r"|(?P<hour>\d{1,2}|[零一二三四五六七八九十两兩]{1,3}(?=[点點时時]))"
    r"(?:\s*(?:[:.h点點时時]|hrs?)\s*(?P<minute>\d{2}(?!\d)|半|一刻|三刻)?分?)?[钟鐘]?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?(?:heures?|o.?clock)?"
    r"|(?P<more>[一二三四五六日天])"
    rf"|(?P<later>(?:onwards?|(?:and|or) (?:later|after)|(?:et|ou) (?:plus(?: tard)?|apres)){_END}|\+"
    r"|(?:以|之)?[后後]|起)"
    r"|(?P<earlier>(?:以|之)前|前)"
    rf"|(?P<after>(?:after|past|apres){_END})"
    rf"|(?P<since>(?:from|des|a partir de|since){_END}|[从從])"
    rf"|(?P<before>(?:before|avant){_END})"
    rf"|(?P<until>(?:until|till?|jusqu'a){_END})"
    rf"|(?P<to>-+|(?:to|through|thru|a|au){_END}|[至到~])"
    rf"|(?P<and>[,/&、和及或]|(?:and|et|or|ou){_END})"
    r"|(?P<filler>(?:on|at|in|the|during|every|most|any|between|only|usually|mostly|preferably|ideally|free|available"
    r"|de|du|en|dans|sur|le|les|la|entre|chaque|tous|toutes|seulement|plutot|surtout|libre|disponible)"
    rf"{_END}|[ld]'|[每:.()的]|有空|可以|都行|只有)"
    r"|(?P<space>\s+)|(?P<other>.)"
)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c\uff5e", "-") | {"’": "'"})

Match = re.Match[str]


def plain(piece: str) -> str:
    """Lower case, without accents, one kind of dash."""
    wide = unicodedata.normalize("NFKC", piece).translate(_DASHES).casefold()
    letters = unicodedata.normalize("NFD", wide)
    return "".join(char for char in letters if not "\u0300" <= char <= "\u036f")


def tokens(text: str) -> Iterator[tuple[str, Match]]:
    """Kind and match of each: "run", "day", "part", "time", "midday", "midnight", "night", "other", and what joins
    them by its own name. The weekdays' evenings are two tokens."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if match["hour"]:
            yield "time", match
        elif kind == "weeknight":
            yield from (("run", match), ("part", match))
        elif kind in _RUN_NAMES:
            yield "run", match
        elif kind in _PARTS:
            yield "part", match
        elif kind not in ("space", "filler"):
            yield ("day" if kind[:3] == "day" or kind in ("han", "more") else kind), match


def run_of(match: Match) -> list[int]:
    """Days of the week that go by one name."""
    return _RUN_NAMES.get(match.lastgroup or "", [*range(5)])


def day_of(match: Match) -> int:
    han = match["han"] or match["more"]
    return _HAN_DAYS.index(han.replace("天", "日")) if han else int((match.lastgroup or "day0")[3:])


def part_of(match: Match) -> str:
    """The name of a part of the day, as `SPANS` has it."""
    found = match.lastgroup or ""
    return {"weeknight": "evening", "midday": "noon"}.get(found, found)
