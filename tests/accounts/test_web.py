"""Entering by the one-time link, the language switch, the settings page."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from askwell.accounts.actions import ensure_local_owner, issue_sign_in_link
from askwell.accounts.models import Profile, SignInLink, User, Workspace

SignIn = Callable[[User], Client]
SETTINGS = {
    "name": "Mei Tan",
    "native_name": "谭梅",
    "about": "bought packaging for six years in Suzhou",
    "past_employers": "Blue Heron Trading\n\nBlue Heron Trading\n Suzhou Paper ",
    "schools": "Fraser Ridge College",
    "spoken": ["en", "zh"],
    "goal": "12",
    "language": "fr",
    "time_zone": "America/Toronto",
}


def entrance(now: datetime) -> str:
    return f"/account/enter/{issue_sign_in_link(user=ensure_local_owner(), now=now)}/"


@pytest.mark.django_db
def test_a_visitor_without_the_link_finds_the_door_shut(client: Client) -> None:
    assert client.get("/account/settings/").headers["Location"].startswith("/account/locked/")


@pytest.mark.django_db
def test_looking_at_the_link_spends_nothing(client: Client) -> None:
    link = entrance(timezone.now())

    assert client.get(link).status_code == 200
    assert (SignInLink.objects.count(), Session.objects.count()) == (1, 0)


@pytest.mark.django_db
def test_the_link_signs_in_once_and_takes_the_browsers_zone(client: Client) -> None:
    link = entrance(timezone.now())

    client.post(link, {"time_zone": "Asia/Shanghai"})
    again = Client().post(link)

    assert client.session["_auth_user_id"] == str(ensure_local_owner().pk)
    assert ensure_local_owner().time_zone == "Asia/Shanghai"
    assert b"askwell up" in again.content


@pytest.mark.django_db
def test_an_unknown_zone_changes_nothing(client: Client) -> None:
    client.post(entrance(timezone.now()), {"time_zone": "../etc/passwd"})

    assert ensure_local_owner().time_zone == "America/Vancouver"


def test_settings_are_kept(seeker: User, workspace: Workspace, sign_in: SignIn) -> None:
    response = sign_in(seeker).post("/account/settings/", SETTINGS)

    profile = Profile.objects.get(workspace=workspace)
    seeker.refresh_from_db()
    assert response.status_code == 302
    assert (profile.name, profile.native_name, profile.languages, profile.goal) == ("Mei Tan", "谭梅", "en zh", 12)
    assert profile.past_employers == ["Blue Heron Trading", "Suzhou Paper"]
    assert (seeker.language, seeker.time_zone) == ("fr", "America/Toronto")


def test_the_address_stands_for_no_field_and_the_last_of_a_name_counts(seeker: User, sign_in: SignIn) -> None:
    sign_in(seeker).post("/account/settings/?language=zh-hans&name=Eve", SETTINGS | {"language": ["en", "fr"]})

    seeker.refresh_from_db()
    assert seeker.language == "fr"
    assert Profile.objects.get(workspace=seeker.workspace).name == "Mei Tan"
    client = sign_in(seeker)
    without = {name: value for name, value in SETTINGS.items() if name != "goal"}
    assert client.post("/account/settings/?goal=12", without).status_code == 422


def test_a_wrong_setting_says_so_and_keeps_what_was_typed(seeker: User, sign_in: SignIn) -> None:
    response = sign_in(seeker).post("/account/settings/", SETTINGS | {"goal": "0", "email": "not an address"})

    assert response.status_code == 422
    assert "bought packaging for six years in Suzhou" in response.content.decode()
    assert Profile.objects.filter(name="Mei Tan").count() == 0


def test_a_profile_is_its_workspaces_alone(seeker: User, stranger: User, sign_in: SignIn) -> None:
    sign_in(seeker).post("/account/settings/", SETTINGS)

    assert "Mei Tan" not in sign_in(stranger).get("/account/settings/").content.decode()


def test_the_language_switch_holds_for_the_next_pages(seeker: User, sign_in: SignIn) -> None:
    client = sign_in(seeker)

    back = client.post("/account/language/", {"language": "zh-hans", "next": "/account/settings/"})

    assert back.headers["Location"] == "/account/settings/"
    assert client.get("/account/settings/").headers["Content-Language"] == "zh-hans"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_the_language_switch_leads_nowhere_else(seeker: User, sign_in: SignIn, elsewhere: str) -> None:
    back = sign_in(seeker).post("/account/language/", {"language": "fr", "next": elsewhere})

    assert back.headers["Location"] == "/"


@pytest.mark.django_db
def test_a_visitors_browser_language_is_spoken(client: Client) -> None:
    page = client.get("/account/locked/", headers={"accept-language": "zh-CN,zh;q=0.9"})

    assert page.headers["Content-Language"] == "zh-hans"


def test_another_host_is_refused(seeker: User, sign_in: SignIn) -> None:
    assert sign_in(seeker).get("/account/settings/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", "application/json"])
def test_another_origin_may_not_post(seeker: User, kind: str) -> None:
    """Not even with the right token, which our own origin may post with."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(seeker, backend="askwell.accounts.web.backends.WorkspaceBackend")
    client.get("/account/settings/")
    token = {"x-csrftoken": client.cookies["askwell_csrf"].value}

    codes = [
        client.post("/account/settings/", "goal=0", content_type=kind, headers=headers).status_code
        for headers in ({**token, "origin": "http://evil.example"}, {"origin": "http://testserver"}, token)
    ]

    assert codes == [403, 403, 422]


def test_settings_stand_at_the_language_and_zone_in_use(seeker: User, sign_in: SignIn) -> None:
    User.objects.filter(pk=seeker.pk).update(language="zh-hans", time_zone="Asia/Shanghai")
    html = sign_in(seeker).get("/account/settings/").content.decode()
    assert '<option value="zh-hans" selected>' in html
    assert '<option value="Asia/Shanghai" selected>' in html


@pytest.mark.parametrize("back", ["nowhere", "-1", "desk:nothing", "//evil.example/", "https://evil.example/"])
def test_a_language_chosen_from_no_page_leads_home(seeker: User, sign_in: Callable[[User], Client], back: str) -> None:
    answer = sign_in(seeker).post("/account/language/", {"language": "fr", "next": back})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_the_character_that_nobody_means_is_gone_before_a_page_reads_it(seeker: User, sign_in: SignIn) -> None:
    sign_in(seeker).post("/programmes/new/", {"name": "Harbour\0 Connections"})

    seeker.refresh_from_db()
    assert Profile.objects.get(workspace=seeker.workspace).name == "Harbour Connections"
