"""Second factors, sessions, passwords and the audit log when ASKWELL_HOSTED is on. Run by test_hosted.py."""

import hashlib
import json
import re
import time
from argparse import Namespace
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import LazySettings, global_settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from askwell.accounts.actions import open_workspace
from askwell.accounts.models import AuditEntry, User
from askwell.accounts.web.passwords import NotBreached, NotGuessable
from askwell.accounts.web.second_factor import reseal
from askwell.config.commands.hosting import sign_out
from askwell.config.commands.keys import reseal_factors
from askwell.programmes.actions.opening import open_programme
from tests.factories.audit import wipe_log
from tests.factories.passkeys import Passkey

PASSWORD = "three quiet herons 41"
HTTPS: Any = {"secure": True, "headers": {"host": "askwell.example"}}
HOME, SAFETY = "/programmes/", "/account/security/"
CODES = "/sign-in/factors/recovery-codes/"


@pytest.fixture(scope="session", autouse=True)
def _static_files() -> None:
    call_command("collectstatic", interactive=False, verbosity=0)


def make(email: str) -> User:
    user = User.objects.create_user(email, PASSWORD, language="en")
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    open_workspace(user=user)
    return user


@pytest.fixture
def real_transactions(transactional_db: None) -> Iterator[None]:
    """What is done after a commit is done; the audit log is emptied afterwards, as no page can."""
    yield
    wipe_log()


@pytest.fixture
def seeker(db: None) -> User:
    cache.clear()  # rate limits
    return make("mei@seeker.example")


@pytest.fixture
def owner(seeker: User) -> User:
    """At work in a programme of their own."""
    user = make("olga@programme.example")
    open_programme(user=user, name="Harbour Bridges", now=timezone.now())
    return user


def signed_in(user: User, password: str = PASSWORD) -> Client:
    client = Client()
    client.post("/sign-in/login/", {"login": user.email, "password": password}, **HTTPS)
    return client


def is_sure(client: Client) -> None:
    """Show once more that it is you."""
    client.post("/sign-in/reauthenticate/", {"password": PASSWORD}, **HTTPS)


def code_of(secret: str, ago: int = 0) -> str:
    """What the app shows now; where that is about to change, what it shows next."""
    if not ago and (left := 30 - time.time() % 30) < 4:
        time.sleep(left)
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 - ago)))


def add_app(client: Client) -> str:
    """Set up an app that shows codes, as its owner does; its secret."""
    is_sure(client)
    page = client.get("/sign-in/factors/totp/activate/", **HTTPS).content.decode()
    secret = re.search(r'id="authenticator_secret" type="text" value="(\w+)"', page)
    assert secret, page[-800:]
    answer = client.post("/sign-in/factors/totp/activate/", {"code": code_of(secret[1])}, **HTTPS)
    assert answer.status_code == 302
    cache.clear()  # the code just used
    return secret[1]


def codes_in(page: Any) -> list[str]:
    return re.findall(r"<li><code>([\w-]+)</code>", page.content.decode())


def recovery_codes(client: Client) -> list[str]:
    """Set up an app, and look at the codes that come with it."""
    add_app(client)
    return codes_in(client.get(CODES, **HTTPS))


def show(client: Client, secret: str) -> None:
    client.post("/sign-in/factors/reauthenticate/", {"code": code_of(secret)}, **HTTPS)


def deeds(user: User) -> list[str]:
    return list(AuditEntry.objects.filter(place=user.pk).order_by("number").values_list("deed", flat=True))


def options_in(page: bytes) -> Any:
    told = re.search(rb'<script id="js_data" type="application/json">(.+?)</script>', page)
    assert told
    return json.loads(told[1])


def test_a_programmes_pages_ask_for_a_second_factor_first(owner: User) -> None:
    client = signed_in(owner)

    assert client.get(HOME, **HTTPS).headers["Location"] == SAFETY
    assert client.post("/programmes/new/", {"name": "x"}, **HTTPS).headers["Location"] == SAFETY
    assert client.get("/account/log/programme/", **HTTPS).headers["Location"] == SAFETY
    assert "Add a passkey" in client.get(SAFETY, **HTTPS).content.decode()


def test_a_seekers_own_pages_do_not(seeker: User) -> None:
    assert signed_in(seeker).get("/", **HTTPS).status_code == 200


