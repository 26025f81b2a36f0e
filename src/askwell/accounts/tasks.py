"""Background work of accounts: entries of the audit log that are old enough are forgotten."""

from datetime import datetime

from askwell.accounts.actions import forget_entries


def sweep(now: datetime) -> int:
    """Returns how many were forgotten."""
    return forget_entries(now=now)
