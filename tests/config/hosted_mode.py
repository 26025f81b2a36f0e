"""What a visitor meets when ASKWELL_HOSTED is on. Run by test_hosted.py in a process with those settings."""

import re
from html import unescape
from typing import Any

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from askwell.accounts.models import Membership, User
from tests.factories.programmes import joining_link, make_programme, staff_link

PASSWORD = "three quiet herons 41"
NEW = {"email": "Mei@Seeker.example", "password1": PASSWORD, "password2": PASSWORD}
MINE = {"login": "mei@seeker.example", "password": PASSWORD}
HTTPS: Any = {"secure": True, "headers": {"host": "askwell.example"}}


@pytest.fixture(scope="session", autouse=True)
def _static_files() -> None:
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture
def visitor(db: None) -> Client:
    cache.clear()  # rate limits
    return Client()


def sign_up(visitor: Client) -> User:
    visitor.post("/sign-in/signup/", NEW, **HTTPS)
    return User.objects.get(email="mei@seeker.example")


def confirm(visitor: Client) -> Any:
    """Press the button of the page that the mail leads to."""
    link = re.search(r"https://askwell\.example(/sign-in/confirm-email/\S+)", str(mail.outbox[-1].body))
    assert link
    page = visitor.get(link[1], **HTTPS).content.decode()
    told = dict(re.findall(r'name="(next)" value="([^"]*)"', page))
    return visitor.post(link[1].split("?")[0], {name: unescape(value) for name, value in told.items()}, **HTTPS)


def test_a_visitor_is_sent_to_sign_in(visitor: Client) -> None:
    assert visitor.get("/", **HTTPS).headers["Location"] == "/sign-in/login/?next=/"


@pytest.mark.parametrize("page", ["login", "signup", "password/reset"])
def test_the_pages_for_visitors_are_in_our_layout(visitor: Client, page: str) -> None:
    answer = visitor.get(f"/sign-in/{page}/", **HTTPS)

    assert answer.status_code == 200
    assert 'class="topbar"' in answer.content.decode()


def test_plain_http_is_led_to_https(visitor: Client) -> None:
    assert visitor.get("/", headers={"host": "askwell.example"}).headers["Location"] == "https://askwell.example/"


def test_a_mail_server_that_is_away_is_told_and_costs_no_account(visitor: Client, settings: LazySettings) -> None:
    settings.EMAIL_PORT, settings.EMAIL_BACKEND = 1, "django.core.mail.backends.smtp.EmailBackend"
    answer = visitor.post("/sign-in/signup/", NEW, **HTTPS)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    cache.clear()  # five minutes later

    visitor.post("/sign-in/login/", MINE, **HTTPS)
    confirm(visitor)

    assert (answer.status_code, "The mail could not be sent" in answer.content.decode()) == (503, True)
    assert visitor.post("/sign-in/login/", MINE, **HTTPS).headers["Location"] == "/"


def test_a_new_password_counts_although_nobody_could_be_told(visitor: Client, settings: LazySettings) -> None:
    user = sign_up(visitor)
    confirm(visitor)
    visitor.post("/sign-in/login/", MINE, **HTTPS)
    settings.EMAIL_PORT, settings.EMAIL_BACKEND = 1, "django.core.mail.backends.smtp.EmailBackend"
    new = "four quiet herons 42"

    answer = visitor.post(
        "/sign-in/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new}, **HTTPS
    )

    user.refresh_from_db()
    assert (answer.status_code, user.check_password(new)) == (302, True)


@pytest.mark.parametrize("path", ["/calendar/secret.ics", "/unsubscribe/secret/", "/sign-in/login/"])
def test_what_is_sent_without_tls_is_refused_and_not_led_on(visitor: Client, path: str) -> None:
    ask = visitor.get if path.endswith(".ics") else visitor.post

    answer = ask(path, headers={"host": "askwell.example"})

    assert (answer.status_code, "Location" in answer.headers) == (403, False)
    assert visitor.get("/unsubscribe/secret/", headers={"host": "askwell.example"}).status_code == 301


