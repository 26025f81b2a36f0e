"""The demo: believable on any day, all of it made by the apps' own actions, and gone in one click."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.actions import issue_sign_in_link
from askwell.accounts.models import Profile, User, Workspace
from askwell.desk.actions.demo import NoDemo, empty_demo, fill_demo
from askwell.desk.actions.demo.programme import fill_demo_programme
from askwell.desk.actions.export import export_workspace
from askwell.desk.actions.restore import import_workspace, is_empty
from askwell.desk.queries.do_next import do_next
from askwell.documents.models import Resume
from askwell.documents.queries.resumes import opened
from askwell.interviews.models import Interview, OwnCalendar
from askwell.interviews.queries.doors import doors
from askwell.outreach.actions.templates import TemplateText, keep_template
from askwell.outreach.choices import FollowUpKind, MessageState
from askwell.outreach.models import Mailbox, Message, Template, Thread
from askwell.outreach.queries.write import LANGUAGES
from askwell.people.models import ContactPoint, Person
from askwell.practice.models import ModelEndpoint, Rehearsal
from askwell.programmes.models import Insider, Match, Participant, Session
from tests.conftest import NOW
from tests.desk.test_restore import read, with_plain_ids
from tests.factories.demo import kept_demo
from tests.factories.mail import a_mailbox
from tests.factories.modelling import make_model

KINDS = FollowUpKind
DAYS = {
    "a Wednesday morning": datetime(2026, 11, 25, 18, 0, tzinfo=UTC),
    "a Sunday night": datetime(2026, 11, 30, 6, 30, tzinfo=UTC),
    "a Monday before dawn": datetime(2026, 11, 30, 12, 0, tzinfo=UTC),
    "Christmas Day": datetime(2026, 12, 25, 20, 0, tzinfo=UTC),
    "the day clocks change": datetime(2027, 3, 14, 17, 0, tzinfo=UTC),
}


@pytest.fixture(scope="module")
def filled_ids(django_db_setup: None, django_db_blocker: Any) -> Iterator[UUID]:
    """A user with the demo as it is made at `NOW`, once for this file (each test rolls back what it changes)."""
    with kept_demo(django_db_blocker, NOW) as key:
        yield key


@pytest.fixture
def demo_owner(filled_ids: UUID, db: None) -> User:
    return User.objects.select_related("workspace").get(pk=filled_ids)


@pytest.fixture
def filled(demo_owner: User) -> Workspace:
    """A workspace with the demo in it."""
    assert demo_owner.workspace
    return demo_owner.workspace


@pytest.mark.once
@pytest.mark.parametrize("day", DAYS)
def test_on_any_day_four_doors_are_open_and_things_are_due(day: str, workspace: Workspace) -> None:
    now = DAYS[day]
    assert fill_demo(workspace=workspace, now=now)

    stand = doors(workspace)
    due = {todo.due.duty.kind for todo in do_next(workspace, now, limit=20).todos if todo.due}
    assert (stand.opened, stand.ajar, stand.held) == (4, 2, 1)
    assert due >= {KINDS.THANK, KINDS.WRITE_DOWN, KINDS.NUDGE, KINDS.SECOND_PERSON, KINDS.REPLY_WITHIN_A_DAY}
    assert not Message.objects.of(workspace).filter(happened_at__gt=now).exists()
    assert hours_of_meetings(workspace, now) == [10, 17]


def test_threads_stand_in_every_state(filled: Workspace, now) -> None:
    threads = Thread.objects.of(filled)
    assert set(threads.values_list("state", flat=True)) == {
        "drafting", "waiting", "nudged", "answered", "scheduled", "closed",
    }  # fmt: skip
    outcomes = set(threads.filter(state="closed").values_list("outcome", flat=True))
    assert outcomes == {"met", "declined", "silent", "stopped"}


def test_every_message_is_kept_in_a_language_the_write_page_knows(filled: Workspace, now) -> None:
    written = Message.objects.of(filled).exclude(language="")
    assert set(written.values_list("language", flat=True)) == set(LANGUAGES)
    draft = written.get(state=MessageState.DRAFT, thread__person__native_name="陈思远")
    assert draft.language == "zh-Hans"


def test_nobody_in_the_demo_can_exist(filled: Workspace, now) -> None:
    points = ContactPoint.objects.of(filled)
    assert [
        value for value in points.filter(kind="email").values_list("value", flat=True) if not value.endswith(".example")
    ] == []
    assert [value for value in points.filter(kind="phone").values_list("value", flat=True) if "555" not in value] == []
    assert [
        value for value in points.filter(kind="link").values_list("value", flat=True) if "-example" not in value
    ] == []


def test_the_demo_only_fills_an_empty_workspace(workspace: Workspace, now) -> None:
    Person.objects.create(workspace=workspace, given_name="Lin", created_at=now, updated_at=now)
    assert not fill_demo(workspace=workspace, now=now)
    assert Person.objects.of(workspace).count() == 1
    assert not workspace.is_demo


def test_what_the_seeker_connected_and_wrote_outlives_the_demo(filled: Workspace, now) -> None:
    mailbox = a_mailbox(filled, now=now, address="mei@seeker.example", imap_port=1, smtp_port=2)
    template = keep_template(
        workspace=filled, text=TemplateText(name="Coffee", language="en", subject="", body="Hello"), now=now
    )
    OwnCalendar.objects.create(workspace=filled, feed_since=now, feed_number=3)
    make_model(filled, "https://models.example/v1", key="")

    empty_demo(workspace=filled, now=NOW)

    assert Mailbox.objects.of(filled).get() == mailbox
    assert Template.objects.of(filled).get() == template
    assert OwnCalendar.objects.of(filled).get().feed_number == 3
    assert ModelEndpoint.objects.of(filled).get().is_on
    assert is_empty(filled)


def test_one_click_empties_the_demo_and_nothing_else(filled: Workspace, stranger: User, now) -> None:
    assert stranger.workspace
    Person.objects.create(workspace=stranger.workspace, given_name="Lin", created_at=now, updated_at=now)

    empty_demo(workspace=filled, now=NOW)

    assert is_empty(filled)
    assert not Workspace.objects.get(pk=filled.pk).is_demo
    assert Profile.objects.get(workspace=filled).name == ""
    assert Person.objects.of(stranger.workspace).count() == 1


@pytest.mark.once
@pytest.mark.parametrize(("hour", "zone"), [(1, "UTC"), (22, "Asia/Shanghai")])
def test_nobody_meets_at_night_wherever_and_whenever_the_demo_is_made(
    workspace: Workspace, seeker: User, now: datetime, hour: int, zone: str
) -> None:
    """The days above are five hours more."""
    User.objects.filter(pk=seeker.pk).update(time_zone=zone)
    made_at = now.replace(hour=hour)
    fill_demo(workspace=workspace, now=made_at)
    assert hours_of_meetings(workspace, made_at) == [10, 17]


def hours_of_meetings(workspace: Workspace, now: datetime) -> list[int]:
    """Of those to come, by the clock of the workspace's user."""
    zone = ZoneInfo(User.objects.get(workspace=workspace).time_zone)
    starts = Interview.objects.of(workspace).filter(starts_at__gt=now).values_list("starts_at", flat=True)
    return sorted(at.astimezone(zone).hour for at in starts)


