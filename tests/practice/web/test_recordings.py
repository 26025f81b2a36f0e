"""A recording is handed over by the page it was made on, and comes back as words."""

import html
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from askwell.accounts.models import User, Workspace
from askwell.desk.actions.erase import erase_everything
from askwell.practice.actions.recordings import receive_recording
from askwell.practice.models import Recording
from askwell.practice.queries import recordings as queries
from askwell.practice.tasks import wake_recording
from askwell.protocols.speech import MOST_BYTES
from tests.factories.speech import SAID, packed, silence, voice, words

TAKES = "/practice/recordings/"
SignIn = Callable[[User], Client]
Commits = Callable[..., object]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def hand_over(client: Client, sound: bytes, name: str = "recording", status: int = 200) -> str:
    answer = client.post(TAKES, {"sound": SimpleUploadedFile(name, sound)})
    assert answer.status_code == status
    return html.unescape(answer.content.decode())


def shown(client: Client, one: Recording) -> str:
    return html.unescape(client.get(f"{TAKES}{one.pk}/").content.decode())


@pytest.mark.django_db(transaction=True)
def test_it_waits_for_a_worker_and_then_the_words_stand_there(client: Client, seeker: User) -> None:
    assert seeker.workspace
    asks = hand_over(client, packed(voice()))
    one = Recording.objects.of(seeker.workspace).get()
    assert f'hx-get="{TAKES}{one.pk}/"' in asks
    assert client.get(f"{TAKES}{one.pk}/").status_code == 204
    task = DBTaskResult.objects.get()
    assert task.args_kwargs["args"] == [str(seeker.workspace.pk), str(one.pk)]

    wake_recording.call(str(seeker.workspace.pk), str(one.pk))

    page = client.get(f"{TAKES}{one.pk}/")
    assert words(page.content.decode().split("data-wrote")[1].split(">")[1].split("<")[0]) == words(SAID)
    assert "no-store" in page.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("sound", "says"),
    [(packed(silence(1)), "No words were heard."), (b"%PDF-1.7", "The recording could not be read.")],
    ids=["silence", "a letter"],
)
def test_a_refusal_says_what_to_do(client: Client, workspace: Workspace, sound: bytes, says: str) -> None:
    one = receive_recording(workspace=workspace, sound=sound, now=timezone.now())
    wake_recording.call(str(workspace.pk), str(one.pk))
    assert says in shown(client, one)


@pytest.mark.parametrize("code", ["too_slow", "too_long"])
def test_of_one_that_was_too_much_it_asks_for_less(client: Client, workspace: Workspace, code: str) -> None:
    now = timezone.now()
    refused = {"state": "refused", "error": code, "created_at": now, "touched_at": now}
    one = Recording.objects.create(workspace=workspace, **refused)
    assert "Record a shorter piece" in shown(client, one)


def test_words_that_are_doubtful_are_named_and_escaped(client: Client, workspace: Workspace) -> None:
    now = timezone.now()
    said = {"state": "written", "text": "<b>Hi</b>", "doubtful": ["<i>who</i>"], "created_at": now, "touched_at": now}
    one = Recording.objects.create(workspace=workspace, **said)
    page = client.get(f"{TAKES}{one.pk}/").content.decode()
    assert "&lt;b&gt;Hi" in page
    assert "&lt;i&gt;who" in page
    assert "Heard least clearly:" in page


def test_nothing_and_too_much_are_refused_at_once(client: Client, workspace: Workspace) -> None:
    assert "5 minutes" in hand_over(client, bytes(MOST_BYTES + 1), status=422)
    assert "No words were heard" in hand_over(client, b"", status=422)
    assert client.post(TAKES).status_code == 422
    assert not Recording.objects.of(workspace).exists()


def test_a_hundred_megabytes_are_refused(client: Client, workspace: Workspace) -> None:
    assert "5 minutes" in hand_over(client, bytes(100 << 20), status=422)
    assert not Recording.objects.of(workspace).exists()


def test_many_after_each_other_have_to_wait(client: Client) -> None:
    hand_over(client, b"1")
    hand_over(client, b"2")
    assert "Wait a little" in hand_over(client, b"3", status=422)


def test_the_name_of_the_file_is_nothing_to_us(client: Client, workspace: Workspace) -> None:
    hand_over(client, b"1", name="../../../etc/passwd")
    assert Recording.objects.of(workspace).count() == 1


def test_only_its_owner_hears_of_it(client: Client, stranger: User, workspace: Workspace, sign_in: SignIn) -> None:
    now = timezone.now()
    one = Recording.objects.create(workspace=workspace, state="written", text="Hi", created_at=now, touched_at=now)
    assert sign_in(stranger).get(f"{TAKES}{one.pk}/").status_code == 404
    assert "Hi" in shown(client, one)


@pytest.fixture(params=["switched off", "not installed"])
def without(request: pytest.FixtureRequest, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "switched off":
        settings.SPEECH = False
    else:
        monkeypatch.setattr(queries, "speech_is_readable", lambda: False)


def test_english_practice_offers_it(client: Client) -> None:
    page = client.get("/practice/drills/voicemail/").content.decode()
    assert f'data-writer="{TAKES}"' in page
    assert "Your own computer does it" in html.unescape(page)


def test_where_it_is_hosted_the_page_names_the_server(client: Client, settings: Any) -> None:
    settings.HOSTED = True
    page = client.get("/practice/drills/voicemail/", headers={"host": "localhost:8000"}).content.decode()
    assert "The sound goes to this server (localhost:8000)" in html.unescape(page)
    assert "Your own computer" not in page


@pytest.mark.parametrize("language", ["zh-Hans", "fr"])
def test_other_languages_do_not(client: Client, language: str) -> None:
    client.post("/practice/drills/choose/", {"language": language})
    page = client.get("/practice/drills/voicemail/").content.decode()
    assert 'data-voice="#said"' in page
    assert "data-writer" not in page


@pytest.mark.usefixtures("without")
def test_without_it_no_page_speaks_of_it_and_nothing_is_taken(client: Client, workspace: Workspace) -> None:
    page = client.get("/practice/drills/voicemail/").content.decode()
    assert 'data-voice="#said"' in page
    assert "Write down what I said" not in page
    assert client.post(TAKES, {"sound": SimpleUploadedFile("a", b"1")}).status_code == 404
    assert not Recording.objects.of(workspace).exists()


def test_what_came_is_erased_with_the_workspace(client: Client, workspace: Workspace) -> None:
    hand_over(client, b"1")
    erase_everything(workspace=workspace, now=timezone.now())
    assert not Recording.objects.of(workspace).exists()
