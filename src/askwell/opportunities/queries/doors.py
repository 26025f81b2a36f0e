"""What opened doors: how far the seeker's own openings came, by how they were found."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.opportunities.choices import Kind, Source, Stage
from askwell.opportunities.models import Application, Step
from askwell.opportunities.rules.doors import Comparison, compare, reached
from askwell.outreach.queries.fresh import kept

COUNTED = (Kind.JOB, Kind.VOLUNTEER)
"""A course or an event is not applied for in this sense."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Jobs and volunteer roles by source, each by itself; `thrown_away` are openings that were applied for and then
    deleted, and are counted all the same: who deletes what failed would else read a better rate."""

    jobs: Comparison
    roles: Comparison
    thrown_away: int


def what_opened_doors(workspace: Workspace, now: datetime) -> Opened:
    """Two queries, none while nothing changes."""
    return kept(("doors", workspace.pk), now, lambda: (now + timedelta(days=1), _opened(workspace)))


def _opened(workspace: Workspace) -> Opened:
    stages: dict[UUID, list[Stage]] = defaultdict(list)
    steps = Step.objects.of(workspace).filter(
        application__opportunity__same_as=None, application__opportunity__kind__in=COUNTED
    )
    for application, stage in steps.values_list("application", "stage"):
        stages[application].append(Stage(stage))
    counted: dict[str, dict[Source, list[int]]] = {kind: defaultdict(list) for kind in COUNTED}
    thrown_away = 0
    rows = Application.objects.of(workspace).filter(opportunity__same_as=None, opportunity__kind__in=COUNTED)
    for key, kind, source, gone in rows.values_list(
        "id", "opportunity__kind", "opportunity__source", "opportunity__removed_at"
    ):
        far = reached(stages[key])
        if far or not gone:
            counted[kind][Source(source)].append(far)
            thrown_away += bool(gone)
    return Opened(compare(counted[Kind.JOB]), compare(counted[Kind.VOLUNTEER]), thrown_away)
