"""Workers give signs of life; tasks that are over are forgotten."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from askwell.health.actions import beat, forget_tasks, forget_workers, sign_off
from askwell.health.models import Worker
from askwell.lib.ids import uuid7
from askwell.practice.tasks import wake_recording

HOUR = timedelta(hours=1)


def test_a_worker_is_one_row_until_it_signs_off(db: None, now: datetime) -> None:
    key = uuid7()
    beat(worker_id=key, now=now)
    beat(worker_id=key, now=now + timedelta(seconds=30))

    assert list(Worker.objects.values_list("pk", "started_at", "seen_at")) == [
        (key, now, now + timedelta(seconds=30)),
    ]

    sign_off(worker_id=key)
    assert not Worker.objects.exists()


def test_a_killed_worker_is_named_for_an_hour(db: None, now: datetime) -> None:
    killed, alive = uuid7(), uuid7()
    beat(worker_id=killed, now=now)
    beat(worker_id=alive, now=now + timedelta(minutes=5))

    assert forget_workers(now=now + HOUR) == 0
    assert forget_workers(now=now + HOUR + timedelta(minutes=1)) == 1
    assert list(Worker.objects.values_list("pk", flat=True)) == [alive]


@pytest.mark.parametrize(
    ("status", "kept"),
    [
        (TaskResultStatus.SUCCESSFUL, timedelta(hours=1)),
        (TaskResultStatus.RUNNING, timedelta(days=1)),
        (TaskResultStatus.FAILED, timedelta(days=7)),
        (TaskResultStatus.READY, None),
    ],
)
def test_a_task_that_is_over_is_forgotten(db: None, status: TaskResultStatus, kept: timedelta | None) -> None:
    began = timezone.now()
    wake_recording.enqueue("0", "0")
    DBTaskResult.objects.update(status=status, started_at=None if status == TaskResultStatus.READY else began)

    if kept is None:
        assert forget_tasks(now=began + timedelta(days=30)) == 0
    else:
        assert forget_tasks(now=began + kept) == 0
        assert forget_tasks(now=began + kept + timedelta(seconds=1)) == 1
