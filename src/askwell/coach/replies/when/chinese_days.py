"""Days in Chinese."""

import re
from datetime import date

from askwell.coach.replies.when import reckoning as reckon
from askwell.coach.replies.when.english_days import Maker
from askwell.coach.replies.when.values import Grain

_digit = "零一二三四五六七八九"
_numeral = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_month = rf"(?P<month>{_numeral})\s?月(?:份)?"
_day = rf"(?P<day>{_numeral})\s?[日号號]"
_year = r"(?:(?P<year>20\d\d)年|(?P<next>明年)|今年)?\s?"
_weekday = r"(?:周|星期|礼拜|週)(?P<weekday>[一二三四五六日天末])"


def number(text: str) -> int:
    """A number up to 99 in digits or Chinese numerals."""
    if text.isdigit():
        return int(text)
    text = text.replace("两", "二")
    tens, ten, ones = text.partition("十")
    if not ten:
        return _digit.index(text)
    return (_digit.index(tens) if tens else 1) * 10 + (_digit.index(ones) if ones else 0)


def _year_of(match: re.Match[str], received: date) -> int | None:
    if match["next"]:
        return received.year + 1
    return int(match["year"]) if match["year"] else None


def _dated(match: re.Match[str], received: date) -> date | None:
    return reckon.of_year(received, number(match["month"]), number(match["day"]), _year_of(match, received))


def _numbered(match: re.Match[str], received: date) -> date | None:
    day = number(match["day"])
    if match["next_month"]:
        return reckon.months_on(received, 1, day)
    return reckon.of_month(received, day)


def _weekly(match: re.Match[str], received: date) -> date | None:
    if match["weekday"] == "末":
        return None
    day = "一二三四五六日".index(match["weekday"].replace("天", "日"))
    which = match["which"] or ""
    weeks = which.count("下")
    if weeks:
        return reckon.in_week(received, day, weeks)
    return reckon.in_week(received, day, 0) if which else reckon.coming(received, day)


def _in_some_time(match: re.Match[str], received: date) -> date | None:
    unit = match["unit"]
    if match["half"]:
        return reckon.days_on(received, 15)
    count = number(match["count"])
    if "月" in unit:
        return reckon.months_on(received, count)
    return reckon.days_on(received, count * (7 if unit.endswith(("周", "星期", "礼拜")) else 1))


def _part(match: re.Match[str], received: date) -> date | None:
    said = match["part"] or ""
    part = "middle" if "中" in said else "end" if said[:1] in ("底", "末") else "start"
    if "下旬" in said:
        part = "end"
    return reckon.month_part(received, number(match["month"]), part, _year_of(match, received))


def _relative_month(match: re.Match[str], received: date) -> date | None:
    said = match["part"] or ""
    months = 1 if match["next"] else 0
    day = 15 if "中" in said else 31 if said[:1] in ("底", "末") else 1
    if not months and day == 1:
        months = 1
    return reckon.months_on(received, months, day)


def _table(grain: Grain, table: dict[str, Maker]) -> tuple[tuple[re.Pattern[str], Maker, Grain], ...]:
    return tuple((re.compile(pattern), make, grain) for pattern, make in table.items())


DAYS = (
    *_table(
        Grain.LOOSE,
        {
            rf"{_year}{_month}\s?{_day}(?:那|当|这|的那|的)(?:一)?(?:个)?(?:周|星期|礼拜)": _dated,
        },
    ),
    *_table(
        Grain.DAY,
        {
            r"(?P<y>20\d\d)[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)": lambda m, at: reckon.valid(
                int(m["y"]), int(m["m"]), int(m["d"])
            ),
            rf"{_year}{_month}\s?{_day}": _dated,
            rf"{_year}{_month}\s?(?P<day>\d{{1,2}})(?=(?:[、,，]|和|或者?|及|跟)\s?\d{{1,2}}[日号號])": _dated,
            r"(?P<next_month>下个?月)?(?<![\d.第])(?P<day>\d{1,2})"
            r"(?=(?:[、,，]|和|或者?|及|跟)\s?\d{1,2}[日号號])": _numbered,
            r"(?<![\d/.])(?P<year>)(?P<next>)(?P<month>1[0-2]|0?[1-9])[/.](?P<day>3[01]|[12]\d|0?[1-9])"
            r"(?![\d/.%])": _dated,
            rf"(?P<next_month>下个?月)?(?<![\d.第])(?<!编)(?<!月)(?:这个?月|本月)?{_day}"
            r"(?![\d线楼院门店码馆])": _numbered,
            rf"(?P<which>下下个?|下个?|这个?|本|(?<!每))(?<!每)(?<![一二三四五六日天][到至]){_weekday}"
            r"(?![会年期报刊]|[到至](?:周|星期))": _weekly,
            r"大后天|大後天": lambda m, at: reckon.days_on(at, 3),
            r"后天|後天": lambda m, at: reckon.days_on(at, 2),
            r"明天|明日|明(?=[早晚])|明儿": lambda m, at: reckon.days_on(at, 1),
            r"今天|今日|今晚|今儿": lambda m, at: at,
        },
    ),
    *_table(
        Grain.LOOSE,
        {
            rf"(?:过|再过|再等|等)?(?:(?P<half>半)个?|(?P<count>{_numeral})\s?个?)(?P<unit>天|周|星期|礼拜|(?<=个)月)"
            r"(?:之?后|以后|后|過後|左右再|再)": _in_some_time,
            rf"过(?:(?P<half>半)个?|(?P<count>{_numeral})\s?个?)(?P<unit>天|周|星期|礼拜|(?<=个)月)": _in_some_time,
            rf"{_year}{_month}(?P<part>初|上旬|中旬|中|底|末|下旬)?(?!\s?[\d一二三四五六七八九十]{{1,3}}[日号])": _part,
            r"(?P<next>下个?月)(?P<part>初|上旬|中旬|中|底|末|下旬)?": _relative_month,
            r"(?P<next>)(?:这个?|本)?月(?P<part>底|末|中旬)": _relative_month,
            r"(?:明年)?(?:开春|春天|春季)": lambda m, at: reckon.month_part(at, 3, "start"),
            r"年底|年末": lambda m, at: date(at.year, 12, 31),
            r"元旦|新年|明年(?:初)?|跨年": lambda m, at: date(at.year + 1, 1, 1),
            r"下下个?(?:周|星期|礼拜)": lambda m, at: reckon.in_week(at, 0, 2),
            r"下个?(?:周|星期|礼拜)": lambda m, at: reckon.in_week(at, 0, 1),
        },
    ),
)
ALSO = re.compile(r"\s*(?:、|或者?|和|及|与|跟|，|,|还有)\s*(?P<day>\d{1,2})\s?[日号號]")
NEXT_WEEK = re.compile(
    r"下个?(?:周|星期|礼拜)(?![一二三四五六日天])|下(?:周|星期|礼拜)[一二三四五六日天](?=\s?(?:、|或|和|及|，|到|至))"
)
HABIT = re.compile(r"(?:每个?|逢)$")
