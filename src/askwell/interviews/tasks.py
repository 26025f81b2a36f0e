"""Background work of interviews: the busy calendar is read again, reminders leave."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from askwell.accounts.models import Workspace
from askwell.interviews.actions.own_calendars import busy_due, refresh_busy
from askwell.interviews.actions.reminding import remind_due
from askwell.outreach.choices import SERVERS


@task(queue_name=SERVERS)
def wake_busy(workspace_id: str) -> None:
    """Read the calendar that says when the seeker is busy."""
    refresh_busy(workspace=Workspace.objects.get(pk=workspace_id), now=timezone.now())


def queue_busy(workspace_id: UUID) -> None:
    """Leave the reading to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: wake_busy.enqueue(str(workspace_id)))


def sweep(now: datetime) -> int:
    """Queue the reminders that are due, and have calendars read again. Returns how many."""
    workspaces = busy_due(now=now)
    for workspace_id in workspaces:
        queue_busy(workspace_id)
    return remind_due(now=now) + len(workspaces)
