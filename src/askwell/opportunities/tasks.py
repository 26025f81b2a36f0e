"""Background work of opportunities."""

from datetime import datetime


def sweep(now: datetime) -> int:
    return 0
