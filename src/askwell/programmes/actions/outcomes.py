"""What came of it: work, volunteering, a course."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.text import clean
from askwell.lib.times import local_day
from askwell.programmes.actions.errors import NotAgreedError, NotYetError
from askwell.programmes.choices import ConsentItem, OutcomeKind
from askwell.programmes.models import Consent, Outcome, Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFacts:
    """What was found, in which field, and when."""

    kind: OutcomeKind
    happened_on: date
    field: str = ""


@transaction.atomic
def put_down_outcome(
    *, workspace: Workspace, participant_id: UUID, facts: OutcomeFacts, zone: str, now: datetime
) -> Outcome:
    """Staff writes it down. Raises NotAgreedError without the seeker's consent, NotYetError,
    Participant.DoesNotExist."""
    participant = Participant.objects.of(workspace).get(pk=participant_id)
    mine = Consent.objects.of(workspace).filter(participant=participant, item=ConsentItem.OUTCOME)
    if not mine.filter(withdrawn_at=None).exists():
        raise NotAgreedError
    return _told(participant, facts, zone, now)


@transaction.atomic
def tell_outcome(*, participant: Participant, facts: OutcomeFacts, zone: str, now: datetime) -> Outcome:
    """The seeker tells it themselves, which needs nobody's consent. Raises NotYetError."""
    return _told(participant, facts, zone, now)


@transaction.atomic
def remove_outcome(*, workspace: Workspace, outcome_id: UUID, now: datetime) -> Outcome:
    """Raises Outcome.DoesNotExist."""
    return _marked(Outcome.objects.of(workspace).get(pk=outcome_id, removed_at=None), now)


@transaction.atomic
def bring_back_outcome(*, workspace: Workspace, outcome_id: UUID) -> Outcome:
    """Undo of `remove_outcome`. Raises Outcome.DoesNotExist."""
    return _marked(Outcome.objects.of(workspace).get(pk=outcome_id), None)


def _marked(row: Outcome, at: datetime | None) -> Outcome:
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    return row


def _told(participant: Participant, facts: OutcomeFacts, zone: str, now: datetime) -> Outcome:
    if facts.happened_on > local_day(now, zone):
        raise NotYetError
    return Outcome.objects.create(
        workspace=participant.workspace, participant=participant, cohort=participant.cohort, kind=facts.kind,
        field=clean(facts.field, limit=120), happened_on=facts.happened_on, told_at=now,
    )  # fmt: skip
