"""The pages of situations at work."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.coach.etiquette import situations
from askwell.practice.models import SituationAnswer

PAGE = "/practice/situations/"
SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def shown(client: Client) -> str:
    found = re.search(r'name="situation" value="([\w-]+)"', client.get(PAGE).content.decode())
    assert found
    return found[1]


def send(client: Client, one: str, chosen: object, seen: int = 0) -> str:
    answer = client.post(f"{PAGE}answer/", {"situation": one, "chosen": chosen, "seen": seen}, follow=True)
    return answer.content.decode()


def test_an_answer_shows_what_is_best_and_why_and_can_be_taken_back(client: Client, workspace: Workspace) -> None:
    one = shown(client)
    best = situations()[one].best
    page = send(client, one, (best + 1) % 4)
    assert "Another one fits better" in page
    assert page.count("best here") == page.count("your choice") == 1
    given = SituationAnswer.objects.of(workspace).get()
    client.post(f"{PAGE}{given.pk}/take-back/")
    assert shown(client) == one
    assert "Yes, that one" in send(client, one, best)


def test_nothing_is_asked_again_in_no_time(client: Client, workspace: Workspace) -> None:
    one = shown(client)
    send(client, one, (situations()[one].best + 1) % 4)
    given = SituationAnswer.objects.of(workspace).get()
    for ahead, words in (
        (timedelta(hours=2, seconds=9), "Asked again in 2"),
        (timedelta(seconds=50), "Asked again soon."),
    ):
        given.card.due_at = timezone.now() + ahead
        given.card.save()
        assert words in client.get(f"{PAGE}{given.pk}/").content.decode()


def test_nothing_chosen_asks_the_same_again(client: Client) -> None:
    one = shown(client)
    page = send(client, one, "")
    assert "Choose one of the four." in page
    assert f'value="{one}"' in page


def test_level_and_language_are_kept(client: Client) -> None:
    client.post(f"{PAGE}choose/", {"level": "5", "language": "zh-Hans"})
    page = client.get(PAGE).content.decode()
    one = situations()[shown(client)]
    assert one.level <= 5
    assert one.told["zh-Hans"].text in page
    client.post(f"{PAGE}choose/", {"level": "99", "language": "<b>"})
    assert situations()[shown(client)].told["en"].text.split('"')[0][:20] in client.get(PAGE).content.decode()


def test_the_page_reads_the_cards_once_however_many_there_are(client: Client) -> None:
    counts = []
    for times in (1, 3):
        for _ in range(times):
            send(client, shown(client), 0)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(PAGE)
        counts.append(len(queries))
    assert counts[0] == counts[1]
