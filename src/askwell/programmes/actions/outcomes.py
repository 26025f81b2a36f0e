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
def remove_outcome(*, workspace: Workspace, outcome_id: UUID, by_self: bool = False, now: datetime) -> Outcome:
    """`by_self`: the seeker takes it out. Raises Outcome.DoesNotExist."""
    return _marked(Outcome.objects.of(workspace).get(pk=outcome_id, removed_at=None), now, by_self)


@transaction.atomic
def bring_back_outcome(*, workspace: Workspace, outcome_id: UUID, by_self: bool = False) -> Outcome:
    """Undo of `remove_outcome`; what the seeker took out only they bring back. Raises Outcome.DoesNotExist."""
    rows = Outcome.objects.of(workspace)
    return _marked((rows if by_self else rows.filter(is_own_wish=False)).get(pk=outcome_id), None, False)


def _marked(row: Outcome, at: datetime | None, by_self: bool) -> Outcome:
    row.removed_at, row.is_own_wish = at, by_self
    row.save(update_fields=["removed_at", "is_own_wish"])
    return row


def _told(participant: Participant, facts: OutcomeFacts, zone: str, now: datetime) -> Outcome:
    if facts.happened_on > local_day(now, zone):
        raise NotYetError
    return Outcome.objects.create(
        workspace=participant.workspace, participant=participant, cohort=participant.cohort, kind=facts.kind,
        field=clean(facts.field, limit=120), happened_on=facts.happened_on, told_at=now,
    )  # fmt: skip
