"""What waits, of everybody together."""

from datetime import timedelta

from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.health.actions import beat
from askwell.health.queries.waiting import Queue, waiting
from askwell.lib.ids import uuid7
from askwell.outreach.actions.mail.outbox import queue_mail
from askwell.outreach.choices import Purpose
from askwell.outreach.models import Mailbox
from askwell.outreach.tasks import wake_outbox
from askwell.people.actions.imports import receive_file
from askwell.practice.tasks import wake_recording
from tests.factories.mail import a_mailbox

NONE = {"import": 0, "card": 0, "resume": 0, "posting": 0, "recording": 0, "round": 0}


def test_nothing_waits(db: None) -> None:
    found = waiting(timezone.now())

    assert found.queues == [Queue("default", 0, 0), Queue("servers", 0, 0)]
    assert found.outbox == {"waiting": 0, "sending": 0, "unsure": 0, "failed": 0}
    assert (found.mailboxes, found.mailboxes_in_trouble) == (0, {"in": 0, "out": 0})
    assert (found.unfinished, found.workers, found.failed_tasks) == (NONE, {}, 0)


def test_tasks_wait_from_when_they_may_begin(db: None) -> None:
    now = timezone.now()
    wake_recording.enqueue("0", "0")
    wake_outbox.using(run_after=now + timedelta(seconds=100)).enqueue("0")
    wake_outbox.using(run_after=now + timedelta(days=1)).enqueue("0")

    later = waiting(now + timedelta(seconds=160))

    default, servers = later.queues
    assert (default.length, round(default.oldest)) == (1, 160)
    assert (servers.length, round(servers.oldest)) == (1, 60)


def test_mail_imports_and_workers_are_counted(workspace: Workspace) -> None:
    now, key = timezone.now(), uuid7()
    a_mailbox(workspace, now=now, address="mei@seeker.example", imap_port=1, smtp_port=1)
    Mailbox.objects.of(workspace).update(out_trouble="refused")
    told = {"to": "mei@seeker.example", "to_name": "", "subject": "Soon", "body": "In an hour"}
    queue_mail(workspace=workspace, purpose=Purpose.REMINDER, thread_id=None, now=now, **told)
    receive_file(workspace=workspace, filename="a.csv", data=b"a", now=now)
    beat(worker_id=key, now=now)

    found = waiting(now + timedelta(seconds=20))

    assert found.outbox == {"waiting": 1, "sending": 0, "unsure": 0, "failed": 0}
    assert (found.mailboxes, found.mailboxes_in_trouble) == (1, {"in": 0, "out": 1})
    assert found.unfinished == NONE | {"import": 1}
    assert found.workers == {str(key): 20.0}
