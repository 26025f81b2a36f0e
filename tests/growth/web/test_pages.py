"""The pages of plans: what they refuse, what a stranger sees, how much they ask of the database."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import parse_qsl

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.documents.rules.letters import compose
from askwell.growth.models import Gap, Hours, Plan, PlanStep, Worth
from askwell.people.models import Person, Tie
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.models import Reference
from tests.conftest import today_of
from tests.factories.decisions import make_claim
from tests.factories.growth import make_hours, make_plan, make_role, make_step
from tests.factories.opportunities import make_opening
from tests.factories.people import make_person
from tests.factories.portfolio import make_job

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def test_an_opening_of_a_course_leads_into_the_plan(client: Client, workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace, "SAP")
    course = make_opening(workspace, kind="course", title="SAP, evenings", price=300.0, currency="CAD")
    job = make_opening(workspace, title="Planner")
    here = f"{reverse('growth:add_step')}?opportunity={course.pk}"

    pages = [client.get(reverse("opportunities:opening", args=[one.pk])).content.decode() for one in (course, job)]
    html = client.get(here).content.decode()
    client.post(here, {"kind": "course", "title": "SAP, evenings", "cost": "300", "currency": "CAD"})

    assert [here in page for page in pages] == [True, False]
    assert 'value="SAP, evenings"' in html
    assert 'value="300"' in html
    assert PlanStep.objects.of(workspace).values_list("plan", "opportunity", "cost").get() == (plan.pk, course.pk, 300)


def test_a_claim_leads_into_the_plan_as_a_step_or_beside_one(client: Client, workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace)
    step, claim = make_step(plan), make_claim(workspace, "Evenings are worth it")
    here = reverse("growth:use", args=[claim.pk])
    assert f'href="{here}"' in client.get(reverse("interviews:insights")).content.decode()

    client.post(here, {"step": str(step.pk)})
    sent = {"kind": "practice", "title": "Try it", "currency": "CAD"}
    client.post(f"{reverse('growth:add_step')}?insight={claim.pk}", sent)

    assert sorted(Worth.objects.of(workspace).values_list("step__title", flat=True)) == ["Basics of planning", "Try it"]
    assert "Evenings are worth it" in client.get(reverse("growth:step", args=[step.pk])).content.decode()


@pytest.mark.parametrize("name", ["opportunity", "insight"])
def test_without_a_plan_the_page_leads_to_one(client: Client, workspace: Workspace, name: str) -> None:
    row = make_opening(workspace, kind="course") if name == "opportunity" else make_claim(workspace, "So")

    html = client.get(f"{reverse('growth:add_step')}?{name}={row.pk}").content.decode()

    assert "No plan to put it in yet" in html


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"cost": "a lot"}, "Write an amount"),
        ({"cost": "-5"}, "Write an amount"),
        ({"starts": "2026-10-02", "ends": "2026-10-01"}, "It cannot end before it starts."),
        ({"cost": "$300 €"}, "Write an amount"),
        ({"cost": "$300", "currency": "EUR"}, "in another currency"),
        ({"cost": "999999999"}, "more than 1,000,000"),
        ({"hours_a_week": "-1"}, "A week has from 0 to 168 hours."),
        ({"hours_a_week": "200"}, "A week has from 0 to 168 hours."),
        ({"hours_in_all": "many"}, "Write a number of hours"),
        ({"url": "javascript:alert(1)"}, "This was not understood."),
        ({"title": "x" * 201}, "at most 200 characters"),
        ({"about": "x" * 50_000}, "at most 4000 characters"),
        ({"kind": "miracle"}, "Select a valid choice"),
        ({"closes": "01a21cc5-95f8-77f0-b377-8f2f71f52874"}, "Select a valid choice"),
    ],
)
def test_a_step_that_cannot_be_is_refused_with_words(
    client: Client, workspace: Workspace, sent: dict[str, str], words: str
) -> None:
    make_plan(workspace, "SAP")

    told = {"kind": "course", "title": "SAP", "currency": "CAD", **sent}
    answer = client.post(reverse("growth:add_step"), told)

    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert not PlanStep.objects.of(workspace).exists()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"hours": "0"}, "more than 0 and at most 24"),
        ({"hours": "-2"}, "more than 0 and at most 24"),
        ({"hours": "25"}, "more than 0 and at most 24"),
        ({"hours": "many"}, "Write a number of hours"),
        ({"on": "2026-10-31"}, "The role began on Nov. 1, 2026."),
        ({"on": str(timezone.localdate() + timedelta(days=3))}, "still to come"),
        ({"on": "someday"}, "Enter a valid date"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_words(
    client: Client, workspace: Workspace, sent: dict[str, str], words: str
) -> None:
    role = make_role(make_plan(workspace)[0], starts=date(2026, 11, 1))

    answer = client.post(reverse("growth:log", args=[role.pk]), {"on": "2026-11-20", "hours": "3", **sent})

    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert not Hours.objects.of(workspace).exists()


def test_a_refused_day_lands_on_its_first_wrong_field(client: Client, workspace: Workspace) -> None:
    role = make_role(make_plan(workspace)[0])
    here = reverse("growth:log", args=[role.pk])

    page = client.post(here, {"on": "2026-11-20", "hours": "0", "did": "Shelves"})
    html = page.content.decode()

    assert f'action="{here}#log"' in html
    assert '<a href="#id_hours">' in html.partition('role="alert"')[2].partition("</p>")[0]
    assert "autofocus" in html.partition('name="hours"')[2].partition(">")[0]
    assert html.count("autofocus") == 1
    assert "Shelves" in html


@pytest.mark.parametrize(("typed", "shown"), [("2,5", "2.5 h"), ("7.25", "7.25 h"), ("3", "3 h")])
def test_hours_are_told_as_they_were_typed(client: Client, workspace: Workspace, typed: str, shown: str) -> None:
    role = make_role(make_plan(workspace)[0])

    client.post(reverse("growth:log", args=[role.pk]), {"on": "2026-11-20", "hours": typed})

    assert f"· {shown}</h3>" in client.get(reverse("growth:step", args=[role.pk])).content.decode()


@pytest.mark.parametrize(
    ("typed", "currency"), [("1800元", "CNY"), ("US$ 1800", "USD"), ("$1800", "CAD"), ("1800", "CAD")]
)
def test_an_amount_says_its_currency(client: Client, workspace: Workspace, typed: str, currency: str) -> None:
    make_plan(workspace)

    client.post(reverse("growth:add_step"), {"kind": "course", "title": "SAP", "currency": "CAD", "cost": typed})

    assert PlanStep.objects.of(workspace).values_list("cost", "currency").get() == (1800, currency)


def test_only_what_the_story_says_closes_a_gap(client: Client, workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace, "Forecasting", "Negotiating with suppliers")
    part = make_job(workspace, organisation="Tidal Kitchen Society")
    add_skill(workspace=workspace, name="Forecasting", chapters=[part.pk])
    add_skill(workspace=workspace, name="Negotiating with vendors")

    page = client.get(reverse("growth:plan", args=[plan.pk]))
    html = page.content.decode()

    rows = {row.words: row for row in page.context["page"].gaps}
    assert rows["Forecasting"].is_shown
    assert reverse("portfolio:chapter", args=[part.pk]) in html
    near = rows["Negotiating with suppliers"]
    assert (bool(near.held), near.is_shown) == (True, False)
    assert f"{reverse('portfolio:add_skill')}?name=Negotiating%20with%20suppliers" in html
    assert "1 of 2 gaps is open." in html


def test_a_claim_is_a_hint_and_no_title(client: Client, workspace: Workspace) -> None:
    make_plan(workspace)
    claim = make_claim(workspace, "Evenings are worth it")

    html = client.get(f"{reverse('growth:add_step')}?insight={claim.pk}").content.decode()

    assert "Evenings are worth it" in html
    assert 'value="Evenings are worth it"' not in html


@pytest.mark.parametrize(("days", "primary"), [(1, "Note hours"), (15, "#log")])
def test_noting_hours_is_what_stands_out(
    client: Client, workspace: Workspace, seeker: User, days: int, primary: str
) -> None:
    role = make_role(make_plan(workspace)[0])
    make_hours(role, on=today_of(seeker) - timedelta(days=days), now=timezone.now())

    html = client.get(reverse("growth:step", args=[role.pk])).content.decode()
    main = html.partition("<main")[2]

    found = re.findall(r'<(?:a|button) class="button[^"]* primary"[^>]*>', main)
    assert len(found) == 1
    assert (primary == "#log") == ('href="#log"' in found[0])
    assert main.index('name="hours"') < main.index('class="timeline"')
    assert main.count(">It is done<") == 1


def test_the_letter_to_who_supervises_asks_in_general(client: Client, seeker: User, workspace: Workspace) -> None:
    role = make_role(make_plan(workspace)[0])
    make_hours(role, 22, did="Counted the shelves", learned="Dates first")
    client.post(reverse("growth:supervisor", args=[role.pk]), {"name": "吴兰 Wu Lan", "title": "Kitchen lead"})
    letter = {}
    for language in ("en", "zh-hans"):
        seeker.language = language
        seeker.save()
        page = client.get(reverse("growth:step", args=[role.pk]))
        letter[language] = dict(parse_qsl(page.context["letter"].partition("?")[2]))

    assert letter["en"]["recipient"].splitlines() == ["Wu Lan", "Kitchen lead", "Harbourlight Food Bank"]
    assert letter["en"]["remind"] == "Counted the shelves"
    text = compose("reference_request", "en", letter["en"]).body
    assert "{" not in text
    assert "22 hours" in text
    assert letter["zh-hans"]["reader"] == "吴兰"


def test_the_story_names_who_is_asked_as_the_plan_does(client: Client, workspace: Workspace) -> None:
    role = make_role(make_plan(workspace)[0])
    client.post(reverse("growth:supervisor", args=[role.pk]), {"name": "吴兰 Wu Lan", "title": "Kitchen lead"})

    client.post(reverse("growth:reference", args=[role.pk]), {"to": "asked"})

    told = Reference.objects.of(workspace).values_list("name", "role", "organisation").get()
    assert told == ("吴兰 Wu Lan", "Kitchen lead", "Harbourlight Food Bank")


def test_somebody_who_is_known_supervises_with_one_more_tie(client: Client, workspace: Workspace) -> None:
    role, friend = make_role(make_plan(workspace)[0]), make_person(workspace, given="Ana", tie_kind="friend")

    client.post(reverse("growth:supervisor", args=[role.pk]), {"person": str(friend.pk)})

    assert Person.objects.of(workspace).get() == friend
    assert sorted(Tie.objects.of(workspace).values_list("kind", flat=True)) == ["colleague", "friend"]


def test_a_no_is_kept_and_nobody_is_asked_again(client: Client, workspace: Workspace) -> None:
    role = make_role(make_plan(workspace)[0])
    make_hours(role, 22)
    here = reverse("growth:reference", args=[role.pk])
    early = client.post(here, {"to": "asked"}).content.decode()
    client.post(reverse("growth:supervisor", args=[role.pk]), {"name": "Ana Silva"})
    skipped = client.post(here, {"to": "given"}).status_code
    client.post(here, {"to": "asked"})
    client.post(here, {"to": "declined"})

    html = client.get(reverse("growth:step", args=[role.pk])).content.decode()

    assert "Say who supervises you first." in early
    assert skipped == 422
    assert "They are not asked again." in html
    assert "It is time to ask for a reference" not in client.get("/").content.decode()


def test_what_was_noted_of_a_reference_is_taken_back_to_nothing(client: Client, workspace: Workspace) -> None:
    role = make_role(make_plan(workspace)[0])
    client.post(reverse("growth:supervisor", args=[role.pk]), {"name": "Ana Silva"})
    for to in ("asked", "agreed", "given"):
        client.post(reverse("growth:reference", args=[role.pk]), {"to": to})
    stages = []
    for _turn in range(3):
        client.post(reverse("growth:reference_back", args=[role.pk]))
        stages.append(client.get(reverse("growth:step", args=[role.pk])).context["page"].asking.stage)

    assert stages == ["agreed", "asked", "not_asked"]
    role.refresh_from_db()
    assert role.reference is None


def test_a_strangers_plan_and_all_in_it_are_not_found(workspace: Workspace, stranger: User, sign_in: SignIn) -> None:
    plan, (gap,) = make_plan(workspace, "SAP")
    role, claim, opening = make_role(plan), make_claim(workspace, "So"), make_opening(workspace, kind="course")
    day, client = make_hours(role), sign_in(stranger)
    make_plan(stranger.workspace, "Mine")
    add = reverse("growth:add_step")
    pages = [
        reverse("growth:plan", args=[plan.pk]), reverse("growth:step", args=[role.pk]),
        reverse("growth:done", args=[role.pk]), reverse("growth:supervisor", args=[role.pk]),
        reverse("growth:hours", args=[day.pk]), reverse("growth:use", args=[claim.pk]), f"{add}?plan={plan.pk}",
        f"{add}?opportunity={opening.pk}", f"{add}?insight={claim.pk}", f"{add}?person={claim.person_id}",
    ]  # fmt: skip
    sent = {"kind": "course", "title": "x", "currency": "CAD", "closes": str(gap.pk), "person": str(claim.person_id)}

    assert {client.get(page).status_code for page in pages} == {404}
    assert {client.post(page, sent).status_code for page in pages} <= {404, 405}
    assert not PlanStep.objects.of(stranger.workspace).exists()


@pytest.mark.parametrize("rows", [1, 3, 30])
def test_a_plan_costs_a_bounded_number_of_queries(client: Client, workspace: Workspace, rows: int) -> None:
    plan, gaps = make_plan(workspace, *(f"Gap {n}" for n in range(rows)))
    for gap in gaps:
        role = make_role(plan, closes=[gap], under_way=False)
        make_hours(role, 0.5)
    here = reverse("growth:plan", args=[plan.pk])
    client.get(here)

    with CaptureQueriesContext(connection) as queries:
        client.get(here)

    assert len(queries) <= 23  # PostgreSQL may ask less


@pytest.mark.parametrize("name", ["plan", "step", "done", "edit_step"])
def test_a_plan_of_which_an_export_holds_nonsense_still_shows(client: Client, workspace: Workspace, name: str) -> None:
    plan, (gap,) = make_plan(workspace, "SAP")
    role = make_role(plan, closes=[gap])
    Gap.objects.of(workspace).update(names={"word": 1})
    PlanStep.objects.of(workspace).update(trail={"a": [None]}, said_before=[3], kind="magic", state="gone")
    Plan.objects.of(workspace).update(occupation=role.pk)

    key = plan.pk if name == "plan" else role.pk

    assert client.get(reverse(f"growth:{name}", args=[key])).status_code == 200


def test_whom_to_ask_says_why(client: Client, workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace, title="Demand planner")
    make_person(workspace, given="Ana", title="Demand planner", organisation="Two Rivers Dairy")
    make_claim(workspace, "It is mostly spreadsheets", subject="Demand planner")

    html = client.get(reverse("growth:plan", args=[plan.pk])).content.decode()

    assert html.count("works in it, or did") == 1
    assert html.count("spoke of it with you") == 1
