"""The page of the language model, and the room while one speaks."""

import re
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.views.debug import ExceptionReporter

from askwell.accounts.models import User, Workspace
from askwell.practice.actions import modelling
from askwell.practice.models import ModelEndpoint, Rehearsal
from askwell.practice.web.words.modelling import TROUBLES
from askwell.protocols.chat import ChatTrouble, Patience
from tests.factories.modelling import KEY, make_model
from tests.factories.practice import GREETING, make_rehearsal
from tests.servers.chat import Script, chat_server

SignIn = Callable[[User], Client]
PAGE = "/practice/model/"
ELSEWHERE = {"url": "https://models.example/v1/chat/completions", "model": "small", "key": KEY}
GOES, GO = "What is said in a rehearsal goes to", "What you two say goes to"
SENT_NOWHERE = "Askwell sends nothing of it to anyone."


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture(autouse=True)
def keys(settings: Any, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MAIL_KEY_FILE = f"{tmp_path}/secrets.key"
    monkeypatch.setattr(modelling, "PATIENCE", Patience(connect=2, first_word=1, whole=2))


@pytest.fixture
def now() -> datetime:
    return timezone.now().replace(microsecond=0)


def html(client: Client, page: str = PAGE) -> str:
    return client.get(page).content.decode()


def test_it_says_what_leaves_the_machine_before_anything_is_named(client: Client) -> None:
    page = html(client)
    assert "What leaves this machine" in page
    assert "none of your people, no brief" in page
    assert "Switch on" not in page
    for way in (reverse("practice:home"), reverse("accounts:settings")):
        assert f'href="{PAGE}"' in html(client, way)


def test_a_model_is_named_switched_on_and_off_and_removed(client: Client, workspace: Workspace) -> None:
    assert client.post(PAGE, ELSEWHERE).status_code == 302
    row = ModelEndpoint.objects.of(workspace).get()
    assert (row.url, row.is_on) == ("https://models.example/v1", False)
    for on in ("1", "0"):
        client.post(reverse("practice:switch_model"), {"on": on})
        row.refresh_from_db()
        assert (row.is_on, GOES in html(client)) == (on == "1", on == "1")
    client.post(reverse("practice:remove_model"))
    assert not ModelEndpoint.objects.of(workspace).exists()


def test_the_key_is_never_shown_again(client: Client) -> None:
    client.post(PAGE, ELSEWHERE)
    refused = client.post(PAGE, {**ELSEWHERE, "url": "ftp://models.example"}).content.decode()
    for page in (html(client), refused):
        assert KEY not in page
        assert "with a key" in page


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"url": ""}, "This field is required"),
        ({"url": "file:///etc/passwd"}, str(TROUBLES[ChatTrouble.NO_LINK])),
        ({"url": "https://me:pw@models.example/v1"}, str(TROUBLES[ChatTrouble.NO_LINK])),
        ({"url": "https://models.example/v1?key=x"}, str(TROUBLES[ChatTrouble.NO_LINK])),
        ({"url": "x" * 100_000}, "at most 2000"),
        ({"key": "a\nb: c"}, "plain letters, digits and signs"),
        ({"key": "钥匙"}, "plain letters, digits and signs"),
    ],
    ids=["none", "file", "password inside", "query", "100 kB", "two lines", "Han"],
)
def test_what_cannot_be_kept_is_refused_with_words(
    client: Client, workspace: Workspace, wrong: dict[str, str], words: str
) -> None:
    answer = client.post(PAGE, {**ELSEWHERE, **wrong})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not ModelEndpoint.objects.of(workspace).exists()


def test_hosted_a_private_address_is_refused_by_name(client: Client, settings: Any) -> None:
    settings.HOSTED = True
    answer = client.post(PAGE, {**ELSEWHERE, "url": "http://169.254.169.254/latest"})
    assert answer.status_code == 422
    assert "private network" in answer.content.decode()


def test_a_try_shows_what_came(client: Client, workspace: Workspace) -> None:
    with chat_server(script := Script(["I am <b>", "ready</b>."])) as url:
        make_model(workspace, url, on=False)
        answer = client.post(reverse("practice:try_model"))
    assert answer.status_code == 200
    assert "I am &lt;b&gt;ready&lt;/b&gt;." in answer.content.decode()
    assert [one["content"] for one in script.asked[0]["messages"]] == [modelling.TRIAL]


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        (Script(status=401), ChatTrouble.REFUSED_KEY),
        (Script(["late"], pause=1.5), ChatTrouble.TOO_SLOW),
        (Script(raw=b"{}"), ChatTrouble.CUT),
        (Script([]), ChatTrouble.GARBLED),
    ],
    ids=["401", "slow", "broken", "empty"],
)
def test_a_try_that_fails_says_why_and_so_does_the_page_later(
    client: Client, workspace: Workspace, script: Script, trouble: ChatTrouble
) -> None:
    with chat_server(script) as url:
        make_model(workspace, url)
        answer = client.post(reverse("practice:try_model"))
    assert answer.status_code == 422
    assert str(TROUBLES[trouble]) in answer.content.decode()
    assert str(TROUBLES[trouble]) in html(client)


