"""What is changed in a plan says what stays in the story, and is taken back with one press."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.growth.actions.hours import tell_learned
from askwell.growth.models import Gap, Hours, Plan
from askwell.occupations.models import Occupation
from tests.conftest import NOW
from tests.factories.growth import make_hours, make_plan, make_role

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def day(workspace: Workspace) -> Hours:
    """A day whose lesson the story tells."""
    day = make_hours(make_role(make_plan(workspace)[0]), learned="Dates first")
    tell_learned(workspace=workspace, hours_id=day.pk, language="en", now=NOW)
    day.refresh_from_db()
    return day


def test_a_changed_day_says_what_the_story_tells_and_is_taken_back(client: Client, day: Hours) -> None:
    here, line = reverse("growth:hours", args=[day.pk]), reverse("portfolio:line", args=[day.line_id])
    told = {"on": str(day.on), "hours": "3", "learned": "Ends first"}

    html = client.post(here, told, follow=True).content.decode()
    client.post(reverse("growth:hours_back", args=[day.pk]))

    assert "Your story still tells it as it was." in html
    assert html.count(f'href="{line}"') == 2
    assert "Your story tells it in other words" in html
    day.refresh_from_db()
    assert (day.hours, day.learned) == (3, "Dates first")


def test_a_changed_day_of_which_the_story_says_nothing_new_says_no_more(client: Client, day: Hours) -> None:
    told = {"on": str(day.on), "hours": "4", "learned": "Dates first"}

    html = client.post(reverse("growth:hours", args=[day.pk]), told, follow=True).content.decode()

    assert "The day is changed." in html
    assert "still tells" not in html


def test_a_day_that_goes_leaves_its_line_and_says_so(client: Client, day: Hours) -> None:
    html = client.post(reverse("growth:remove_hours", args=[day.pk]), follow=True).content.decode()

    assert "Your story still tells what you learned." in html
    assert f'href="{reverse("portfolio:line", args=[day.line_id])}"' in html


def test_a_step_or_plan_that_goes_leaves_its_chapter_and_says_so(client: Client, day: Hours) -> None:
    step = day.step
    step.refresh_from_db()

    html = client.post(reverse("growth:remove_step", args=[step.pk]), follow=True).content.decode()
    client.post(reverse("growth:bring_back_step", args=[step.pk]))
    whole = client.post(reverse("growth:remove_plan", args=[step.plan_id]), follow=True).content.decode()

    assert "Its chapter in your story stays." in html
    assert f'href="{reverse("portfolio:chapter", args=[step.chapter_id])}"' in html
    assert "What your story tells of its steps stays." in whole


def test_a_plan_just_begun_is_taken_back(client: Client, workspace: Workspace) -> None:
    html = client.post(reverse("growth:home"), {"title": "Run a dumpling shop"}, follow=True).content.decode()

    plan = Plan.kept(workspace).get()
    undo = reverse("growth:remove_plan", args=[plan.pk])
    assert f'action="{undo}" data-undo' in html
    again = client.post(reverse("growth:home"), {"title": "run a dumpling shop"}, follow=True).content.decode()
    assert f'action="{undo}" data-undo' not in again
    client.post(undo)
    assert not Plan.kept(workspace).exists()


def test_several_gaps_taken_in_at_once_are_taken_back_at_once(client: Client, workspace: Workspace) -> None:
    occupation = next(one for one in Occupation.objects.filter(source="own").order_by("code") if one.skills.count() > 4)
    names = list(occupation.skills.values_list("skill__names__en", flat=True)[:1])
    client.post(reverse("growth:begin"), {"occupation": str(occupation.pk), "gap": names})
    kept = set(Gap.kept(workspace).values_list("pk", flat=True))

    answer = client.post(reverse("growth:begin"), {"occupation": str(occupation.pk)}, follow=True)
    assert Gap.kept(workspace).count() > len(kept) + 1
    *_first, message = answer.context["messages"]
    client.post(message.extra_tags.removeprefix("undo:"))

    assert set(Gap.kept(workspace).values_list("pk", flat=True)) == kept
    assert Plan.kept(workspace).count() == 1
