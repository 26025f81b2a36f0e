"""An opening as a step of a plan."""

from datetime import date
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.growth.choices import StepKind
from askwell.growth.rules.facts import CURRENCIES
from askwell.opportunities.choices import Kind
from askwell.opportunities.queries.openings import opportunity_row

KINDS = {Kind.COURSE: StepKind.COURSE, Kind.VOLUNTEER: StepKind.VOLUNTEER, Kind.EVENT: StepKind.CONVERSATION}


def as_step(workspace: Workspace, opportunity_id: UUID) -> dict[str, Any]:
    """What its form begins with. Raises Opportunity.DoesNotExist."""
    row = opportunity_row(workspace, opportunity_id)
    told = {
        "kind": KINDS.get(Kind(row.kind), StepKind.PRACTICE), "title": row.title, "provider": row.organisation_name,
        "place": row.location, "starts": _day(row.start), "ends": _day(row.end), "cost": row.price, "url": row.url,
    }  # fmt: skip
    return told | ({"currency": row.currency} if row.currency in CURRENCIES else {})


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
