"""The pictures of the progress page."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.actions import set_goal
from askwell.accounts.models import User, Workspace
from askwell.interviews.web.pictures import _named

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("day", [date(1, 1, 1), date(2020, 1, 1), date(2999, 6, 1), date.max])
def test_any_day_of_the_calendar_may_be_wished(
    workspace: Workspace, seeker: User, sign_in: Callable[[User], Client], day: date
) -> None:
    set_goal(workspace=workspace, goal=10, goal_on=day)
    answer = sign_in(seeker).get(reverse("interviews:progress"))
    assert answer.status_code == 200
    assert "Your date</text>" not in answer.content.decode()  # a picture of centuries would show nothing


def test_the_first_month_of_another_year_says_which() -> None:
    days = [date(2026, 12, 1), date(2027, 2, 1), date(2027, 4, 1), date(2028, 2, 1)]
    named = _named(days, date(2026, 11, 20), "en")
    assert [words for _day, words in named] == ["Dec", "Feb\u00a02027", "Apr", "Feb\u00a02028"]
