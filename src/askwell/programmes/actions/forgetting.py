"""A programme's letters that name somebody who is no more in it."""

from datetime import datetime

from django.db.models import Q

from askwell.outreach.actions.mail.erasing import erase_mails
from askwell.outreach.choices import DispatchState, Purpose
from askwell.outreach.models import Dispatch
from askwell.programmes.models import Insider, Participant

ON_THE_WAY = (DispatchState.SENDING, DispatchState.UNSURE)


def forget_letters(one: Insider | Participant, now: datetime) -> None:
    """To them, and those that name them, to whomever and to an earlier address: the latter once they have left, since
    they may call a talk off."""
    letters = Dispatch.objects.of(one.workspace)
    if one.email:
        letters.filter(to__iexact=one.email).exclude(state__in=ON_THE_WAY).delete()
    named = Q()
    for name in filter(None, (one.name, one.native_name)):
        named |= Q(to_name=name) | Q(body__contains=name) | Q(subject__contains=name)
    if named:
        erase_mails(letters.filter(named, purpose=Purpose.PROGRAMME), now=now)
