"""A round ends, and the next one begins with the same people."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.programmes.actions.errors import RoundOpenError, RoundOverError
from askwell.programmes.actions.giving_way import give_back, take_back
from askwell.programmes.actions.rounds import begin_round
from askwell.programmes.choices import RoundState
from askwell.programmes.models import Match, Round
from askwell.programmes.queries.rounds import open_beside
from askwell.programmes.rules.standing import OPEN


@transaction.atomic
def close_round(*, workspace: Workspace, round_id: UUID, takes_back: bool = False, now: datetime) -> int:
    """Nothing more is sent from it: whoever has no talk is in the next round. Talks that are on their way go on; those
    that wait for their seeker to join too, unless one `takes_back` these. Returns how many go on. Raises
    RoundOverError, Round.DoesNotExist."""
    one = Round.objects.of(workspace).select_for_update().get(pk=round_id)
    if one.state == RoundState.CLOSED:
        raise RoundOverError
    one.state, one.closed_at = RoundState.CLOSED, now
    if takes_back:
        one.change = one.change | {"waited": take_back(one)}
    one.save(update_fields=["state", "closed_at", "change"])
    return Match.objects.of(workspace).filter(round=one, state__in=OPEN).count()


@transaction.atomic
def open_again(*, workspace: Workspace, round_id: UUID) -> Round:
    """Undo of `close_round`. Raises RoundOpenError while another round of some of its seekers is open,
    Round.DoesNotExist for one that is not closed."""
    one = Round.objects.of(workspace).select_for_update().get(pk=round_id, state=RoundState.CLOSED)
    if open_beside(workspace, one.cohort_id).exists():
        raise RoundOpenError
    one.state, one.closed_at = (RoundState.SENT if one.sent_at else RoundState.PROPOSED), None
    if waited := one.change.pop("waited", None):
        give_back(one, waited)
        one.version += 1  # their places may be somebody else's by now
    one.save(update_fields=["state", "closed_at", "change", "version"])
    return one


@transaction.atomic
def next_round(*, workspace: Workspace, round_id: UUID, now: datetime) -> Round:
    """Another round of the same cohort, with the weights and rules of this one and its week the coming one; who met
    already does not meet again. Raises RoundOpenError while this one or another of theirs is open, and
    Round.DoesNotExist."""
    last = Round.objects.of(workspace).select_for_update().get(pk=round_id)
    if last.state != RoundState.CLOSED:
        raise RoundOpenError
    week = day_in(workspace, now) + timedelta(days=7)
    row = begin_round(
        workspace=workspace, cohort_id=last.cohort_id, week=week, with_unjoined=last.with_unjoined, now=now
    )
    row.weights = last.weights
    row.save(update_fields=["weights"])
    return row
