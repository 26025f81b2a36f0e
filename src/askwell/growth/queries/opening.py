"""An opening as a step of a plan."""

from datetime import date
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.growth.choices import StepKind, StepState
from askwell.growth.models import PlanStep
from askwell.growth.rules.facts import CURRENCIES
from askwell.opportunities.choices import GATHERINGS, Kind, Stage
from askwell.opportunities.models import Application
from askwell.opportunities.queries.openings import opportunity_row

KINDS = {Kind.COURSE: StepKind.COURSE, Kind.VOLUNTEER: StepKind.VOLUNTEER, Kind.EVENT: StepKind.CONVERSATION}

OVER = (StepState.DONE, StepState.DROPPED)
"""After these somebody may be asked anew."""


def as_step(workspace: Workspace, opportunity_id: UUID) -> dict[str, Any]:
    """What its form begins with. Raises Opportunity.DoesNotExist."""
    row = opportunity_row(workspace, opportunity_id)
    since = _taken_on(workspace, row.pk) if row.kind == Kind.VOLUNTEER else None
    told = {
        "kind": KINDS.get(Kind(row.kind), StepKind.PRACTICE), "title": row.title, "provider": row.organisation_name,
        "place": row.location, "starts": _day(row.start) or since, "ends": _day(row.end), "cost": row.price,
        "url": row.url,
    }  # fmt: skip
    return told | ({"currency": row.currency} if row.currency in CURRENCIES else {})


def how_far(workspace: Workspace, opportunity_id: UUID, starts: date | None, today: date) -> StepState | None:
    """Where a step begins that is an opening to which the seeker was taken, or signed up; None where it is an idea
    like any other. To have been at a course is to be under way: done it is once the story was looked through."""
    mine = Application.objects.of(workspace).filter(opportunity=opportunity_id)
    kind, stage = mine.values_list("opportunity__kind", "stage").first() or ("", "")
    is_gathering = kind in GATHERINGS
    if stage != Stage.ACCEPTED and not (is_gathering and stage == Stage.APPLIED):
        return None
    has_begun = starts is not None and starts <= today
    is_there = has_begun or (is_gathering and stage == Stage.ACCEPTED)
    return StepState.UNDER_WAY if is_there else StepState.PLANNED


def step_already(workspace: Workspace, plan_id: UUID | None, opportunity_id: UUID) -> UUID | None:
    """The step that an opening is, in any plan where `plan_id` is None."""
    mine = PlanStep.kept(workspace).filter(plan__removed_at=None, opportunity=opportunity_id)
    found = mine.filter(plan=plan_id) if plan_id else mine
    return found.order_by("-changed_at").values_list("pk", flat=True).first()


def talk_already(workspace: Workspace, plan_id: UUID, person_id: UUID) -> UUID | None:
    """The step in which this person is asked already."""
    mine = PlanStep.kept(workspace).filter(plan=plan_id, person=person_id, kind=StepKind.CONVERSATION)
    return mine.exclude(state__in=OVER).order_by("-changed_at").values_list("pk", flat=True).first()


def _taken_on(workspace: Workspace, opportunity_id: UUID) -> date | None:
    mine = Application.objects.of(workspace).filter(opportunity=opportunity_id, stage=Stage.ACCEPTED)
    return mine.values_list("since", flat=True).first()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
