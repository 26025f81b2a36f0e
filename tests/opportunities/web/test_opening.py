"""The page of one opening: an option of a decision, a course's own words, the day of a law."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.opportunities.models import Opportunity
from tests.factories.opportunities import make_opening

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def today() -> datetime:
    return timezone.now()


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def opening(row: Opportunity) -> str:
    return reverse("opportunities:opening", args=[row.pk])


def test_an_opening_becomes_an_option_of_a_decision(client: Client, workspace: Workspace, today: datetime) -> None:
    row = make_opening(workspace, now=today)
    assert "Add as an option of a decision" in page(client, opening(row))
    told = "?title=Demand+planner&kind=offer&employer=Northwind+Provisions"
    answer = client.post(reverse("decisions:offer_option") + told, {"question": "Which offer?"})
    form = page(client, answer.headers["Location"])
    assert 'value="Demand planner"' in form
    assert 'value="Northwind Provisions"' in form
    assert "Which offer?" in page(client, reverse("decisions:offer_option") + told)
    course = make_opening(workspace, title="Fair", kind="event", now=today)
    assert "Add as an option of a decision" not in page(client, opening(course))


def test_nobody_is_said_to_have_a_job_interview_for_a_course(
    client: Client, workspace: Workspace, today: datetime
) -> None:
    shown = page(client, opening(make_opening(workspace, title="Excel", kind="course", now=today)))
    assert "I signed up" in shown
    assert "A job interview" not in shown
    assert "Resume for it" not in shown


def test_the_day_of_a_law_is_told_in_words(client: Client, workspace: Workspace, today: datetime) -> None:
    shown = page(client, opening(make_opening(workspace, text="Plan.", now=today)))
    assert "in force since 1\xa0November\xa02023." in shown
