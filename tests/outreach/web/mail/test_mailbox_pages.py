import logging
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.outreach.models import Mailbox
from askwell.outreach.queries.mail.mailboxes import mailboxes, usual_mailbox
from askwell.protocols.mail.servers import Trouble
from tests.factories.mail import a_mailbox
from tests.servers.dovecot import PASSWORD
from tests.servers.fixtures import Dovecot, Sink

CONNECT = "/mailbox/connect/"


@pytest.fixture
def client(seeker: User, sign_in: Callable[[User], Client]) -> Client:
    return sign_in(seeker)


@pytest.fixture
def filled(imap_server: Dovecot, smtp_server: Sink, mail_login: str) -> dict[str, Any]:
    """What the seeker types."""
    return {
        "address": mail_login, "secret": PASSWORD, "name": "Mei Tan", "imap_host": "localhost",
        "imap_security": "none", "imap_port": imap_server.port, "smtp_host": "localhost", "smtp_security": "none",
        "smtp_port": smtp_server.port,
    }  # fmt: skip


@pytest.fixture
def mailbox(workspace: Workspace, now: datetime, filled: dict[str, Any]) -> Mailbox:
    ports = {"imap_port": filled["imap_port"], "smtp_port": filled["smtp_port"]}
    return a_mailbox(workspace, now=now, address=filled["address"], **ports)


def test_an_address_brings_the_help_of_its_provider(client: Client) -> None:
    page = client.post(CONNECT, {"address": "mei@gmail.com"})

    assert page.status_code == 200
    assert "Gmail wants an app password" in page.content.decode()
    assert "https://myaccount.google.com/apppasswords" in page.content.decode()


def test_where_no_password_works_the_way_on_is_another_address(client: Client) -> None:
    page = client.post(CONNECT, {"address": "mei@outlook.com"}).content.decode()

    assert re.findall(r'<(\w+) class="button primary"(?: href="([^"]+)")?', page) == [("a", CONNECT)]


def test_what_is_no_address_is_said(client: Client) -> None:
    assert client.post(CONNECT, {"address": "mei"}).status_code == 422


def test_a_mailbox_is_connected(client: Client, workspace: Workspace, filled: dict[str, Any]) -> None:
    answer = client.post(CONNECT, filled, follow=True)

    assert answer.redirect_chain == [("/mailbox/", 302)]
    assert f"{filled['address']} is connected." in answer.content.decode()
    mailbox = usual_mailbox(workspace)
    assert mailbox
    assert (mailbox.address, mailbox.name, mailbox.smtp_port) == (filled["address"], "Mei Tan", filled["smtp_port"])


def test_a_refused_password_is_said_with_the_servers_words_and_not_shown_again(
    client: Client, workspace: Workspace, filled: dict[str, Any]
) -> None:
    page = client.post(CONNECT, filled | {"secret": "hunter2hunter2"})

    text = page.content.decode()
    assert page.status_code == 422
    assert "localhost does not take this password." in text
    assert "[AUTHENTICATIONFAILED] Authentication failed." in text
    assert "hunter2" not in text
    assert 'value="Mei Tan"' in text  # what was typed is not lost
    assert not mailboxes(workspace).exists()


def test_an_app_password_pasted_in_groups_is_understood(
    client: Client, workspace: Workspace, filled: dict[str, Any]
) -> None:
    client.post(CONNECT, filled | {"secret": " abcd efgh ijkl mnop "})

    assert usual_mailbox(workspace)


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_port_that_is_none(client: Client, filled: dict[str, Any], port: str) -> None:
    assert client.post(CONNECT, filled | {"imap_port": port}).status_code == 422


def test_when_hosted_inner_servers_are_refused_before_anything_is_sent(
    client: Client, filled: dict[str, Any], smtp_server: Sink, settings: Any
) -> None:
    settings.HOSTED = True

    page = client.post(CONNECT, filled | {"imap_security": "tls", "smtp_security": "tls"})

    assert page.status_code == 422
    assert "localhost is an address inside a private network." in page.content.decode()
    assert "This computer only" not in page.content.decode()
    assert smtp_server.logins == []


def test_the_eleventh_try_in_an_hour_is_refused(client: Client, filled: dict[str, Any]) -> None:
    wrong = filled | {"imap_port": 1}
    assert {client.post(CONNECT, wrong).status_code for _ in range(10)} == {422}

    assert client.post(CONNECT, wrong).status_code == 429


