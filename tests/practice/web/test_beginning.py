"""Choosing whom to practise with."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.coach.insider import trades
from askwell.interviews.models import Interview
from askwell.people.models import Role
from askwell.practice.models import Rehearsal
from tests.factories.interviews import make_agreed
from tests.factories.practice import make_held

SignIn = Callable[[User], Client]
BEGIN = "/practice/begin/"
CHOSEN = {"trade": "accountant", "mood": "shy", "minutes": "5", "language": "fr"}


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def now() -> datetime:
    return timezone.now().replace(microsecond=0)


@pytest.fixture
def interview(workspace: Workspace, now: datetime) -> Interview:
    agreed = make_agreed(workspace, now)
    Role.objects.of(workspace).filter(person=agreed.person).update(title="Demand planner")
    return agreed


def offered(page: str) -> list[str]:
    return re.findall(r'name="trade" value="(\w+)"', page)


def chosen(page: str, name: str) -> list[str]:
    return re.findall(rf'name="{name}" value="([\w-]+)"[^>]* checked', page)


def test_every_trade_is_offered_once(client: Client) -> None:
    assert sorted(offered(client.get(BEGIN).content.decode())) == sorted(one.code for one in trades())


@pytest.mark.parametrize(("query", "found"), [("nurse", "registered_nurse"), ("程序员", "software_developer")])
def test_a_search_finds_a_trade_in_any_language(client: Client, query: str, found: str) -> None:
    codes = offered(client.get(BEGIN, {"q": query}).content.decode())
    assert found in codes
    assert len(codes) <= 5


def test_with_a_brief_the_trade_is_guessed_from_the_title(client: Client, interview: Interview) -> None:
    page = client.get(reverse("practice:begin_for", args=[interview.pk])).content.decode()
    assert chosen(page, "trade") == ["production_planner"]
    assert "chosen for “Demand planner”" in page
    assert (chosen(page, "mood"), chosen(page, "minutes"), chosen(page, "language")) == (["friendly"], ["10"], ["en"])


def test_where_nothing_tells_nobody_is_chosen(client: Client, workspace: Workspace, interview: Interview) -> None:
    Role.objects.of(workspace).filter(person=interview.person).update(title="Friend")
    page = client.get(reverse("practice:begin_for", args=[interview.pk])).content.decode()
    assert chosen(page, "trade") == []


def test_from_the_brief_it_is_two_clicks_into_the_room(
    client: Client, workspace: Workspace, interview: Interview
) -> None:
    brief = client.get(reverse("interviews:prepare", args=[interview.pk])).content.decode()
    begin = reverse("practice:begin_for", args=[interview.pk])
    assert f'href="{begin}"' in brief
    page = client.get(begin).content.decode()

    answer = client.post(begin, {name: chosen(page, name)[0] for name in CHOSEN})

    rehearsal = Rehearsal.objects.of(workspace).get()
    assert answer.headers["Location"] == reverse("practice:room", args=[rehearsal.pk])
    assert (rehearsal.interview_id, rehearsal.trade) == (interview.pk, "production_planner")


def test_what_was_chosen_is_who_sits_there(client: Client, workspace: Workspace) -> None:
    client.post(BEGIN, CHOSEN)
    one = Rehearsal.objects.of(workspace).get()
    assert (one.trade, one.mood, one.minutes, one.language, one.aim) == ("accountant", "shy", 5, "fr", "")


@pytest.mark.parametrize(
    "wrong", [{"trade": ""}, {"trade": "astronaut"}, {"mood": "x"}, {"minutes": "7"}, {"language": "de"}]
)
def test_a_choice_that_is_none_is_refused_and_the_rest_stays(
    client: Client, workspace: Workspace, wrong: dict[str, str]
) -> None:
    answer = client.post(BEGIN, CHOSEN | wrong)
    assert answer.status_code == 422
    assert not Rehearsal.objects.of(workspace).exists()


def test_once_more_for_one_thing_is_short_and_says_which(client: Client, workspace: Workspace, now: datetime) -> None:
    held = make_held(workspace, now, minutes=15)
    answer = client.post(reverse("practice:again", args=[held.pk]), {"aim": "missed"})
    one = Rehearsal.objects.of(workspace).exclude(pk=held.pk).get()
    assert (one.trade, one.minutes, one.aim) == (held.trade, 5, "missed")
    assert "Take up their words" in client.get(answer.headers["Location"]).content.decode()


def test_once_more_as_it_was(client: Client, workspace: Workspace, now: datetime) -> None:
    held = make_held(workspace, now, minutes=15)
    client.post(reverse("practice:again", args=[held.pk]), {"aim": ""})
    assert Rehearsal.objects.of(workspace).exclude(pk=held.pk).get().minutes == 15


def test_once_more_of_a_trade_that_is_gone_leads_to_the_choices(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    held = make_held(workspace, now)
    Rehearsal.objects.of(workspace).update(trade="astronaut")
    answer = client.post(reverse("practice:again", args=[held.pk]), follow=True)
    assert answer.redirect_chain == [(BEGIN, 302)]
    assert "Choose another" in answer.content.decode()
