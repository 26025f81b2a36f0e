"""Mails that name somebody who is erased: those that are over go at once, the others as soon as they are."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from askwell.outreach.choices import DispatchState
from askwell.outreach.models import Dispatch

FAILED_FOR = timedelta(days=14)
"""So long one that failed is kept for whoever has to tell its reader by hand, unless it is put away before."""


def erase_mails(mails: QuerySet[Dispatch], *, now: datetime) -> None:
    """Now, or once they have left: a worker may have them, or they tell somebody what they have to know."""
    mails.exclude(_over(now)).update(is_to_erase=True)
    mails.filter(_over(now)).delete()


def erase_over(*, now: datetime) -> int:
    """Those that were to be erased and are over since, of every workspace. Returns how many."""
    return Dispatch._base_manager.filter(_over(now), is_to_erase=True).delete()[0]  # of every workspace


def _over(now: datetime) -> Q:
    """Nobody needs them any more."""
    failed = Q(state=DispatchState.FAILED, due_at__lte=now - FAILED_FOR)
    return Q(state__in=(DispatchState.SENT, DispatchState.CANCELLED)) | failed
