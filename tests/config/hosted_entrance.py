"""What whoever makes an account, signs in or changes their way in reads when ASKWELL_HOSTED is on: Askwell's words in
their language, nowhere those of a library. Run by test_hosted.py."""

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import allauth
import pytest
from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.core.context import request_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.utils import translation

import askwell
from askwell.accounts.actions import open_workspace
from askwell.accounts.models import User
from askwell.accounts.web import second_factor, voice
from askwell.lib.text import HAN
from tests.factories.programmes import joining_link, make_programme, staff_link

PASSWORD = "three quiet herons 41"
OTHER = "seven loud gulls 52 over the pier"
NEW = {"email": "mei@seeker.example", "password1": PASSWORD, "password2": PASSWORD}
HTTPS: Any = {"secure": True, "headers": {"host": "askwell.example"}}
LANGUAGES = ("en", "zh-hans", "fr")

BROUGHT = Path(allauth.__file__).parent / "templates"
OURS = Path(askwell.__file__).parent
NEVER_MET = {
    r"account/base_.*": "layout of pages that are all ours",
    r"(mfa|usersessions)/(.*/)?base(_.*)?\.html": "as above",
    r"account/snippets/.*": "part of pages that are all ours",
    r"account/(confirm_)?phone.*|account/confirm_phone.*|account/messages/phone.*": "nobody signs in with a phone",
    r"account/.*_code(_.*)?\.(html|txt)|account/.*login_code.*": "no mail brings a code, each brings a link",
    r"account/signup_by_passkey\.html|mfa/webauthn/signup_form\.html": "an account begins with a password",
    r"account/email_change\.html": "an account may have several addresses",
    r"account/signup_closed\.html": "everybody may make an account",
    r"account/verified_email_required\.html": "no page of ours asks for it: an address is confirmed first of all",
    r"account/password_set\.html|account/(email|messages)/password_set.*": "everybody who signs in has a password",
    r"account/email/email_confirm_.*": "allauth sends it nowhere",
    r"mfa/trust\.html": "no browser is trusted",
    r"mfa/recovery_codes/download\.txt": "codes alone, no words",
    r"mfa/webauthn/snippets/login_script\.html": "a form without words",
}
ERRORS_NEVER_MET = {
    "phone_password_mismatch", "phone_taken", "unknown_phone",  # nobody signs in with a phone
    "username_blacklisted", "username_password_mismatch", "username_taken",  # nobody has a user name
    "select_only_one", "same_as_current", "incorrect_code", "invalid_or_expired_key",  # forms for codes by mail
    "invalid_login", "unknown_email",  # nobody is told which addresses have an account
    "invalid_password_reset",  # its page says it
    "max_email_addresses",  # there is no most
    "unverified_primary_email",  # a message says it
}  # fmt: skip


@pytest.fixture(scope="session", autouse=True)
def _static_files() -> None:
    call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture
def visitor(db: None) -> Client:
    cache.clear()  # rate limits
    return Client()


@pytest.fixture
def seeker(visitor: Client) -> User:
    user = User.objects.create_user("mei@seeker.example", PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    open_workspace(user=user)
    return user


def speaks(client: Client, language: str) -> Client:
    client.cookies["__Host-askwell_language"] = language
    return client


def signed_in(user: User, language: str = "en") -> Client:
    client = speaks(Client(), language)
    client.post("/sign-in/login/", {"login": user.email, "password": PASSWORD}, **HTTPS)
    client.post("/sign-in/reauthenticate/", {"password": PASSWORD}, **HTTPS)
    return client


def read(answer: Any) -> str:
    return unescape(answer.content.decode())


def link_in(body: object) -> str:
    (link,) = re.findall(r"https?://[^/\s]+(/\S+)", str(body))
    return str(link)


def brought() -> list[str]:
    """Every template of allauth that belongs to what we use of it."""
    found = (path for app in ("account", "mfa", "usersessions") for path in (BROUGHT / app).rglob("*.*"))
    return sorted(str(path.relative_to(BROUGHT)) for path in found)


def test_every_page_mail_and_message_of_the_library_that_can_be_met_is_ours() -> None:
    stock = [name for name in brought() if OURS not in Path(get_template(name).origin.name).parents]
    assert [name for name in stock if not any(re.fullmatch(one, name) for one in NEVER_MET)] == []


def test_no_reason_is_left_over() -> None:
    stock = [name for name in brought() if OURS not in Path(get_template(name).origin.name).parents]
    assert [one for one in NEVER_MET if not any(re.fullmatch(one, name) for name in stock)] == []


def test_every_error_of_the_library_that_can_be_met_is_ours() -> None:
    assert set(DefaultAccountAdapter.error_messages) - set(voice.ERRORS) == ERRORS_NEVER_MET
    assert set(DefaultMFAAdapter.error_messages) == set(second_factor.ERRORS)


MAILS = sorted(
    str(path.relative_to(root)).removesuffix("_message.txt")
    for root in [OURS / "accounts" / "templates"]
    for path in root.rglob("email/*_message.txt")
    if path.name != "base_message.txt"
)
LINK = "https://askwell.example/sign-in/the-one-link/"


def written(name: str, language: str) -> tuple[str, str]:
    """Subject and body of one of our mails, to somebody with this language."""
    request = RequestFactory(headers={"user-agent": "Browser 1"}).get("/", **HTTPS)
    user = User(email="mei@seeker.example", language=language, time_zone="America/Vancouver")
    told = {"activate_url": LINK, "password_reset_url": LINK, "signup_url": LINK, "ip": "192.0.2.1"}
    told |= {"to_email": "new@seeker.example", "from_email": user.email, "deleted_email": user.email}
    moment = datetime(2026, 11, 25, 18, 5, tzinfo=UTC)
    with request_context(request):
        get_adapter().send_mail(
            name, user.email, {"user": user, "timestamp": moment, "user_agent": "Browser 1", **told}
        )
    sent = mail.outbox.pop()
    return str(sent.subject), str(sent.body)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAILS)
