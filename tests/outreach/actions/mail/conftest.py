"""A mailbox at a real Dovecot, and a conversation whose first message went out from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.fetching import Fetched, fetch_mail
from askwell.outreach.models import Mailbox, Thread
from askwell.protocols.mail.servers import Security
from tests.factories.mail import a_mailbox
from tests.factories.mails import mail
from tests.factories.outreach import make_someone, send
from tests.servers.dovecot import Dovecot

SENT_AT = datetime(2026, 11, 16, 18, tzinfo=UTC)
FIRST = "first-1@askwell.example"
ADDRESS = "daniel@harbourline.example"


@dataclass
class Post:
    """The seeker's mailbox: `put` lets a mail arrive, `fetch` looks for it."""

    server: Dovecot
    login: str
    workspace: Workspace
    mailbox: Mailbox
    now: datetime

    def put(self, data: bytes, folder: str = "INBOX") -> None:
        self.server.deliver(self.login, data, folder)

    def fetch(self, clock: Callable[[], datetime] | None = None) -> Fetched:
        return fetch_mail(workspace=self.workspace, mailbox_id=self.mailbox.pk, clock=clock or (lambda: self.now))


@pytest.fixture
def post(imap_server: Dovecot, trusted: None, mail_login: str, workspace: Workspace, now: datetime) -> Post:
    mailbox = make_mailbox(workspace, imap_server, mail_login, now)
    return Post(imap_server, mail_login, workspace, mailbox, datetime.now(UTC) + timedelta(minutes=1))


def make_mailbox(workspace: Workspace, server: Dovecot, login: str, now: datetime) -> Mailbox:
    return a_mailbox(
        workspace, now=now, address="mei@seeker.example", login=login, imap_port=server.tls_port, smtp_port=465,
        imap_security=Security.TLS, name="",
    )  # fmt: skip


@pytest.fixture
def thread(workspace: Workspace) -> Thread:
    return make_thread(workspace)


def make_thread(workspace: Workspace) -> Thread:
    """Daniel was written to; the mail's id is FIRST."""
    daniel = make_someone(workspace, email=ADDRESS)
    message = send(daniel, SENT_AT)
    message.mail_id, message.address, message.subject = FIRST, ADDRESS, "Fifteen minutes about planning?"
    message.save()
    return message.thread


def answer(text: str = "Yes, happy to. Tuesday at 10:00 works.", **facts: Any) -> bytes:
    """Daniel's answer to the first message."""
    return mail(text, answers=FIRST, **facts)
