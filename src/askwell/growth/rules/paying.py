"""What a step costs and what it gives, as far as it is known. Nothing here guesses what anybody will earn."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """When a step lies, and how much of the week it takes."""

    starts: date | None = None
    ends: date | None = None
    hours_a_week: float | None = None
    hours_in_all: float | None = None


@dataclass(frozen=True, slots=True)
class Payback:
    """`closes` of `gaps` gaps; `openings` of `openings_in_all` of the seeker's own ask for one of them, and so do
    `insiders`. None: not known."""

    weeks: int | None
    hours: float | None
    cost: float | None
    currency: str
    closes: int
    gaps: int
    openings: int
    openings_in_all: int
    insiders: int


def weeks_of(span: Span) -> int | None:
    """Whole weeks from the first day to the last, at least one; None where a day is missing."""
    if span.starts is None or span.ends is None or span.ends < span.starts:
        return None
    return max(1, round(((span.ends - span.starts).days + 1) / 7))


def hours_of(span: Span) -> float | None:
    """All of its hours: as they were told, else those of a week times the weeks."""
    if span.hours_in_all is not None:
        return span.hours_in_all
    weeks = weeks_of(span)
    return None if weeks is None or span.hours_a_week is None else round(weeks * span.hours_a_week, 1)