def test_a_mail_names_its_site_and_carries_one_link(name: str, language: str) -> None:
    subject, body = written(name, language)

    assert "Askwell" in subject
    assert body.count("https://") == 1
    assert "askwell.example" in body.replace("https://askwell.example", "")
    assert "!" not in subject + body


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_is_in_one_language(name: str) -> None:
    said = {language: "\n".join(written(name, language)) for language in LANGUAGES}

    assert not re.search(f"[{HAN}]", said["en"] + said["fr"])
    latin = re.sub(r"https?://\S+|\S+@\S+|askwell\.example|Browser 1|America/Vancouver", "", said["zh-hans"])
    assert set(re.findall(r"[A-Za-z]+", latin)) == {"Askwell"}
    assert not sentences(said["en"]) & sentences(said["fr"])


def sentences(text: str) -> set[str]:
    """What stands between two breaks, where it is more than a word."""
    return {part.strip() for part in re.split(r"[\n:.]", text) if re.search(r"[a-z]+ [a-z]+", part)}


def test_a_mail_says_when_by_the_clock_of_whose_account_it_is() -> None:
    assert "25\u00a0November 11:05 (America/Vancouver)" in written("account/email/password_changed", "en")[1]
    assert "11月25日 11:05 (America/Vancouver)" in written("account/email/password_changed", "zh-hans")[1]


def test_a_mail_says_how_long_its_link_works(settings: LazySettings) -> None:
    settings.PASSWORD_RESET_TIMEOUT = 60 * 60 * 5

    assert "within 5 hours" in written("account/email/password_reset_key", "en")[1]
    assert "within 72 hours" in written("account/email/email_confirmation", "en")[1]


def test_a_mail_is_in_the_language_of_the_account_whoever_asked_for_it(visitor: Client, seeker: User) -> None:
    User.objects.update(language="fr")

    visitor.post("/sign-in/password/reset/", {"email": seeker.email}, **HTTPS)

    assert mail.outbox[-1].subject == "Choisissez un nouveau mot de passe pour Askwell"


@pytest.mark.parametrize(("language", "hello"), [("en", "Hello,"), ("zh-hans", "你好："), ("fr", "Bonjour,")])
def test_a_new_account_hears_in_the_language_of_the_page(visitor: Client, language: str, hello: str) -> None:
    speaks(visitor, language).post("/sign-in/signup/", NEW, **HTTPS)

    assert str(mail.outbox[-1].body).startswith(hello)


def test_who_has_an_account_already_is_told_by_mail_alone(visitor: Client, seeker: User) -> None:
    visitor.post("/sign-in/signup/", NEW, **HTTPS)
    visitor.post("/sign-in/password/reset/", {"email": "nobody@seeker.example"}, **HTTPS)

    assert [one.subject for one in mail.outbox] == [
        "You have an account at Askwell already",
        "There is no account at Askwell with this address",
    ]
    assert link_in(mail.outbox[0].body) == "/sign-in/password/reset/"
    assert link_in(mail.outbox[1].body) == "/sign-in/signup/"