def test_without_a_model_there_is_nothing_to_try_and_nothing_to_switch(client: Client, workspace: Workspace) -> None:
    assert client.post(reverse("practice:try_model")).status_code == 404
    client.post(reverse("practice:switch_model"), {"on": "1"})
    assert not ModelEndpoint.objects.of(workspace).exists()


def test_an_address_in_the_open_is_said_to_be_one(client: Client, workspace: Workspace) -> None:
    for url, is_open in (
        ("http://models.example/v1", True), ("https://models.example/v1", False), ("http://127.0.0.1:8080/v1", False),
        ("http://[::1]/v1", False), ("http://localhost/v1", False),
    ):  # fmt: skip
        make_model(workspace, url)
        assert ("Not encrypted on its way" in html(client)) is is_open


def test_a_stranger_sees_and_changes_nothing(sign_in: SignIn, stranger: User, workspace: Workspace) -> None:
    make_model(workspace, "https://models.example/v1")
    other = sign_in(stranger)
    assert "models.example" not in html(other)
    other.post(reverse("practice:switch_model"), {"on": "0"})
    other.post(reverse("practice:remove_model"))
    other.post(PAGE, {**ELSEWHERE, "url": "https://other.example/v1"})
    row = ModelEndpoint.objects.of(workspace).get()
    assert (row.url, row.is_on) == ("https://models.example/v1", True)


def test_an_error_page_shows_no_key(rf: RequestFactory, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(modelling, "seal", fails)
    request = rf.post(PAGE, ELSEWHERE)
    try:
        modelling.name_model(workspace=workspace, **request.POST.dict())
    except RuntimeError:
        reporter = ExceptionReporter(request, *sys.exc_info())
        shown = reporter.get_traceback_text() + reporter.get_traceback_html()
    assert "unforeseen" in shown
    assert KEY not in shown


# the room


def room(client: Client, rehearsal: Rehearsal) -> str:
    return html(client, reverse("practice:room", args=[rehearsal.pk]))


def say(client: Client, rehearsal: Rehearsal, text: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', room(client, rehearsal))
    assert found
    to = re.search(r'name="goes_to" value="([^"]*)"', room(client, rehearsal))
    assert to
    client.post(reverse("practice:say", args=[rehearsal.pk]), {"text": text, "version": found[1], "goes_to": to[1]})
    return room(client, rehearsal)


def test_the_room_says_where_it_goes_and_who_spoke(client: Client, workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with chat_server(Script(["I walk the line."])) as url:
        make_model(workspace, url)
        page = say(client, rehearsal, GREETING)
    assert f"{GO} {url.removeprefix('http://').removesuffix('/v1')}." in page
    assert f'<a href="{PAGE}">Switch it off</a>' in page
    assert "I walk the line." in page
    assert page.count("by the model") == 1
    assert SENT_NOWHERE not in page


def test_who_switches_a_model_on_in_mid_talk_is_told_that_what_was_said_goes_along(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    rehearsal = make_rehearsal(workspace, now)
    say(client, rehearsal, GREETING)
    with chat_server(Script(["I walk the line."])) as url:
        make_model(workspace, url)
        assert "with what was said so far" in room(client, rehearsal)
        page = say(client, rehearsal, "What is new?")
    assert "with what was said so far" not in page
    assert GO in page


def test_the_room_says_where_the_built_in_insider_went_on(client: Client, workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with chat_server(Script(["I walk the line. ", "And"], cut=True)) as url:
        make_model(workspace, url)
        page = say(client, rehearsal, GREETING)
    assert "I walk the line. " in page
    assert "the built-in insider went on" in page
    assert str(TROUBLES[ChatTrouble.CUT]) in html(client)


def test_while_it_rests_the_room_says_so_and_it_can_be_tried_again(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with chat_server(script := Script(["I walk the line."], status=500)) as url:
        make_model(workspace, url)
        page = say(client, rehearsal, GREETING)
        assert "did not answer as it should" in page
        assert str(TROUBLES[ChatTrouble.REFUSED]) in page
        assert GO not in page
        again = re.search(r'formaction="([^"]+)"[^>]*>Try the model again<', page)
        version = re.search(r'name="version" value="(\d+)"', page)
        assert again
        assert version
        script.status = 200
        client.post(again[1], {"version": version[1], "text": "What"})
        assert GO in room(client, rehearsal)
        assert "did not answer as it should" not in (page := say(client, rehearsal, "What is new?"))
    assert page.count("by the model") == 1


def test_without_a_model_nothing_is_sent_and_the_pages_say_so(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    make_model(workspace, "https://models.example/v1", on=False)
    rehearsal = make_rehearsal(workspace, now)
    ways = ["practice:home", "practice:begin"]
    for page in [room(client, rehearsal), *(html(client, reverse(way)) for way in ways)]:
        assert SENT_NOWHERE in page
        assert "models.example" not in page
    modelling.switch(workspace=workspace, on=True)
    for words, page in [(GO, room(client, rehearsal)), *((GOES, html(client, reverse(way))) for way in ways)]:
        assert SENT_NOWHERE not in page
        assert f"{words} models.example." in page
