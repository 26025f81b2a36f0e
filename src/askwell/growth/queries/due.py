"""What plans ask for: for Today."""

from datetime import date

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared_objects
from askwell.growth.choices import StepState
from askwell.growth.models import PlanStep
from askwell.growth.queries.steps import Logged, due, kept, kind_of, logged
from askwell.growth.queries.values import DueStep
from askwell.outreach.queries import rows

SHOWN, LOOKED_AT = 3, 200
OPEN = (StepState.PLANNED, StepState.UNDER_WAY)


def due_steps(workspace: Workspace, today: date, limit: int = SHOWN) -> list[DueStep]:
    """What is nearest first; one query where no step is open, two more at most."""
    steps = _open(workspace)
    if not steps:
        return []
    done = logged(workspace, [one.pk for one in steps])
    found = [(one, duty) for one in steps if (duty := due(one, done.get(one.pk, Logged()), today))]
    found.sort(key=lambda pair: (pair[1].on, pair[0].pk))
    return [
        DueStep(
            one.pk, kind_of(one), one.title, one.provider, done.get(one.pk, Logged()).hours,
            rows.who(one.person.pk, (one.person.given_name, one.person.family_name, one.person.native_name), {})
            if one.person and one.person.do_not_contact_at is None else None,
            duty,
        )
        for one, duty in found[:limit]
    ]  # fmt: skip


@prepared_objects
def _open(workspace: Workspace) -> "QuerySet[PlanStep]":
    return kept(workspace).filter(state__in=OPEN)[:LOOKED_AT]