def test_every_change_of_the_way_in_is_told_with_a_way_to_undo_it(seeker: User) -> None:
    client = signed_in(seeker)
    EmailAddress.objects.create(user=seeker, email="new@seeker.example", verified=True)
    for doing in ({"email": "new@seeker.example", "action_primary": ""}, {"email": seeker.email, "action_remove": ""}):
        client.post("/sign-in/email/", doing, **HTTPS)
    client.post("/sign-in/password/change/", {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER}, **HTTPS)

    assert [one.subject for one in mail.outbox] == [
        "Your account at Askwell has another main address",
        "An address was removed from your account at Askwell",
        "Your password at Askwell was changed",
    ]
    assert {link_in(one.body) for one in mail.outbox} == {"/sign-in/password/reset/"}


class TestMakingAnAccount:
    def test_a_link_of_a_programme_is_the_reason(self, visitor: Client) -> None:
        programme = make_programme()

        seekers, staff = (
            read(visitor.get("/sign-in/signup/", {"next": link}, **HTTPS))
            for link in (joining_link(programme), staff_link(programme))
        )

        assert "To take part you need an account" in seekers
        assert "To work for the programme you need an account" in staff

    @pytest.mark.parametrize("wanted", ["", "/", "/nowhere/", "https://evil.example/programmes/join/me/x/"])
    def test_else_what_it_is_good_for(self, visitor: Client, wanted: str) -> None:
        page = read(visitor.get("/sign-in/signup/", {"next": wanted}, **HTTPS))

        assert "With an account you have an Askwell of your own" in page

    def test_the_reason_stays_when_something_was_mistyped(self, visitor: Client) -> None:
        wanted = joining_link(make_programme())

        page = read(visitor.post("/sign-in/signup/", {"next": wanted, "email": "mei"}, **HTTPS))

        assert "To take part you need an account" in page
        assert re.findall(r'class="errorlist[^>]*><li>([^<]+)', page) == [
            "This is no e-mail address.",
            "Choose a password.",
            "Type it a second time, so that a slip does not shut you out.",
        ]

    def test_what_a_good_password_is_takes_one_line(self, visitor: Client) -> None:
        page = read(visitor.get("/sign-in/signup/", **HTTPS))

        told = "At least 15 characters. Four or five unrelated words are easy to remember and hard to guess."
        assert page.count(told) == 1
        assert "<ul" not in page[page.index("<form method") :]

    @pytest.mark.parametrize(
        ("language", "told"), [("en", "at least 15"), ("zh-hans", "至少要15个"), ("fr", "au moins 15")]
    )
    def test_of_a_bad_one_one_thing_is_said(self, visitor: Client, language: str, told: str) -> None:
        page = read(speaks(visitor, language).post("/sign-in/signup/", NEW | {"password1": "abc"}, **HTTPS))

        (said,) = re.findall(r'id="id_password1_error"><li>([^<]+)', page)
        assert told in said

    def test_it_leads_to_signing_in_and_on(self, visitor: Client) -> None:
        wanted = joining_link(make_programme())

        page = read(visitor.get("/sign-in/signup/", {"next": wanted}, **HTTPS))
        sent = visitor.post("/sign-in/signup/", NEW | {"next": wanted}, **HTTPS)

        assert f'href="/sign-in/login/?next={wanted.replace("/", "%2F").replace(":", "%3A")}"' in page
        assert "Afterwards you are back on the page that brought you to us." in str(mail.outbox[-1].body)
        assert sent.headers["Location"].startswith("/sign-in/confirm-email/?next=%2Fprogrammes")

    def test_a_password_like_the_address_is_refused_in_words_of_ours(self, visitor: Client) -> None:
        alike = "herons.on.the.wire@seeker.example"

        page = read(visitor.post("/sign-in/signup/", {"email": alike, "password1": alike, "password2": alike}, **HTTPS))

        assert "This is too much like your address." in page