@pytest.mark.parametrize(
    ("chosen", "told", "then"),
    [
        ("America/Vancouver", "Europe/Paris", "Europe/Paris"),
        ("Asia/Shanghai", "Europe/Paris", "Asia/Shanghai"),
        ("America/Vancouver", "Nowhere/Land", "America/Vancouver"),
    ],
)
def test_ones_own_search_goes_by_ones_own_clock(
    demo_owner: User, sign_in, now: datetime, chosen: str, told: str, then: str
) -> None:
    User.objects.filter(pk=demo_owner.pk).update(time_zone=chosen)
    client = sign_in(demo_owner)
    assert 'name="time_zone" data-time-zone' in client.get("/demo/empty/").content.decode()
    client.post("/demo/empty/", {"time_zone": told})
    demo_owner.refresh_from_db()
    assert demo_owner.time_zone == then


def test_a_first_entrance_leaves_the_demo_its_clock(demo_owner: User, client, now: datetime) -> None:
    token = issue_sign_in_link(user=demo_owner, now=timezone.now())
    client.post(reverse("accounts:enter", args=[token]), {"time_zone": "Asia/Shanghai"})
    demo_owner.refresh_from_db()
    assert (demo_owner.time_zone, demo_owner.last_login is not None) == ("America/Vancouver", True)


def test_a_workspace_of_ones_own_is_not_emptied_as_a_demo(workspace: Workspace, now) -> None:
    Person.objects.create(workspace=workspace, given_name="Lin", created_at=now, updated_at=now)
    with pytest.raises(NoDemo):
        empty_demo(workspace=workspace, now=NOW)
    assert Person.objects.of(workspace).count() == 1


def test_the_whole_demo_survives_a_move(filled: Workspace, stranger: User, now) -> None:
    assert stranger.workspace
    data = export_workspace(workspace=filled, now=now)

    import_workspace(workspace=stranger.workspace, data=data, now=now)

    again = export_workspace(workspace=stranger.workspace, now=now)
    assert with_plain_ids(read(again)) == with_plain_ids(read(data))


def test_the_seeker_has_rehearsed_twice_and_got_better(filled: Workspace, now: datetime) -> None:
    before, after = Rehearsal.objects.of(filled).order_by("began_at")
    assert before.judgement["jobs"] != after.judgement["jobs"] == []
    assert (before.judgement["closed_well"], after.judgement["closed_well"]) == (False, True)
    assert before.judgement["share"] > after.judgement["share"]


def test_its_resume_leaves_out_a_word_of_the_posting_that_the_story_says(filled: Workspace, now) -> None:
    planner = opened(Resume.kept(filled).get(name="Planner"))
    assert [found.term.text for found in planner.coverage.in_story] == ["S&OP", "SAP"]


def test_the_demos_programme_has_the_seeker_in_it_who_stays_where_they_are(seeker: User, workspace: Workspace) -> None:
    Profile.objects.filter(workspace=workspace).update(name="Mei Chen")

    programme = fill_demo_programme(user=seeker, now=NOW)

    people = Participant.objects.of(programme.workspace)
    assert set(people.filter(state="left").values_list("cohort__name")) == {("Spring cohort",)}
    assert Session.objects.of(programme.workspace).filter(cohort__name="Spring cohort").count() == 3
    people = people.exclude(state="left")
    assert (people.count(), Insider.objects.of(programme.workspace).count()) == (400, 120)
    assert people.get(seeker_workspace=workspace).name == "Mei Chen"
    assert seeker.workspace == workspace
    assert not Match.objects.of(programme.workspace).exclude(participant=None).exists()


def test_emptying_the_demo_empties_its_programme(seeker: User, workspace: Workspace) -> None:
    workspace.is_demo = True
    workspace.save()
    before = {*Workspace.objects.all()}, {*User.objects.all()}
    fill_demo_programme(user=seeker, now=NOW)

    empty_demo(workspace=workspace, now=NOW)

    assert ({*Workspace.objects.all()}, {*User.objects.all()}) == before
