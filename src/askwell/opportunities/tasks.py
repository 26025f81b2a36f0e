"""Background work of opportunities: what was brought is read, feeds are kept up."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from askwell.accounts.models import Workspace
from askwell.opportunities.actions.feeds import feeds_due, read_feed
from askwell.opportunities.actions.intakes import forget_intakes, left_unread, read_intake
from askwell.opportunities.choices import Brought
from askwell.outreach.choices import SERVERS


@task()
def wake_intake(workspace_id: str, intake_id: str) -> None:
    """Read what was pasted or chosen."""
    read_intake(workspace=Workspace.objects.get(pk=workspace_id), intake_id=UUID(intake_id), clock=timezone.now)


@task(queue_name=SERVERS)
def wake_link(workspace_id: str, intake_id: str) -> None:
    """Fetch a page, and read it."""
    read_intake(workspace=Workspace.objects.get(pk=workspace_id), intake_id=UUID(intake_id), clock=timezone.now)


@task(queue_name=SERVERS)
def wake_feed(workspace_id: str, feed_id: str) -> None:
    """Read a feed."""
    read_feed(workspace=Workspace.objects.get(pk=workspace_id), feed_id=UUID(feed_id), clock=timezone.now)


def queue_intake(workspace_id: UUID, intake_id: UUID, brought: str) -> None:
    """Leave the reading to a worker, once the caller's transaction is over."""
    wake = wake_link if brought == Brought.LINK else wake_intake
    transaction.on_commit(lambda: wake.enqueue(str(workspace_id), str(intake_id)))


def queue_feed(workspace_id: UUID, feed_id: UUID) -> None:
    """The same for a feed."""
    transaction.on_commit(lambda: wake_feed.enqueue(str(workspace_id), str(feed_id)))


def sweep(now: datetime) -> int:
    """Forget what was left, wake what lost its worker, and have feeds read that are due. Returns how many."""
    forgotten, waiting, feeds = forget_intakes(now=now), left_unread(now=now), feeds_due(now=now)
    for workspace_id, intake_id, brought in waiting:
        queue_intake(workspace_id, intake_id, brought)
    for workspace_id, feed_id in feeds:
        queue_feed(workspace_id, feed_id)
    return forgotten + len(waiting) + len(feeds)
