"""Background work of programmes: rounds are solved."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from askwell.accounts.models import Workspace
from askwell.programmes.actions.solving import left_unsolved, solve_round


@task()
def wake_round(workspace_id: str, round_id: str) -> None:
    """Solve a round, and again while it changes."""
    workspace = Workspace.objects.get(pk=workspace_id)
    while solve_round(workspace=workspace, round_id=UUID(round_id), clock=timezone.now):
        pass


def queue_round(workspace_id: UUID, round_id: UUID) -> None:
    """Leave the solving to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: wake_round.enqueue(str(workspace_id), str(round_id)))


def sweep(now: datetime) -> int:
    """Wake the rounds that wait for a worker, or lost one. Returns how many."""
    rounds = left_unsolved(now=now)
    for workspace_id, round_id in rounds:
        queue_round(workspace_id, round_id)
    return len(rounds)
