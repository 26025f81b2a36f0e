"""Gaps on the page: added once, closed by hand, and no skill of the story by themselves."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.growth.actions.moving import move_step
from askwell.growth.actions.planning import miss
from askwell.growth.choices import StepKind, StepState
from askwell.growth.models import Gap, PlanStep
from askwell.occupations.rules.matching import Wanted
from askwell.portfolio.models import Skill
from tests.conftest import NOW
from tests.factories.growth import make_plan, make_step

SignIn = Callable[[User], Client]
OWN = "A planner who knows my numbers"


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def step(workspace: Workspace) -> PlanStep:
    """A course that closes a skill of the target and a gap in own words."""
    plan, (own,) = make_plan(workspace, OWN)
    (skill,) = miss(workspace=workspace, plan_id=plan.pk, skills=[Wanted("SAP", ("SAP",), 80)], now=NOW)
    return make_step(plan, closes=[own, skill])


def test_what_is_there_already_is_said_and_stays(client: Client, step: PlanStep) -> None:
    here = reverse("growth:add_gap", args=[step.plan_id])

    html = client.post(here, {"words": OWN.upper()}, follow=True).content.decode()

    own = Gap.kept(step.workspace).get(words=OWN)
    assert "It is in your plan already." in html
    assert f'action="{reverse("growth:remove_gap", args=[own.pk])}" data-undo' not in html


def test_finishing_offers_skills_unticked_and_no_gap_in_own_words(client: Client, step: PlanStep) -> None:
    here = reverse("growth:done", args=[step.pk])

    form = client.get(here).context["form"]
    offered = [(name, box.data["selected"]) for box in form["skills"] for name in [box.data["value"]]]
    html = client.post(here, {"title": "Basics", "end": "2026-11"}, follow=True).content.decode()

    assert offered == [("SAP", False)]
    assert not Skill.objects.of(step.workspace).exists()
    assert "stays open until you say on the plan’s page that it is closed" in html


def test_an_own_gap_is_closed_and_opened_on_the_page(client: Client, step: PlanStep) -> None:
    own, here = Gap.kept(step.workspace).get(words=OWN), reverse("growth:plan", args=[step.plan_id])

    closed = client.post(reverse("growth:close_gap", args=[own.pk]), {"by": "Sofia Marchetti"}, follow=True)
    again = client.post(reverse("growth:open_gap", args=[own.pk]), follow=True)

    assert "Sofia Marchetti" in closed.content.decode()
    assert "1 of 2 gaps" in closed.content.decode()
    assert "2 of 2 gaps" in again.content.decode()
    skill = Gap.kept(step.workspace).get(words="SAP")
    assert client.post(reverse("growth:close_gap", args=[skill.pk]), {"by": ""}).status_code == 404
    assert f'action="{reverse("growth:close_gap", args=[own.pk])}"' in client.get(here).content.decode()
    assert f'action="{reverse("growth:close_gap", args=[skill.pk])}"' not in client.get(here).content.decode()


def test_a_conversation_helps_and_says_that_it_closes_nothing(client: Client, workspace: Workspace) -> None:
    plan, (own,) = make_plan(workspace, OWN)
    talk = make_step(plan, StepKind.CONVERSATION, closes=[own])

    before = client.get(reverse("growth:step", args=[talk.pk])).content.decode()
    after = client.post(reverse("growth:done", args=[talk.pk]), {"do": "only"}, follow=True).content.decode()

    assert "It helps with 1 gap." in before
    assert "closes none by itself" in after


def test_a_dropped_step_is_no_plan_for_its_gap(client: Client, step: PlanStep) -> None:
    here = reverse("growth:plan", args=[step.plan_id])
    assert "nothing planned for it yet" not in client.get(here).content.decode()

    move_step(workspace=step.workspace, step_id=step.pk, to=StepState.DROPPED, now=NOW)

    assert client.get(here).content.decode().count("nothing planned for it yet") == 2
