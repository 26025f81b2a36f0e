"""Days and moments as pages, feeds and boards write them."""

import math
import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from askwell.lib.months import MONTH_NAME
from askwell.lib.times import zone
from askwell.protocols.contacts.dates import parse_day

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?![\d-])")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_LETTERS = re.compile(r"[^\W\d_]")
_WITHIN = re.compile(
    rf"""(?<![\d./-])(?:
    (?:19|20)\d\d\s?[-/.年]\s?\d{{1,2}}\s?[-/.月]\s?\d{{1,2}}(?:\s?日|(?![\d/-]|\.\d))
    |\d{{1,2}}(?:st|nd|rd|th|er)?(?:\s+of|\s+de)?\s+(?<![^\W\d_]){MONTH_NAME}\.?,?\s+(?:19|20)\d\d(?!\d)
    |(?<![^\W\d_]){MONTH_NAME}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d(?!\d)
    |\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)\d\d(?![\d/-]|\.\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er)\b|\bof\b|\bde\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d[T ]?\d{0,2}:\d\d|T\d{4}")
_MILLISECONDS = 10**11


def day_of(value: Any, *, day_first: bool | None = None) -> str:
    """The day that a value names, as it is written there ("2026-09-22"): an ISO or mail date, words, seconds or
    milliseconds since 1970; "" where there is none, or where day and month may be either."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_epoch(value)
    text = value.strip()[:100] if isinstance(value, str) else ""
    if _EPOCH.fullmatch(text):
        return _of_epoch(int(text))
    found = _ISO.match(text)
    if found:
        return found[1] if _is_day(found[1]) else ""
    return _written(text, day_first) or day_in(text, day_first=day_first)


def day_in(text: str, *, day_first: bool | None = None) -> str:
    """The first full date within a text, "" for none."""
    for found in _WITHIN.finditer(text):
        if day := _written(found[0], day_first):
            return day
    return ""


def moment_of(value: Any, zone_name: str = "") -> str:
    """The moment that a value names in UTC ("2027-05-04T01:00:00Z"). Without an offset it is taken for the clock of
    `zone_name`, and stays as it is where that is not known; a day alone stays a day."""
    if not isinstance(value, str) or not _CLOCK.search(value[:100]):
        return day_of(value)
    moment = _moment(" ".join(value[:100].split()))
    if moment is None:
        return day_of(value)
    if moment.tzinfo is None:
        if not zone_name:
            return moment.replace(microsecond=0).isoformat()
        moment = moment.replace(tzinfo=zone(zone_name))
    return utc(moment)


def utc(moment: datetime) -> str:
    """An aware moment as it is kept."""
    try:
        return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
    except OverflowError:
        return ""


def _moment(text: str) -> datetime | None:
    for reading in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return reading(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _written(text: str, day_first: bool | None) -> str:
    if not text or len(text) > 60:
        return ""
    try:
        day = parse_day(_ORDINAL.sub("", text) if _LETTERS.search(text) else text, day_first)
    except (ValueError, OverflowError):
        return ""
    return day.isoformat() if day else ""


def _of_epoch(value: float) -> str:
    if not math.isfinite(value) or not 10**8 < value < 10**14:
        return ""
    seconds = value / 1000 if value > _MILLISECONDS else value
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (OverflowError, ValueError, OSError):
        return ""


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
