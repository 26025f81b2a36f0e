from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions.mail.opening import smtp_of
from askwell.outreach.models import Mailbox
from askwell.outreach.queries.mail.mailboxes import mailbox_alerts, usual_mailbox
from askwell.outreach.rules.mail.providers import Guess, Provider
from askwell.outreach.web.mail import signing_in
from askwell.protocols.mail.servers import MailError, Security, Server, Trouble
from askwell.protocols.mail.servers.oauth import PROVIDERS
from tests.servers.fixtures import Sink
from tests.servers.scripted import imap, scripted
from tests.servers.tokens import Endpoint, token_endpoint

ADDRESS = "mei@gmail.com"
SET_OUT, BACK = f"/mailbox/sign-in/?address={ADDRESS}", "/mailbox/signed-in/"


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch, settings: Any, smtp_server: Sink) -> Iterator[Endpoint]:
    """Google, where the operator has a client; its servers are ours. The access token is the sink's password."""
    settings.MAIL_CLIENT_SECRETS = {"google": ("askwell-id", "askwell-secret")}
    with token_endpoint() as endpoint, scripted(imap()) as imap_port:
        endpoint.answer = {"access_token": smtp_server.password, "refresh_token": "next-1", "expires_in": 3600}
        monkeypatch.setitem(PROVIDERS, "google", replace(PROVIDERS["google"], tokens_at=endpoint.address))
        ours = [Server("localhost", port, Security.NONE) for port in (imap_port, smtp_server.port)]
        guess = Guess(Provider.GMAIL, ours[0], ours[1], "google")
        monkeypatch.setattr(signing_in, "guesses", lambda address: (guess,) if address else ())
        yield endpoint


@pytest.fixture
def client(seeker: User, sign_in: Callable[[User], Client]) -> Client:
    return sign_in(seeker)


def sent_out(client: Client) -> dict[str, str]:
    """What the provider is asked."""
    where = urlsplit(client.get(SET_OUT).headers["Location"])
    assert f"{where.scheme}://{where.netloc}{where.path}" == PROVIDERS["google"].authorise_at
    return {name: values[0] for name, values in parse_qs(where.query).items()}


def test_the_browser_is_sent_to_the_provider_with_state_and_challenge(client: Client, google: Endpoint) -> None:
    asked, again = sent_out(client), sent_out(client)

    assert asked["client_id"] == "askwell-id"
    assert asked["redirect_uri"] == "http://testserver/mailbox/signed-in/"
    assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
    assert asked["login_hint"] == ADDRESS
    assert "askwell-secret" not in str(asked)
    assert asked["state"] != again["state"]
    cookie = client.cookies[signing_in.COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", BACK)


def test_a_yes_connects_the_mailbox(client: Client, google: Endpoint, workspace: Workspace, smtp_server: Sink) -> None:
    asked = sent_out(client)

    page = client.get(BACK, {"code": "4/yes", "state": asked["state"]})
    assert usual_mailbox(workspace) is None  # looking changes nothing
    answer = client.post(BACK, {"code": page.context["code"], "state": page.context["state"]})

    assert answer.headers["Location"] == "/mailbox/"
    mailbox = usual_mailbox(workspace)
    assert mailbox
    assert (mailbox.address, mailbox.sign_in, mailbox.saves_sent) == (ADDRESS, "oauth", None)
    assert "next-1" not in mailbox.secret
    (form,) = google.asked
    challenge = urlsafe_b64encode(sha256(form["code_verifier"].encode()).digest()).decode().rstrip("=")
    assert challenge == asked["code_challenge"]
    assert (form["code"], form["grant_type"]) == ("4/yes", "authorization_code")
    assert smtp_server.logins == [ADDRESS]


@pytest.mark.parametrize("state", ["", "another"])
def test_a_code_that_this_browser_did_not_ask_for_is_not_used(
    client: Client, google: Endpoint, workspace: Workspace, state: str
) -> None:
    sent_out(client)

    assert client.post(BACK, {"code": "4/evil", "state": state}).status_code == 422
    assert google.asked == []
    assert usual_mailbox(workspace) is None


def test_without_the_cookie_or_with_a_forged_one_nothing_happens(client: Client, google: Endpoint) -> None:
    state = sent_out(client)["state"]
    kept = client.cookies[signing_in.COOKIE].value
    for forged in ("", kept[:-2], f'["{state}", "v", "x@y.ca", "gmail"]'):
        client.cookies[signing_in.COOKIE] = forged
        assert client.post(BACK, {"code": "4/evil", "state": state}).status_code == 422

    assert google.asked == []


def test_a_no_is_said(client: Client, google: Endpoint) -> None:
    assert client.get(BACK, {"error": "access_denied"}).status_code == 422


def test_where_the_operator_has_no_client_there_is_nowhere_to_go(
    client: Client, google: Endpoint, settings: Any
) -> None:
    settings.MAIL_CLIENT_SECRETS = {}

    assert client.get(SET_OUT).headers["Location"] == "/mailbox/connect/"


@pytest.fixture
def mailbox(client: Client, google: Endpoint, workspace: Workspace) -> Mailbox:
    client.post(BACK, {"code": "4/yes", "state": sent_out(client)["state"]})
    connected = usual_mailbox(workspace)
    assert connected
    return connected


def opened(mailbox: Mailbox, moment: datetime) -> None:
    with smtp_of(mailbox, moment):
        pass


def test_a_token_is_renewed_when_it_ends_and_not_before(mailbox: Mailbox, google: Endpoint, smtp_server: Sink) -> None:
    soon = mailbox.created_at + timedelta(minutes=50)
    opened(mailbox, soon)
    assert len(google.asked) == 1

    smtp_server.password = "access-2"
    google.answer = {"access_token": "access-2", "refresh_token": "next-2", "expires_in": 3600}
    opened(mailbox, soon + timedelta(minutes=10))
    fresh = Mailbox.objects.of(mailbox.workspace).get(pk=mailbox.pk)
    opened(fresh, soon + timedelta(minutes=20))  # it was kept

    assert [form["grant_type"] for form in google.asked] == ["authorization_code", "refresh_token"]
    assert google.asked[1]["refresh_token"] == "next-1"
    opened(fresh, soon + timedelta(hours=3))
    assert google.asked[2]["refresh_token"] == "next-2"


@pytest.mark.parametrize(
    ("status", "answer", "trouble"),
    [
        (400, {"error": "invalid_grant", "error_description": "no"}, Trouble.LOGIN_REFUSED),
        (500, {}, Trouble.NO_ANSWER),
        (302, {}, Trouble.NO_ANSWER),
        (200, ["no"], Trouble.NO_ANSWER),
        (200, {"access_token": "a b\r\n"}, Trouble.LOGIN_REFUSED),
    ],
)
def test_a_provider_that_gives_no_token(
    mailbox: Mailbox, google: Endpoint, status: int, answer: Any, trouble: Trouble
) -> None:
    google.status, google.answer = status, answer
    later = mailbox.created_at + timedelta(hours=2)

    with pytest.raises(MailError) as caught:
        opened(mailbox, later)

    assert caught.value.trouble is trouble
    assert len(google.asked) == 2  # nowhere else was gone to
    alerts = mailbox_alerts(mailbox.workspace, later)
    assert [alert.trouble for alert in alerts] == ([trouble] if trouble is Trouble.LOGIN_REFUSED else [])
