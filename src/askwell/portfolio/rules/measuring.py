"""How much: what was typed of a measure, as it stands at the end of a line."""

import re
from collections.abc import Mapping

from askwell.portfolio.choices import Source

VOWELS = frozenset("aeiouéèêh")
_about = {"en": "about ", "fr": "environ ", "zh-hans": "约"}
_is_rough = {
    "en": re.compile(r"\b(?:about|around|roughly|some|nearly|almost|over|under|at least|up to)\b|[~≈±]", re.I),
    "fr": re.compile(r"\b(?:environ|près de|quelque|presque|plus de|moins de|au moins|jusqu)\b|[~≈±]", re.I),
    "zh-hans": re.compile("约|大概|左右|将近|多|近|至少|上下|[~≈±]"),
}


def measured(measure: Mapping[str, str], source: str, language: str) -> str:
    """ "from about 18 % to 6 % in one year": only what was given. A number that is not measured says that it is
    rough, unless the writer has said so."""
    before, after, span = (measure.get(name, "").strip() for name in ("before", "after", "span"))
    if source in (Source.MEMORY, Source.ESTIMATE) and (first := before or after):
        rough = first if _is_rough[language].search(first) else _about[language] + first
        before, after = (rough, after) if before else ("", rough)
    return {"en": _english, "fr": _french, "zh-hans": _chinese}[language](before, after, span)


def _english(before: str, after: str, span: str) -> str:
    amount = f"from {before} to {after}" if before and after else f"from {before}" if before else after
    return " ".join(filter(None, (amount, f"in {span}" if span else "")))


def _french(before: str, after: str, span: str) -> str:
    begins = f"d’{before}" if before[:1].lower() in VOWELS else f"de {before}"
    amount = f"{begins} à {after}" if before and after else begins if before else after
    return " ".join(filter(None, (amount, f"en {span}" if span else "")))


def _chinese(before: str, after: str, span: str) -> str:
    amount = f"从{before}到{after}" if before and after else f"原来{before}" if before else after
    return "，".join(filter(None, (amount, f"用时{span}" if span else "")))
