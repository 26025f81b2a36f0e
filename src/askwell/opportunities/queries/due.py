"""Applications that ask for something: for Today."""

from datetime import UTC, date, datetime, time, timedelta
from functools import reduce
from operator import or_

from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.opportunities.choices import GATHERINGS, Kind, Stage
from askwell.opportunities.queries.board import cards_of, shown
from askwell.opportunities.queries.values import Card
from askwell.opportunities.rules.stages import BEFORE, CLOSES_SOON, GOING, WAITS

SHOWN = 3
DAY = timedelta(days=1)


def due_openings(workspace: Workspace, today: date, limit: int = SHOWN) -> list[Card]:
    """An offer first, then what takes place by tomorrow, then what closes soonest, then what has rested longest; three
    queries at most, one where nothing is due."""
    soon = _closing(today) & Q(opportunity__closes__gte=today)
    rank = Case(
        When(stage=Stage.OFFER, then=Value(0)), When(_takes_place(today), then=Value(1)), When(soon, then=Value(2)),
        default=Value(3),
    )  # fmt: skip
    closes = Case(When(soon, then=F("opportunity__closes"))).asc(nulls_last=True)
    rows = shown(workspace).filter(_due(today)).order_by(rank, closes, "since", "id")
    return cards_of(workspace, rows[:limit], today)


def count_due(workspace: Workspace, today: date) -> int:
    return shown(workspace).filter(_due(today)).count()


def _due(today: date) -> Q:
    """Where rules.stages.due_of says something, as a query."""
    waits = (
        Q(stage=stage, since__lte=today - timedelta(days=min(days for days, _ in either)))
        for stage, either in WAITS.items()
    )
    attended = Q(opportunity__kind=Kind.EVENT) | (Q(opportunity__kind=Kind.COURSE) & ~Q(stage__in=BEFORE))
    awake = Q(put_off_to=None) | Q(put_off_to__lte=today)
    return awake & ((reduce(or_, waits) & ~attended) | _closing(today) | _takes_place(today))


def _closing(today: date) -> Q:
    """What closes within a week, or has closed, before one applied."""
    return Q(stage__in=BEFORE, opportunity__closes__lte=today + timedelta(days=CLOSES_SOON))


def _takes_place(today: date) -> Q:
    """Courses and events that begin today or tomorrow: on a day, at a moment in UTC, or at one of no zone."""
    days = [day.isoformat() for day in (today, today + DAY)]
    begin, end = (_utc(day) for day in (today, today + 2 * DAY))
    in_utc = Q(opportunity__start__endswith="Z", opportunity__start__gte=begin, opportunity__start__lt=end)
    local = (Q(opportunity__start__startswith=f"{day}T") & ~Q(opportunity__start__endswith="Z") for day in days)
    begins = reduce(or_, local, Q(opportunity__start__in=days) | in_utc)
    return Q(opportunity__kind__in=GATHERINGS, stage__in=GOING) & begins


def _utc(day: date) -> str:
    """The first moment of a day here, as postings have it."""
    moment = datetime.combine(day, time.min, timezone.get_current_timezone())
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"
