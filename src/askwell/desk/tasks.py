"""Background work of the desk: who asked to be erased is erased when the seeker has not done it."""

from datetime import datetime

from askwell.desk.actions.erase import erase_asked


def sweep(now: datetime) -> int:
    """Returns how many were erased."""
    return erase_asked(now=now)
