"""Signs of life, and what is forgotten of work that is over."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from askwell.health.models import Worker

DEAD_FOR = timedelta(hours=1)
"""So long a worker that was killed is still named, so that somebody sees it."""
KEPT = {
    TaskResultStatus.SUCCESSFUL: timedelta(hours=1),
    TaskResultStatus.RUNNING: timedelta(days=1),  # its worker was killed: the sweep has woken another since
    TaskResultStatus.FAILED: timedelta(days=7),
}


def beat(*, worker_id: UUID, now: datetime) -> None:
    """This worker is there."""
    Worker.objects.update_or_create(
        pk=worker_id, defaults={"seen_at": now}, create_defaults={"seen_at": now, "started_at": now}
    )


def sign_off(*, worker_id: UUID) -> None:
    """This worker ends as it should."""
    Worker.objects.filter(pk=worker_id).delete()


def forget_workers(*, now: datetime) -> int:
    """Forget who gave no sign of life for long. Returns how many."""
    return Worker.objects.filter(seen_at__lt=now - DEAD_FOR).delete()[0]


def forget_tasks(*, now: datetime) -> int:
    """Forget tasks that are over: what they were for has a state of its own. Returns how many."""
    over = Q()
    for status, kept in KEPT.items():
        over |= Q(status=status, started_at__lt=now - kept)
    return DBTaskResult.objects.filter(over).delete()[0]
