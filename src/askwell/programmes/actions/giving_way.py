"""Talks that wait for a seeker to join, and give way to whoever has joined: no insider was asked for them, so they
become proposals again, and nothing is broken with anybody."""

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from askwell.programmes.choices import MatchState, ParticipantState, RoundState
from askwell.programmes.models import Insider, Match, Participant, Round
from askwell.programmes.queries.pool import PROMISED, PROPOSAL, UNJOINED
from askwell.programmes.rules.people import Pair

AT_ONCE = 500
"""So many are named to the database in one question."""


def promised(row: Round) -> Any:
    """What the next solution may take from seekers who have not joined: what waits for them to join, and what another
    open round proposes to them."""
    every = Match.objects.of(row.workspace).exclude(insider=None)
    beside = UNJOINED & PROPOSAL & ~Q(round=row) & ~Q(round__state=RoundState.CLOSED)
    return every.filter(PROMISED | beside)


def give_way(row: Round, lost: Collection[Pair]) -> bool:
    """What lost its place is a proposal again; an open round of others is solved anew. False, and nothing is changed,
    where somebody joined meanwhile, whose insider is asked."""
    if not lost:
        return True
    wanted = set(lost)
    found = promised(row).values_list("pk", "participant_id", "insider_id", "round_id")
    gone = {pk: of for pk, seeker, insider, of in found if (str(seeker), str(insider)) in wanted}
    if len(gone) < len(lost) or _held(row, list(gone)) < len(gone):
        return False
    _proposed_again(row, list(gone))
    others = Round.objects.of(row.workspace).filter(pk__in={*gone.values()} - {row.pk})
    others.exclude(state=RoundState.CLOSED).update(version=F("version") + 1, tries=0, trouble="")
    return True


def take_back(row: Round) -> list[Pair]:
    """All of a round that wait for their seekers to join. Returns whose."""
    waiting = Match.objects.of(row.workspace).filter(PROMISED, round=row).exclude(insider=None)
    told = list(waiting.order_by("participant_id", "insider_id").values_list("pk", "participant_id", "insider_id"))
    _proposed_again(row, [pk for pk, _seeker, _insider in told])
    return [(str(seeker), str(insider)) for _pk, seeker, insider in told]


def give_back(row: Round, pairs: Collection[Pair]) -> None:
    """Undo of `take_back`, of whoever has not joined since. The next solution writes the reasons, and says for whom no
    place is left."""
    own = Match.objects.of(row.workspace).filter(round=row)
    here = Participant.objects.of(row.workspace).filter(state=ParticipantState.ACTIVE, seeker_workspace=None)
    seekers = {str(key): cohort for key, cohort in here.values_list("pk", "cohort")}
    fields = {str(key): field for key, field in Insider.objects.of(row.workspace).values_list("pk", "field")}
    there = {(str(seeker), str(insider)): pk for pk, seeker, insider in own.filter(PROPOSAL).values_list(
        "pk", "participant_id", "insider_id"
    )}  # fmt: skip
    wanted = [pair for pair in map(tuple, pairs) if pair[0] in seekers and pair[1] in fields]
    old = [there[pair] for pair in wanted if pair in there]
    for first in range(0, len(old), AT_ONCE):
        own.filter(pk__in=old[first : first + AT_ONCE]).update(state=MatchState.WAITING)
    new = [
        Match(
            workspace=row.workspace,
            round=row,
            cohort_id=seekers[seeker],
            participant_id=UUID(seeker),
            insider_id=UUID(insider),
            field=fields[insider],
            state=MatchState.WAITING,
        )
        for seeker, insider in wanted
        if (seeker, insider) not in there
    ]
    Match.objects.bulk_create(new, batch_size=AT_ONCE)


def _held(row: Round, keys: list[UUID]) -> int:
    """How many of them are to be had; nobody asks for these until the transaction ends."""
    return sum(len(some.select_for_update().values_list("pk")) for some in _few(row, sorted(keys)))


def _proposed_again(row: Round, keys: list[UUID]) -> None:
    for some in _few(row, keys):
        some.update(state=MatchState.PROPOSED, send_at=None, trouble="")


def _few(row: Round, keys: list[UUID]) -> Iterator[Any]:
    """Those of these that no insider was asked for, some at once."""
    own = Match.objects.of(row.workspace).filter(state__in=(MatchState.WAITING, MatchState.PROPOSED))
    return (own.filter(pk__in=keys[first : first + AT_ONCE]) for first in range(0, len(keys), AT_ONCE))
