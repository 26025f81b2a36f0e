"""What came of it, for one seeker."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from askwell.programmes.models import Outcome, Participant

MOST = 50


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One thing found."""

    id: UUID
    kind: str
    field: str
    happened_on: date


def outcomes_of(participant: Participant) -> list[OutcomeRow]:
    """The latest fifty things told of somebody, the newest first."""
    rows = Outcome.objects.of(participant.workspace).filter(participant=participant, removed_at=None)
    told = rows.order_by("-happened_on", "-id").values_list("id", "kind", "field", "happened_on")
    return [OutcomeRow(*row) for row in told[:MOST]]
