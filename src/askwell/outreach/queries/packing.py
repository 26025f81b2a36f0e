"""Facts with dates in them, to and from JSON."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

MOMENTS = frozenset({"answered_at", "meets_at", "sent_at", "was"})
DAYS = frozenset({"since", "named", "until", "met_on"})


def pack(facts: Mapping[str, object]) -> dict[str, object]:
    """Facts as JSON takes them; nothing is kept of what is None or empty."""
    return {key: _plain(value) for key, value in facts.items() if value not in (None, "")}


def unpack(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Packed facts with their dates (`since`, `named`, `until`, `met_on`) and moments as such."""
    return {key: _rich(key, value) for key, value in facts.items()}


def moment_in(facts: Mapping[str, Any], key: str) -> datetime | None:
    """One moment among packed facts."""
    return datetime.fromisoformat(facts[key]) if facts.get(key) else None


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _rich(key: str, value: Any) -> Any:
    if key in MOMENTS:
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if key in DAYS else value
