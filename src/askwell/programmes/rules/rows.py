"""What rows of people say, as the matching counts it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from askwell.lib.text import clean, fold
from askwell.programmes.rules.people import Window
from askwell.programmes.rules.weeks import ClockWindow, in_utc

IMPOSSIBLE = Window(-1, -1)
"""Stands for hours that no clock has: `intake.admit` names it."""


FIELD_WEIGHT = 2
"""Of 3: how much a field matters that stands in for topics."""
_FIELDS = re.compile(r"\s*[,;，；、()（）|]\s*|\s+/\s*|\s*/\s+|(?<=\w\w)/(?=\w\w)")
"""Between the parts of a field: "Laboratory (QA)", "Accounting / audit"."""


class Spelling(dict[str, str]):
    """Topics as they were spelled first: who writes "Month-end close" means "month end close"."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def __missing__(self, topic: str) -> str:
        self[topic] = first = self._first.setdefault(fold(topic), clean(topic, limit=120))
        return first


def aims(goals: Mapping[str, Any], field: str) -> Mapping[str, Any]:
    """A seeker's topics with their weights: where none was told, their field is one."""
    return goals or dict.fromkeys(fields_of(field), FIELD_WEIGHT)


def known_topics(topics: Sequence[Any], field: str) -> list[Any]:
    """What an insider knows about: where no topic was told, their field is one."""
    return [*topics] or fields_of(field)


def fields_of(field: str) -> list[str]:
    """The parts of a field."""
    return [part for part in map(str.strip, _FIELDS.split(field)) if part]


def goals_of(goals: Mapping[str, Any], spelling: Spelling) -> dict[str, int]:
    """Topics with their weights, each once; a weight that is no number is none."""
    found: dict[str, int] = {}
    for topic, weight in goals.items():
        name = spelling[str(topic)]
        if name:
            found[name] = max(found.get(name, 0), weight if isinstance(weight, int) else 0)
    return found


def topics_of(topics: Iterable[Any], spelling: Spelling) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for topic in topics if (name := spelling[str(topic)])))


def windows_of(rows: Iterable[Any], zone: str, week: date) -> tuple[Window, ...]:
    """[[0, "18:00", "20:00"], …] on the clock of `zone`, in minutes of that week in UTC."""
    told = ("\n".join(map(str, row)) if isinstance(row, list) else "" for row in rows)
    return tuple(_window(one, zone, week) for one in told)


@lru_cache(maxsize=4096)
def _window(told: str, zone: str, week: date) -> Window:
    try:
        day, start, end = told.split("\n")
        window = ClockWindow(int(day), time.fromisoformat(start), time.fromisoformat(end), zone)
        ZoneInfo(zone)
    except (ValueError, KeyError, OSError):
        return IMPOSSIBLE
    found = in_utc([window], week) if 0 <= window.day < 7 else []
    return found[0] if found else IMPOSSIBLE


def known_by(*names: str) -> frozenset[str]:
    """How somebody can be named: folded, empty ones left out."""
    return frozenset(filter(None, map(fold, names)))
