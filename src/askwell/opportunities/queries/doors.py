"""What opened doors: how far the seeker's own openings came, by how they were found."""

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.opportunities.choices import Kind, Source, Stage
from askwell.opportunities.models import Step
from askwell.opportunities.queries.board import shown
from askwell.opportunities.rules.doors import Comparison, compare, reached
from askwell.outreach.queries.fresh import kept

COUNTED = (Kind.JOB, Kind.VOLUNTEER)
"""A course or an event is not applied for in this sense."""


def what_opened_doors(workspace: Workspace, now: datetime) -> Comparison:
    """Jobs and volunteer roles by source; two queries, none while nothing changes."""
    return kept(("doors", workspace.pk), now, lambda: (now + timedelta(days=1), _counted(workspace)))


def _counted(workspace: Workspace) -> Comparison:
    applications = shown(workspace).filter(opportunity__kind__in=COUNTED)
    sources: dict[UUID, str] = dict(applications.values_list("id", "opportunity__source"))
    stages: dict[UUID, list[Stage]] = defaultdict(list)
    for application, stage in Step.objects.of(workspace).values_list("application", "stage"):
        stages[application].append(Stage(stage))
    counted: dict[Source, list[int]] = defaultdict(list)
    for application, source in sources.items():
        counted[Source(source)].append(reached(stages[application]))
    return compare(counted)
