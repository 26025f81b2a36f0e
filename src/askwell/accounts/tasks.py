"""Background work of accounts: what is old enough is forgotten: entries of the audit log, sessions, failed sign-ins."""

from datetime import datetime

from django.conf import settings
from django.core.cache import cache

from askwell.accounts.actions import forget_attempts, forget_browsers, forget_entries, forget_sessions

DAY = 86_400


def sweep(now: datetime) -> int:
    """Returns how many were forgotten. The list of signed-in browsers is gone through once a day."""
    forgotten = forget_entries(now=now) + forget_sessions(now=now)
    if not settings.HOSTED:
        return forgotten
    if cache.add(f"browsers_forgotten:{now.date()}", True, DAY):
        forgotten += forget_browsers(now=now)
    return forgotten + forget_attempts(now=now)
