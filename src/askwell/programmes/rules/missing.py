"""What follows when somebody did not come to a talk, or called it off at the last moment; the same for both sides.

The first time there is a kind note: something may have come in between. Once it was as often as the programme says,
they are matched again when somebody of the programme talked with them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

LATE = timedelta(hours=24)
"""Who calls off later than this before a talk leaves the other one waiting, who kept the hour free."""
FORGOTTEN = timedelta(days=365)
"""What was missed longer ago counts no more."""


class Follow(StrEnum):
    """What follows."""

    NOTHING = "nothing"
    NOTE = "note"
    PAUSE = "pause"  # no new talk until somebody of the programme talked with them


def is_late(starts_at: datetime, called_off_at: datetime) -> bool:
    """Whether a talk was called off so late that it counts as missed."""
    return called_off_at > starts_at - LATE


def counted(missed: Iterable[datetime], talked_at: datetime | None, now: datetime) -> int:
    """How many of the talks that they missed, by their times, count: those of a year, since somebody last talked with
    them about it."""
    since = max(now - FORGOTTEN, talked_at) if talked_at else now - FORGOTTEN
    return sum(1 for at in missed if at > since)


def follows(*, missed: Iterable[datetime], most_missed: int, talked_at: datetime | None, now: datetime) -> Follow:
    """What follows from the talks that they missed or called off late. `most_missed` under 1 is taken for 1."""
    count = counted(missed, talked_at, now)
    if count >= max(most_missed, 1):
        return Follow.PAUSE
    return Follow.NOTE if count else Follow.NOTHING
