"""Plans for tests, made through growth's own actions."""

from datetime import date, datetime
from typing import Any

from askwell.accounts.models import Workspace
from askwell.growth.actions.hours import DayFacts, log_hours
from askwell.growth.actions.moving import move_step
from askwell.growth.actions.planning import add_gap, begin_plan
from askwell.growth.actions.steps import add_step
from askwell.growth.choices import StepKind, StepState
from askwell.growth.models import Gap, Hours, Plan, PlanStep
from askwell.growth.rules.facts import StepFacts
from tests.conftest import NOW


def make_plan(workspace: Workspace, *gaps: str, title: str = "Demand planner") -> tuple[Plan, list[Gap]]:
    """A plan in own words with these gaps."""
    plan, _is_new = begin_plan(workspace=workspace, title=title, now=NOW)
    return plan, [add_gap(workspace=workspace, plan_id=plan.pk, words=words, now=NOW)[0] for words in gaps]


def make_step(
    plan: Plan, kind: StepKind = StepKind.COURSE, *, closes: list[Gap] | None = None, **facts: Any
) -> PlanStep:
    """A step; `facts` are fields of StepFacts."""
    told = StepFacts(**{"title": "Basics of planning", **facts}, closes=tuple(gap.pk for gap in closes or ()))
    return add_step(workspace=plan.workspace, plan_id=plan.pk, kind=kind, facts=told, now=NOW)


def make_role(plan: Plan, *, under_way: bool = True, **facts: Any) -> PlanStep:
    """A volunteer role, under way."""
    told = {"title": "Stock helper", "provider": "Harbourlight Food Bank", **facts}
    step = make_step(plan, StepKind.VOLUNTEER, **told)
    if under_way:
        move_step(workspace=plan.workspace, step_id=step.pk, to=StepState.UNDER_WAY, now=NOW)
    return step


def make_hours(
    step: PlanStep, hours: float = 3, *, on: date = date(2026, 11, 21), now: datetime = NOW, **said: str
) -> Hours:
    return log_hours(workspace=step.workspace, step_id=step.pk, facts=DayFacts(on=on, hours=hours, **said), now=now)
