"""What a caseworker's pages show of a seeker's own workspace, proven by a word of its own in every text column of it.

Whatever a consent does not name must not be there; after withdrawing or leaving, nothing may.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest
from django.db import models
from django.test import Client

from askwell.accounts.models import Profile, User, Workspace
from askwell.desk.queries.tables import exported
from askwell.growth.choices import StepKind, StepState
from askwell.growth.models import Plan, PlanStep
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.opportunities.choices import Kind, Stage
from askwell.opportunities.models import Application, Opportunity
from askwell.outreach.choices import TargetKind
from askwell.outreach.models import FollowUp, Target, Thread
from askwell.people.models import Person
from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.models import Chapter, Skill
from askwell.practice.models import JobInterview, Rehearsal
from askwell.programmes.actions.consenting import share
from askwell.programmes.actions.leaving import leave, remove_seeker
from askwell.programmes.choices import ConsentItem, ParticipantState
from askwell.programmes.models import Participant, Programme
from askwell.programmes.queries.shared import months_from, shared
from tests.conftest import NOW
from tests.desk.planting import plant
from tests.factories.programmes import joined, make_staff

SignIn = Callable[[User], Client]
WORD = re.compile(r"zq\d{4}q")
ALLOWED = {
    ConsentItem.TARGET: {"accounts.Profile.occupation", "outreach.Target.name"},
    ConsentItem.PROGRESS: set[str](),
    ConsentItem.STORY: {
        "portfolio.Chapter.title", "portfolio.Chapter.organisation", "portfolio.Skill.name",
    },
    ConsentItem.PRACTICE: set[str](),
    ConsentItem.OPENINGS: {"opportunities.Opportunity.title", "opportunities.Opportunity.organisation_name"},
    ConsentItem.PLAN: {"growth.PlanStep.title"},
    ConsentItem.OUTCOME: set[str](),
}  # fmt: skip
"""Columns whose words each consent shows; of the others numbers, days and codes only."""


def mark_every_column(workspace: Workspace) -> dict[str, str]:
    """A word of its own in every text and JSON column of every table; returns the column of each word."""
    plant(workspace, "zq")
    numbers = count(1)
    columns: dict[str, str] = {}
    models_ = [(model, model.objects.of(workspace)) for model in exported()]
    for model, rows in [*models_, (Profile, Profile.objects.filter(workspace=workspace))]:
        for field in texts(model):
            word = f"zq{next(numbers):04}q"
            columns[word] = f"{model._meta.label}.{field.name}"
            rows.update(**{field.name: {"word": word} if isinstance(field, models.JSONField) else word})
    make_real(workspace)
    return columns


def texts(model: type[models.Model]) -> Iterator[Any]:
    kinds = (models.CharField, models.TextField, models.JSONField)
    return (field for field in model._meta.concrete_fields if isinstance(field, kinds) and fits(field))


def fits(field: Any) -> bool:
    return field.max_length is None or field.max_length >= 7


def make_real(workspace: Workspace) -> None:
    """Codes that pages know, so that everything that can be shown would be."""
    Target.objects.of(workspace).update(kind=TargetKind.EMPLOYER, removed_at=None)
    Chapter.objects.of(workspace).update(kind=ChapterKind.WORK, removed_at=None)
    Skill.objects.of(workspace).update(removed_at=None)
    Opportunity.objects.of(workspace).update(kind=Kind.JOB, removed_at=None, same_as=None)
    Application.objects.of(workspace).update(stage=Stage.ACCEPTED)
    Plan.objects.of(workspace).update(removed_at=None)
    PlanStep.objects.of(workspace).update(kind=StepKind.COURSE, state=StepState.DONE, removed_at=None)
    Rehearsal.objects.of(workspace).update(removed_at=None)
    JobInterview.objects.of(workspace).update(removed_at=None)
    Interview.objects.of(workspace).update(state=InterviewState.HELD)
    Person.objects.of(workspace).update(do_not_contact_at=None)
    FollowUp.objects.of(workspace).update(done_at=None, dismissed_at=None, snoozed_until=None)


@pytest.fixture
def one(programme: Programme, caseworker: User) -> tuple[Participant, dict[str, str]]:
    """A seeker whose every column has a word of its own, looked after by the caseworker."""
    row, _user = joined(programme, caseworker=caseworker)
    assert row.seeker_workspace
    return row, mark_every_column(row.seeker_workspace)


def agree(row: Participant, *items: ConsentItem) -> None:
    assert row.seeker_workspace
    share(seeker=row.seeker_workspace, participant_id=row.pk, items=items, now=NOW)


def seen(client: Client, row: Participant, columns: dict[str, str]) -> set[str]:
    """The columns of whose words anything stands on any of the caseworker's pages."""
    pages = ["/programmes/", "/programmes/seekers/", *(f"/programmes/seekers/{row.pk}/{one}" for one in ("", "edit/"))]
    text = " ".join(client.get(address).content.decode() for address in pages)
    return {columns[word] for word in WORD.findall(text)}


