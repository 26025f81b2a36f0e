"""A programme's letters that name somebody who is no more in it."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.outreach.actions.mail.erasing import erase_mails
from askwell.outreach.choices import DispatchState, Purpose
from askwell.outreach.models import Dispatch
from askwell.programmes.choices import InsiderState
from askwell.programmes.models import Insider, Participant
from askwell.programmes.queries.people import living
from askwell.programmes.rules.naming import is_named

ON_THE_WAY = (DispatchState.SENDING, DispatchState.UNSURE)


def forget_letters(one: Insider | Participant, now: datetime) -> None:
    """To them, and those that name them, to whomever and to an earlier address: the latter once they have left, since
    they may call a talk off. Where somebody else has their address, a letter is theirs that bears their name."""
    letters = Dispatch.objects.of(one.workspace)
    if one.email:
        _to_them(letters.filter(to__iexact=one.email), one).exclude(state__in=ON_THE_WAY).delete()
    named = letters.filter(pk__in=_naming(letters.filter(purpose=Purpose.PROGRAMME), one))
    erase_mails(named, now=now)


def _to_them(letters: QuerySet[Dispatch], one: Insider | Participant) -> QuerySet[Dispatch]:
    """Of those to their address."""
    participants, insiders = living(one.workspace), Insider.objects.of(one.workspace).exclude(state=InsiderState.LEFT)
    others = [
        name
        for rows in (participants, insiders)
        for name in rows.filter(email__iexact=one.email).exclude(pk=one.pk).values_list("name", flat=True)
    ]
    if one.name in others:
        return letters.none()
    return letters.filter(to_name=one.name) if others else letters


def _naming(letters: QuerySet[Dispatch], one: Insider | Participant) -> list[UUID]:
    names = [name for name in (one.name, one.native_name) if name]
    near = Q(pk=None)
    for name in names:
        near |= Q(to_name=name) | Q(body__contains=name) | Q(subject__contains=name)
    rows = letters.filter(near).values_list("pk", "to_name", "subject", "body")
    return [
        key
        for key, to_name, *texts in rows.iterator()
        if to_name in names or any(is_named(text, name) for text in texts for name in names)
    ]
