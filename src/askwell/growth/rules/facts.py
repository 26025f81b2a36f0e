"""What a step says, checked, and as JSON holds it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from askwell.lib.ids import id_of
from askwell.lib.links import normalise_link
from askwell.lib.text import clean, clean_block

LONGEST = 4000
MOST_COST, MOST_HOURS, HOURS_OF_A_WEEK = 1e6, 1e5, 168.0
CURRENCIES = ("CAD", "USD", "CNY", "EUR")
_LINES = {"title": 200, "provider": 200, "place": 200}
_DAYS = ("starts", "ends")
_MOST = {"hours_a_week": HOURS_OF_A_WEEK, "hours_in_all": MOST_HOURS, "cost": MOST_COST}


class UnfitError(Exception):
    """Something that a step cannot say; `column` says where, `code` why: empty, order, range, unreadable."""

    def __init__(self, column: str, code: str) -> None:
        self.column, self.code = column, code
        super().__init__(f"{column}: {code}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """The columns of `models.PlanStep` that a form has; `closes`: ids of gaps."""

    title: str
    provider: str = ""
    place: str = ""
    starts: date | None = None
    ends: date | None = None
    hours_a_week: float | None = None
    hours_in_all: float | None = None
    cost: float | None = None
    currency: str = "CAD"
    url: str = ""
    about: str = ""
    closes: tuple[UUID, ...] = ()


COLUMNS = tuple(field.name for field in fields(StepFacts) if field.name != "closes")


def tidy(facts: StepFacts) -> dict[str, Any]:
    """The columns as they are kept. Raises UnfitError."""
    kept: dict[str, Any] = {name: getattr(facts, name) for name in COLUMNS}
    kept |= {name: clean(kept[name], limit=most) for name, most in _LINES.items()}
    kept["about"] = clean_block(facts.about, limit=LONGEST)
    if not kept["title"]:
        raise UnfitError("title", "empty")
    if facts.starts and facts.ends and facts.ends < facts.starts:
        raise UnfitError("ends", "order")
    for name, most in _MOST.items():
        if kept[name] is not None and not (math.isfinite(kept[name]) and 0 <= kept[name] <= most):
            raise UnfitError(name, "range")
    return kept | {"currency": _currency(facts.currency), "url": _link(facts.url)}


def plain(columns: Mapping[str, Any], closes: tuple[UUID, ...]) -> dict[str, Any]:
    """As JSON holds it; `from_plain` reads it back."""
    told = {name: columns[name] for name in COLUMNS}
    days = {name: told[name].isoformat() if told[name] else "" for name in _DAYS}
    return {**told, **days, "closes": [str(key) for key in closes]}


def from_plain(told: object) -> StepFacts | None:
    """None where it is nothing that `plain` wrote."""
    if not isinstance(told, dict) or not set(COLUMNS) <= set(told):
        return None
    try:
        texts = {name: str(told[name]) for name in (*_LINES, "currency", "url", "about")}
        days = {name: date.fromisoformat(told[name]) if told[name] else None for name in _DAYS}
        numbers = {name: None if told[name] is None else float(told[name]) for name in _MOST}
        closes = tuple(key for one in told.get("closes") or () if (key := id_of(str(one))))
    except (TypeError, ValueError):
        return None
    return StepFacts(closes=closes, **texts, **days, **numbers)  # type: ignore[arg-type]  # each of its column's kind


def _currency(text: str) -> str:
    if text not in CURRENCIES:
        raise UnfitError("currency", "unreadable")
    return text


def _link(text: str) -> str:
    text = clean(text, limit=2000)
    if not text:
        return ""
    address = normalise_link(text)
    if address is None or len(address) > 2000:
        raise UnfitError("url", "unreadable")
    return address
