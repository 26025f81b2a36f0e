"""A seeker lets a programme see something of their own workspace, thing by thing, and takes it back."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.programmes.choices import ConsentItem
from askwell.programmes.models import Consent, Participant
from askwell.programmes.queries.mine import part_of


@transaction.atomic
def share(
    *, seeker: Workspace, participant_id: UUID, items: Collection[ConsentItem], now: datetime
) -> frozenset[ConsentItem]:
    """The seeker shares exactly `items` from now on. Returns what was shared before. Raises Participant.DoesNotExist
    for a row that is not theirs."""
    participant = part_of(seeker, participant_id, locked=True)
    return agree(participant, items, now)


def agree(participant: Participant, items: Collection[ConsentItem], now: datetime) -> frozenset[ConsentItem]:
    """As `share`, of a row that is locked already."""
    open_now = Consent.objects.of(participant.workspace).filter(participant=participant, withdrawn_at=None)
    before = frozenset(ConsentItem(item) for item in open_now.values_list("item", flat=True))
    open_now.exclude(item__in=list(items)).update(withdrawn_at=now)
    Consent.objects.bulk_create(
        Consent(workspace=participant.workspace, participant=participant, item=item, given_at=now)
        for item in ConsentItem
        if item in items and item not in before
    )
    return before