@pytest.mark.usefixtures("real_transactions")
def test_with_an_app_that_shows_codes_the_pages_open(owner: User) -> None:
    client = signed_in(owner)

    add_app(client)

    assert client.get(HOME, **HTTPS).status_code == 200
    assert deeds(owner) == ["signed_in", "factor_added", "factor_added"]  # its recovery codes, too


def test_who_has_a_second_factor_shows_it_at_every_sign_in(owner: User) -> None:
    secret = add_app(signed_in(owner))
    client = signed_in(owner)

    before = client.get(HOME, **HTTPS)
    wrong = client.post("/sign-in/factors/authenticate/", {"code": "000000"}, **HTTPS)
    client.post("/sign-in/factors/authenticate/", {"code": code_of(secret)}, **HTTPS)

    assert before.headers["Location"].startswith("/sign-in/login/")
    assert wrong.status_code == 200
    assert client.get(HOME, **HTTPS).status_code == 200
    assert deeds(owner)[-2:] == ["factor_failed", "signed_in"]


def test_a_code_opens_once(owner: User) -> None:
    secret = add_app(signed_in(owner))
    code = code_of(secret)
    signed_in(owner).post("/sign-in/factors/authenticate/", {"code": code}, **HTTPS)
    second = signed_in(owner)

    second.post("/sign-in/factors/authenticate/", {"code": code}, **HTTPS)

    assert second.get(HOME, **HTTPS).headers["Location"].startswith("/sign-in/login/")


def test_a_recovery_code_opens_once(owner: User) -> None:
    codes = recovery_codes(signed_in(owner))
    first, second, third = (signed_in(owner) for _ in range(3))

    for client, code in ((first, codes[9]), (second, codes[9]), (third, codes[0].replace("-", " ").upper())):
        client.post("/sign-in/factors/authenticate/", {"code": code}, **HTTPS)

    assert [client.get(HOME, **HTTPS).status_code for client in (first, second, third)] == [200, 302, 200]


def test_a_recovery_code_opens_only_as_it_was_shown(owner: User) -> None:
    codes = recovery_codes(signed_in(owner))
    client = signed_in(owner)

    for wrong in (codes[1][:-1], codes[1][0] + codes[2][1:], "zzzz-zzzz-zzzz", ""):
        client.post("/sign-in/factors/authenticate/", {"code": wrong}, **HTTPS)

    assert client.get(HOME, **HTTPS).status_code == 302


def test_recovery_codes_are_shown_once_and_kept_as_hashes(owner: User) -> None:
    client = signed_in(owner)
    codes = recovery_codes(client)
    kept = Authenticator.objects.get(user=owner, type="recovery_codes").data

    plain = [code.replace("-", "") for code in codes]
    assert len(set(codes)) == 10
    assert list(map(check_password, plain, kept["hashes"])) == [True] * 10
    assert [code for code in [*codes, *plain] if code in json.dumps(kept)] == []
    assert codes_in(client.get(CODES, **HTTPS)) == []
    assert client.get(f"{CODES}download/", **HTTPS).status_code == 403


def test_new_recovery_codes_end_those_before(owner: User) -> None:
    client = signed_in(owner)
    old = recovery_codes(client)
    client.post(f"{CODES}generate/", **HTTPS)
    new = codes_in(client.get(CODES, **HTTPS))
    first, second = signed_in(owner), signed_in(owner)

    first.post("/sign-in/factors/authenticate/", {"code": old[0]}, **HTTPS)
    second.post("/sign-in/factors/authenticate/", {"code": new[0]}, **HTTPS)

    assert [first.get(HOME, **HTTPS).status_code, second.get(HOME, **HTTPS).status_code] == [302, 200]
    assert "9 codes are left" in client.get("/sign-in/factors/", **HTTPS).content.decode()


def test_a_passkey_is_added_and_opens(owner: User) -> None:
    client, passkey = signed_in(owner), Passkey("askwell.example")
    is_sure(client)
    page = client.get("/sign-in/factors/webauthn/add/", **HTTPS)
    made = passkey.register(options_in(page.content)["creation_options"])
    client.post("/sign-in/factors/webauthn/add/", {"name": "Phone", "credential": made, "passwordless": "on"}, **HTTPS)
    here = client.get(HOME, **HTTPS).status_code
    elsewhere = signed_in(owner)
    asked = options_in(elsewhere.get("/sign-in/factors/authenticate/", **HTTPS).content)["request_options"]

    elsewhere.post("/sign-in/factors/authenticate/", {"credential": passkey.sign(asked)}, **HTTPS)

    assert (here, elsewhere.get(HOME, **HTTPS).status_code) == (200, 200)


