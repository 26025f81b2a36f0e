"""The pages of the drills."""

import html
import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User, Workspace
from askwell.coach.drills import Kind, Next, Opening, Scene, items
from askwell.practice.models import DrillTry

PAGE = "/practice/drills/"
SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def shown(client: Client, kind: str) -> str:
    found = re.search(r'name="exercise" value="([\w-]+)"', client.get(f"{PAGE}{kind}/").content.decode())
    assert found
    return found[1]


def send(client: Client, exercise: str, text: str) -> str:
    page = client.post(f"{PAGE}try/", {"exercise": exercise, "text": text}, follow=True).content.decode()
    return html.unescape(page)


@pytest.mark.parametrize("kind", Kind)
def test_every_drill_has_an_exercise_and_says_something_of_a_try(client: Client, kind: str) -> None:
    item = items()[shown(client, kind)]
    answer = item.model if isinstance(item, Scene) else item.good[0] if isinstance(item, Next) else item.better  # type: ignore[attr-defined]
    page = send(client, item.id, answer)
    assert "You said" in page
    assert "One way to" in page
    assert shown(client, kind) != item.id


def test_the_better_question_is_shown_only_afterwards(client: Client) -> None:
    item = items()[shown(client, "opening_up")]
    assert isinstance(item, Opening)
    assert item.better not in html.unescape(client.get(f"{PAGE}opening_up/").content.decode())
    assert item.better in send(client, item.id, item.text)


def test_a_closed_question_is_told_why(client: Client) -> None:
    item = items()[shown(client, "opening_up")]
    assert isinstance(item, Opening)
    assert "Not open yet" in send(client, item.id, item.text)


def test_nothing_said_asks_the_same_again(client: Client, workspace: Workspace) -> None:
    exercise = shown(client, "voicemail")
    page = send(client, exercise, " ")
    assert "Say something first" in page
    assert "9-8-8" in send(client, exercise, "I want to kill myself.")
    assert f'value="{exercise}"' in page
    assert client.post(f"{PAGE}try/", {"exercise": exercise, "text": ""}).status_code == 422
    assert client.post(f"{PAGE}try/", {"exercise": "none", "text": "Hello."}).status_code == 404
    assert not DrillTry.objects.of(workspace).exists()


def test_the_language_is_kept_and_an_unknown_drill_is_not_found(client: Client) -> None:
    client.post(f"{PAGE}choose/", {"language": "zh-Hans"})
    assert items()[shown(client, "closing")].language == "zh-Hans"
    client.post(f"{PAGE}choose/", {"language": "<b>"})
    assert items()[shown(client, "closing")].language == "en"
    assert client.get(f"{PAGE}none/").status_code == 404


def test_the_list_reads_the_tries_once_however_many_there_are(client: Client) -> None:
    counts = []
    for times in (1, 3):
        for _ in range(times):
            send(client, shown(client, "opening_up"), "What do nights ask of you?")
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        counts.append(len(queries))
    assert counts[0] == counts[1]
