"""Makes the demo's plan through growth's own actions, each thing on its day."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.desk.actions.demo.script import ZONE, local_noon, script
from askwell.growth.actions.hours import DayFacts, log_hours
from askwell.growth.actions.moving import move_step
from askwell.growth.actions.planning import add_gap, begin_plan, miss
from askwell.growth.actions.steps import add_step, hear
from askwell.growth.choices import StepKind, StepState
from askwell.growth.models import Gap
from askwell.growth.rules.facts import StepFacts
from askwell.interviews.models import Insight
from askwell.lib.times import local_day
from askwell.occupations.models import Occupation
from askwell.occupations.queries.telling import tell
from askwell.opportunities.models import Opportunity

DAYS = ("starts", "ends")
FACTS = {field.name for field in fields(StepFacts)} - {"closes", *DAYS}


def plan_growth(*, workspace: Workspace, persons: Mapping[str, UUID], now: datetime) -> None:
    told = script("growth")
    at = local_noon(now, told["begun"])
    occupation = tell(Occupation.objects.get(source="own", code=told["occupation"]).pk, "en")
    assert occupation
    plan, _is_new = begin_plan(workspace=workspace, title=occupation.title, occupation=occupation.id, now=at)
    lacking = [one for one in occupation.skills if one.name in told["gaps"]]
    miss(workspace=workspace, plan_id=plan.pk, skills=lacking, now=at)
    for words in told["own"]:
        add_gap(workspace=workspace, plan_id=plan.pk, words=words, now=at)
    gaps = dict(Gap.objects.of(workspace).values_list("words", "id"))
    for one in told["step"]:
        _step(workspace, plan.pk, one, gaps, persons, now)


def _step(
    workspace: Workspace,
    plan_id: UUID,
    told: Mapping[str, Any],
    gaps: Mapping[str, UUID],
    persons: Mapping[str, UUID],
    now: datetime,
) -> None:
    opening = Opportunity.kept(workspace).get(title=told["opening"]).pk if "opening" in told else None
    days: dict[str, Any] = {name: _day(told, told[name], now) for name in DAYS if name in told}
    plain = {name: told[name] for name in FACTS & set(told)}
    facts = StepFacts(**plain, **days, closes=tuple(gaps[words] for words in told["closes"]))
    row = add_step(
        workspace=workspace, plan_id=plan_id, kind=StepKind(told["kind"]), facts=facts, opportunity_id=opening,
        person_id=persons[told["person"]] if "person" in told else None, now=now,
    )  # fmt: skip
    for text in told.get("says", ()):
        claim = Insight.objects.of(workspace).get(text__startswith=text)
        hear(workspace=workspace, step_id=row.pk, insight_id=claim.pk, now=now)
    for state in told["states"]:
        move_step(workspace=workspace, step_id=row.pk, to=StepState(state), now=now)
    for ago, hours, did, learned in told.get("log", ()):
        day = DayFacts(on=_day(told, ago, now), hours=hours, did=did, learned=learned)
        log_hours(workspace=workspace, step_id=row.pk, facts=day, now=now)


def _day(told: Mapping[str, Any], ago: int, now: datetime) -> date:
    """So many days from today; of what is always on one `weekday` (0: Monday) that day of the week, not later."""
    day = local_day(now, ZONE) + timedelta(days=ago)
    return day - timedelta(days=(day.weekday() - told["weekday"]) % 7) if "weekday" in told else day
