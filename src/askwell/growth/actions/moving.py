"""How far a step is: moved, taken back, put off. A step that is done is filed in the story."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.growth.actions.filing import Filing, file, unfile
from askwell.growth.actions.steps import step_row
from askwell.growth.choices import StepState
from askwell.growth.models import PlanStep
from askwell.growth.rules.states import Life, moved, read, taken_back

OFF = timedelta(days=7)


@transaction.atomic
def move_step(*, workspace: Workspace, step_id: UUID, to: StepState, now: datetime) -> PlanStep:
    """Raises ImpossibleMoveError, PlanStep.DoesNotExist."""
    row = step_row(workspace, step_id, now)
    _put(row, moved(read(row.state, row.trail), to))
    return row


@transaction.atomic
def finish(*, workspace: Workspace, step_id: UUID, filing: Filing | None, now: datetime) -> PlanStep:
    """It is done; `filing` is what the story tells of it from now on, None: nothing. Raises ImpossibleMoveError,
    PlanStep.DoesNotExist, and what the story refuses (PortfolioError)."""
    row = move_step(workspace=workspace, step_id=step_id, to=StepState.DONE, now=now)
    if filing:
        file(row, filing)
    return row


@transaction.atomic
def take_move_back(*, workspace: Workspace, step_id: UUID, now: datetime) -> bool:
    """It is where it was before. What finishing it put into the story goes; returns False where some of that stays,
    since more was told of it meanwhile. Raises NothingToTakeBackError, PlanStep.DoesNotExist."""
    row = step_row(workspace, step_id, now)
    life = read(row.state, row.trail)
    _put(row, taken_back(life))
    return unfile(row) if life.state is StepState.DONE else True


@transaction.atomic
def put_off(*, workspace: Workspace, step_id: UUID, now: datetime) -> PlanStep:
    """Today does not speak of it for a week. Raises PlanStep.DoesNotExist."""
    row = step_row(workspace, step_id, now)
    row.put_off_to = day_in(workspace, now) + OFF
    row.save(update_fields=["put_off_to", "changed_at"])
    return row


@transaction.atomic
def take_up(*, workspace: Workspace, step_id: UUID, now: datetime) -> PlanStep:
    """Undo of `put_off`. Raises PlanStep.DoesNotExist."""
    row = step_row(workspace, step_id, now)
    row.put_off_to = None
    row.save(update_fields=["put_off_to", "changed_at"])
    return row


def _put(row: PlanStep, life: Life) -> None:
    row.state, row.trail = life.state, list(life.before)
    row.save(update_fields=["state", "trail", "changed_at"])