def test_the_list_says_what_is_wrong_and_never_the_secret(client: Client, mailbox: Mailbox) -> None:
    Mailbox.objects.of(mailbox.workspace).update(
        trouble=Trouble.LOGIN_REFUSED, trouble_said="535 <b>no</b>", trouble_at=mailbox.created_at
    )

    text = client.get("/mailbox/").content.decode()

    assert "localhost does not take this password." in text
    assert "535 &lt;b&gt;no&lt;/b&gt;" in text
    assert mailbox.secret not in text
    assert f"{mailbox.address} is not heard any more" in client.get("/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_a_fixed_number_of_queries(
    client: Client, workspace: Workspace, now: datetime, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        a_mailbox(workspace, now=now, address=f"{number}@x.ca", imap_port=1, smtp_port=2, is_usual=number == 0)

    with django_assert_num_queries(3):
        client.get("/mailbox/")


def test_how_the_seeker_signs_is_kept(client: Client, mailbox: Mailbox) -> None:
    p = str(mailbox.pk)
    client.post(f"/mailbox/{p}/", {f"{p}-name": "Mei", f"{p}-signature": "Mei\n604", f"{p}-is_usual": "on"})

    mailbox.refresh_from_db()
    assert (mailbox.name, mailbox.signature) == ("Mei", "Mei\n604")


def test_too_long_a_signature_is_said(client: Client, mailbox: Mailbox) -> None:
    answer = client.post(f"/mailbox/{mailbox.pk}/", {f"{mailbox.pk}-signature": "x" * 2001})

    assert answer.status_code == 422


def test_try_again_clears_what_was_wrong(client: Client, mailbox: Mailbox) -> None:
    Mailbox.objects.of(mailbox.workspace).update(trouble=Trouble.NO_ANSWER, trouble_at=mailbox.created_at)

    client.post(f"/mailbox/{mailbox.pk}/try/")

    mailbox.refresh_from_db()
    assert mailbox.trouble == ""


def test_a_server_that_is_away_is_said_with_when_it_is_tried_again(client: Client, mailbox: Mailbox) -> None:
    rows = Mailbox.objects.of(mailbox.workspace)
    until = timezone.now() + timedelta(minutes=15)
    rows.update(trouble=Trouble.NO_SERVER, trouble_at=mailbox.created_at, missed=3, rests_until=until)

    text = client.get("/mailbox/").content.decode()
    said = re.search(r'We try again by ourselves: <time datetime="([^"]+)"', text)
    assert said
    assert datetime.fromisoformat(said[1]) == until.replace(second=0, microsecond=0)
    assert f"/mailbox/{mailbox.pk}/try/" in text

    client.post(f"/mailbox/{mailbox.pk}/look/")
    assert rows.values_list("missed", "rests_until").get() == (0, None)


def test_disconnecting_can_be_undone_until_the_page_is_left(client: Client, mailbox: Mailbox) -> None:
    answer = client.post(f"/mailbox/{mailbox.pk}/disconnect/")

    mailbox.refresh_from_db()
    assert (mailbox.secret, usual_mailbox(mailbox.workspace)) == ("", None)
    assert "no-store" in answer.headers["Cache-Control"]

    client.post(f"/mailbox/{mailbox.pk}/reconnect/", {"sealed": answer.context["sealed"]})
    assert usual_mailbox(mailbox.workspace) == mailbox
    client.post(f"/mailbox/{mailbox.pk}/try/")
    mailbox.refresh_from_db()
    assert mailbox.trouble == ""


def test_a_forged_undo_connects_nothing(client: Client, mailbox: Mailbox) -> None:
    client.post(f"/mailbox/{mailbox.pk}/disconnect/")

    client.post(f"/mailbox/{mailbox.pk}/reconnect/", {"sealed": "gAAAAAforged"})

    assert usual_mailbox(mailbox.workspace) is None


@pytest.mark.parametrize("debug", [True, False])
def test_no_error_page_and_no_log_shows_a_password(
    client: Client,
    filled: dict[str, Any],
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    debug: bool,
) -> None:
    def breaks(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError("where the password is at hand")

    settings.DEBUG, client.raise_request_exception = debug, False
    secret = "-".join(["correct", "horse", "battery"])  # a debug page shows this line too
    monkeypatch.setattr("askwell.protocols.mail.servers.imap.plain", lambda _: breaks())

    with caplog.at_level(logging.DEBUG):
        page = client.post(CONNECT, filled | {"secret": secret})

    assert page.status_code == 500
    assert ("ZeroDivisionError" in page.content.decode()) is debug
    assert secret not in page.content.decode()
    assert secret not in caplog.text
    assert "ZeroDivisionError" in caplog.text