class TestLinksThatDoNotWork:
    gone = "This link does not work any more"

    def test_a_used_link_leads_to_signing_in(self, visitor: Client, seeker: User) -> None:
        key = EmailConfirmationHMAC(EmailAddress.objects.get()).key

        page = read(visitor.get(f"/sign-in/confirm-email/{key}/", **HTTPS))

        assert self.gone in page
        assert 'class="button primary" href="/sign-in/login/"' in page

    def test_so_does_one_that_is_too_old(self, visitor: Client, settings: LazySettings) -> None:
        visitor.post("/sign-in/signup/", NEW, **HTTPS)
        link = link_in(mail.outbox[-1].body)
        before = read(visitor.get(link, **HTTPS))
        settings.ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 0

        assert "Is mei@seeker.example your address?" in before
        assert self.gone in read(visitor.get(link, **HTTPS))

    def test_who_signs_in_with_an_unconfirmed_address_is_sent_a_new_one(self, visitor: Client) -> None:
        visitor.post("/sign-in/signup/", NEW, **HTTPS)
        cache.clear()  # one mail in three minutes

        answer = Client().post("/sign-in/login/", {"login": NEW["email"], "password": PASSWORD}, **HTTPS)

        assert answer.headers["Location"] == "/sign-in/confirm-email/"
        assert [one.subject for one in mail.outbox] == ["Confirm your address for Askwell"] * 2

    def test_an_address_that_another_account_took_meanwhile(self, visitor: Client, seeker: User) -> None:
        other = User.objects.create_user("kai@seeker.example", PASSWORD)
        late = EmailAddress.objects.create(user=other, email=seeker.email)

        page = read(visitor.get(f"/sign-in/confirm-email/{EmailConfirmationHMAC(late).key}/", **HTTPS))

        assert f"Another account has confirmed {seeker.email}." in page

    def test_a_link_for_a_new_password_works_once(self, visitor: Client, seeker: User) -> None:
        visitor.post("/sign-in/password/reset/", {"email": seeker.email}, **HTTPS)
        link = link_in(mail.outbox[-1].body)
        form = visitor.get(link, **HTTPS).headers["Location"]

        done = visitor.post(form, {"password1": OTHER, "password2": OTHER}, follow=True, **HTTPS)

        assert "Your password is changed" in read(done)
        assert self.gone in read(Client().get(link, **HTTPS))


class TestTooOften:
    def test_a_lockout_says_what_to_do(self, visitor: Client, seeker: User) -> None:
        tries = [
            visitor.post("/sign-in/login/", {"login": seeker.email, "password": "wrong"}, **HTTPS) for _ in range(9)
        ]

        assert "This address and this password do not go together." in read(tries[0])
        assert tries[7].status_code == 429
        assert "Too many wrong passwords" in read(tries[7])
        assert 'class="topbar"' in read(tries[7])
        assert "Too many tries. Wait an hour, then try again." in read(tries[8])

    def test_too_many_requests_are_answered_by_a_page(self, visitor: Client) -> None:
        tries = [visitor.post("/sign-in/signup/", {}, **HTTPS) for _ in range(11)]

        assert tries[-1].status_code == 429
        assert "One moment, please" in read(tries[-1])


FOR_VISITORS = ["login/", "signup/", "confirm-email/", "confirm-email/no-key/", "password/reset/", "inactive/",
                "password/reset/done/", "password/reset/key/0-no-key/", "password/reset/key/done/"]  # fmt: skip
FOR_OWNERS = ["reauthenticate/", "email/", "password/change/", "logout/", "factors/", "factors/totp/activate/",
              "factors/webauthn/", "factors/webauthn/add/", "sessions/"]  # fmt: skip


def spoken(page: str) -> set[str]:
    """What somebody reads or hears of a page, below the navigation, where it is more than a word."""
    page = re.sub(r"(?s)^.*<main|<script.*?</script>|<svg.*?</svg>", "", page)
    parts = re.findall(r">([^<>]+)<|(?:alt|aria-label|placeholder)=\"([^\"]+)\"", page)
    said = (unescape(text).strip() for part in parts for text in part)
    return {text for text in said if re.search(r"[A-Za-z]+ [a-z]+", text)}


@pytest.mark.parametrize("page", [*FOR_VISITORS, *FOR_OWNERS])
@pytest.mark.parametrize("language", ["zh-hans", "fr"])
def test_no_page_mixes_languages(visitor: Client, seeker: User, page: str, language: str) -> None:
    def seen(told: str) -> str:
        client = speaks(Client(), told) if page in FOR_VISITORS else signed_in(seeker, told)
        empty = client.post(f"/sign-in/{page}", {"action_add": ""}, **HTTPS) if page in FORMS else None
        return read(client.get(f"/sign-in/{page}", **HTTPS)) + (read(empty) if empty else "")

    english, theirs = spoken(seen("en")), spoken(seen(language))

    assert english
    assert english & theirs == set()
    assert language == "fr" or not theirs


FORMS = {"login/", "signup/", "password/reset/", "reauthenticate/", "email/", "password/change/",
         "factors/totp/activate/", "factors/webauthn/add/"}  # fmt: skip


@pytest.mark.parametrize("page", FOR_OWNERS)
def test_no_page_speaks_of_users_or_in_capitals(seeker: User, page: str) -> None:
    said = spoken(read(signed_in(seeker).get(f"/sign-in/{page}", **HTTPS)))

    assert said
    assert [text for text in said if re.search(r"\buser\b|!|[a-z] [A-Z][a-z]+ [A-Z][a-z]+", text)] == []


def test_a_new_key_has_a_name_in_its_owners_language(seeker: User) -> None:
    with translation.override("zh-hans"):
        first = second_factor.Adapter().generate_authenticator_name(seeker, Authenticator.Type.WEBAUTHN)
    assert first == "密钥1"
