"""Whatever a seeker made in practice they can delete, and take that back."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import Removable, User, Workspace
from askwell.coach.drills import Kind, Opening, items
from askwell.practice.actions.drills import attempt
from askwell.practice.actions.job_interviews import answer
from askwell.practice.models import DrillTry, JobAnswer, JobInterview, Rehearsal, Utterance
from askwell.practice.queries.home import home, trend
from tests.factories.job_interviews import ANSWER, make_job_interview
from tests.factories.practice import make_held

SignIn = Callable[[User], Client]
Made = tuple[Removable, str, str]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def now() -> datetime:
    return timezone.now().replace(microsecond=0)


def rehearsal(workspace: Workspace, now: datetime) -> Made:
    held = make_held(workspace, now)
    return held, reverse("practice:report", args=[held.pk]), reverse("practice:home")


def job_interview(workspace: Workspace, now: datetime) -> Made:
    one = make_job_interview(workspace, now)
    answer(workspace=workspace, job_interview_id=one.pk, place=0, text=ANSWER, tries=0, now=now)
    return one, reverse("practice:job_report", args=[one.pk]), reverse("practice:job_interviews")


def drill_try(workspace: Workspace, now: datetime) -> Made:
    item = next(one for one in items().values() if one.kind is Kind.OPENING_UP and one.language == "en")
    assert isinstance(item, Opening)
    done = attempt(workspace=workspace, exercise=item.id, text=item.better, now=now)
    return done, reverse("practice:drill_try", args=[done.pk]), reverse("practice:drills")


MAKERS = pytest.mark.parametrize("make", [rehearsal, job_interview, drill_try])


def delete(client: Client, page: str) -> str:
    """Presses "Delete" on the page, and gives the address of the undo."""
    found = re.findall(r'action="([^"]+/remove/)"', client.get(page).content.decode())
    assert len(found) == 1
    shown = client.post(found[0], follow=True).content.decode()
    undo = re.search(r'action="([^"]+)" data-undo', shown)
    assert undo
    return undo[1]


@MAKERS
def test_it_is_gone_from_its_page_and_its_list_until_that_is_undone(
    client: Client, workspace: Workspace, now: datetime, make: Callable[[Workspace, datetime], Made]
) -> None:
    _one, page, listed = make(workspace, now)
    before = counted(client, listed)
    undo = delete(client, page)
    assert client.get(page).status_code == 404
    assert counted(client, listed) != before
    client.post(undo)
    assert client.get(page).status_code == 200
    assert counted(client, listed) == before


def counted(client: Client, listed: str) -> list[str]:
    """What the list shows of what was made: its links, and its numbers."""
    return re.findall(r'href="(/practice/[^"]*[0-9a-f]{12}[^"]*)"|>(\d+/\d+)<', client.get(listed).content.decode())


@MAKERS
def test_the_next_one_that_is_deleted_makes_it_gone_for_good(
    client: Client, workspace: Workspace, now: datetime, make: Callable[[Workspace, datetime], Made]
) -> None:
    first, page, _list = make(workspace, now)
    second, other, _list = make(workspace, now + timedelta(minutes=1))
    undo = delete(client, page)
    delete(client, other)
    assert list(type(first).objects.of(workspace).values_list("pk", flat=True)) == [second.pk]
    assert client.post(undo).status_code == 404


def test_what_was_said_goes_with_it(client: Client, workspace: Workspace, now: datetime) -> None:
    for make in (rehearsal, job_interview):
        for minutes in range(2):
            delete(client, make(workspace, now + timedelta(minutes=minutes))[1])
    assert {one.rehearsal_id for one in Utterance.objects.of(workspace)} == {
        one.pk for one in Rehearsal.objects.of(workspace)
    }
    assert JobAnswer.objects.of(workspace).count() == JobInterview.objects.of(workspace).count() == 1


def test_a_deleted_rehearsal_counts_nowhere(client: Client, workspace: Workspace, now: datetime) -> None:
    delete(client, rehearsal(workspace, now)[1])
    page = home(workspace, timezone.now())
    assert (page.ended, page.total, trend(workspace, timezone.now())) == ((), 0, ())


def test_one_that_goes_on_still_is_deleted_from_the_list(client: Client, workspace: Workspace, now: datetime) -> None:
    client.post(reverse("practice:begin"), {"trade": "buyer", "mood": "shy", "minutes": "5", "language": "en"})
    delete(client, reverse("practice:home"))
    assert home(workspace, now).going == ()


@MAKERS
def test_a_stranger_deletes_and_brings_back_nothing(
    client: Client,
    sign_in: SignIn,
    stranger: User,
    workspace: Workspace,
    now: datetime,
    make: Callable[[Workspace, datetime], Made],
) -> None:
    one, page, _list = make(workspace, now)
    name = {Rehearsal: "rehearsal", JobInterview: "job_interview", DrillTry: "drill_try"}[type(one)]
    other = sign_in(stranger)
    assert other.post(reverse(f"practice:remove_{name}", args=[one.pk])).status_code == 404
    assert client.get(page).status_code == 200
    undo = delete(client, page)
    assert other.post(undo).status_code == 404
    assert client.get(page).status_code == 404
