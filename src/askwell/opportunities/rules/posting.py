"""What is kept of a posting, tidied: as it was read, or as it was typed."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from typing import Any

from askwell.lib.text import clean, clean_block
from askwell.opportunities.choices import EMPLOYMENT, EVENT_STATES, UNITS, Kind

LONGEST_TEXT = 40_000
_LINES = {
    "title": 200, "organisation_name": 200, "location": 200, "url": 2000, "start": 40, "end": 40, "currency": 8,
}  # fmt: skip
_CODES = {"kind": tuple(Kind), "employment_type": EMPLOYMENT, "salary_unit": UNITS, "status": EVENT_STATES}
_AMOUNTS = ("salary_min", "salary_max", "price")
MOST = 1e9


@dataclass(frozen=True, slots=True)
class Facts:
    """The columns of an opportunity that a posting tells."""

    kind: str = Kind.JOB
    title: str = ""
    organisation_name: str = ""
    location: str = ""
    remote: bool = False
    employment_type: str = ""
    posted: date | None = None
    closes: date | None = None
    salary_min: float | None = None
    salary_max: float | None = None
    salary_unit: str = ""
    currency: str = ""
    url: str = ""
    start: str = ""
    end: str = ""
    price: float | None = None
    status: str = ""
    text: str = ""


COLUMNS = tuple(field.name for field in fields(Facts))


def facts_of(told: Mapping[str, Any]) -> Facts:
    """Whatever was told, in the bounds of what is kept; what fits nowhere is left out."""
    said: dict[str, Any] = {name: clean(str(told.get(name) or ""), limit=most) for name, most in _LINES.items()}
    said["url"] = said["url"] if said["url"].lower().startswith(("https://", "http://")) else ""
    for name, codes in _CODES.items():
        said[name] = told.get(name) if told.get(name) in codes else codes[0]
    for name in _AMOUNTS:
        said[name] = _amount(told.get(name))
    said |= {
        "remote": told.get("remote") is True,
        "posted": _day(told.get("posted")),
        "closes": _day(told.get("closes")),
    }
    said |= {name: _moment(said[name]) for name in ("start", "end")}
    said["text"] = clean_block(str(told.get("text") or ""), limit=LONGEST_TEXT)
    return Facts(**_in_order(said))


def plain(facts: Facts) -> dict[str, Any]:
    """As JSON holds it; `facts_of` reads it back."""
    told = asdict(facts)
    return told | {name: told[name].isoformat() if told[name] else "" for name in ("posted", "closes")}


def _in_order(said: dict[str, Any]) -> dict[str, Any]:
    least, most = said["salary_min"], said["salary_max"]
    if least is not None and most is not None and least > most:
        said |= {"salary_min": most, "salary_max": least}
    return said


def _moment(text: str) -> str:
    """A moment in UTC, or of no zone, as postings are kept with; a day, and whatever else was said, as it is."""
    try:
        moment = datetime.fromisoformat(text) if len(text) > 10 else None
        in_utc = moment.astimezone(UTC) if moment and moment.tzinfo else None
    except (ValueError, OverflowError):
        return text
    if in_utc:
        return in_utc.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
    return moment.replace(microsecond=0).isoformat() if moment else text


def _amount(told: object) -> float | None:
    if isinstance(told, bool) or not isinstance(told, int | float) or not math.isfinite(told):
        return None
    return float(told) if 0 <= told <= MOST else None


def _day(told: object) -> date | None:
    if isinstance(told, date):
        return told
    try:
        return date.fromisoformat(str(told)[:10]) if told else None
    except ValueError:
        return None
