"""Background work of the story: a task that reads a resume, and the sweep that finds those left alone."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from askwell.accounts.models import Workspace
from askwell.portfolio.actions.bringing import forget_files, left_unread, read_file


@task()
def wake_file(workspace_id: str, story_file_id: str) -> None:
    """Read one resume."""
    workspace = Workspace.objects.get(pk=workspace_id)
    read_file(workspace=workspace, story_file_id=UUID(story_file_id), clock=timezone.now)


def queue_file(workspace_id: UUID, story_file_id: UUID) -> None:
    """Leave this file to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: wake_file.enqueue(str(workspace_id), str(story_file_id)))


def sweep(now: datetime) -> int:
    """Forget files that were left, and wake those whose worker was killed. Returns how many."""
    forgotten, waiting = forget_files(now=now), left_unread(now=now)
    for workspace_id, story_file_id in waiting:
        queue_file(workspace_id, story_file_id)
    return forgotten + len(waiting)
