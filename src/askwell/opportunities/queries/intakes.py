"""What was brought in, and feeds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.opportunities.choices import IntakeState
from askwell.opportunities.models import Feed, Intake, Opportunity
from askwell.opportunities.queries.known import known_among
from askwell.opportunities.rules.posting import Facts, facts_of

RECENT = 10


@dataclass(frozen=True, slots=True)
class Offered:
    """One posting of an intake, in its place; `there` is the opportunity that it seems to be."""

    place: int
    facts: Facts
    there: tuple[UUID, str] | None


@dataclass(frozen=True, slots=True)
class Brought:
    """What waits, by the name of the file or page, its first words, or the first posting of it."""

    id: UUID
    name: str
    address: str
    state: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed of the list; `new` postings wait in the intake `waiting`."""

    id: UUID
    address: str
    name: str
    source: str
    read_at: datetime | None
    due_at: datetime
    fails: int
    trouble: str
    waiting: UUID | None
    new: int


def intake_row(workspace: Workspace, intake_id: UUID) -> Intake:
    """Raises Intake.DoesNotExist."""
    return Intake.objects.of(workspace).get(pk=intake_id)


def intake_waiting(workspace: Workspace, intake_id: UUID) -> Intake | None:
    """One that nothing was kept of."""
    return Intake.objects.of(workspace).exclude(state=IntakeState.KEPT).filter(pk=intake_id).first()


def offered(row: Intake) -> list[Offered]:
    """What it holds; two queries."""
    found = [facts_of(told) for told in row.found if isinstance(told, dict)]
    there = known_among(row.workspace, found, timezone.localdate(row.touched_at))
    return [
        Offered(place, facts, (known.pk, known.title) if known else None)
        for place, (facts, known) in enumerate(zip(found, there, strict=True))
    ]


def intakes_open(workspace: Workspace) -> list[Brought]:
    """What waits to be ticked, is being read, or was refused, the latest first."""
    rows = Intake.objects.of(workspace).exclude(state=IntakeState.KEPT).order_by("-created_at")
    columns = ("id", "found__0__title", "name", "address", "state", "created_at")
    return [
        Brought(key, name or title or "", address, state, at)
        for key, title, name, address, state, at in rows.values_list(*columns)[:RECENT]
    ]


def feeds(workspace: Workspace) -> list[FeedRow]:
    """The latest first; two queries."""
    ready = Intake.objects.of(workspace).filter(feed__isnull=False, state=IntakeState.READY)
    waiting: dict[Any, tuple[UUID, int]] = {
        feed: (key, len(found)) for feed, key, found in ready.values_list("feed", "id", "found")
    }
    columns = ("id", "address", "name", "source", "read_at", "due_at", "fails", "trouble")
    rows = Feed.kept(workspace).order_by("-created_at").values_list(*columns)
    return [FeedRow(*row, *waiting.get(row[0], (None, 0))) for row in rows]


def openings_of(row: Intake) -> int:
    """How many openings of the board came of it."""
    return Opportunity.kept(row.workspace).filter(pk__in=row.kept, same_as=None).count()
