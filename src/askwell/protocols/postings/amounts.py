"""Amounts of money: what is paid, and for how long a time."""

import math
import re
from dataclasses import dataclass
from typing import Any

from askwell.lib.text import fold
from askwell.protocols.postings.model import Unit

_NUMBER = r"(?:\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)(?!\d|\s?[%％])"
_THOUSANDS = r"(?:\s?(?:k|K)(?![^\W\d_])|\s?[千万萬])"
_CURRENCIES = (
    ("CAD", r"CAD?\s?\$|C\$|\$\s?CAD?\b|\bCAD\b|\bCDN\b|加元|加币"), ("USD", r"USD?\s?\$|\$\s?USD?\b|\bUSD\b|美元|美金"),
    ("HKD", r"HK\$|\bHKD\b|港币|港元"), ("TWD", r"NT\$|\bTWD\b|新台币"), ("AUD", r"AU?\$|\bAUD\b"),
    ("SGD", r"S\$|\bSGD\b"), ("NZD", r"NZ\$|\bNZD\b"), ("EUR", r"€|\bEUR\b|\beuros?\b|欧元"), ("GBP", r"£|\bGBP\b|英镑"),
    ("INR", r"₹|\bINR\b"), ("JPY", r"\bJPY\b|日元"), ("CNY", r"[¥￥]|\bCNY\b|\bRMB\b|人民币|元"),
)  # fmt: skip
_MONEY = "(?:" + "|".join(words for _, words in _CURRENCIES) + r"|\$)"
_WORDS_OF = tuple((code, re.compile(words)) for code, words in _CURRENCIES)
_UNITS: tuple[tuple[Unit, re.Pattern[str]], ...] = (
    ("hour", re.compile(r"(?:/|per|an|a|each)\s?(?:hour|hr|h)\b|\bhourly\b|\bhour\b|l'?heure|par heure|/ ?heure|horaire|时薪|小时|钟头")),
    ("year", re.compile(r"(?:/|per|a|each)\s?(?:year|yr|annum|an|annee)\b|\bannual(?:ly)?\b|\byearly\b|\byear\b|par an(?:nee)?\b|annuel|年薪|每年|/ ?年|一年")),
    ("month", re.compile(r"(?:/|per|a|each)\s?(?:month|mo|mois)\b|\bmonthly\b|\bmonth\b|par mois|mensuel|月薪|每月|/ ?月|一个月")),
    ("week", re.compile(r"(?:/|per|a|each)\s?(?:week|wk|semaine)\b|\bweekly\b|\bweek\b|par semaine|hebdomadaire|周薪|每周|/ ?周")),
    ("day", re.compile(r"(?:/|per|a|each)\s?(?:day|jour)\b|\bdaily\b|\bday\b|par jour|journalier|日薪|每天|/ ?天|/ ?日")),
)  # fmt: skip
_TO = r"\s*(?:[-–—~～]|\bto\b|\band\b|\bà\b|\ba\b|\bet\b|至|到)\s*"
_UNIT_BETWEEN = r"(?:\s?(?:/|per|an|a)\s?(?:hour|hr|year|yr|month|mo|week|day)\b)?"
_RANGE = re.compile(
    rf"(?<![\d.,])(?P<low>(?:{_MONEY}\s?)?{_NUMBER}{_THOUSANDS}?(?:\s?{_MONEY})?){_UNIT_BETWEEN}{_TO}"
    rf"(?P<high>(?:{_MONEY}\s?)?{_NUMBER}{_THOUSANDS}?(?:\s?{_MONEY})?)"
)
_SINGLE = re.compile(rf"(?<![\d.,])(?P<low>(?:{_MONEY}\s?)?{_NUMBER}{_THOUSANDS}?\+?(?:\s?{_MONEY})?)")
_FIGURES = re.compile(_NUMBER)
_UP_TO = re.compile(
    r"\b(?:up to|maximum|max\.?|jusqu'?a|au plus)\s*(?:of\s*)?\S{0,4}$|(?:最高|不超过)\s*\S{0,2}$", re.IGNORECASE
)
_FROM = re.compile(
    r"\b(?:from|starting (?:at|from)|starts at|minimum|min\.?|at least|a partir de|des|au moins)\s*(?:of\s*)?\S{0,4}$|(?:最低|不低于)\s*\S{0,2}$",
    re.IGNORECASE,
)
_AND_UP = re.compile(r"^\s*(?:\+|and up|or more|et plus|起|以上)", re.IGNORECASE)
_WESTERN = frozenset(("$", "CAD", "USD", "AUD", "NZD", "EUR", "GBP"))
_MOST_AN_HOUR, _LEAST_A_YEAR = 250, 15_000
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Pay:
    """What is paid. `currency` is three letters, "$" where only dollars are said."""

    low: float | None = None
    high: float | None = None
    unit: Unit = ""
    currency: str = ""


