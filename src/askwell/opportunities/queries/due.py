"""Applications that ask for something: for Today."""

from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.opportunities.choices import Kind, Stage
from askwell.opportunities.queries.board import cards_of, shown
from askwell.opportunities.queries.values import Card
from askwell.opportunities.rules.stages import CLOSES_SOON, WAITS

SHOWN = 3
BEFORE = (Stage.INTERESTED, Stage.ASKED)


def due_openings(workspace: Workspace, today: date, limit: int = SHOWN) -> list[Card]:
    """What closes soonest first, then what has rested longest; three queries at most, one where nothing is due."""
    rows = shown(workspace).filter(_due(today)).order_by("opportunity__closes", "since", "id")
    return cards_of(workspace, rows[:limit], today)


def count_due(workspace: Workspace, today: date) -> int:
    return shown(workspace).filter(_due(today)).count()


def _due(today: date) -> Q:
    """Where rules.stages.due_of says something, as a query."""
    waits = (
        Q(stage=stage, since__lte=today - timedelta(days=min(days for days, _ in either)))
        for stage, either in WAITS.items()
    )
    rested = reduce(or_, waits) & ~Q(opportunity__kind=Kind.EVENT)
    closing = Q(stage__in=BEFORE, opportunity__closes__lte=today + timedelta(days=CLOSES_SOON))
    awake = Q(put_off_to=None) | Q(put_off_to__lte=today)
    return awake & (rested | closing)
