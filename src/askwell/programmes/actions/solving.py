"""A round is solved by a worker.

Whoever claims it solves the version that it finds; a version that came meanwhile is solved next, and only the newest
is written. What its worker gave no sign of life for five minutes is taken up by another; the third time it is left,
since it may be what kills workers.
"""

import logging
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, Q

from askwell.accounts.models import Workspace
from askwell.lib.remembering import Newest
from askwell.programmes.actions.giving_way import give_way
from askwell.programmes.actions.tallying import proposals, told_of, worth_telling
from askwell.programmes.choices import MatchState, RoundState
from askwell.programmes.models import Insider, Match, Participant, Round, Unmatched
from askwell.programmes.queries.own_words import OwnWords
from askwell.programmes.queries.pool import PROPOSAL, pool
from askwell.programmes.rules import people
from askwell.programmes.rules.flow import NoSolver
from askwell.programmes.rules.intake import admit
from askwell.programmes.rules.people import Pair
from askwell.programmes.rules.reasons import PairReason
from askwell.programmes.rules.turns import Turns, solve_in_turns
from askwell.programmes.rules.written import (
    unmet_json,
)

PATIENCE = timedelta(minutes=5)
MOST_TRIES = 2
BATCH = 500

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
LAST: Newest[Turns] = Newest(most=4)
"""The last solutions of this process by round: the next one is found from it in a fraction of the time."""


def solve_round(*, workspace: Workspace, round_id: UUID, clock: Clock) -> bool:
    """Solve a round that waits; True if it changed meanwhile and waits again. Does no harm when called twice, by two
    workers, or when it is gone. Raises what a later call may mend (OperationalError)."""
    row = _claim(workspace, round_id, clock())
    if row is None:
        return False
    try:
        return _solve(row, clock)
    except NoSolver:
        return _give_up(row, "no_solver")
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("round %s was not solved", round_id)
        return _give_up(row, "unexpected")


def left_unsolved(*, now: datetime) -> list[tuple[UUID, UUID]]:
    """(workspace id, id) of the rounds that wait for a worker, or lost one."""
    return list(_waiting(Round._base_manager.all(), now).values_list("workspace_id", "id"))  # of every workspace


def _waiting(rounds: Any, now: datetime) -> Any:
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - PATIENCE)
    return rounds.filter(free, version__gt=F("solved_version"), trouble="").exclude(state=RoundState.CLOSED)


def _claim(workspace: Workspace, round_id: UUID, now: datetime) -> Round | None:
    """The round, taken by this worker; None when it is another's, or has been tried often enough."""
    waiting = _waiting(Round.objects.of(workspace).filter(pk=round_id), now)
    row: Round | None = waiting.first()
    if row is None:
        return None
    mine = waiting.filter(version=row.version, tries=row.tries)
    if row.tries >= MOST_TRIES:
        mine.update(trouble="crashed", claimed_at=None)
        return None
    if not mine.update(claimed_at=now, tries=F("tries") + 1):
        return None
    row.claimed_at, row.tries = now, row.tries + 1
    return row


def _give_up(row: Round, trouble: str) -> bool:
    """Say why; a newer version is tried anew."""
    mine = Round.objects.of(row.workspace).filter(pk=row.pk, claimed_at=row.claimed_at)
    mine.filter(version=row.version).update(trouble=trouble, claimed_at=None)
    return bool(mine.update(claimed_at=None))


def _solve(row: Round, clock: Clock) -> bool:
    start = time.perf_counter()
    sent = _sent(row)
    asked = pool(row, clock())
    fit, problems = admit(asked)
    fit, problems = _without_lost(fit), worth_telling(row, asked, problems)
    confirmed = _proposed(row)
    LAST[row.pk] = solution = solve_in_turns(fit, confirmed, LAST.get(row.pk))
    told = told_of(row, solution, problems, confirmed)
    told["seconds"] = time.perf_counter() - start
    return not _write(row, solution, told, sent, clock())


def _without_lost(fit: people.Round) -> people.Round:
    """A talk that is on its way but would not be matched today takes its place of both all the same."""
    lost = fit.kept - fit.pins
    if not lost:
        return fit
    gone = [key for pair in lost for key in pair]
    return replace(
        fit,
        seekers=tuple(replace(one, wanted=max(0, one.wanted - gone.count(one.id))) for one in fit.seekers),
        insiders=tuple(replace(one, capacity=max(0, one.capacity - gone.count(one.id))) for one in fit.insiders),
    )


