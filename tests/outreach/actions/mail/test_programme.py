"""A programme's mail: bears its letterhead, and goes to nobody who wants none."""

import re
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from django.test import Client

from askwell.accounts.models import Workspace
from askwell.outreach.actions.errors import DoNotContactError, NoLetterheadError
from askwell.outreach.actions.mail.outbox import queue_mail
from askwell.outreach.choices import Purpose
from askwell.outreach.models import Dispatch
from askwell.people.actions.stopping import stop_address
from tests.factories.outbox import Worker, make_mailbox, make_reader
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
READER = "reader1@harbour.example"


@pytest.fixture
def worker(workspace: Workspace, mail_login: str, smtp_server: Sink, imap_server: Dovecot, settings: Any) -> Worker:
    settings.PROGRAMME_NAME, settings.PROGRAMME_ADDRESS = "Harbour Society", ["12 Quay Street", "Burnaby"]
    settings.SITE = "https://askwell.example"
    make_mailbox(workspace, mail_login, NOW, saves_sent=True)
    smtp_server.sent_of = mail_login
    return Worker(workspace, smtp_server, imap_server, NOW + timedelta(minutes=1))


def write(workspace: Workspace, to: str = READER) -> Dispatch:
    words = {"to": to, "to_name": "Daniel", "subject": "Careers evening", "body": "Come on Thursday."}
    return queue_mail(workspace=workspace, purpose=Purpose.PROGRAMME, thread_id=None, now=NOW, **words)


def test_it_leaves_with_sender_address_and_one_click(worker: Worker) -> None:
    write(worker.workspace)
    assert worker.work() == 1
    [taken] = worker.smtp.accepted
    mail = message_from_bytes(taken.data, policy=default)
    text = mail.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert re.search(
        r"Come on Thursday\.\n\nHarbour Society\n12 Quay Street\nBurnaby\nYou get no more .*: https://", text
    )
    link = re.fullmatch(r"<https://askwell\.example(/unsubscribe/[^>]+)>", mail["List-Unsubscribe"])
    assert link
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    answer = Client(enforce_csrf_checks=True).post(link[1], {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    with pytest.raises(DoNotContactError):
        write(worker.workspace, "Reader1@Harbour.example")


def test_what_waits_does_not_leave_once_its_reader_wants_no_more(worker: Worker) -> None:
    make_reader(worker.workspace, 1)
    write(worker.workspace)
    write(worker.workspace, "other@harbour.example")
    stop_address(workspace=worker.workspace, email=READER, why="unsubscribed", now=NOW)
    assert worker.work() == 1
    assert [mail.recipients for mail in worker.smtp.accepted] == [("other@harbour.example",)]
    assert Dispatch.objects.of(worker.workspace).get(to=READER).trouble == "not_possible"


@pytest.mark.parametrize("missing", ["PROGRAMME_NAME", "PROGRAMME_ADDRESS", "SITE"])
def test_without_a_letterhead_nothing_is_queued_and_nothing_leaves(worker: Worker, settings: Any, missing: str) -> None:
    write(worker.workspace)
    setattr(settings, missing, "")
    with pytest.raises(NoLetterheadError):
        write(worker.workspace)
    assert (worker.work(), worker.smtp.accepted) == (0, [])


def test_a_letter_of_the_seekers_own_bears_none(worker: Worker) -> None:
    queue_mail(
        workspace=worker.workspace, purpose=Purpose.REMINDER, thread_id=None, to=READER, to_name="", subject="x",
        body="y", now=NOW,
    )  # fmt: skip
    assert worker.work() == 1
    assert b"List-Unsubscribe" not in worker.smtp.accepted[0].data
