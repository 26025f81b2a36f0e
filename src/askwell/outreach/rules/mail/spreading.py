"""Letters that are put at the same time leave some minutes apart: nobody writes ten in one minute.

So do those whose time went by while the computer slept.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from askwell.lib.times import good_hour
from askwell.outreach.rules.mail.sending import STALE, UNDO

APART = timedelta(minutes=3)
LATE = timedelta(minutes=15)  # far above the minute between two sweeps: no worker ran


def apart(at: datetime, taken: Iterable[datetime], *, zone: str, region: str) -> datetime:
    """The first moment from `at` on that is `APART` from all that are `taken` (all aware). Where `at` is one at which a
    message is welcome to its reader (`good_hour` in their `zone` and `region`), so is what comes of it."""
    others = sorted(taken)
    moment = _free(at, others)
    if good_hour(at, zone, region=region) > at:
        return moment
    while (welcome := good_hour(moment, zone, region=region)) > moment:
        moment = _free(welcome, others)
    return moment


def is_overdue(due_at: datetime, *, asked_at: datetime, now: datetime) -> bool:
    """Whether the time of a letter went by and nobody was there to send it. One that was to leave at once when the
    seeker pressed send (`asked_at`) still does, and what is too old is not sent at all."""
    return LATE < now - due_at <= STALE and due_at - asked_at > UNDO


def anew(due_at: datetime, now: datetime, taken: Iterable[datetime], *, zone: str, region: str) -> datetime:
    """When a letter leaves that is overdue: now if that is welcome to its reader, else when it next is, and `apart`
    from all that are `taken`. Who put it (`due_at`) at an hour that is not welcome wanted any hour."""
    chose_any = good_hour(due_at, zone, region=region) > due_at
    return apart(now if chose_any else good_hour(now, zone, region=region), taken, zone=zone, region=region)


def _free(at: datetime, taken: list[datetime]) -> datetime:
    for other in taken:
        if abs(other - at) < APART:
            at = other + APART
    return at