def test_who_signs_up_gets_a_workspace_after_confirming_the_address(visitor: Client) -> None:
    user = sign_up(visitor)
    before = visitor.get("/", **HTTPS).status_code

    confirm(visitor)
    visitor.post("/sign-in/login/", {"login": "mei@seeker.example", "password": PASSWORD}, **HTTPS)

    assert before == 302
    assert visitor.get("/", **HTTPS).status_code == 200
    assert Membership.objects.get(user=user).workspace == user.workspace


def test_cookies_are_secure(visitor: Client) -> None:
    sign_up(visitor)
    confirm(visitor)
    visitor.post("/sign-in/login/", {"login": "mei@seeker.example", "password": PASSWORD}, **HTTPS)

    visitor.post("/account/language/", {"language": "fr"}, **HTTPS)

    told = ("secure", "httponly", "samesite", "path", "domain")
    assert {name: tuple(cookie[key] for key in told) for name, cookie in visitor.cookies.items()} == {
        "__Host-askwell_session": (True, True, "Lax", "/", ""),
        "__Host-askwell_csrf": (True, "", "Lax", "/", ""),
        "__Host-askwell_language": (True, "", "Lax", "/", ""),
    }


def test_a_forgotten_password_is_reset_by_mail(visitor: Client) -> None:
    sign_up(visitor)
    confirm(visitor)

    visitor.post("/sign-in/password/reset/", {"email": "mei@seeker.example"}, **HTTPS)

    assert "https://askwell.example/sign-in/password/reset/key/" in str(mail.outbox[-1].body)


def test_a_common_password_is_refused(visitor: Client) -> None:
    visitor.post("/sign-in/signup/", NEW | {"password1": "password123", "password2": "password123"}, **HTTPS)

    assert User.objects.count() == 0


def test_repeated_wrong_passwords_lock_the_door(visitor: Client) -> None:
    sign_up(visitor)
    confirm(visitor)
    for _ in range(8):
        visitor.post("/sign-in/login/", {"login": "mei@seeker.example", "password": "wrong"}, **HTTPS)

    visitor.post("/sign-in/login/", {"login": "mei@seeker.example", "password": PASSWORD}, **HTTPS)

    assert visitor.get("/", **HTTPS).status_code == 302


def test_the_laptops_link_opens_nothing_here(visitor: Client) -> None:
    assert b"askwell up" not in visitor.get("/sign-in/login/", **HTTPS).content


@pytest.mark.parametrize("whose", ["seeker", "colleague"])
def test_a_programmes_link_leads_through_signing_up_and_back_to_it(visitor: Client, whose: str) -> None:
    programme = make_programme()
    link = joining_link(programme) if whose == "seeker" else staff_link(programme)

    door = re.findall(r'href="(/sign-in/signup[^"]+)"', visitor.get(link, **HTTPS).content.decode())[0]
    visitor.post(door, NEW, **HTTPS)
    phone = Client()  # on which the mail is read
    confirmed = confirm(phone)
    signed_in = phone.post(confirmed.headers["Location"], MINE, **HTTPS)

    assert signed_in.headers["Location"] == link
    assert '<form class="stack' in phone.get(link, **HTTPS).content.decode()


def test_and_through_signing_in(visitor: Client) -> None:
    link = joining_link(make_programme())
    sign_up(visitor)
    confirm(visitor)
    other = Client()

    door = re.findall(r'href="(/sign-in/login[^"]+)"', other.get(link, **HTTPS).content.decode())[0]
    assert other.post(door, MINE, **HTTPS).headers["Location"] == link


def test_no_link_leads_from_the_mail_to_another_site(visitor: Client) -> None:
    visitor.post("/sign-in/signup/?next=https://evil.example/", NEW, **HTTPS)

    assert "evil" not in str(mail.outbox[-1].body)
