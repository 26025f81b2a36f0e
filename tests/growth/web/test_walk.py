"""A plan from a gap: made, followed, and what the match says after it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.growth.models import Gap, Hours, Plan, PlanStep
from askwell.occupations.models import Occupation
from askwell.occupations.queries.matching import match
from askwell.occupations.queries.telling import tell
from askwell.people.models import Person, Tie
from askwell.portfolio.models import Accomplishment, Chapter, Proof, Reference, Skill
from tests.conftest import today_of
from tests.factories.portfolio import make_job, make_line

ASK = {"kind": "conversation", "title": "Ask Ana", "currency": "CAD"}
SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def occupation(db: None) -> Occupation:
    """One that asks for spreadsheets and for more than the story shows."""
    return next(one for one in Occupation.objects.filter(source="own").order_by("code") if one.skills.count() > 4)


def test_a_course_a_role_and_a_contact_close_the_gap(
    client: Client, seeker: User, workspace: Workspace, occupation: Occupation
) -> None:
    make_line(make_job(workspace))
    told = tell(occupation.pk, "en")
    assert told
    before = match(workspace, told, "en")
    first, second, *_rest = [one.name for one in before.missing]

    # from the page of the occupation
    page = client.get(reverse("occupations:occupation", args=[occupation.pk])).content.decode()
    assert f'name="gap" value="{first}"' in page
    assert "Your plan for it" not in page
    client.post(reverse("growth:begin"), {"occupation": str(occupation.pk), "gap": [first, second]})
    plan = Plan.objects.of(workspace).get()
    page = client.get(reverse("occupations:occupation", args=[occupation.pk])).content.decode()
    assert f'href="{reverse("growth:plan", args=[plan.pk])}"' in page
    gaps = {gap.words: gap for gap in Gap.objects.of(workspace)}
    assert (plan.title, set(gaps)) == (told.title, {first, second})

    # a course
    sent = {"kind": "course", "title": "Evenings", "provider": "Fraser Ridge College", "cost": "$480"}
    sent |= {"currency": "CAD", "starts": "2026-09-01", "ends": "2026-10-26", "hours_a_week": "3"}
    sent |= {"closes": str(gaps[first].pk)}
    client.post(f"{reverse('growth:add_step')}?plan={plan.pk}", sent)
    course = PlanStep.objects.of(workspace).get(kind="course")
    html = client.get(reverse("growth:plan", args=[plan.pk])).content.decode()
    assert "8 weeks, 24 hours, $480." in html
    assert "It closes 1 of 2 gaps." in html

    # a volunteer role, with hours, a supervisor and a reference
    today = today_of(seeker)
    role_sent = {"kind": "volunteer", "title": "Stock helper", "provider": "Harbourlight Food Bank", "currency": "CAD",
                 "closes": [str(gaps[second].pk)], "starts": str(today - timedelta(days=50))}  # fmt: skip
    client.post(f"{reverse('growth:add_step')}?plan={plan.pk}", role_sent)
    role = PlanStep.objects.of(workspace).get(kind="volunteer")
    client.post(reverse("growth:move", args=[role.pk]), {"to": "under_way"})
    for days in (1, 8, 15):
        day = {"on": str(today - timedelta(days=days)), "hours": "7", "did": "Shelves", "learned": "Dates first"}
        client.post(reverse("growth:log", args=[role.pk]), day)
    client.post(reverse("growth:supervisor", args=[role.pk]), {"name": "Ana Silva", "title": "Stock coordinator"})
    ana = Person.objects.of(workspace).get()
    assert [tie.kind for tie in Tie.objects.of(workspace).filter(person=ana)] == ["colleague"]
    today_page = client.get(reverse("desk:today")).content.decode()
    assert "It is time to ask for a reference" in today_page
    step_page = client.get(reverse("growth:step", args=[role.pk])).content.decode()
    assert "kind=reference_request&amp;reader=Ana" in step_page
    client.post(reverse("growth:reference", args=[role.pk]), {"to": "asked"})
    client.post(reverse("growth:reference", args=[role.pk]), {"to": "agreed"})
    reference = Reference.objects.of(workspace).get()
    assert (reference.name, reference.asked_on, reference.agreed_on) == ("Ana Silva", today, today)
    assert "It is time to ask" not in client.get(reverse("desk:today")).content.decode()
    day = Hours.objects.of(workspace).earliest("on")
    client.post(reverse("growth:line", args=[day.pk]))
    assert Accomplishment.objects.of(workspace).get(text="Dates first").chapter.kind == "volunteering"

    # a contact
    client.post(
        f"{reverse('growth:add_step')}?plan={plan.pk}&person={ana.pk}",
        ASK,
    )
    talk = PlanStep.objects.of(workspace).get(kind="conversation")
    assert talk.person_id == ana.pk
    client.post(reverse("growth:done", args=[talk.pk]), {"do": "only"})

    # done, and the match says so
    filed = {
        "title": "Evenings",
        "organisation": "Fraser Ridge College",
        "start": "2026-09",
        "end": "2026-10",
        "skills": [first],
    }
    client.post(reverse("growth:done", args=[course.pk]), filed)
    shown = client.get(reverse("growth:done", args=[role.pk])).content.decode()
    assert 'value="21 hours"' in shown
    filed = {"title": "Stock helper", "organisation": "Harbourlight Food Bank", "note": "21 hours", "skills": [second]}
    client.post(reverse("growth:done", args=[role.pk]), filed)
    after = match(workspace, told, "en")
    held = {one.wanted.name: one for one in after.held}
    assert {first, second} <= set(held)
    assert [held[name].told.kind for name in (first, second)] == ["skill", "skill"]
    assert len(after.held) >= len(before.held) + 2
    html = client.get(reverse("growth:plan", args=[plan.pk])).content.decode()
    assert "Every gap of this plan is closed." in html
    assert Proof.objects.of(workspace).filter(skill__name=first).get().chapter.kind == "course"

    # taken back
    client.post(reverse("growth:move_back", args=[course.pk]))
    assert not Chapter.objects.of(workspace).filter(kind="course").exists()
    assert [skill.name for skill in Skill.objects.of(workspace)] == [second]
    assert {one.name for one in match(workspace, told, "en").missing} >= {first}
