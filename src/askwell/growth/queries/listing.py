"""The list of plans, and where a step or a claim could go."""

from uuid import UUID

from django.db.models import Count, Q

from askwell.accounts.models import Workspace
from askwell.growth.choices import StepState
from askwell.growth.models import Plan, PlanStep
from askwell.growth.queries.naming import names_of
from askwell.growth.queries.values import Listed

AHEAD = (StepState.IDEA, StepState.PLANNED)


def plans(workspace: Workspace, language: str) -> list[Listed]:
    """The one last changed first; two queries at most."""
    kept = Q(steps__removed_at=None)
    found = Plan.kept(workspace).annotate(
        gaps_=Count("gaps", filter=Q(gaps__removed_at=None), distinct=True),
        ahead=Count("steps", filter=kept & Q(steps__state__in=AHEAD), distinct=True),
        under_way=Count("steps", filter=kept & Q(steps__state=StepState.UNDER_WAY), distinct=True),
        done=Count("steps", filter=kept & Q(steps__state=StepState.DONE), distinct=True),
    )
    rows = list(found.order_by("-changed_at", "-id"))
    names = names_of(rows, language)
    return [Listed(row.pk, names[row.pk], row.gaps_, row.ahead, row.under_way, row.done) for row in rows]


def plan_for(workspace: Workspace, occupation_id: UUID) -> UUID | None:
    """The plan that aims at an occupation, where there is one."""
    mine = Plan.kept(workspace).filter(occupation=occupation_id).order_by("-changed_at", "-id")
    return mine.values_list("id", flat=True).first()


def steps_of(workspace: Workspace, language: str) -> list[tuple[UUID, str, str]]:
    """Steps that a claim could bear on, of the plan last changed first: id, title, plan; two queries at most."""
    mine = PlanStep.kept(workspace).filter(plan__removed_at=None).exclude(state=StepState.DROPPED)
    rows = list(mine.order_by("-plan__changed_at", "plan", "position", "id").select_related("plan"))
    names = names_of({one.plan for one in rows}, language)
    return [(one.pk, one.title, names[one.plan_id]) for one in rows]
