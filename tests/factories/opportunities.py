"""Openings for tests, kept through opportunities' own actions."""

from datetime import UTC, datetime
from typing import Any

from askwell.accounts.models import Workspace
from askwell.opportunities.actions.openings import Found, keep_opportunity
from askwell.opportunities.choices import Brought, IntakeState
from askwell.opportunities.models import Intake, Opportunity
from askwell.opportunities.rules.posting import facts_of, plain

NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
PLANNER = {"title": "Demand planner", "organisation_name": "Northwind Provisions", "location": "Burnaby, BC"}


def make_opening(workspace: Workspace, *, found: Found | None = None, now: datetime = NOW, **facts: Any) -> Opportunity:
    """An opening; `facts` are fields of rules.posting.Facts."""
    told = facts_of(PLANNER | facts)
    return keep_opportunity(workspace=workspace, facts=told, found=found or Found(), now=now)[0]


def ready_intake(workspace: Workspace, *postings: dict[str, Any], now: datetime = NOW) -> Intake:
    """What was read and waits to be ticked."""
    return Intake.objects.create(
        workspace=workspace, brought=Brought.PASTED, state=IntakeState.READY,
        found=[plain(facts_of(PLANNER | one)) for one in postings or ({},)], created_at=now, touched_at=now,
    )  # fmt: skip
