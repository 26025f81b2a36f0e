"""Steps of applications and their days."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.opportunities.actions.errors import NoStepError, NotTheLastError
from askwell.opportunities.choices import Kind, Stage
from askwell.opportunities.models import Application, OwnStage, Step
from askwell.opportunities.rules.stages import check_days, check_move

PUT_OFF = timedelta(days=7)


@transaction.atomic
def move(
    *, workspace: Workspace, opportunity_id: UUID, to: Stage | None, now: datetime, own: UUID | None = None,
    on: date | None = None,
) -> Step:  # fmt: skip
    """Go on to a stage, or to one of the seeker's own (`own`, instead of `to`), on a day (today); `step_back` takes
    the step back. Raises ImpossibleMoveError, ImpossibleDayError, Application.DoesNotExist, OwnStage.DoesNotExist."""
    row, today = _held(workspace, opportunity_id), day_in(workspace, now)
    own_stage = OwnStage.kept(workspace).get(pk=own) if own else None
    to = Stage(own_stage.within) if own_stage else to or Stage(row.stage)
    check_move(Stage(row.stage), to, kind=Kind(row.opportunity.kind), is_own=own_stage != row.own)
    steps = list(row.steps.order_by("number"))
    day = on or today
    check_days([*(step.on for step in steps), day], today)
    step = Step.objects.create(
        workspace=workspace, application=row, number=steps[-1].number + 1, stage=to, own_stage=own_stage, on=day,
        made_at=now,
    )  # fmt: skip
    _replay(row)
    return step


@transaction.atomic
def step_back(*, workspace: Workspace, opportunity_id: UUID, step_id: UUID | None) -> Application:
    """Take a step off, which is the last; None is none of them. Raises NoStepError, NotTheLastError,
    Application.DoesNotExist."""
    row = _held(workspace, opportunity_id)
    steps = row.steps.order_by("-number")
    if steps[0].pk != step_id:
        raise NotTheLastError
    if len(steps) < 2:
        raise NoStepError
    steps[0].delete()
    return _replay(row)


@transaction.atomic
def set_days(
    *, workspace: Workspace, opportunity_id: UUID, days: Mapping[UUID, date], now: datetime
) -> dict[UUID, date]:
    """Other days for steps, by their ids; returns the days before. Raises ImpossibleDayError,
    Application.DoesNotExist."""
    row = _held(workspace, opportunity_id)
    steps = list(row.steps.order_by("number"))
    check_days([days.get(step.pk, step.on) for step in steps], day_in(workspace, now))
    before = {step.pk: step.on for step in steps}
    for step in steps:
        step.on = days.get(step.pk, step.on)
        step.save(update_fields=["on"])
    _replay(row)
    return before


@transaction.atomic
def put_off(*, workspace: Workspace, opportunity_id: UUID, now: datetime) -> Application:
    """What is due is not shown for a week. Raises Application.DoesNotExist."""
    row = _held(workspace, opportunity_id)
    row.put_off_to = day_in(workspace, now) + PUT_OFF
    row.save(update_fields=["put_off_to"])
    return row


@transaction.atomic
def take_up(*, workspace: Workspace, opportunity_id: UUID) -> Application:
    """Undo of `put_off`. Raises Application.DoesNotExist."""
    row = _held(workspace, opportunity_id)
    row.put_off_to = None
    row.save(update_fields=["put_off_to"])
    return row


def _held(workspace: Workspace, opportunity_id: UUID) -> Application:
    rows = Application.objects.of(workspace).filter(opportunity__removed_at=None, opportunity__same_as=None)
    return rows.select_for_update(of=("self",)).get(opportunity=opportunity_id)


def _replay(row: Application) -> Application:
    """Where the last step led. What was put off is due again as its new stage has it."""
    last = row.steps.order_by("-number")[0]
    row.stage, row.own_stage_id, row.since, row.put_off_to = last.stage, last.own_stage_id, last.on, None
    row.save(update_fields=["stage", "own_stage", "since", "put_off_to"])
    return row
