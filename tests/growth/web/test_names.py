"""What a plan is called: the seeker's own name, else the occupation's title in the language of the page."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from askwell.accounts.models import User, Workspace
from askwell.growth.actions.planning import begin_plan
from askwell.growth.models import Plan, PlanStep
from askwell.growth.queries.listing import plans, steps_of
from askwell.growth.queries.plans import plan_page
from askwell.growth.queries.steps import step_page
from askwell.occupations.models import Occupation
from tests.conftest import NOW
from tests.factories.growth import make_step

SignIn = Callable[[User], Client]


@pytest.fixture
def occupation(db: None) -> Occupation:
    return Occupation.objects.filter(source="own").earliest("code")


@pytest.fixture
def step(workspace: Workspace, occupation: Occupation) -> PlanStep:
    """Of a plan begun in Chinese."""
    title = occupation.titles["zh-hans"]
    plan, _is_new = begin_plan(workspace=workspace, title=title, occupation=occupation.pk, now=NOW)
    return make_step(plan)


def names(step: PlanStep, language: str) -> set[str]:
    """What every page calls the plan."""
    workspace, today = step.workspace, NOW.date()
    with translation.override(language):
        return {
            plan_page(workspace, step.plan_id, language, today).title,
            step_page(workspace, step.pk, language, NOW, today).plan_title,
            *(one.title for one in plans(workspace, language)),
            *(plan for _key, _title, plan in steps_of(workspace, language)),
        }


@pytest.mark.parametrize("language", ["en", "zh-hans", "fr"])
def test_an_occupations_plan_has_its_title_in_the_language_of_the_page(
    step: PlanStep, occupation: Occupation, language: str
) -> None:
    assert names(step, language) == {occupation.titles[language]}


def test_an_own_name_stands_everywhere_until_it_is_taken_back(
    seeker: User, sign_in: SignIn, step: PlanStep, occupation: Occupation
) -> None:
    client, here = sign_in(seeker), reverse("growth:title", args=[step.plan_id])
    assert f'value="{occupation.titles["en"]}"' in client.get(here).content.decode()

    first = client.post(here, {"title": "我的会计之路"}, follow=True)
    assert names(step, "en") == names(step, "fr") == {"我的会计之路"}
    assert "我的会计之路" in first.content.decode()
    second = client.post(here, {"title": "My way"}, follow=True)
    client.post(undo(second))
    assert names(step, "en") == {"我的会计之路"}

    client.post(undo(first))
    assert names(step, "fr") == {occupation.titles["fr"]}
    assert Plan.objects.of(step.workspace).get().own_title == ""


def undo(answer: object) -> str:
    (message,) = answer.context["messages"]  # type: ignore[attr-defined]  # a page with one toast
    return str(message.extra_tags.removeprefix("undo:"))
