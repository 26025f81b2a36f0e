"""Background work of practice: a task that writes a recording down, and the sweep that finds those left alone."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from askwell.accounts.models import Workspace
from askwell.practice.actions.recordings import forget_recordings, left_unwritten, write_recording_down


@task()
def wake_recording(workspace_id: str, recording_id: str) -> None:
    """Write one recording down."""
    workspace = Workspace.objects.get(pk=workspace_id)
    write_recording_down(workspace=workspace, recording_id=UUID(recording_id), clock=timezone.now)


def queue_recording(workspace_id: UUID, recording_id: UUID) -> None:
    """Leave this recording to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: wake_recording.enqueue(str(workspace_id), str(recording_id)))


def sweep(now: datetime) -> int:
    """Forget recordings after an hour, and wake those whose worker was killed. Returns how many."""
    forgotten, waiting = forget_recordings(now=now), left_unwritten(now=now)
    for workspace_id, recording_id in waiting:
        queue_recording(workspace_id, recording_id)
    return forgotten + len(waiting)
