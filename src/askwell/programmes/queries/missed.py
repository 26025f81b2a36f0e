"""Talks that seekers did not come to or called off late, and what follows; insiders' are with queries.insiders."""

from datetime import datetime

from askwell.programmes.choices import Side
from askwell.programmes.models import Match, Participant, Programme
from askwell.programmes.rules.missing import Follow, counted, follows


def missed_by_seeker(programme: Programme, participant: Participant, now: datetime) -> tuple[int, Follow]:
    """How many count, and what follows. One query."""
    rows = Match.objects.of(participant.workspace).filter(participant=participant, missed_by=Side.SEEKER)
    missed = [moment for moment in rows.values_list("ended_at", flat=True) if moment]
    most, talked_at = programme.most_missed, participant.talked_at
    return counted(missed, talked_at, now), follows(missed=missed, most_missed=most, talked_at=talked_at, now=now)