def test_there_is_much_that_could_leak(one: tuple[Participant, dict[str, str]]) -> None:
    _row, columns = one

    assert len(columns) > 250
    assert {"people.Person.nickname", "people.Note.text", "outreach.Message.body"} <= set(columns.values())


def test_without_a_consent_nothing_is_shown(
    one: tuple[Participant, dict[str, str]], caseworker: User, sign_in: SignIn
) -> None:
    row, columns = one

    assert seen(sign_in(caseworker), row, columns) == set()
    assert set(shared(row, NOW).values()) == {None}


@pytest.mark.parametrize("item", ConsentItem)
def test_each_consent_shows_exactly_its_own(
    one: tuple[Participant, dict[str, str]], caseworker: User, item: ConsentItem, sign_in: SignIn
) -> None:
    row, columns = one
    agree(row, item)

    assert seen(sign_in(caseworker), row, columns) == ALLOWED[item]
    assert {there for there, shown in shared(row, NOW).items() if shown is not None} == {item}


def test_all_of_them_together_show_no_more(
    one: tuple[Participant, dict[str, str]], caseworker: User, sign_in: SignIn
) -> None:
    row, columns = one
    agree(row, *ConsentItem)

    assert seen(sign_in(caseworker), row, columns) == set.union(*ALLOWED.values())


def test_what_is_taken_back_is_gone_with_the_next_request(
    one: tuple[Participant, dict[str, str]], caseworker: User, sign_in: SignIn
) -> None:
    row, columns = one
    client = sign_in(caseworker)
    agree(row, *ConsentItem)
    assert seen(client, row, columns)

    agree(row, ConsentItem.PLAN)

    assert seen(client, row, columns) == ALLOWED[ConsentItem.PLAN]


@pytest.mark.parametrize("way", ["leaves", "is let go", "is turned down"])
def test_after_the_end_nothing_is_seen_by_anybody(
    one: tuple[Participant, dict[str, str]], caseworker: User, owner: User, way: str, sign_in: SignIn
) -> None:
    row, columns = one
    agree(row, *ConsentItem)
    assert row.seeker_workspace

    if way == "leaves":
        leave(seeker=row.seeker_workspace, participant_id=row.pk, now=NOW)
    elif way == "is let go":
        remove_seeker(workspace=row.workspace, participant_id=row.pk, now=NOW)
    else:
        sign_in(owner).post(f"/programmes/seekers/{row.pk}/stand/turned_down/")

    assert seen(sign_in(caseworker), row, columns) == set()
    assert seen(sign_in(owner), row, columns) == set()


