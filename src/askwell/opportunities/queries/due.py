"""Applications that ask for something: for Today."""

from datetime import UTC, date, datetime, time, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When, Window
from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.opportunities.choices import GATHERINGS, Kind, Stage
from askwell.opportunities.models import Application
from askwell.opportunities.queries.board import COLUMNS, cards, shown
from askwell.opportunities.queries.values import Card
from askwell.opportunities.rules.stages import BEFORE, CLOSES_SOON, GOING, WAITS

SHOWN = 3
DAY = timedelta(days=1)
RESTED = {stage: timedelta(days=min(days for days, _ in either)) for stage, either in WAITS.items()}
"""Stage → how long without a step until something is due."""


def due_openings(workspace: Workspace, today: date, limit: int = SHOWN) -> tuple[list[Card], int]:
    """An offer first, then what takes place by tomorrow, then what closes soonest, then what has rested longest; and
    how many there are in all. Three queries at most, one where nothing is due."""
    days = [text for day in (today, today + DAY) for text in (f"{day}", f"{day}T", f"{day}U")]
    moments = [_utc(day) for day in (today, today + 2 * DAY)]
    since = [today - rested for rested in RESTED.values()]
    rows = _due(workspace, limit, today, today + timedelta(days=CLOSES_SOON), *days, *moments, *since)
    return cards(workspace, [row[:-1] for row in rows], today), rows[0][-1] if rows else 0


@prepared
def _due(
    workspace: Workspace,
    limit: int,
    today: date,
    week: date,
    first: str,
    first_from: str,
    first_until: str,
    second: str,
    second_from: str,
    second_until: str,
    moment: str,
    moment_until: str,
    *since: date,
) -> "QuerySet[Application, Any]":
    """Where rules.stages.due_of says something, as a query. `first` and `second` are today and tomorrow."""
    # what closes within a week, or has closed, before one applied
    closing = Q(stage__in=BEFORE, opportunity__closes__lte=week)
    # courses and events that begin today or tomorrow: on a day, at a moment in UTC, or at one of no zone
    in_utc = Q(opportunity__start__endswith="Z")
    local = _between(first_from, first_until) | _between(second_from, second_until)
    begins = Q(opportunity__start__in=(first, second)) | (~in_utc & local) | (in_utc & _between(moment, moment_until))
    takes_place = Q(opportunity__kind__in=GATHERINGS, stage__in=GOING) & begins
    waits = (Q(stage=stage, since__lte=day) for stage, day in zip(RESTED, since, strict=True))
    attended = Q(opportunity__kind=Kind.EVENT) | (Q(opportunity__kind=Kind.COURSE) & ~Q(stage__in=BEFORE))
    awake = Q(put_off_to=None) | Q(put_off_to__lte=today)
    soon = closing & Q(opportunity__closes__gte=today)
    rank = Case(
        When(stage=Stage.OFFER, then=Value(0)), When(takes_place, then=Value(1)), When(soon, then=Value(2)),
        default=Value(3),
    )  # fmt: skip
    closes = Case(When(soon, then=F("opportunity__closes"))).asc(nulls_last=True)
    due = shown(workspace).filter(awake & ((reduce(or_, waits) & ~attended) | closing | takes_place))
    return due.order_by(rank, closes, "since", "id").values_list(*COLUMNS, Window(Count("*")))[:limit]


def _between(start: str, end: str) -> Q:
    return Q(opportunity__start__gte=start, opportunity__start__lt=end)


def _utc(day: date) -> str:
    """The first moment of a day here, as postings have it."""
    moment = datetime.combine(day, time.min, timezone.get_current_timezone())
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"