def _proposed(row: Round) -> list[Pair]:
    """The pairs that the board shows now."""
    found = proposals(row).exclude(participant=None).exclude(insider=None).order_by("participant_id", "insider_id")
    return [(str(seeker), str(insider)) for seeker, insider in found.values_list("participant_id", "insider_id")]


def _sent(row: Round) -> set[tuple[UUID, str]]:
    """The talks of this round, as they stand."""
    return set(Match.objects.of(row.workspace).filter(round=row).exclude(PROPOSAL).values_list("pk", "state"))


@transaction.atomic
def _write(row: Round, solution: Turns, told: dict[str, Any], sent: set[tuple[UUID, str]], now: datetime) -> bool:
    """Keep it, unless the round changed meanwhile, or the talks that it counts on did, or it is another worker's now;
    then whoever has it goes on."""
    current = Round.objects.of(row.workspace).select_for_update().filter(pk=row.pk, claimed_at=row.claimed_at).first()
    if current is None:
        return True
    if current.version != row.version or _sent(row) != sent or not give_way(row, solution.lost):
        current.claimed_at, current.tries = None, 0
        current.save(update_fields=["claimed_at", "tries"])
        return False
    _write_pairs(row, solution)
    _write_unmatched(row, told.pop("unmet"))
    is_sent = current.state == RoundState.SENT
    Round.objects.of(row.workspace).filter(pk=row.pk).update(
        state=RoundState.SENT if is_sent else RoundState.PROPOSED,
        solved_version=row.version,
        solved_at=now,
        claimed_at=None,
        tries=0,
        **told,
    )
    return True


def _write_pairs(row: Round, solution: Turns) -> None:
    """The proposed pairs; those that are as they were keep their rows."""
    fresh, words = {(one.seeker, one.insider): one for one in solution.pair_reasons()}, OwnWords.of(row.workspace)
    _write_reasons(row, fresh, words)
    for pair in solution.the_round.kept | solution.the_round.waiting:
        fresh.pop(pair, None)
    gone: list[UUID] = []
    for match in proposals(row).iterator():
        pair = (str(match.participant_id), str(match.insider_id))
        if pair in fresh and match.reason == words.json(fresh[pair]):
            del fresh[pair]
        else:
            gone.append(match.pk)
    for first in range(0, len(gone), BATCH):
        proposals(row).filter(pk__in=gone[first : first + BATCH]).delete()
    Match.objects.bulk_create(_rows(row, words, fresh.values()), batch_size=BATCH)


def _write_reasons(row: Round, fresh: Mapping[Pair, PairReason], words: OwnWords) -> None:
    """Of talks that wait again since their taking back was undone."""
    bare = Match.objects.of(row.workspace).filter(round=row, state=MatchState.WAITING, reason={})
    changed = []
    for match in bare.iterator():
        if told := fresh.get((str(match.participant_id), str(match.insider_id))):
            match.score, match.place, match.reason = told.score, told.place, words.json(told)
            match.language = told.languages[0] if told.languages else ""
            changed.append(match)
    columns = ["score", "place", "reason", "language"]
    Match._base_manager.bulk_update(changed, columns, batch_size=BATCH)  # of this round


def _rows(row: Round, words: OwnWords, reasons: Iterable[PairReason]) -> list[Match]:
    cohorts = dict(Participant.objects.of(row.workspace).exclude(cohort=None).values_list("pk", "cohort"))
    fields = {str(pk): field for pk, field in Insider.objects.of(row.workspace).values_list("pk", "field")}
    return [
        Match(
            workspace=row.workspace,
            round=row,
            cohort_id=cohorts.get(UUID(one.seeker)),
            participant_id=UUID(one.seeker),
            insider_id=UUID(one.insider),
            field=fields[one.insider],
            language=one.languages[0] if one.languages else "",
            is_pinned=one.pinned,
            place=one.place,
            score=one.score,
            reason=words.json(one),
        )
        for one in reasons
    ]


def _write_unmatched(row: Round, unmet: Iterable[Any]) -> None:
    Unmatched.objects.of(row.workspace).filter(round=row).delete()
    rows = [
        Unmatched(workspace=row.workspace, round=row, participant_id=UUID(one.seeker), reason=unmet_json(one))
        for one in unmet
    ]
    Unmatched.objects.bulk_create(rows, batch_size=BATCH)
