"""The report, as one reads it."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.practice.models import Rehearsal
from tests.desk.counting import queries_of
from tests.factories.interviews import make_agreed
from tests.factories.practice import CLOSING, GREETING, make_held, make_rehearsal

SignIn = Callable[[User], Client]
JOB = "Could you give me a job at your company?"


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def now() -> datetime:
    return timezone.now().replace(microsecond=0)


def html(client: Client, rehearsal: Rehearsal) -> str:
    return client.get(reverse("practice:report", args=[rehearsal.pk])).content.decode()


def headings(page: str, part: str) -> list[str]:
    """The h3 of one part of the report."""
    section = page.split(f'id="{part}"')[1].split("</section>")[0]
    return re.findall(r"<h3>([^<]+?)\s*<", section)


def test_what_went_well_comes_first_and_asking_for_a_job_is_the_first_thing_to_change(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    page = html(client, make_held(workspace, now, GREETING, JOB, CLOSING))
    assert page.index('id="well"') < page.index('id="change"') < page.index('id="turns"')
    assert headings(page, "change")[0] == "Ask for advice, not for a job"
    assert "You thanked them and asked who else to talk to" in headings(page, "well")
    assert "You asked for a job" in headings(page, "turns")


def test_at_most_three_of_each_and_one_at_least_went_well(client: Client, workspace: Workspace, now: datetime) -> None:
    page = html(client, make_held(workspace, now, f"{JOB} Are you hiring, and how much do you earn?"))
    assert 1 <= len(headings(page, "well")) <= 3
    assert len(headings(page, "change")) == 3


def test_places_lead_to_the_turn_in_the_whole_talk(client: Client, workspace: Workspace, now: datetime) -> None:
    page = html(client, make_held(workspace, now, GREETING, JOB))
    linked = set(re.findall(r'href="#(t\d+)"', page))
    assert "t3" in linked
    assert linked <= set(re.findall(r'class="turn[^"]*" id="(t\d+)"', page))


def test_the_one_thing_can_be_practised_with_one_click(client: Client, workspace: Workspace, now: datetime) -> None:
    page = html(client, make_held(workspace, now, GREETING, JOB))
    assert re.findall(r'name="aim" value="(\w*)"', page) == ["job"]


def test_the_trend_counts_this_one_and_those_before_it_not_after(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    first, second, _third = (make_held(workspace, now - timedelta(days=days)) for days in (9, 5, 1))
    assert 'id="trend"' not in html(client, first)
    page = html(client, second)
    assert page.count("<tr") == 3
    assert "Rehearsal number 2." in page


def test_with_a_brief_it_says_when_the_real_talk_is(client: Client, workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now, in_days=2)
    page = html(client, make_held(workspace, now, interview=interview))
    assert "The real talk:" in page
    assert reverse("interviews:prepare", args=[interview.pk]) in page


def test_there_is_none_before_the_end(client: Client, workspace: Workspace, now: datetime) -> None:
    going = make_rehearsal(workspace, now)
    assert client.get(reverse("practice:report", args=[going.pk])).status_code == 404


def test_it_costs_the_same_at_any_length(client: Client, workspace: Workspace, now: datetime) -> None:
    short = make_held(workspace, now - timedelta(days=3), GREETING)
    long = make_held(workspace, now, GREETING, "How come?", "What happened then?", JOB, CLOSING)
    costs = {queries_of(client, reverse("practice:report", args=[one.pk])) for one in (short, long)}
    assert len(costs) == 1


def test_a_missed_story_and_a_closed_question_lead_to_their_drill_and_back(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    held = make_held(workspace, now, GREETING, "Do you like your work?", "Is it hard?", "Do you have a big team?")
    page = html(client, held)
    drills = re.findall(r'<a [^>]*href="([^"]+)">Practise just this, one minute<', page)
    assert {one.split("?")[0] for one in drills} >= {"/practice/drills/opening_up/"}
    back = f'<a href="{reverse("practice:report", args=[held.pk])}">Back to the report</a>'
    assert all(back in client.get(unescape(one)).content.decode() for one in set(drills))


def test_a_talk_in_another_language_is_said_not_to_be_judged(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    said = ("Buenos días, gracias por su tiempo.", "¿Cómo llegó usted a este trabajo?", "¿Qué es lo más difícil?")
    page = html(client, make_held(workspace, now, *said))
    assert "You spoke a language that the coach does not know" in page
    assert 'id="change"' not in page
    assert "in a hurry" not in page
    assert page.count("In another language:") == 3
