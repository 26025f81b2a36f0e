"""The room's first page."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from tests.desk.counting import queries_of
from tests.factories.interviews import make_agreed
from tests.factories.practice import GREETING, make_held, make_rehearsal

SignIn = Callable[[User], Client]
HOME = "/practice/"


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def now() -> datetime:
    return timezone.now().replace(microsecond=0)


def html(client: Client) -> str:
    return client.get(HOME).content.decode()


def primary(page: str) -> list[str]:
    return re.findall(r'class="button primary"[^>]*href="([^"]+)"', page)


def test_the_first_time_it_says_why_and_leads_to_choosing_somebody(client: Client) -> None:
    page = html(client)
    assert "Nobody is good at this the first time" in page
    assert primary(page) == [reverse("practice:begin")]


def test_the_next_talk_comes_first_and_says_that_it_was_not_rehearsed(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    interview = make_agreed(workspace, now, in_days=2)
    page = html(client)
    assert primary(page) == [reverse("practice:begin_for", args=[interview.pk])]
    assert "not rehearsed yet" in page

    make_held(workspace, now - timedelta(hours=2), interview=interview)
    page = html(client)
    assert "not rehearsed yet" not in page
    assert "rehearsed once" in page


def test_a_rehearsal_that_goes_on_is_gone_on_with_before_anything_else(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    make_agreed(workspace, now)
    rehearsal = make_rehearsal(workspace, now)
    assert primary(html(client)) == [reverse("practice:room", args=[rehearsal.pk])]


def test_a_talk_that_is_over_is_rehearsed_no_more(client: Client, workspace: Workspace, now: datetime) -> None:
    make_agreed(workspace, now - timedelta(days=4), in_days=2)
    assert "begin/for" not in html(client)


def test_from_the_second_on_there_is_a_trend(client: Client, workspace: Workspace, now: datetime) -> None:
    make_held(workspace, now - timedelta(days=1))
    assert 'class="chart trend"' not in html(client)
    make_held(workspace, now)
    assert 'class="chart trend"' in html(client)


def test_the_page_costs_the_same_at_any_length(client: Client, workspace: Workspace, now: datetime) -> None:
    make_agreed(workspace, now)
    make_held(workspace, now - timedelta(days=9))
    few = queries_of(client, HOME)
    for number in range(3):
        make_held(workspace, now - timedelta(days=number))
        make_rehearsal(workspace, now)
    assert queries_of(client, HOME) == few


def test_strangers_rehearsals_are_not_seen(
    sign_in: SignIn, stranger: User, workspace: Workspace, now: datetime
) -> None:
    held = make_held(workspace, now, GREETING)
    assert str(held.pk) not in sign_in(stranger).get(HOME).content.decode()
