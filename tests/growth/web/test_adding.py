"""A step from an opening or a person: once, with its days and how far it is, and with somebody named."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.growth.choices import StepKind
from askwell.growth.models import PlanStep
from askwell.opportunities.actions.applications import move
from askwell.opportunities.choices import Stage
from askwell.opportunities.models import Opportunity
from askwell.people.models import Person
from tests.conftest import NOW, today_of
from tests.factories.growth import make_plan, make_step
from tests.factories.opportunities import make_opening
from tests.factories.people import make_person

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def accepted(workspace: Workspace, day: date, **facts: str) -> Opportunity:
    """A volunteer role that took the seeker on that day."""
    then = datetime.combine(day, time(20), tzinfo=UTC)
    role = make_opening(workspace, kind="volunteer", title="Stock helper", now=then, **facts)
    for to in (Stage.APPLIED, Stage.OFFER, Stage.ACCEPTED):
        move(workspace=workspace, opportunity_id=role.pk, to=to, on=day, now=then)
    return role


def sent(form: object) -> dict[str, str]:
    """What the form begins with, as it is sent."""
    return {name: str(form[name].value() or "") for name in form.fields}  # type: ignore[attr-defined, index]  # a form


def test_an_opening_that_is_a_step_already_leads_to_it(client: Client, workspace: Workspace) -> None:
    make_plan(workspace)
    here = f"{reverse('growth:add_step')}?opportunity={make_opening(workspace, kind='course', title='SAP').pk}"
    client.post(here, {"kind": "course", "title": "SAP", "currency": "CAD"})
    step = PlanStep.objects.of(workspace).get()

    answers = [client.get(here), client.post(here, {"kind": "course", "title": "SAP", "currency": "CAD"})]

    assert {answer.headers["Location"] for answer in answers} == {reverse("growth:step", args=[step.pk])}
    assert PlanStep.objects.of(workspace).get() == step


@pytest.mark.parametrize(("begins_in", "state"), [(None, "under_way"), (9, "planned")])
def test_an_accepted_role_comes_with_its_days_and_is_as_far_as_it_is(
    client: Client, seeker: User, workspace: Workspace, begins_in: int | None, state: str
) -> None:
    make_plan(workspace)
    today = today_of(seeker)
    taken, start = today - timedelta(days=211), today + timedelta(days=begins_in) if begins_in else None
    role = accepted(workspace, taken, **({"start": start.isoformat()} if start else {}))
    here = f"{reverse('growth:add_step')}?opportunity={role.pk}"

    client.post(here, sent(client.get(here).context["form"]))

    step = PlanStep.objects.of(workspace).get()
    assert (step.kind, step.starts, step.state) == ("volunteer", start or taken, state)


@pytest.mark.parametrize(("stage", "state"), [(Stage.APPLIED, "planned"), (Stage.ACCEPTED, "under_way")])
def test_a_course_that_one_signed_up_for_is_planned(
    client: Client, workspace: Workspace, stage: Stage, state: str
) -> None:
    make_plan(workspace)
    course = make_opening(workspace, kind="course", title="SAP", now=NOW)
    move(workspace=workspace, opportunity_id=course.pk, to=stage, now=NOW)
    here = f"{reverse('growth:add_step')}?opportunity={course.pk}"

    client.post(here, sent(client.get(here).context["form"]))

    assert PlanStep.objects.of(workspace).get().state == state


def test_an_opening_that_nobody_accepted_is_an_idea(client: Client, workspace: Workspace) -> None:
    make_plan(workspace)
    here = f"{reverse('growth:add_step')}?opportunity={make_opening(workspace, kind='volunteer').pk}"

    client.post(here, sent(client.get(here).context["form"]))

    assert PlanStep.objects.of(workspace).get().state == "idea"


def test_who_is_a_step_already_is_not_offered_again(client: Client, workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace, title="Demand planner")
    ana = make_person(workspace, given="Ana", title="Demand planner")
    here, page = f"{reverse('growth:add_step')}?plan={plan.pk}&person={ana.pk}", reverse("growth:plan", args=[plan.pk])
    offer = f"?plan={plan.pk}&amp;person={ana.pk}"
    assert offer in client.get(page).content.decode()

    client.post(here, {"kind": "conversation", "title": "Ask Ana", "currency": "CAD"})

    step = PlanStep.objects.of(workspace).get()
    assert offer not in client.get(page).content.decode()
    assert client.get(here).headers["Location"] == reverse("growth:step", args=[step.pk])
    PlanStep.objects.of(workspace).update(state="done")
    assert offer in client.get(page).content.decode()


def test_a_conversation_names_its_person(client: Client, workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace)
    ana = make_person(workspace, given="Ana")

    told = {"kind": "conversation", "title": "What is it worth?", "currency": "CAD"}
    answer = client.post(f"{reverse('growth:add_step')}?plan={plan.pk}", told)
    step = PlanStep.objects.of(workspace).get()
    here = reverse("growth:supervisor", args=[step.pk])
    assert answer.headers["Location"] == here
    for page in (reverse("growth:step", args=[step.pk]), reverse("growth:edit_step", args=[step.pk])):
        assert f'href="{here}"' in client.get(page).content.decode()
    assert "Whom to ask?" in client.get(here).content.decode()

    html = client.post(here, {"person": str(ana.pk)}, follow=True).content.decode()
    assert "The question is for Ana." in html
    step.refresh_from_db()
    assert step.person == ana
    client.post(reverse("growth:supervisor_back", args=[step.pk]))
    step.refresh_from_db()
    assert step.person is None
    assert Person.objects.of(workspace).get() == ana


def test_a_course_asks_nobody(client: Client, workspace: Workspace) -> None:
    course = make_step(make_plan(workspace)[0], StepKind.COURSE)

    assert client.get(reverse("growth:supervisor", args=[course.pk])).status_code == 404
