"""Somebody offers talks by themselves: on the programme's open page, or a seeker who comes back."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from askwell.programmes.actions.errors import KnownInsiderError
from askwell.programmes.actions.insiders.telling import add_insider
from askwell.programmes.choices import InsiderState
from askwell.programmes.models import Insider, Participant, Programme
from askwell.programmes.queries.insiders.knowing import took_part, with_email
from askwell.programmes.rules.facts import InsiderFacts

SIGNED_UP, WAS_SEEKER = "signed_up", "was_seeker"
"""How the address was come by, where nobody had to say it."""


@transaction.atomic
def volunteer(*, programme: Programme, facts: InsiderFacts, was_seeker: bool = False, now: datetime) -> Insider | None:
    """A new volunteer, who waits for a coordinator where the programme looks at everybody first. None for somebody who
    is known by this address: nothing changes then, as nobody else may change what they told.

    Raises NoNameError and BadAddressError."""
    workspace = programme.workspace
    told = replace(facts, obtained=SIGNED_UP, note="")
    state = InsiderState.APPLIED if programme.approves else InsiderState.ACTIVE
    was_seeker = was_seeker or took_part(workspace, facts.email)
    try:
        return add_insider(workspace=workspace, facts=told, state=state, was_seeker=was_seeker, now=now)
    except KnownInsiderError:
        return None


@transaction.atomic
def come_back(*, programme: Programme, participant: Participant, email: str, now: datetime) -> Insider:
    """A seeker of the programme offers talks: with what they told as a seeker to begin with. Who is an
    insider with that address already stays that one.

    `email` is the one that they sign in with. Raises NoNameError."""
    workspace = programme.workspace
    known = with_email(workspace, email) or with_email(workspace, participant.email)
    if known:
        Insider.objects.of(workspace).filter(pk=known.pk).update(was_seeker=True)
        return known
    facts = InsiderFacts(
        name=participant.name,
        native_name=participant.native_name,
        email=email,
        organisation=participant.employer,
        field=participant.field,
        languages=tuple(participant.languages),
        windows=tuple((day, start, end) for day, start, end in participant.windows),
        zone=participant.zone,
        page_language=participant.page_language,
        obtained=WAS_SEEKER,
    )
    state = InsiderState.APPLIED if programme.approves else InsiderState.ACTIVE
    return add_insider(workspace=workspace, facts=facts, state=state, was_seeker=True, now=now)
