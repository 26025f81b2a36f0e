from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions.mail.mailboxes import (
    BadAddressError,
    ConnectError,
    TriedTooOftenError,
    Wanted,
    change_mailbox,
    connect_mailbox,
    disconnect_mailbox,
    reconnect_mailbox,
    try_mailbox,
)
from askwell.outreach.actions.mail.opening import imap_of
from askwell.outreach.models import Mailbox
from askwell.outreach.queries.mail.mailboxes import mailboxes, usual_mailbox
from askwell.protocols.mail.servers import MailError, Security, Server, Trouble
from tests.servers.dovecot import PASSWORD
from tests.servers.fixtures import Dovecot, Sink

AWAY = Server("localhost", 1, Security.NONE)


@pytest.fixture
def wanted(imap_server: Dovecot, smtp_server: Sink, mail_login: str) -> Wanted:
    return Wanted(
        address=mail_login,
        name="Mei Tan",
        secret=PASSWORD,
        imap=[Server("localhost", imap_server.port, Security.NONE)],
        smtp=[Server("localhost", smtp_server.port, Security.NONE)],
    )


def test_the_first_mailbox_is_the_one_that_messages_leave_from(
    workspace: Workspace, wanted: Wanted, now: datetime
) -> None:
    assert usual_mailbox(workspace) is None

    mailbox = connect_mailbox(workspace=workspace, wanted=wanted, now=now)
    other = connect_mailbox(workspace=workspace, wanted=replace(wanted, address="other@seeker.example"), now=now)

    assert usual_mailbox(workspace) == mailbox
    assert list(mailboxes(workspace)) == [mailbox, other]
    assert PASSWORD not in mailbox.secret
    with imap_of(mailbox, now) as client:
        assert client.select("INBOX").exists == 0


@pytest.mark.parametrize("side", ["in", "out"])
def test_a_wrong_password_connects_nothing_and_says_where(
    workspace: Workspace, wanted: Wanted, now: datetime, smtp_server: Sink, side: str
) -> None:
    smtp_server.password = "another"
    wrong = replace(wanted, secret="wrong" if side == "in" else PASSWORD)

    with pytest.raises(ConnectError) as caught:
        connect_mailbox(workspace=workspace, wanted=wrong, now=now)

    assert (caught.value.side, caught.value.error.trouble) == (side, Trouble.LOGIN_REFUSED)
    assert len(smtp_server.logins) == (side == "out")
    assert not mailboxes(workspace).exists()


def test_of_several_servers_the_first_that_answers_is_taken(
    workspace: Workspace, wanted: Wanted, now: datetime
) -> None:
    several = replace(wanted, imap=[AWAY, *wanted.imap], smtp=[AWAY, *wanted.smtp])

    mailbox = connect_mailbox(workspace=workspace, wanted=several, now=now)

    assert (mailbox.imap_port, mailbox.smtp_port) == (wanted.imap[0].port, wanted.smtp[0].port)


def test_a_password_that_one_server_refuses_is_shown_to_no_other(
    workspace: Workspace, wanted: Wanted, now: datetime, smtp_server: Sink
) -> None:
    smtp_server.password = "another"
    twice = replace(wanted, smtp=[*wanted.smtp, *wanted.smtp])

    with pytest.raises(ConnectError):
        connect_mailbox(workspace=workspace, wanted=twice, now=now)

    assert len(smtp_server.logins) == 1


def test_somebody_who_guesses_is_stopped(workspace: Workspace, wanted: Wanted, now: datetime) -> None:
    away = replace(wanted, imap=[AWAY])
    for _ in range(10):
        with pytest.raises(ConnectError):
            connect_mailbox(workspace=workspace, wanted=away, now=now)

    with pytest.raises(TriedTooOftenError):
        connect_mailbox(workspace=workspace, wanted=away, now=now)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mei",
        "mei@localhost",
        "a b@c.example",
        "mei@x.example\r\nBcc: y",
        "<a@b.ca>",
        "josé@exemple.ca",
        "a..b@x.ca",
    ],
)
def test_only_an_address_can_be_connected(workspace: Workspace, wanted: Wanted, now: datetime, address: str) -> None:
    with pytest.raises(BadAddressError):
        connect_mailbox(workspace=workspace, wanted=replace(wanted, address=address), now=now)


