"""Mails that name somebody who is erased: those that are over go at once, the others as soon as they are."""

from django.db.models import QuerySet

from askwell.outreach.choices import DispatchState
from askwell.outreach.models import Dispatch

OVER = (DispatchState.SENT, DispatchState.FAILED, DispatchState.CANCELLED)


def erase_mails(mails: QuerySet[Dispatch]) -> None:
    """Now, or once they have left: a worker may have them, or they tell somebody what they have to know."""
    mails.exclude(state__in=OVER).update(is_to_erase=True)
    mails.filter(state__in=OVER).delete()


def erase_over() -> int:
    """Those that were to be erased and are over since, of every workspace. Returns how many."""
    return Dispatch._base_manager.filter(is_to_erase=True, state__in=OVER).delete()[0]  # of every workspace
