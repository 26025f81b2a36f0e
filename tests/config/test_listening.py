"""Who is listened to: threads begin and end as mailboxes come, change and go, at a real server."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from askwell.config import listening
from askwell.config.listening import Ears
from askwell.outreach.actions.mail.mailboxes import disconnect_mailbox
from askwell.outreach.actions.mail.secrets import seal
from askwell.outreach.models import Mailbox
from askwell.protocols.mail.servers import Security
from tests.conftest import make_user
from tests.factories.mail import a_mailbox
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.scripted import imap, scripted

pytestmark = pytest.mark.django_db(transaction=True)
MAIL = b"From: x@y.example\r\nMessage-ID: <%d@y>\r\n\r\nHello\r\n"


class Listening:
    """One process's ears, and what they heard."""

    def __init__(self) -> None:
        self.heard: list[UUID] = []
        self.ears = Ears(heard=lambda workspace, mailbox: self.heard.append(mailbox))

    def threads(self) -> int:
        return sum(not ear.has_ended for ear in self.ears._ears.values())


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listening]:
    monkeypatch.setattr(listening, "PAUSE", 0.2)
    found = Listening()
    yield found
    found.ears.close()
    wait_until(lambda: not found.threads(), 10)


@pytest.fixture
def threads_read(transactional_db: None) -> Iterator[None]:
    """Databases in memory are shared by threads as tables that one locks for the others, but for this."""

    def reads(connection: BaseDatabaseWrapper, **_: object) -> None:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA read_uncommitted = 1")

    reads(connections["default"])
    connection_created.connect(reads)
    yield
    connection_created.disconnect(reads)


@pytest.fixture
def mailbox(threads_read: None, imap_server: Dovecot, mail_login: str, now: datetime) -> Mailbox:
    workspace = make_user("mei@seeker.example").workspace
    assert workspace
    return a_mailbox(workspace, now=now, address=mail_login, imap_port=imap_server.port, smtp_port=1)


def wait_until(said: Callable[[], object], seconds: float) -> None:
    until = time.monotonic() + seconds
    while not said():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.1)


def test_a_mail_is_heard_and_a_disconnected_mailbox_is_not_listened_to_any_more(
    here: Listening, mailbox: Mailbox, imap_server: Dovecot, now: datetime
) -> None:
    here.ears.look_around(now)
    wait_until(lambda: here.heard == [mailbox.pk], 10)  # whatever came before
    for number in (1, 2):
        imap_server.deliver(mailbox.login, MAIL % number)
        wait_until(lambda number=number: len(here.heard) > number, 10)

    here.ears.look_around(now + timedelta(seconds=10))
    assert here.threads() == 1
    disconnect_mailbox(workspace=mailbox.workspace, mailbox_id=mailbox.pk, now=now)
    here.ears.look_around(now + timedelta(seconds=20))
    wait_until(lambda: here.threads() == 0, 10)
    here.ears.look_around(now + timedelta(hours=1))
    assert here.threads() == 0


def test_a_new_password_is_used(here: Listening, mailbox: Mailbox, now: datetime) -> None:
    rows = Mailbox.objects.of(mailbox.workspace)
    here.ears.look_around(now)
    wait_until(lambda: here.heard, 10)
    rows.update(secret=seal("wrong now", mailbox_id=mailbox.pk))
    here.ears.look_around(now + timedelta(seconds=10))
    wait_until(lambda: here.threads() == 0, 10)
    here.ears.look_around(now + timedelta(seconds=20))
    wait_until(lambda: rows.get().refused == 1, 10)
    wait_until(lambda: here.threads() == 0, 10)

    rows.update(secret=seal(PASSWORD, mailbox_id=mailbox.pk))
    here.ears.look_around(now + timedelta(minutes=10))
    assert here.threads() == 0  # no log-in before the rest is over


def test_a_lost_connection_comes_back_after_a_rest_that_grows(here: Listening, mailbox: Mailbox, now: datetime) -> None:
    rows, connected = Mailbox.objects.of(mailbox.workspace), []

    def hangs_up(sock: Any) -> None:
        connected.append(sock)

    tries, minutes = [], range(60)
    with scripted(hangs_up) as port:
        rows.update(imap_port=port)
        for minute in minutes:
            before = len(connected)
            here.ears.look_around(now + timedelta(minutes=minute))
            wait_until(lambda: here.threads() == 0, 10)
            tries += [minute] * (len(connected) - before)

    assert tries == [0, 3, 9, 25, 56]  # 2, 5, 15 and 30 minutes after its end was seen, a minute later


def test_it_comes_back_when_the_server_does(
    here: Listening, mailbox: Mailbox, imap_server: Dovecot, now: datetime
) -> None:
    rows = Mailbox.objects.of(mailbox.workspace)
    with scripted(imap(CAPABILITY=b"* CAPABILITY IMAP4rev1 IDLE\r\n", IDLE=b"* BYE\r\n")) as port:
        rows.update(imap_port=port)
        here.ears.look_around(now)
        wait_until(lambda: here.threads() == 0, 10)
    rows.update(imap_port=imap_server.port)
    before = len(here.heard)
    here.ears.look_around(now + timedelta(seconds=10))
    assert here.threads() == 0
    here.ears.look_around(now + timedelta(minutes=3))
    wait_until(lambda: len(here.heard) > before, 10)
    assert here.threads() == 1


def test_where_it_is_not_offered_nobody_asks_again_that_day(here: Listening, mailbox: Mailbox, now: datetime) -> None:
    connected: list[Any] = []
    talk = imap(CAPABILITY=b"* CAPABILITY IMAP4rev1\r\n")

    def counted(sock: Any) -> None:
        connected.append(sock)
        talk(sock)

    with scripted(counted) as port:
        Mailbox.objects.of(mailbox.workspace).update(imap_port=port, imap_security=Security.NONE)
        for minutes in (0, 1, 5, 60, 600):
            here.ears.look_around(now + timedelta(minutes=minutes))
            wait_until(lambda: here.threads() == 0, 10)

    assert len(connected) == 1
    assert here.heard == []


def test_no_more_connections_than_may_be(mailbox: Mailbox, imap_server: Dovecot, now: datetime) -> None:
    for number in range(2):
        login = f"{number}-{mailbox.login}"
        a_mailbox(mailbox.workspace, now=now, address=login, imap_port=imap_server.port, smtp_port=1, is_usual=False)
    ears = Ears(heard=lambda workspace, one: None, most=2)
    ears.look_around(now)
    ears.look_around(now + timedelta(seconds=10))
    assert len(ears._ears) == 2
    ears.close()
    wait_until(lambda: all(ear.has_ended for ear in ears._ears.values()), 10)
    assert not Mailbox.objects.of(mailbox.workspace).exclude(listened_until=None).exists()
