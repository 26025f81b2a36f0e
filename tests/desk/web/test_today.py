"""Today: the doors in words, what is due first, one new person always, everything to put off with undo."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.decisions.actions.choosing import Writing, decide, look_back
from askwell.desk.queries.do_next import do_next
from askwell.desk.web.words.counts import about, doors_heading
from askwell.outreach.models import FollowUp, Pass
from askwell.people.models import Person
from tests.conftest import today_of
from tests.desk.counting import queries_of
from tests.factories.decisions import lay_out
from tests.factories.demo import kept_demo
from tests.factories.interviews import make_agreed
from tests.factories.opportunities import make_opening
from tests.factories.outreach import make_someone, make_waiting
from tests.factories.people import import_file, linkedin_csv

SignIn = Callable[[User], Client]


@pytest.fixture(scope="module")
def filled_ids(django_db_setup: None, django_db_blocker: Any) -> Iterator[UUID]:
    """A user with the demo as it is made now, once for this file (each test rolls back what it changes)."""
    with kept_demo(django_db_blocker, timezone.now()) as key:
        yield key


@pytest.fixture
def demo_owner(filled_ids: UUID, db: None) -> User:
    return User.objects.select_related("workspace").get(pk=filled_ids)


@pytest.mark.parametrize(
    ("opened", "goal", "words"),
    [
        (0, 10, "Ten doors, and the first is before you"),
        (1, 10, "One door open, nine to go"),
        (4, 10, "Four doors open, six to go"),
        (10, 10, "All ten doors are open"),
        (13, 12, "All twelve doors are open"),
        (3, 40, "Three doors open, 37 to go"),
    ],
)
def test_the_heading_says_how_far(opened: int, goal: int, words: str) -> None:
    assert doors_heading(opened, goal) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "about 1 minute"),
        (7, "about 7 minutes"),
        (36, "about 35 minutes"),
        (58, "about 1 hour"),
        (150, "about 2 hours"),
    ],
)
def test_minutes_are_rounded(minutes: int, words: str) -> None:
    assert about(minutes) == words


def test_duties_come_first_and_one_new_person_always(workspace: Workspace, now: datetime) -> None:
    for number in range(8):
        make_waiting(workspace, now - timedelta(days=20 + number), given=f"Silent{number}", employer=f"Firm {number}")
    make_someone(workspace, "Aisha", "Khan", employer="Elsewhere")

    listed = do_next(workspace, now, limit=4)

    assert [todo.due is not None for todo in listed.todos] == [True, True, True, False]
    assert listed.todos[-1].who.given == "Aisha"
    due = [todo.due.duty.due_at for todo in listed.todos if todo.due]
    assert due == sorted(due)
    assert listed.more == FollowUp.objects.of(workspace).filter(opens_at__lte=now).count() - 3


def test_each_thing_has_one_button_and_the_first_is_the_pages_only_primary(demo_owner: User, sign_in: SignIn) -> None:
    page = sign_in(demo_owner).get("/").content.decode()

    rows = re.findall(r'<li class="todo">.*?</li>', page.split('id="openings"')[0], re.DOTALL)
    assert 5 <= len(rows) <= 6
    assert [row.count('class="button') - row.count('class="button small ghost') for row in rows] == [1] * len(rows)
    assert page.count("button primary") == 1
    assert "Four doors open, six to go" in page


def test_before_anything_is_sent_three_steps_are_taught(seeker: User, sign_in: SignIn) -> None:
    page = sign_in(seeker).get("/").content.decode()
    assert "The first three steps" in page
    assert page.count("button primary") == 1
    assert "Nothing is sent yet." in page


def test_each_step_is_done_by_what_it_says(seeker: User, workspace: Workspace, sign_in: SignIn, now: datetime) -> None:
    client = sign_in(seeker)
    import_file(workspace, linkedin_csv("Bo,Roy,,bo@cedar.example,Cedar,Buyer,14 Mar 2024"), now=now)
    for number in range(2):
        make_someone(workspace, f"Given{number}")
    assert steps_done(client) == ["Bring in your contacts"]

    make_someone(workspace, "Third")
    assert steps_done(client) == ["Write down three people you know", "Bring in your contacts"]


def steps_done(client: Client) -> list[str]:
    page = client.get("/").content.decode()
    page = page[page.index("The first three steps") :]
    items = re.findall(r'<li class="todo">.*?</li>', page, re.DOTALL)[:3]
    return [re.findall("<h3>(.*?)</h3>", item)[0] for item in items if "tag good" in item]


def test_the_demo_says_so_and_is_left_with_one_click(demo_owner: User, sign_in: SignIn) -> None:
    client = sign_in(demo_owner)
    assert "Start with my own people" in client.get("/").content.decode()

    answer = client.post(reverse("desk:empty_demo"), follow=True)

    assert answer.redirect_chain == [("/people/", 302)]
    assert "You know more people than you think" in answer.content.decode()
    assert "Start with my own people" not in client.get("/").content.decode()


def test_before_the_demo_goes_the_page_says_what_goes_and_it_can_come_back(demo_owner: User, sign_in: SignIn) -> None:
    client, people = sign_in(demo_owner), Person.objects.of(demo_owner.workspace)
    shown = client.get(reverse("desk:empty_demo")).content.decode()
    assert "people</li>" in shown
    assert "Your own templates" in shown
    assert people.count() > 20

    emptied = client.post(reverse("desk:empty_demo"), follow=True).content.decode()
    assert f'action="{reverse("desk:refill_demo")}"' in emptied
    assert people.count() == 0
    client.post(reverse("desk:refill_demo"))
    assert people.count() > 20
    assert client.get(reverse("desk:empty_demo")).status_code == 200


def test_a_duty_is_put_off_and_taken_back(seeker: User, workspace: Workspace, sign_in: SignIn, now) -> None:
    make_waiting(workspace, now - timedelta(days=400))
    duty, client = FollowUp.objects.of(workspace).first(), sign_in(seeker)
    assert duty

    page = client.post(reverse("desk:put_off", args=[duty.pk]), {"do": "tomorrow"}, follow=True).content.decode()
    duty.refresh_from_db()
    assert duty.snoozed_until is not None
    assert duty.dismissed_at is None
    undo = reverse("desk:undo_todo", args=[duty.pk, "snooze"])
    assert f'action="{undo}"' in page

    client.post(undo)
    duty.refresh_from_db()
    assert duty.snoozed_until is None


def test_a_duty_is_dismissed_and_taken_back(seeker: User, workspace: Workspace, sign_in: SignIn, now) -> None:
    make_waiting(workspace, now - timedelta(days=400))
    duty, client = FollowUp.objects.of(workspace).first(), sign_in(seeker)
    assert duty
    for nothing in ({}, {"do": "yesterday"}):
        assert client.post(reverse("desk:put_off", args=[duty.pk]), nothing).status_code == 404
    client.post(reverse("desk:put_off", args=[duty.pk]), {"do": "dismiss"})
    duty.refresh_from_db()
    assert duty.dismissed_at is not None

    client.post(reverse("desk:undo_todo", args=[duty.pk, "dismiss"]))
    duty.refresh_from_db()
    assert duty.dismissed_at is None


def test_a_suggestion_is_passed_over_and_taken_back(seeker: User, workspace: Workspace, sign_in: SignIn) -> None:
    person, client = make_someone(workspace), sign_in(seeker)
    client.post(reverse("desk:pass", args=[person.pk]), {"do": "dismiss"})
    assert list(Pass.objects.of(workspace).values_list("person", "until")) == [(person.pk, None)]

    client.post(reverse("desk:undo_pass", args=[person.pk]))
    assert not Pass.objects.of(workspace).exists()


def test_a_stranger_puts_off_nothing(workspace: Workspace, stranger: User, sign_in: SignIn, now) -> None:
    thread = make_waiting(workspace, now - timedelta(days=400))
    duty, client = FollowUp.objects.of(workspace).first(), sign_in(stranger)
    assert duty
    addresses = (
        reverse("desk:put_off", args=[duty.pk]),
        reverse("desk:undo_todo", args=[duty.pk, "snooze"]),
        reverse("desk:undo_todo", args=[duty.pk, "dismiss"]),
        reverse("desk:pass", args=[thread.person_id]),
        reverse("desk:undo_pass", args=[thread.person_id]),
    )
    assert [client.post(address, {"do": "dismiss"}).status_code for address in addresses] == [404] * 5
    duty.refresh_from_db()
    assert (duty.snoozed_until, duty.dismissed_at) == (None, None)


def test_a_stranger_sees_nobody_on_today(workspace: Workspace, stranger: User, sign_in: SignIn, now) -> None:
    make_waiting(workspace, now - timedelta(days=400), given="Zqcanary")
    assert "Zqcanary" not in sign_in(stranger).get("/").content.decode()


@pytest.mark.parametrize("rows", [1, 3, 300])
def test_today_costs_a_bounded_number_of_queries_however_much_there_is(
    rows: int, seeker: User, workspace: Workspace, sign_in: SignIn, now: datetime
) -> None:
    for number in range(min(rows, 12)):
        make_waiting(workspace, now - timedelta(days=400), given=f"Silent{number}", employer=f"Firm {number}")
    for number in range(rows):
        make_someone(workspace, f"New{number}", employer=f"Firm {number}")
    client = sign_in(seeker)

    assert queries_of(client, "/") == QUERIES[rows]


def test_today_says_how_many_more_openings_wait(
    seeker: User, workspace: Workspace, sign_in: SignIn, now: datetime
) -> None:
    for number in range(5):
        make_opening(workspace, now=now - timedelta(days=30), title=f"Opening {number}")
    html = sign_in(seeker).get("/").content.decode()
    assert html.count(">Opening ") == 3
    assert "and 2 more" in html


@pytest.mark.parametrize(("look_back_in", "is_said"), [(1, False), (0, True), (-30, True)])
def test_a_decision_comes_back_on_the_day_to_look_back_on_it(
    look_back_in: int, is_said: bool, seeker: User, workspace: Workspace, sign_in: SignIn
) -> None:
    day, laid = today_of(seeker), lay_out(workspace)
    facts = {
        "text": "It pays.",
        "decided_on": day - timedelta(days=60),
        "look_back_on": day + timedelta(days=look_back_in),
    }
    writing = Writing(option_id=laid.options["Planner"], **facts)
    choice = decide(workspace=workspace, decision_id=laid.id, writing=writing, today=day, now=timezone.now())
    client, address = sign_in(seeker), reverse("decisions:choice", args=[choice.pk])

    assert (address in client.get("/").content.decode()) == is_said
    look_back(workspace=workspace, choice_id=choice.pk, came_of="It did.", on=day)
    assert address not in client.get("/").content.decode()


# more where the few people there are all have to be weighed, fewer where colleagues of the silent suffice
QUERIES = {1: 32, 3: 32, 300: 31}


@pytest.mark.parametrize(("in_days", "is_near"), [(0.5, True), (1.9, True), (2.1, False)])
def test_a_rehearsal_is_proposed_before_a_talk_that_is_near(
    seeker: User, workspace: Workspace, sign_in: SignIn, in_days: float, is_near: bool
) -> None:
    interview = make_agreed(workspace, timezone.now(), in_days=in_days)
    page = sign_in(seeker).get("/").content.decode()
    assert (reverse("practice:begin_for", args=[interview.pk]) in page) is is_near
