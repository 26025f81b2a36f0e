"""When a feed is read again."""

from datetime import timedelta

USUAL = timedelta(hours=6)
LONGEST = timedelta(days=7)


def wait_after(fails: int) -> timedelta:
    """After as many tries in a row that failed: six hours after none, an hour after the first, twice as long after each
    further one, at most a week."""
    return USUAL if not fails else min(timedelta(hours=1) * 2 ** min(fails - 1, 20), LONGEST)