def test_a_passkey_of_another_site_opens_nothing(owner: User) -> None:
    client, passkey = signed_in(owner), Passkey("evil.example")
    is_sure(client)
    page = client.get("/sign-in/factors/webauthn/add/", **HTTPS)
    made = passkey.register(options_in(page.content)["creation_options"])

    client.post("/sign-in/factors/webauthn/add/", {"name": "Phone", "credential": made}, **HTTPS)

    assert Authenticator.objects.count() == 0


def test_secrets_of_factors_lie_sealed_and_are_sealed_anew(owner: User, settings: LazySettings) -> None:
    secret = add_app(signed_in(owner))
    stored = Authenticator.objects.get(user=owner, type="totp")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "n" * 50, ["s" * 50]

    assert secret not in json.dumps(stored.data)
    assert reseal_factors() == 1
    settings.SECRET_KEY_FALLBACKS = []
    stored.refresh_from_db()
    assert stored.wrap().validate_code(code_of(secret))
    assert reseal(stored)


def test_the_last_factor_of_staff_stays(owner: User, seeker: User) -> None:
    for user in (owner, seeker):
        client = signed_in(user)
        add_app(client)
        client.post("/sign-in/factors/totp/deactivate/", {}, **HTTPS)

    assert Authenticator.objects.filter(user=owner, type="totp").count() == 1
    assert Authenticator.objects.filter(user=seeker).count() == 0


def age(client: Client, **seconds: int) -> None:
    session = client.session
    session.update({name: int(time.time()) - ago for name, ago in seconds.items()})
    session.save()


@pytest.mark.parametrize(("began", "seen", "stays"), [(3600, 3000, True), (3601, 3601, False), (12 * 3600, 10, False)])
def test_staff_are_signed_out_after_an_hour_or_half_a_day(owner: User, began: int, seen: int, stays: bool) -> None:
    client = signed_in(owner)
    show(client, add_app(client))
    age(client, began=began, seen=seen)

    assert client.get(HOME, **HTTPS).status_code == (200 if stays else 302)
    assert ("_auth_user_id" in client.session) is stays


@pytest.mark.parametrize(("began", "seen", "stays"), [(13, 13, True), (14, 14, False), (30, 1, False)])
def test_a_seeker_is_signed_out_after_two_weeks_or_a_month(seeker: User, began: int, seen: int, stays: bool) -> None:
    client = signed_in(seeker)
    age(client, began=began * 86400, seen=seen * 86400)

    assert client.get("/", **HTTPS).status_code == (200 if stays else 302)


def test_an_export_asks_whether_it_is_still_you_and_then_goes_on(seeker: User) -> None:
    client = signed_in(seeker)

    asked = client.get("/data/askwell.zip", **HTTPS)
    shown = client.post("/sign-in/reauthenticate/", {"password": PASSWORD, "next": "/data/askwell.zip"}, **HTTPS)

    assert asked.headers["Location"].startswith("/sign-in/reauthenticate/")
    assert shown.headers["Location"] == "/data/askwell.zip"
    assert client.get("/data/askwell.zip", **HTTPS).headers["Content-Type"] == "application/zip"


def test_erasing_waits_until_it_is_surely_you(seeker: User) -> None:
    client = signed_in(seeker)

    seen = client.get("/data/erase/", **HTTPS).status_code
    asked = client.post("/data/erase/", {}, **HTTPS)

    assert (seen, asked.headers["Location"][:24]) == (200, "/sign-in/reauthenticate/")
    assert AuditEntry.objects.filter(deed="all_erased").count() == 0


@pytest.mark.parametrize("page", ["email/", "factors/totp/activate/", "factors/webauthn/add/", "sessions/"])
def test_whoever_changes_the_way_in_shows_again_that_it_is_them(seeker: User, page: str) -> None:
    new = {"email": "other@seeker.example", "action_add": ""}
    answer = signed_in(seeker).post(f"/sign-in/{page}", new, **HTTPS)

    assert answer.headers["Location"].startswith("/sign-in/reauthenticate/")