def test_other_caseworkers_and_programmes_see_nothing(
    one: tuple[Participant, dict[str, str]], programme: Programme, rival: User, sign_in: SignIn
) -> None:
    row, columns = one
    agree(row, *ConsentItem)

    assert seen(sign_in(make_staff(programme, "other@caseworker.example")), row, columns) == set()
    assert seen(sign_in(rival), row, columns) == set()


def test_pauses_and_conversations_are_nobodys(
    one: tuple[Participant, dict[str, str]], caseworker: User, sign_in: SignIn
) -> None:
    row, columns = one
    assert row.seeker_workspace
    Chapter.objects.of(row.seeker_workspace).update(kind=ChapterKind.PAUSE)
    PlanStep.objects.of(row.seeker_workspace).update(kind=StepKind.CONVERSATION)
    agree(row, ConsentItem.STORY, ConsentItem.PLAN)

    assert seen(sign_in(caseworker), row, columns) == {"portfolio.Skill.name"}


def test_it_is_read_anew_each_time(one: tuple[Participant, dict[str, str]], caseworker: User, sign_in: SignIn) -> None:
    row, _columns = one
    client, address = sign_in(caseworker), f"/programmes/seekers/{row.pk}/"
    agree(row, ConsentItem.TARGET)
    assert row.seeker_workspace

    Profile.objects.filter(workspace=row.seeker_workspace).update(occupation="Millwright")
    assert "Millwright" in client.get(address).content.decode()
    Profile.objects.filter(workspace=row.seeker_workspace).update(occupation="Beekeeper")
    after = client.get(address).content.decode()

    assert ("Millwright" in after, "Beekeeper" in after) == (False, True)


def test_progress_is_numbers(one: tuple[Participant, dict[str, str]]) -> None:
    row, _columns = one
    agree(row, ConsentItem.PROGRESS)

    effort = shared(row, NOW)[ConsentItem.PROGRESS]

    assert (effort.asked, effort.held, effort.overdue) == (1, 1, 1)  # type: ignore[union-attr] # of Effort
    assert row.state == ParticipantState.ACTIVE


DAY = datetime(1993, 3, 17, 20, tzinfo=UTC)
TIMES = re.compile(r"(?:\d+\s)?\w+\s1993|1993-\d\d|\d+ years|less than a year")
TIMES_SHOWN = {
    ConsentItem.STORY: {"6 years"},
    ConsentItem.PRACTICE: {"17\xa0March\xa01993", "1993-03"},
    ConsentItem.OUTCOME: {"March 1993"},
}
"""What each consent tells of when something was; the others tell of no day at all."""


def long_ago(workspace: Workspace) -> None:
    """Everything that can be shown happened on one day of long ago."""
    Chapter.objects.of(workspace).update(start="1993-04", end="1999-06")
    Thread.objects.of(workspace).update(asked_at=DAY)
    FollowUp.objects.of(workspace).update(due_at=DAY)
    Application.objects.of(workspace).update(since=DAY.date())
    PlanStep.objects.of(workspace).update(starts=DAY.date(), ends=DAY.date())
    Rehearsal.objects.of(workspace).update(ended_at=DAY)


@pytest.mark.parametrize("item", ConsentItem)
def test_no_consent_tells_more_of_when_than_it_says(
    one: tuple[Participant, dict[str, str]], caseworker: User, item: ConsentItem, sign_in: SignIn
) -> None:
    row, _columns = one
    assert row.seeker_workspace
    long_ago(row.seeker_workspace)
    agree(row, item)

    page = sign_in(caseworker).get(f"/programmes/seekers/{row.pk}/").content.decode()

    assert set(TIMES.findall(page)) == TIMES_SHOWN.get(item, set())


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2013-07", "2019-06", 71),
        ("2013", "2019", 72),
        ("2019-06-30", "2019-07-01", 1),
        ("", "2019", None),
        ("2019", "2013", 0),
        ("soon", "2019", None),
    ],
)
def test_how_long_a_chapter_took(start: str, end: str, months: int | None) -> None:
    assert months_from(start, end) == months
