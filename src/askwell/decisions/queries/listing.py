"""The list of decisions, and what waits to be looked back on."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.decisions.choices import DecisionState
from askwell.decisions.models import Choice, Decision


@dataclass(frozen=True, slots=True)
class Listed:
    """A decision in the list; `decided_as` and `decided_on` of the last one; `look_back_on` where that waits."""

    id: UUID
    question: str
    is_open: bool
    options: int
    wishes: int
    decided_as: str
    decided_on: date | None
    look_back_on: date | None


def decisions(workspace: Workspace) -> list[Listed]:
    """Open ones first, then the one last changed; one query."""
    last = Choice.kept(workspace).filter(decision=OuterRef("pk")).order_by("-decided_on", "-id")
    waiting = last.filter(looked_back_on=None, look_back_on__isnull=False)
    found = Decision.kept(workspace).annotate(
        options_=Count("options", filter=Q(options__removed_at=None), distinct=True),
        wishes_=Count("criteria", filter=Q(criteria__removed_at=None), distinct=True),
        decided_as=Subquery(last.values("title")[:1]),
        decided_on=Subquery(last.values("decided_on")[:1]),
        look_back_on=Subquery(waiting.values("look_back_on")[:1]),
    )
    columns = ("id", "question", "state", "options_", "wishes_", "decided_as", "decided_on", "look_back_on")
    rows = found.order_by("-changed_at", "-id").values_list(*columns)
    listed = [
        Listed(key, question, state == DecisionState.OPEN, options, wishes, title or "", *dates)
        for key, question, state, options, wishes, title, *dates in rows
    ]
    return sorted(listed, key=lambda one: not one.is_open)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A written decision whose day to look back on has come."""

    id: UUID
    question: str
    title: str
    decided_on: date
    look_back_on: date


def to_look_back_on(workspace: Workspace, today: date, limit: int = 2) -> list[Waiting]:
    """What has waited longest first; one query."""
    return [Waiting(*row) for row in _waiting(workspace, today, limit)]


@prepared
def _waiting(workspace: Workspace, today: date, limit: int) -> "QuerySet[Choice, Any]":
    rows = Choice.kept(workspace).filter(looked_back_on=None, look_back_on__lte=today, decision__removed_at=None)
    columns = ("id", "decision__question", "title", "decided_on", "look_back_on")
    return rows.order_by("look_back_on", "id").values_list(*columns)[:limit]
