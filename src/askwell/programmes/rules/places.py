"""How many talks an insider can take on now."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

WITHIN = timedelta(days=30)
"""What "a month" is: a talk takes its place this long."""


def places(
    *,
    a_month: int,
    rest_days: int,
    taken: Sequence[datetime],
    held: Sequence[datetime] = (),
    paused_until: date | None,
    is_paused: bool,
    now: datetime,
) -> int:
    """Free places of an insider, at `now` on their own clock; never fewer than none.

    `taken`: since when each talk has its place: when it was asked for, for one that was agreed or held the time of the
    talk, which may be to come. `held`: when the talks were that were held; after each the insider rests."""
    if pauses(is_paused, paused_until, now.date()) or rests_until(rest_days, held, now):
        return 0
    return max(0, a_month - sum(1 for since in taken if since > now - WITHIN))


def pauses(is_paused: bool, until: date | None, today: date) -> bool:
    """Whether they take no talk today. On the day `until` they are back by themselves; without one when they say so."""
    return is_paused and (until is None or today < until)


def rests_until(rest_days: int, held: Sequence[datetime], now: datetime) -> datetime | None:
    """When the rest after their last talk is over; None when they do not rest."""
    past = [at for at in held if at <= now]
    over = max(past) + timedelta(days=rest_days) if past else now
    return over if over > now else None
