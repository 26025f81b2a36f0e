"""How much of a talk's time is gone."""

from datetime import datetime, timedelta

AWAY = 180
"""Seconds: who says nothing for longer has gone away, and their time stands still."""


def elapsed(spent: int, running_since: datetime | None, now: datetime) -> int:
    """Seconds into the talk: what was spent, and what has passed since the clock last moved."""
    if running_since is None:
        return spent
    return spent + min(max(int((now - running_since).total_seconds()), 0), AWAY)


def moved(spent: int, running_since: datetime | None, now: datetime) -> tuple[int, datetime]:
    """The same time as `spent` and `running_since`, when somebody spoke at `now`: what was spent, and since when the
    clock runs on, so that no part of a second is lost."""
    after = elapsed(spent, running_since, now)
    if running_since is None or (now - running_since).total_seconds() >= AWAY:
        return after, now
    return after, running_since + timedelta(seconds=after - spent)


def cue(minutes: int) -> int:
    """After how many seconds it is time to close: a quarter is left."""
    return minutes * 45