def test_a_new_password_for_the_same_address_changes_it(workspace: Workspace, wanted: Wanted, now: datetime) -> None:
    first = connect_mailbox(workspace=workspace, wanted=wanted, now=now)
    Mailbox.objects.of(workspace).update(trouble=Trouble.LOGIN_REFUSED, trouble_at=now, refused=3, rests_until=now)

    again = connect_mailbox(workspace=workspace, wanted=replace(wanted, address=wanted.address.upper()), now=now)

    assert again.pk == first.pk
    again.refresh_from_db()
    assert (again.trouble, again.refused, again.rests_until) == ("", 0, None)


def test_disconnecting_forgets_the_password_and_can_be_taken_back(
    workspace: Workspace, wanted: Wanted, now: datetime
) -> None:
    mailbox = connect_mailbox(workspace=workspace, wanted=wanted, now=now)

    sealed = disconnect_mailbox(workspace=workspace, mailbox_id=mailbox.pk, now=now)

    mailbox.refresh_from_db()
    assert (mailbox.secret, mailbox.removed_at) == ("", now)
    assert usual_mailbox(workspace) is None

    reconnect_mailbox(workspace=workspace, mailbox_id=mailbox.pk, sealed=sealed)
    assert usual_mailbox(workspace) == mailbox
    try_mailbox(workspace=workspace, mailbox_id=mailbox.pk, now=now)


def test_another_one_takes_its_place(workspace: Workspace, wanted: Wanted, now: datetime) -> None:
    first = connect_mailbox(workspace=workspace, wanted=wanted, now=now)
    other = connect_mailbox(workspace=workspace, wanted=replace(wanted, address="other@seeker.example"), now=now)

    sealed = disconnect_mailbox(workspace=workspace, mailbox_id=first.pk, now=now)
    assert usual_mailbox(workspace) == other

    reconnect_mailbox(workspace=workspace, mailbox_id=first.pk, sealed=sealed)
    assert usual_mailbox(workspace) == first


def test_a_forged_password_is_not_taken_back(workspace: Workspace, wanted: Wanted, now: datetime) -> None:
    mailbox = connect_mailbox(workspace=workspace, wanted=wanted, now=now)
    disconnect_mailbox(workspace=workspace, mailbox_id=mailbox.pk, now=now)

    with pytest.raises(MailError):
        reconnect_mailbox(workspace=workspace, mailbox_id=mailbox.pk, sealed="gAAAAA")


def test_connecting_again_takes_the_old_one_up(workspace: Workspace, wanted: Wanted, now: datetime) -> None:
    mailbox = connect_mailbox(workspace=workspace, wanted=wanted, now=now)
    disconnect_mailbox(workspace=workspace, mailbox_id=mailbox.pk, now=now)

    assert connect_mailbox(workspace=workspace, wanted=wanted, now=now).pk == mailbox.pk


def test_how_the_seeker_signs(workspace: Workspace, wanted: Wanted, now: datetime) -> None:
    mailbox = connect_mailbox(workspace=workspace, wanted=wanted, now=now)

    change_mailbox(
        workspace=workspace,
        mailbox_id=mailbox.pk,
        name="Mei\r\nBcc: all@x.example",
        signature="Mei Tan\r\n谭梅\r\n",
        is_usual=True,
    )

    mailbox.refresh_from_db()
    assert (mailbox.name, mailbox.signature) == ("Mei Bcc: all@x.example", "Mei Tan\n谭梅")


def test_a_strangers_mailbox_is_not_there(workspace: Workspace, stranger: User, wanted: Wanted, now: datetime) -> None:
    mailbox = connect_mailbox(workspace=workspace, wanted=wanted, now=now)
    theirs: Any = {"workspace": stranger.workspace, "mailbox_id": mailbox.pk}

    with pytest.raises(Mailbox.DoesNotExist):
        change_mailbox(**theirs, name="", signature="", is_usual=True)
    with pytest.raises(Mailbox.DoesNotExist):
        disconnect_mailbox(**theirs, now=now)
    with pytest.raises(Mailbox.DoesNotExist):
        reconnect_mailbox(**theirs, sealed=mailbox.secret)
    with pytest.raises(Mailbox.DoesNotExist):
        try_mailbox(**theirs, now=now)
    assert usual_mailbox(stranger.workspace) is None  # type: ignore[arg-type]  # they have one