def test_a_new_password_needs_the_one_there_was(seeker: User) -> None:
    new = {"oldpassword": "not the old one", "password1": PASSWORD + "!", "password2": PASSWORD + "!"}

    signed_in(seeker).post("/sign-in/password/change/", new, **HTTPS)

    seeker.refresh_from_db()
    assert seeker.check_password(PASSWORD)


def test_all_other_browsers_are_signed_out_at_once(seeker: User) -> None:
    here, there = signed_in(seeker), signed_in(seeker)
    is_sure(here)

    here.post("/sign-in/sessions/", {}, **HTTPS)

    assert here.get("/", **HTTPS).status_code == 200
    assert there.get("/", **HTTPS).status_code == 302
    assert "sessions_ended" in deeds(seeker)


def test_whoever_runs_it_ends_all_sessions_of_one_account(
    seeker: User, owner: User, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there, other = signed_in(seeker), signed_in(seeker), signed_in(owner)

    sign_out(Namespace(email="Mei@Seeker.example"))

    assert "Ended 2 sessions of mei@seeker.example." in capsys.readouterr().out
    assert [one.get("/account/settings/", **HTTPS).status_code for one in (here, there)] == [302, 302]
    assert other.get(SAFETY, **HTTPS).status_code == 200
    assert "sessions_ended" in deeds(seeker)


def test_signing_in_is_written_down_and_so_is_failing(seeker: User) -> None:
    signed_in(seeker)
    signed_in(seeker, "wrong password here")

    assert deeds(seeker) == ["signed_in", "sign_in_failed"]


def test_a_lockout_is_written_down_for_its_owner_to_see(seeker: User) -> None:
    client = signed_in(seeker)
    for _ in range(8):
        Client().post("/sign-in/login/", {"login": seeker.email, "password": "wrong"}, **HTTPS)

    page = client.get("/account/log/", **HTTPS).content.decode()

    assert "Too many wrong passwords" in page
    assert signed_in(seeker).get("/", **HTTPS).status_code == 302


def test_an_unknown_address_leaves_nothing_in_the_log(seeker: User) -> None:
    Client().post("/sign-in/login/", {"login": "nobody@seeker.example", "password": PASSWORD}, **HTTPS)

    assert AuditEntry.objects.count() == 0


@pytest.mark.parametrize("way_out", ["/account/leave/", "/sign-in/logout/"])
def test_no_page_of_somebody_signed_in_is_kept_by_the_browser(seeker: User, way_out: str) -> None:
    client = signed_in(seeker)

    page, left = client.get("/people/", **HTTPS), client.post(way_out, **HTTPS)

    assert page.headers["Cache-Control"] == "no-store"
    assert left.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_every_answer_tells_the_browser_how_to_take_it(seeker: User) -> None:
    client = signed_in(seeker)

    for page in ("/", "/sign-in/login/", "/data/", "/nowhere/"):
        told = client.get(page, **HTTPS).headers
        assert (told["X-Content-Type-Options"], told["Referrer-Policy"]) == ("nosniff", "same-origin"), page


def test_password_fields_are_masked_and_can_be_filled_by_a_keeper(db: None) -> None:
    login, signup = (Client().get(f"/sign-in/{page}/", **HTTPS).content.decode() for page in ("login", "signup"))

    assert re.search(r'<input type="password"[^>]*autocomplete="current-password"', login)
    assert len(re.findall(r'<input type="password"[^>]*autocomplete="new-password"', signup)) == 2
    assert "onpaste" not in login + signup


def test_a_reset_password_does_not_open_without_the_second_factor(owner: User) -> None:
    add_app(signed_in(owner))
    visitor, new = Client(), "seven loud gulls 52 over the pier"
    visitor.post("/sign-in/password/reset/", {"email": owner.email}, **HTTPS)
    link = re.search(r"https://askwell\.example(/sign-in/password/reset/key/\S+)", str(mail.outbox[-1].body))
    assert link
    page = visitor.get(link[1], **HTTPS).headers["Location"]

    visitor.post(page, {"password1": new, "password2": new}, **HTTPS)

    owner.refresh_from_db()
    assert owner.check_password(new)
    assert visitor.get("/", **HTTPS).headers["Location"].startswith("/sign-in/login/")
    visitor.post("/sign-in/login/", {"login": owner.email, "password": new}, **HTTPS)
    assert visitor.get("/", **HTTPS).headers["Location"].startswith("/sign-in/login/")


def test_signing_in_gives_the_session_another_key(seeker: User) -> None:
    client = Client()
    session = client.session
    session["here"] = "before"
    session.save()
    before = session.session_key
    client.cookies["__Host-askwell_session"] = before or ""

    client.post("/sign-in/login/", {"login": seeker.email, "password": PASSWORD}, **HTTPS)

    assert client.cookies["__Host-askwell_session"].value not in ("", before)
    assert not client.session.exists(before)


def test_a_closed_account_is_signed_out_everywhere(seeker: User) -> None:
    client = signed_in(seeker)
    User.objects.filter(pk=seeker.pk).update(is_active=False)

    assert client.get("/", **HTTPS).status_code == 302


def test_every_page_has_a_way_out(owner: User, seeker: User) -> None:
    client = signed_in(owner)
    show(client, add_app(client))

    for who, page in (
        (client, HOME),
        (client, SAFETY),
        (signed_in(seeker), "/"),
        (signed_in(seeker), "/sign-in/email/"),
    ):
        assert 'action="/account/leave/"' in who.get(page, **HTTPS).content.decode(), page


def test_passwords_are_stretched() -> None:
    """Tests use a quick hasher; what is set for everybody else is Django's own list."""
    assert not hasattr(import_module("askwell.config.settings"), "PASSWORD_HASHERS")
    assert global_settings.PASSWORD_HASHERS[0].endswith("PBKDF2PasswordHasher")
    assert PBKDF2PasswordHasher.iterations >= 600_000


def test_tls_is_asked_of_every_name_below(seeker: User) -> None:
    header = Client().get("/sign-in/login/", **HTTPS).headers["Strict-Transport-Security"]

    assert header == "max-age=31536000; includeSubDomains"


@pytest.mark.parametrize("password", ["fourteen chars", "passwordpassword", "mei@seeker.example", "askwell2026!"])
def test_short_common_and_telling_passwords_are_refused(db: None, password: str) -> None:
    cache.clear()
    new = {"email": "mei@seeker.example", "password1": password, "password2": password}

    Client().post("/sign-in/signup/", new, **HTTPS)

    assert User.objects.count() == 0


def test_a_long_password_is_taken_as_it_is(seeker: User) -> None:
    long = "  五只安静的苍鹭 " + "x" * 180 + "  "
    client = signed_in(seeker)
    is_sure(client)

    client.post("/sign-in/password/change/", {"oldpassword": PASSWORD, "password1": long, "password2": long}, **HTTPS)

    seeker.refresh_from_db()
    assert seeker.check_password(long)
    assert not seeker.check_password(long.strip())


def test_the_names_of_the_place_and_the_person_make_no_password() -> None:
    mei = User(email="mei.chen@seeker.example")
    for guessed in ("Askwell-askwell-2026", "mei.chen.mei.chen", "askwell.example"):
        with pytest.raises(ValidationError):
            NotGuessable().validate(guessed, mei)
    NotGuessable().validate("askwell, five herons on a wire", mei)


def test_a_password_from_the_list_of_breaches_is_refused(tmp_path: Path, settings: LazySettings) -> None:
    known = ["three quiet herons 41", "correct horse battery staple", "五只安静的苍鹭五只安静的苍鹭吗"]
    lines = sorted(hashlib.sha1(word.encode()).hexdigest().upper() for word in [*known, *map(str, range(1000))])
    (tmp_path / "sums.txt").write_text("".join(f"{line}:3\n" for line in lines))
    settings.BREACHED_PASSWORDS = str(tmp_path / "sums.txt")

    for word in known:
        with pytest.raises(ValidationError):
            NotBreached().validate(word)
    for word in ("1000", "0" * 40, "a password that nobody knows"):
        NotBreached().validate(word)


@pytest.mark.parametrize("page", ["team/dismiss/", "report/pdf/", "letters/table/"])
def test_what_cannot_be_had_back_of_a_programme_asks_who_it_is_first(owner: User, page: str) -> None:
    client = signed_in(owner)
    show(client, add_app(client))
    session = client.session
    session["account_authentication_methods"] = [
        one | {"at": time.time() - 601} for one in session["account_authentication_methods"]
    ]
    session.save()

    ask = client.post if "dismiss" in page else client.get
    answer = ask(f"{HOME}{page}", **HTTPS)

    assert answer.headers["Location"].startswith("/sign-in/reauthenticate/")