def number_of(value: Any) -> float | None:
    """A number, or the first one in a text ("62,500.00", "62 500 $", "62.5K", 1.5万); None where there is none."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if abs(value) < 10**12 and math.isfinite(value) else None
    if not isinstance(value, str):
        return None
    found = _SINGLE.search(value[:200])
    return _amount(found["low"]) if found else None


def unit_of(text: str) -> Unit:
    """The time that a rate is for ("HOUR", "per-year-salary", "/h", "par an", 月薪); "" where none is said."""
    plain = fold(text[:200]).replace("_", " ")
    found = [(at.start(), unit) for unit, words in _UNITS if (at := words.search(plain))]
    return min(found)[1] if found else ""


def currency_of(text: str) -> str:
    """Three letters, "$" for dollars of which nothing more is said, "" for none."""
    upper = text[:200]
    found = [(at.start(), code) for code, words in _WORDS_OF if (at := words.search(upper))]
    return min(found)[1] if found else "$" if "$" in upper else ""


def pay_in(text: str) -> Pay:
    """What a cell or a line that speaks of pay says is paid."""
    written = text[:300]
    found = _RANGE.search(written)
    if found:
        low, high = _bounds(found["low"], found["high"])
        if low is not None and high is not None and low <= high:
            return _pay(low, high, written, found)
    singles = [one for one in _SINGLE.finditer(written) if _amount(one["low"])]
    single = next((one for one in singles if currency_of(one[0])), next(iter(singles), None))
    if single is None:
        return Pay(unit=unit_of(written), currency=currency_of(written))
    amount, before, after = _amount(single["low"]), written[: single.start()], written[single.end() :]
    if _UP_TO.search(fold(before)):
        return _pay(None, amount, written, single)
    opened = _FROM.search(fold(before)) or _AND_UP.match(after) or "+" in single["low"]
    return _pay(amount, None if opened else amount, written, single)


def likely_unit(amount: float | None, currency: str) -> Unit:
    """Of dollars, euros or pounds what nobody earns in an hour or a month is for a year; "" for other money."""
    if amount is None or currency not in _WESTERN:
        return ""
    return "year" if amount >= _LEAST_A_YEAR else "hour" if amount <= _MOST_AN_HOUR else ""


def _pay(low: float | None, high: float | None, written: str, found: re.Match[str]) -> Pay:
    near = written[max(0, found.start() - _NEAR) : found.end() + _NEAR]
    unit = unit_of(written[found.end() : found.end() + _NEAR]) or unit_of(near)
    return Pay(low, high, unit, currency_of(found[0]) or currency_of(near))


def _bounds(low: str, high: str) -> tuple[float | None, float | None]:
    """Both amounts; "62-70K" and 1-1.5万 mean thousands twice."""
    first, second = _amount(low), _amount(high)
    if first and second and first < second / 100 and _factor(low) == 1 and _factor(high) > 1:
        first *= _factor(high)
    return first, second


def _factor(text: str) -> int:
    return 10_000 if re.search("[万萬]", text) else 1000 if re.search(r"\d\s?(?:[kK]|千)", text) else 1


def _amount(text: str) -> float | None:
    figures = _FIGURES.search(text)
    if not figures:
        return None
    plain = re.sub(r"[ '’\u00a0\u202f]", "", figures[0])
    whole, mark, part = plain.rpartition(max(",.", key=plain.rfind))
    if mark and len(part) != 3:
        return float(f"{re.sub('[,.]', '', whole)}.{part}") * _factor(text)
    return float(re.sub("[,.]", "", plain)) * _factor(text)
