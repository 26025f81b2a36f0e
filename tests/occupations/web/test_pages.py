"""The pages of occupations."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User, Workspace
from askwell.occupations.queries.search import search
from askwell.occupations.rules.keys import key_of
from askwell.outreach.models import Target
from askwell.portfolio.actions.skills import add_skill
from tests.factories.portfolio import make_job, make_line, make_long_story

BUYER = f"/occupations/{key_of('own', 'buyer')}/"
SignIn = Callable[[User], Client]


@pytest.fixture
def page(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def test_a_hit_says_why_it_is_there(page: Client) -> None:
    answer = page.get("/occupations/", {"q": "采购"})

    assert answer.status_code == 200
    first = answer.content.decode().split('<ul class="found-trades"')[1].split("</li>")[0]
    assert f'href="{BUYER}"' in first
    assert "In Chinese also called “采购”." in first


def test_without_a_search_those_that_come_along_are_listed(page: Client) -> None:
    assert "87 occupations that come with Askwell" in page.get("/occupations/").content.decode()


def test_where_nothing_is_found_the_next_step_is_shown(page: Client) -> None:
    said = page.get("/occupations/", {"q": "zzqqx"}).content.decode()

    assert "Nothing is called “zzqqx”" in said
    assert "Often aimed at by newcomers" in said


def test_what_the_story_shows_is_named_with_its_proof(page: Client, workspace: Workspace) -> None:
    job = make_job(workspace)
    line = make_line(job, "Negotiated yearly prices.")
    add_skill(workspace=workspace, name="供应商管理", chapters=[job.pk])

    said = page.get(BUYER).content.decode()

    assert f'href="/story/lines/{line.pk}/"' in said
    assert "供应商管理" in said.split("You have")[1].split("Not shown yet")[0]
    assert "your story shows" in said


def test_an_empty_story_is_told_what_to_do(page: Client) -> None:
    assert "Tell your story" in page.get(BUYER).content.decode()


def test_anothers_story_is_never_matched(page: Client, stranger: User) -> None:
    assert stranger.workspace
    make_line(make_job(stranger.workspace), "Negotiated yearly prices.")

    assert "Negotiated" not in page.get(BUYER).content.decode()


def test_the_button_makes_it_a_target(page: Client, workspace: Workspace) -> None:
    page.post("/targets/", {"kind": "occupation", "name": "Buyer"})

    assert list(Target.objects.of(workspace).values_list("kind", "name")) == [("occupation", "Buyer")]
    assert 'action="/targets/"' in page.get(BUYER).content.decode()


def test_an_unknown_one_is_not_found(page: Client) -> None:
    assert page.get(f"/occupations/{key_of('own', 'x')}/").status_code == 404


@pytest.mark.parametrize("chapters", [1, 3, 30])
def test_the_page_asks_as_often_whatever_the_story_holds(page: Client, workspace: Workspace, chapters: int) -> None:
    make_long_story(workspace, chapters)
    search("x", "en")
    page.get(BUYER)

    with CaptureQueriesContext(connection) as queries:
        page.get(BUYER)

    assert len(queries) == 18
