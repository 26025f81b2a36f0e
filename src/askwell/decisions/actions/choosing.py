"""A decision in writing: made, looked back on, taken up again."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.models import Workspace
from askwell.decisions.actions.errors import DayError, NothingSaidError
from askwell.decisions.actions.laying import touched
from askwell.decisions.choices import DecisionState
from askwell.decisions.models import Choice, Decision, Option
from askwell.decisions.queries.boards import board
from askwell.decisions.queries.values import Board
from askwell.decisions.rules.looking_back import Stood, Then, Wanted, written
from askwell.decisions.rules.weighing import in_percent
from askwell.lib.text import clean_block

LONGEST = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A decision as it is written down. `option_id` None, where one is corrected: the option that it names stays."""

    option_id: UUID | None
    text: str
    decided_on: date
    look_back_on: date | None = None


@transaction.atomic
def decide(*, workspace: Workspace, decision_id: UUID, writing: Writing, today: date, now: datetime) -> Choice:
    """Write it down with how things stand; `today` is the seeker's. Raises NothingSaidError, DayError,
    Decision.DoesNotExist, Option.DoesNotExist."""
    touched(workspace, decision_id, now)
    option = _option(workspace, decision_id, writing.option_id)
    row = Choice(workspace=workspace, decision_id=decision_id, option=option, title=option.title)
    row.stood = written(stood(board(workspace, decision_id)))
    _put(row, writing, today)
    _settle(workspace, decision_id)
    return row


@transaction.atomic
def correct(*, workspace: Workspace, choice_id: UUID, writing: Writing, today: date, now: datetime) -> Choice:
    """Other words, another option or other days for a written decision; how things stood stays. Raises
    NothingSaidError, DayError, Choice.DoesNotExist, Option.DoesNotExist."""
    row = Choice.kept(workspace).select_for_update().get(pk=choice_id, decision__removed_at=None)
    touched(workspace, row.decision_id, now)
    if writing.option_id:
        row.option = _option(workspace, row.decision_id, writing.option_id)
        row.title = row.option.title
    _put(row, writing, today)
    return row


def _option(workspace: Workspace, decision_id: UUID, option_id: UUID | None) -> Option:
    if option_id is None:
        raise Option.DoesNotExist
    return Option.kept(workspace).get(pk=option_id, decision=decision_id)


def _put(row: Choice, writing: Writing, today: date) -> None:
    if writing.decided_on > today:
        raise DayError("decided_on")
    if writing.look_back_on and writing.look_back_on <= writing.decided_on:
        raise DayError("look_back_on")
    row.text, row.decided_on, row.look_back_on = _text(writing.text), writing.decided_on, writing.look_back_on
    row.save()


@transaction.atomic
def look_back(*, workspace: Workspace, choice_id: UUID, came_of: str, on: date) -> Choice:
    """What came of it; the decision itself and how things stood stay as they are. Raises NothingSaidError,
    Choice.DoesNotExist."""
    row = Choice.kept(workspace).select_for_update().get(pk=choice_id)
    row.came_of, row.looked_back_on = _text(came_of), on
    row.save(update_fields=["came_of", "looked_back_on"])
    return row


@transaction.atomic
def take_back(*, workspace: Workspace, choice_id: UUID, now: datetime) -> UUID:
    """Throw a written decision away; without another one the question is open again. Returns the decision's id. Raises
    Choice.DoesNotExist."""
    decision_id = Choice.kept(workspace).get(pk=choice_id).decision_id
    throw_away(Choice, workspace=workspace, key=choice_id, now=now)
    _settle(workspace, decision_id)
    return decision_id


@transaction.atomic
def bring_choice_back(*, workspace: Workspace, choice_id: UUID) -> UUID:
    """Undo of `take_back`. Raises Choice.DoesNotExist."""
    bring_back(Choice, workspace=workspace, key=choice_id)
    decision_id = Choice.kept(workspace).get(pk=choice_id).decision_id
    _settle(workspace, decision_id)
    return decision_id


def stood(now: Board) -> Stood:
    """How things stand, to be kept."""
    return Stood(
        options=tuple(
            Then(
                str(one.option),
                now.option(one.option).title,
                round(one.total, 2),
                round(one.low, 2),
                round(one.high, 2),
            )
            for one in now.standings
        ),
        wishes=tuple(Wanted(wish.words, in_percent(share)) for wish, share in zip(now.wishes, now.shares, strict=True)),
        insiders=now.insiders,
    )


def _settle(workspace: Workspace, decision_id: UUID) -> None:
    """A question is decided while a decision stands."""
    is_decided = Choice.kept(workspace).filter(decision=decision_id).exists()
    state = DecisionState.DECIDED if is_decided else DecisionState.OPEN
    Decision.objects.of(workspace).filter(pk=decision_id).update(state=state)


def _text(text: str) -> str:
    text = clean_block(text, limit=LONGEST)
    if not text:
        raise NothingSaidError("text")
    return text
