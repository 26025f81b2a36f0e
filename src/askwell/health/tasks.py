"""Background work of health: what is over is forgotten."""

from datetime import datetime

from askwell.health.actions import forget_tasks, forget_workers


def sweep(now: datetime) -> int:
    """Returns how much was forgotten."""
    return forget_workers(now=now) + forget_tasks(now=now)
