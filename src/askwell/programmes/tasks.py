"""Background work of programmes: matches are sent; what is due of their talks is done."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from askwell.accounts.models import Workspace
from askwell.programmes.actions.feedback import thank_due
from askwell.programmes.actions.sending import AT_ONCE, rounds_to_send, send_marked
from askwell.programmes.actions.waiting import inquire_due, release_due, remind_due


@task()
def send_matches(workspace_id: str, round_id: str) -> None:
    """Send what Send was pressed for, some at a time, until nothing is left."""
    workspace = Workspace.objects.get(pk=workspace_id)
    while send_marked(workspace=workspace, round_id=UUID(round_id), most=AT_ONCE, now=timezone.now()).left:
        pass


def queue_sending(workspace_id: UUID, round_id: UUID) -> None:
    """Leave the sending to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: send_matches.enqueue(str(workspace_id), str(round_id)))


def sweep_talks(now: datetime) -> int:
    """Wake what is left to send; remind, release, ask how it went, thank. Returns how many."""
    rounds = rounds_to_send()
    for workspace_id, round_id in rounds:
        queue_sending(workspace_id, round_id)
    done = remind_due(now=now) + release_due(now=now) + inquire_due(now=now) + thank_due(now=now)
    return len(rounds) + done
