"""What a coordinator says to a round: it begins, wishes, weights. Each change raises `version`, so that it is solved
again, and is kept in `change` with what was before, so that it can be taken back."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.choices import Deed
from askwell.accounts.models import User, Workspace
from askwell.lib.text import clean
from askwell.programmes.actions.errors import (
    BadWeightsError,
    CannotMeetError,
    KeptTalkError,
    RoundOpenError,
    RoundStateError,
)
from askwell.programmes.actions.giving_way import give_back, take_back
from askwell.programmes.actions.noting import note_two
from askwell.programmes.actions.numbering import next_number
from askwell.programmes.choices import MatchState, RoundState, WishKind
from askwell.programmes.models import Cohort, Insider, Match, Participant, Round, Wish
from askwell.programmes.queries.pinning import against_pin
from askwell.programmes.queries.pool import OPEN, PROMISED, PROPOSAL
from askwell.programmes.queries.rounds import open_beside
from askwell.programmes.rules.people import Weights
from askwell.programmes.rules.written import weights_json

DECAYS = (Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(3, 4))
MOST_POINTS = 100
"""What the best pair may have: a first talk must stay worth more than whatever points are lost for it."""
Step = dict[str, Any]


@transaction.atomic
def begin_round(
    *,
    workspace: Workspace,
    name: str = "",
    cohort_id: UUID | None = None,
    week: date,
    with_unjoined: bool = True,
    now: datetime,
) -> Round:
    """A round of the cohort's active seekers, or of all; it waits to be solved. `with_unjoined`: whether those who have
    not joined are matched too, with what the others leave. Raises Cohort.DoesNotExist, RoundOpenError while another
    round of some of them is open."""
    cohort = Cohort.objects.of(workspace).get(pk=cohort_id) if cohort_id else None
    number = next_number(Round, workspace)
    if open_beside(workspace, cohort_id).exists():
        raise RoundOpenError
    row = Round(
        workspace=workspace,
        number=number,
        name=clean(name, limit=120),
        cohort=cohort,
        state=RoundState.SOLVING,
        week=week - timedelta(days=week.weekday()),
        with_unjoined=with_unjoined,
        created_at=now,
    )
    row.save()
    _carry_on(row)
    return row


def _carry_on(row: Round) -> None:
    """Pairs that never meet are kept apart in each round until that is taken back; a pin was of its round alone."""
    every = Wish.objects.of(row.workspace).filter(kind=WishKind.FORBID).order_by("-round__number", "-made_at")
    last: dict[tuple[UUID, UUID], Wish] = {}
    for wish in every.iterator():
        last.setdefault((wish.participant_id, wish.insider_id), wish)
    told = ("workspace_id", "participant_id", "insider_id", "kind", "reason", "by_id", "made_at")
    rows = [Wish(round=row, **{name: getattr(one, name) for name in told}) for one in last.values()]
    Wish.objects.bulk_create(rows, batch_size=500)


@transaction.atomic
def match_again(*, workspace: Workspace, round_id: UUID) -> None:
    """People, places or answers are others now. Raises Round.DoesNotExist, RoundStateError."""
    _change(_open(workspace, round_id), {"again": True})


@transaction.atomic
def wish(
    *,
    workspace: Workspace,
    round_id: UUID,
    participant_id: UUID,
    insider_id: UUID,
    kind: WishKind | None,
    reason: str = "",
    by: User | None,
    now: datetime,
) -> None:
    """These two in any case, never, or (None) as the matching has it. Raises Round.DoesNotExist, RoundStateError,
    Participant.DoesNotExist, Insider.DoesNotExist, KeptTalkError, CannotMeetError for a pin that could not be kept."""
    row = _open(workspace, round_id)
    seeker = Participant.objects.of(workspace).get(pk=participant_id)
    insider = Insider.objects.of(workspace).get(pk=insider_id)
    told = {"kind": kind.value, "reason": clean(reason, limit=300)} if kind else None
    if kind == WishKind.FORBID and _is_kept(row, participant_id, insider_id):
        raise KeptTalkError
    if kind == WishKind.PIN and (problems := against_pin(row, seeker, insider, now)):
        raise CannotMeetError(problems)
    if kind == WishKind.FORBID:
        note_two(Deed.PAIR_FORBIDDEN, workspace, by, participant_id=participant_id, insider_id=insider_id)
    _change(row, _set_wish(row, (str(participant_id), str(insider_id)), told, by, now))


@transaction.atomic
def weigh(*, workspace: Workspace, round_id: UUID, weights: Weights) -> None:
    """Other weights. Raises Round.DoesNotExist, RoundStateError, BadWeightsError."""
    row = _open(workspace, round_id)
    check_weights(weights)
    _change(row, _set_weights(row, weights_json(weights)))


@transaction.atomic
def take_unjoined(*, workspace: Workspace, round_id: UUID, takes: bool) -> None:
    """Whether those who have not joined are matched too; with a no, the talks of the round that wait for them are taken
    back. Raises Round.DoesNotExist, RoundStateError."""
    row = _open(workspace, round_id)
    back = [] if takes else take_back(row)
    _change(row, _set_unjoined(row, takes) | ({"waited": back} if back else {}))


@transaction.atomic
def undo_change(*, workspace: Workspace, round_id: UUID, version: int, by: User | None, now: datetime) -> None:
    """Take back what was changed last, up to this version. Raises Round.DoesNotExist, RoundStateError if somebody
    changed the round since."""
    row = _open(workspace, round_id)
    steps = row.change.get("steps", [])
    if row.version != version or not any("was" in step for step in steps):
        raise RoundStateError
    _change(row, *[_taken_back(row, step, by, now) for step in reversed(steps) if "was" in step], is_new=True)


def check_weights(weights: Weights) -> None:
    """Raises BadWeightsError."""
    if min(weights.topics, weights.language, weights.seniority) < 0:
        raise BadWeightsError("negative")
    if weights.best_score > MOST_POINTS:
        raise BadWeightsError("too_much")
    if weights.best_score < 1:
        raise BadWeightsError("nothing")
    if weights.decay not in DECAYS:
        raise BadWeightsError("decay")


def _open(workspace: Workspace, round_id: UUID) -> Round:
    row = Round.objects.of(workspace).select_for_update().get(pk=round_id)
    if row.state == RoundState.CLOSED:
        raise RoundStateError
    return row


def _change(row: Round, *steps: Step, is_new: bool = False) -> None:
    """The round is to be solved again. What is changed before it was is told together."""
    waits = row.change.get("version", 0) > row.solved_version and not row.trouble and not is_new
    before = row.change["steps"] if waits else []
    row.version += 1
    row.change = {"version": row.version, "steps": [*before, *steps]}
    row.tries, row.trouble = 0, ""
    row.state = RoundState.SENT if row.state == RoundState.SENT else RoundState.SOLVING
    row.save(update_fields=["change", "version", "tries", "trouble", "state", "weights", "with_unjoined"])


def _taken_back(row: Round, step: Step, by: User | None, now: datetime) -> Step:
    if "pair" in step:
        seeker, insider = step["pair"]
        return _set_wish(row, (seeker, insider), step["was"], by, now)
    if "unjoined" in step:
        give_back(row, [(seeker, insider) for seeker, insider in step.get("waited", ())])
        return _set_unjoined(row, step["was"])
    return _set_weights(row, step["was"]) | {"back": not step.get("back")}


def _set_weights(row: Round, weights: Mapping[str, Any]) -> Step:
    step = {"weights": dict(weights), "was": row.weights}
    row.weights = dict(weights)
    return step


def _set_unjoined(row: Round, takes: bool) -> Step:
    step = {"unjoined": takes, "was": row.with_unjoined}
    row.with_unjoined = takes
    return step


def _set_wish(
    row: Round, pair: tuple[str, str], told: Mapping[str, Any] | None, by: User | None, now: datetime
) -> Step:
    seeker, insider = pair
    found = Wish.objects.of(row.workspace).filter(round=row, participant_id=seeker, insider_id=insider)
    old = found.first()
    was = {"kind": old.kind, "reason": old.reason} if old else None
    found.delete()
    if old and old.kind == WishKind.FORBID:  # of the rounds before too, else the next one had it again
        every = Wish.objects.of(row.workspace).filter(participant_id=seeker, insider_id=insider)
        every.filter(kind=WishKind.FORBID).delete()
    if told:
        Wish.objects.create(
            workspace=row.workspace,
            round=row,
            participant_id=UUID(seeker),
            insider_id=UUID(insider),
            kind=told["kind"],
            reason=told["reason"],
            by=by,
            made_at=now,
        )
    return {"pair": list(pair), "now": dict(told) if told else None, "was": was}


def _is_kept(row: Round, participant_id: UUID, insider_id: UUID) -> bool:
    both = Match.objects.of(row.workspace).filter(participant=participant_id, insider=insider_id)
    return both.filter(state__in=(*OPEN, MatchState.PROPOSED)).exclude(PROPOSAL | PROMISED).exists()
