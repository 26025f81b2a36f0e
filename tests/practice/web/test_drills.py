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


REPORT = "/practice/01a21a42-24fd-7726-82cc-b3699f9120f9/report/"


def test_a_drill_leads_back_to_where_it_was_asked_for(client: Client) -> None:
    page = client.get(f"{PAGE}what_next/", {"language": "fr", "back": REPORT}).content.decode()
    link = f'href="{REPORT}">Back to the report</a>'
    assert link in page
    exercise = re.search(r'name="exercise" value="([\w-]+)"', page)
    assert exercise
    assert items()[exercise[1]].language == "fr"
    done = client.post(f"{PAGE}try/", {"exercise": exercise[1], "text": "Et après?", "back": REPORT}, follow=True)
    tried = done.content.decode()
    assert link in tried
    onward = re.search(r'href="([^"]+)" data-key="n"', tried)
    assert onward
    assert link in client.get(html.unescape(onward[1])).content.decode()


@pytest.mark.parametrize(
    "back",
    [
        "//evil.example/x",
        "https://evil.example/",
        "/account/settings/",
        "/practice/",
        "javascript:alert(1)",
        "/practice/x/report/",
    ],
)
def test_it_leads_nowhere_else(client: Client, back: str) -> None:
    page = client.get(f"{PAGE}closing/", {"back": back}).content.decode()
    assert "Back to" not in page
    assert f'value="{back}"' not in page


def test_the_next_exercise_is_in_the_language_of_the_last(client: Client) -> None:
    item = next(one for one in items().values() if one.language == "fr")
    page = send(client, item.id, "Et après?")
    assert f'href="{PAGE}{item.kind}/?language=fr" data-key="n"' in page


def test_the_list_reads_the_tries_once_however_many_there_are(client: Client) -> None:
    counts = []
    for times in (1, 3):
        for _ in range(times):
            send(client, shown(client, "opening_up"), "What do nights ask of you?")
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        counts.append(len(queries))
    assert counts[0] == counts[1]
