"""What follows for open follow-ups when a person lives elsewhere, or by other holidays, than was thought."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions.greeting import redate_greetings
from askwell.outreach.actions.settling import refresh
from askwell.outreach.actions.threads import locked
from askwell.outreach.models import FollowUp
from askwell.outreach.queries.history import standing_of


@transaction.atomic
def redate(*, workspace: Workspace, person_id: UUID, now: datetime) -> None:
    """Date the open follow-ups by the days that count where the person is now; doing it twice changes nothing."""
    redate_greetings(workspace=workspace, person_id=person_id)
    still_open = FollowUp.objects.of(workspace).filter(thread__person=person_id, done_at=None, dismissed_at=None)
    for thread_id in set(still_open.values_list("thread__id", flat=True)):
        thread = locked(workspace, thread_id)
        refresh(thread, standing_of(thread), now=now)
