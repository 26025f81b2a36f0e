"""What opened doors: how far the seeker's own openings came, by how they were found."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.opportunities.choices import Kind, Source, Stage
from askwell.opportunities.models import Step
from askwell.opportunities.queries.board import shown
from askwell.opportunities.rules.doors import REACHES, Comparison, compare, reached
from askwell.outreach.queries.fresh import kept

COUNTED = (Kind.JOB, Kind.VOLUNTEER)
"""A course or an event is not applied for in this sense."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Jobs and volunteer roles by source, each by itself. What was deleted is not among them."""

    jobs: Comparison
    roles: Comparison


def what_opened_doors(workspace: Workspace, now: datetime) -> Opened:
    """Two queries, none while nothing changes."""
    return kept(("doors", workspace.pk), now, lambda: (now + timedelta(days=1), _opened(workspace)))


def has_applied(workspace: Workspace, opportunity_id: UUID) -> bool:
    """Whether an opening is counted among those that were applied for."""
    rows = Step.objects.of(workspace).filter(application__opportunity=opportunity_id, stage__in=REACHES)
    return rows.filter(application__opportunity__same_as=None, application__opportunity__kind__in=COUNTED).exists()


def _opened(workspace: Workspace) -> Opened:
    counts = Q(application__opportunity__removed_at=None, application__opportunity__same_as=None)
    steps = Step.objects.of(workspace).filter(counts, application__opportunity__kind__in=COUNTED)
    stages: dict[UUID, list[Stage]] = defaultdict(list)
    for application, stage in steps.values_list("application", "stage"):
        stages[application].append(Stage(stage))
    counted: dict[str, dict[Source, list[int]]] = {kind: defaultdict(list) for kind in COUNTED}
    rows = shown(workspace).filter(opportunity__kind__in=COUNTED)
    for key, kind, source in rows.values_list("id", "opportunity__kind", "opportunity__source"):
        counted[kind][Source(source)].append(reached(stages[key]))
    return Opened(compare(counted[Kind.JOB]), compare(counted[Kind.VOLUNTEER]))
