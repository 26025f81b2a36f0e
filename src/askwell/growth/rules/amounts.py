"""Numbers and money as people write them."""

import re
from dataclasses import dataclass

from askwell.growth.rules.facts import CURRENCIES
from askwell.lib.text import fold

FREE = {"free", "gratuit", "免费", "nothing", "rien", "0"}
ANY = frozenset(CURRENCIES)
UNITS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("$", "dollar", "dollars"), frozenset({"CAD", "USD"})),
    **dict.fromkeys(("cad", "ca$", "c$", "cad$", "$ca", "$cad", "加元", "加币", "加拿大元"), frozenset({"CAD"})),
    **dict.fromkeys(("usd", "us$", "usd$", "$us", "$usd", "美元", "美金"), frozenset({"USD"})),
    **dict.fromkeys(("cny", "rmb", "yuan", "¥", "元", "块", "人民币", "元人民币"), frozenset({"CNY"})),
    **dict.fromkeys(("eur", "euro", "euros", "€", "欧元"), frozenset({"EUR"})),
}
"""Which currencies somebody can mean by a unit; "$" is both dollars."""
_DIGITS = r"(\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d{1,12})([.,]\d{1,2})?"
_NUMBER = re.compile(rf"^([-−]?){_DIGITS}$")
_AMOUNT = re.compile(rf"^(\D{{0,12}}?){_DIGITS}(\D{{0,12}})$")


@dataclass(frozen=True, slots=True)
class Amount:
    """How much, and in which currencies it can be meant."""

    value: float
    currencies: frozenset[str] = ANY


def read_number(text: str) -> float | None:
    """2.5 of "2.5" or "2,5", 1800 of "1,800" or "1 800"; None where it is no number."""
    found = _NUMBER.match(text.strip())
    if found is None:
        return None
    sign, whole, part = found.groups()
    return -_value(whole, part) if sign else _value(whole, part)


def read_amount(text: str) -> Amount | None:
    """1800 of "$1,800", "1 800,50 $" or "1800元", 0 of "free"; None where it is no amount, its unit is not known, or
    two units contradict each other."""
    typed = text.strip()
    if fold(typed) in FREE:
        return Amount(0.0)
    found = _AMOUNT.match(typed)
    if found is None or {"-", "−"} & set(typed):
        return None
    before, whole, part, after = found.groups()
    meant = ANY
    for unit in filter(None, (re.sub(r"\s", "", fold(side)) for side in (before, after))):
        meant &= UNITS.get(unit, frozenset())
    return Amount(_value(whole, part), meant) if meant else None


def _value(whole: str, part: str | None) -> float:
    return float(re.sub(r"\D", "", whole) + (part or "").replace(",", "."))
