"""Letters that are put at the same time leave some minutes apart: nobody writes ten in one minute."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from askwell.lib.times import good_hour

APART = timedelta(minutes=3)


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


def _free(at: datetime, taken: list[datetime]) -> datetime:
    for other in taken:
        if abs(other - at) < APART:
            at = other + APART
    return at
