"""Whatever can be practised for a talk is two clicks away from its brief."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.coach.drills import Kind
from askwell.interviews.models import Interview
from askwell.people.models import Role
from tests.factories.interviews import make_agreed

SignIn = Callable[[User], Client]
PLACES = ("practice:situation", "practice:model")


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def interview(workspace: Workspace) -> Interview:
    agreed = make_agreed(workspace, timezone.now().replace(microsecond=0))
    Role.objects.of(workspace).filter(person=agreed.person).update(title="Demand planner")
    return agreed


def links(client: Client, address: str) -> set[str]:
    """Where the links in the middle of a page lead."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    middle = answer.content.decode().split("<main")[1].split("</main>")[0]
    found = {unescape(one) for one in re.findall(r'<a [^>]*?href="([^"#]+)', middle)}
    return {one for one in found if one.startswith("/")}


@pytest.fixture
def two_clicks(client: Client, interview: Interview) -> dict[str, str]:
    """What two clicks lead to from the brief, each with the page on which the second is made."""
    brief = reverse("interviews:prepare", args=[interview.pk])
    near = links(client, brief)
    return {to: one for one in near if one.startswith("/practice/") for to in links(client, one)} | dict.fromkeys(
        near, brief
    )


def begun(two_clicks: dict[str, str], address: str) -> list[str]:
    return [one for one in two_clicks if one.split("?")[0] == address]


def test_the_rehearsal_and_the_questions_are_on_the_brief_itself(
    client: Client, interview: Interview, two_clicks: dict[str, str]
) -> None:
    brief = reverse("interviews:prepare", args=[interview.pk])
    for name in ("practice:begin_for", "interviews:bank"):
        assert two_clicks[reverse(name, args=[interview.pk])] == brief
    assert 'id="asking"' in client.get(brief).content.decode()


@pytest.mark.parametrize("kind", list(Kind))
def test_every_drill_is_in_the_language_of_the_talk(client: Client, two_clicks: dict[str, str], kind: Kind) -> None:
    [address] = begun(two_clicks, reverse("practice:drill", args=[kind]))
    assert address.endswith("?language=en")
    assert '<textarea id="said"' in client.get(address).content.decode()


@pytest.mark.parametrize("name", PLACES)
def test_the_situations_and_the_model_are_there(client: Client, two_clicks: dict[str, str], name: str) -> None:
    [address] = begun(two_clicks, reverse(name))
    assert client.get(address).status_code == 200


def test_the_mock_job_interview_is_for_their_trade(client: Client, two_clicks: dict[str, str]) -> None:
    [address] = begun(two_clicks, reverse("practice:job_interviews"))
    page = client.get(address).content.decode()
    assert re.findall(r'<option value="([\w-]+)" selected', page) == ["production_planner", "en"]


def test_where_the_trade_is_not_known_it_is_any(client: Client, workspace: Workspace, interview: Interview) -> None:
    Role.objects.of(workspace).filter(person=interview.person).update(title="Friend")
    brief = reverse("practice:begin_for", args=[interview.pk])
    [address] = [one for one in links(client, brief) if one.startswith(reverse("practice:job_interviews"))]
    page = client.get(address).content.decode()
    assert re.findall(r'<option value="([\w-]*)" selected', page) == ["en"]


def test_an_address_that_asks_for_nothing_there_is_chooses_nothing(client: Client) -> None:
    page = client.get(reverse("practice:job_interviews"), {"trade": "astronaut", "language": "xx"}).content.decode()
    assert re.findall(r'<option value="([\w-]*)" selected', page) == ["en"]
