from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.opening import IN, _take_turn, imap_of, remember, smtp_of
from askwell.outreach.models import Mailbox
from askwell.outreach.queries.mail.mailboxes import mailbox_alerts
from askwell.protocols.mail.servers import MailError, Trouble
from tests.factories.mail import a_mailbox
from tests.servers.fixtures import Dovecot, Sink


@pytest.fixture
def mailbox(workspace: Workspace, now: datetime, imap_server: Dovecot, smtp_server: Sink, mail_login: str) -> Mailbox:
    return a_mailbox(workspace, now=now, address=mail_login, imap_port=imap_server.port, smtp_port=smtp_server.port)


@contextmanager
def fails(trouble: Trouble) -> Iterator[None]:
    with pytest.raises(MailError) as caught:
        yield
    assert caught.value.trouble is trouble


def open_smtp_at(mailbox: Mailbox, moment: datetime) -> None:
    with smtp_of(mailbox, moment):
        pass


def test_both_servers_are_opened(mailbox: Mailbox, now: datetime, smtp_server: Sink) -> None:
    with imap_of(mailbox, now) as imap, smtp_of(mailbox, now):
        assert imap.select("INBOX").exists == 0

    assert smtp_server.logins == [mailbox.login]


def test_a_refused_password_is_tried_three_times_an_hour_at_most(
    mailbox: Mailbox, now: datetime, smtp_server: Sink
) -> None:
    smtp_server.password = "changed meanwhile"
    moments = []
    for minute in range(4 * 60):  # a worker that comes by every minute
        before = len(smtp_server.logins)
        with fails(Trouble.LOGIN_REFUSED):
            open_smtp_at(Mailbox.objects.of(mailbox.workspace).get(pk=mailbox.pk), now + timedelta(minutes=minute))
        moments += [minute] * (len(smtp_server.logins) - before)

    assert moments == [0, 21, 42, 103, 164, 225]
    assert max(sum(start <= moment < start + 60 for moment in moments) for start in range(4 * 60)) == 3


def test_there_is_one_alert_until_it_works_again(mailbox: Mailbox, now: datetime, smtp_server: Sink) -> None:
    right, smtp_server.password = smtp_server.password, "changed meanwhile"
    later = now + timedelta(hours=2)
    for moment in (now, later):
        with fails(Trouble.LOGIN_REFUSED):
            open_smtp_at(mailbox, moment)

    (alert,) = mailbox_alerts(mailbox.workspace, later)
    assert (alert.address, alert.trouble, alert.since) == (mailbox.address, Trouble.LOGIN_REFUSED, now)

    smtp_server.password = right
    open_smtp_at(mailbox, later + timedelta(hours=2))
    assert mailbox_alerts(mailbox.workspace, later) == []
    mailbox.refresh_from_db()
    assert (mailbox.out_trouble, mailbox.out_refused, mailbox.out_rests_until) == ("", 0, None)


def test_that_mail_comes_in_heals_no_trouble_with_sending(mailbox: Mailbox, now: datetime, smtp_server: Sink) -> None:
    smtp_server.password = "no SMTP AUTH here"
    for minute in range(0, 24 * 60, 20):
        moment = now + timedelta(minutes=minute)
        with imap_of(mailbox, moment):
            pass
        with fails(Trouble.LOGIN_REFUSED):
            open_smtp_at(mailbox, moment)

    (alert,) = mailbox_alerts(mailbox.workspace, now + timedelta(days=1))
    assert (alert.trouble, alert.since, alert.is_out) == (Trouble.LOGIN_REFUSED, now, True)
    assert (mailbox.trouble, mailbox.refused, mailbox.out_refused) == ("", 0, 9)


def test_while_the_password_lets_no_mail_in_none_is_tried_out_with_it(mailbox: Mailbox, now: datetime) -> None:
    remember(mailbox, MailError(Trouble.LOGIN_REFUSED, permanent=True), now)
    with fails(Trouble.LOGIN_REFUSED):
        open_smtp_at(mailbox, now + timedelta(minutes=1))
    mailbox.refresh_from_db()
    assert mailbox.out_trouble == ""


def test_only_one_of_two_workers_tries_after_the_rest(mailbox: Mailbox, now: datetime) -> None:
    remember(mailbox, MailError(Trouble.LOGIN_REFUSED, permanent=True), now)
    later = now + timedelta(minutes=30)
    first, second = (Mailbox.objects.of(mailbox.workspace).get(pk=mailbox.pk) for _ in range(2))

    _take_turn(first, IN, later)
    with fails(Trouble.LOGIN_REFUSED):
        _take_turn(second, IN, later)


def test_two_workers_that_are_refused_at_once_count_as_two(mailbox: Mailbox, now: datetime) -> None:
    for worker in [Mailbox.objects.of(mailbox.workspace).get(pk=mailbox.pk) for _ in range(2)]:
        remember(worker, MailError(Trouble.LOGIN_REFUSED, permanent=True), now)

    mailbox.refresh_from_db()
    assert mailbox.refused == 2


def test_a_server_that_is_away_is_no_alert_before_a_day(mailbox: Mailbox, now: datetime) -> None:
    mailbox.smtp_port = 1
    mailbox.save()
    for hours in (0, 1):
        with fails(Trouble.NO_SERVER):
            open_smtp_at(mailbox, now + timedelta(hours=hours))

    assert mailbox_alerts(mailbox.workspace, now + timedelta(hours=23)) == []
    assert len(mailbox_alerts(mailbox.workspace, now + timedelta(hours=24))) == 1


def test_trouble_while_something_is_sent_is_not_the_mailboxs(mailbox: Mailbox, now: datetime) -> None:
    with fails(Trouble.REFUSED), smtp_of(mailbox, now):
        raise MailError(Trouble.REFUSED, permanent=True, said="550 no such user")

    mailbox.refresh_from_db()
    assert mailbox.trouble == ""


def test_when_hosted_a_server_on_a_private_address_is_not_spoken_to(
    mailbox: Mailbox, now: datetime, smtp_server: Sink, settings: Any
) -> None:
    settings.HOSTED = True

    with fails(Trouble.FORBIDDEN_HOST):
        open_smtp_at(mailbox, now)
    with fails(Trouble.FORBIDDEN_HOST), imap_of(mailbox, now):
        pass

    assert smtp_server.logins == []


def test_a_disconnected_mailbox_is_not_opened(mailbox: Mailbox, now: datetime, smtp_server: Sink) -> None:
    Mailbox.objects.of(mailbox.workspace).update(removed_at=now)

    with fails(Trouble.KEY_LOST):
        open_smtp_at(mailbox, now)

    assert smtp_server.logins == []
