"""Hours in Chinese."""

import re
from collections.abc import Iterator

from askwell.coach.replies.when.chinese_days import number
from askwell.coach.replies.when.values import Clock

_numeral = r"(?:\d{1,2}|[二]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_minutes = r"(?:[一二三四五]?十[一二三四五六七八九]?|\d{1,2}|零[一二三四五六七八九])"
_part = r"(?P<part>凌晨|清晨|一早|早上|早晨|早|上午|中午|午间|下午|午后|傍晚|晚上|晚间|夜里|晚)"
_clock = re.compile(
    rf"(?:{_part}[的，,\s]?(?:大概|大约|差不多)?\s?)?(?:(?<![\d:：.])(?P<colon>[01]?\d|"
    rf"2[0-3])[:：](?P<colon_minute>[0-5]\d)(?![\d:])|"
    rf"(?:(?<![\d一二三四五六七八九十:有])|(?<=[周期拜][一二三四五六日天]))(?P<hour>{_numeral})\s?(?:点钟?|點|时(?!间|候|常))(?:(?P<half>半)|"
    rf"(?P<quarter>[一三])刻|(?P<minute>{_minutes})分?(?![点个]))?)|(?P<noon>正午|中午)(?=[，,。见碰吃一起行可]|$)"
)
_link = re.compile(r"(?P<to>[-–—~～到至])\s*$|(?P<or>或者?|和|、|跟|还有|要么|，|,|/)\s*$")
_end = re.compile(r"(?:到|至|之?前)$")
_vague = re.compile(r"(?:早|晚|快|慢|多|少|有|差|这|那|哪|几)$")
_bit = re.compile(r"[也都儿]|问题|时间|东西|意见|事")
_half = {**dict.fromkeys(("凌晨", "清晨", "一早", "早上", "早晨", "早", "上午"), -1), "中午": 1, "午间": 1}


def clocks(text: str, after_day: frozenset[int] = frozenset()) -> Iterator[Clock]:
    """The clock readings of a text."""
    last: Clock | None = None
    for match in _clock.finditer(text):
        before = text[max(0, match.start() - 3) : match.start()]
        if _is_a_bit(match, before) or (_end.search(before) and not last):
            continue
        link, last_half = _linked(text, match.start(), last), last.half if last else 0
        if match["noon"]:
            last = Clock(match.start(), match.end(), 12, 0, 12, link)
        else:
            last = _reading(match, link, last_half if link and not match["part"] else 0)
        yield last


def _is_a_bit(match: re.Match[str], before: str) -> bool:
    """Whether "一点" means "a bit" and not one o'clock."""
    if match["hour"] != "一" or match["part"] or match["half"] or match["quarter"] or match["minute"]:
        return False
    return bool(
        _vague.search(before) or _bit.match(match.string, match.end()) or not before.endswith(("天", "日", "号"))
    )


def _linked(text: str, start: int, last: Clock | None) -> str:
    if not last or start - last.end > 4:
        return ""
    found = _link.search(text, last.end, start)
    return "" if not found else "to" if found["to"] else "or"


def _reading(match: re.Match[str], link: str, inherited: int) -> Clock:
    hour = int(match["colon"]) if match["colon"] else number(match["hour"])
    if match["colon"]:
        minute = int(match["colon_minute"])
    elif match["half"]:
        minute = 30
    elif match["quarter"]:
        minute = 15 * number(match["quarter"])
    else:
        minute = number(match["minute"].removeprefix("零")) if match["minute"] else 0
    half = _half.get(match["part"], 12) if match["part"] else inherited
    if half == 1:  # around noon: 11 or 12 as they are, 1 and 2 after it
        half = -1 if hour == 11 else 12
    return Clock(match.start(), match.end(), hour, minute, -1 if hour > 12 else half, link)
