"""The list of plans, and where a step or a claim could go."""

from uuid import UUID

from django.db.models import Count, Q

from askwell.accounts.models import Workspace
from askwell.growth.choices import StepState
from askwell.growth.models import Plan, PlanStep
from askwell.growth.queries.values import Listed

AHEAD = (StepState.IDEA, StepState.PLANNED)


def plans(workspace: Workspace) -> list[Listed]:
    """The one last changed first; one query."""
    kept = Q(steps__removed_at=None)
    found = Plan.kept(workspace).annotate(
        gaps_=Count("gaps", filter=Q(gaps__removed_at=None), distinct=True),
        ahead=Count("steps", filter=kept & Q(steps__state__in=AHEAD), distinct=True),
        under_way=Count("steps", filter=kept & Q(steps__state=StepState.UNDER_WAY), distinct=True),
        done=Count("steps", filter=kept & Q(steps__state=StepState.DONE), distinct=True),
    )
    columns = ("id", "title", "gaps_", "ahead", "under_way", "done")
    return [Listed(*row) for row in found.order_by("-changed_at", "-id").values_list(*columns)]


def steps_of(workspace: Workspace) -> list[tuple[UUID, str, str]]:
    """Steps that a claim could bear on, of the plan last changed first: id, title, plan; one query."""
    mine = PlanStep.kept(workspace).filter(plan__removed_at=None).exclude(state=StepState.DROPPED)
    return list(mine.order_by("-plan__changed_at", "plan", "position", "id").values_list("id", "title", "plan__title"))
