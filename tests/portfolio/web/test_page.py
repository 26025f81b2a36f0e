"""The story's own page."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.actions import throw_away
from askwell.accounts.models import User, Workspace
from askwell.portfolio.actions.keeping import say_in
from askwell.portfolio.actions.languages import add_language
from askwell.portfolio.actions.references import add_reference
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.actions.story import tell_head
from askwell.portfolio.models import Accomplishment, Chapter
from tests.factories.portfolio import make_job, make_line, make_long_story

SignIn = Callable[[User], Client]


@pytest.fixture
def mei(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def page(client: Client, address: str = "/story/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_story_teaches_the_first_step(mei: Client) -> None:
    shown = page(mei)
    assert "Nothing is told yet" in shown
    assert 'href="/story/bring/"' in shown
    assert 'href="/story/add/"' in shown


def test_it_is_told_latest_first_with_lines_and_where_their_numbers_come_from(
    mei: Client, workspace: Workspace
) -> None:
    old, new = make_job(workspace), make_job(workspace, "Shift lead", start="2024", end="")
    make_line(old, "Trained two buyers.")
    make_line(old, "Kept the shelves full.")
    make_line(new, "Waste down from 5 % to 3 %.", source="measured")

    shown = page(mei)

    assert shown.index("Shift lead") < shown.index("Packaging buyer")
    assert "since 2024" in shown
    assert "July\u00a02013 to June\u00a02019" in shown
    assert shown.count('<span class="tag good">measured</span>') == 1
    assert shown.count(">Improve<span") == 1


def test_the_lanes_say_in_words_what_they_draw(mei: Client, workspace: Workspace) -> None:
    make_job(workspace)
    tell_head(workspace=workspace, landed="2015-03")

    shown = page(mei)

    assert '<title id="lanes-said">Work: Blue Heron Trading; landed, March\u00a02015</title>' in shown
    assert "years at a glance" in shown


def test_a_skill_shows_how_often_it_is_shown_and_where(mei: Client, workspace: Workspace) -> None:
    job = make_job(workspace)
    add_skill(workspace=workspace, name="Negotiation", lines=[make_line(job).pk], chapters=[job.pk])
    add_skill(workspace=workspace, name="SAP", lines=[make_line(job, "Trained two.").pk])
    add_skill(workspace=workspace, name="Forecasting")

    shown = page(mei)

    assert "2 proofs" in shown
    assert "1 proof, thin" in shown
    assert "no proof" in shown


def test_what_was_thrown_away_shows_nothing_any_more(mei: Client, workspace: Workspace, now: object) -> None:
    line = make_line(make_job(workspace))
    add_skill(workspace=workspace, name="Negotiation", lines=[line.pk])
    throw_away(Accomplishment, workspace=workspace, key=line.pk, now=now)  # type: ignore[arg-type]

    shown = page(mei)

    assert "saved 4 %" not in shown
    assert "no proof" in shown


def test_a_reference_is_told_at_its_chapter_only_once_they_agreed(mei: Client, workspace: Workspace) -> None:
    job = make_job(workspace)
    add_reference(workspace=workspace, name="Oksana Bilyk", chapter_id=job.pk, asked_on=date(2026, 9, 1))
    add_reference(workspace=workspace, name="Paul Reyes", chapter_id=job.pk, agreed_on=date(2020, 9, 3))

    shown = page(mei)

    assert "Paul Reyes agreed on" in shown
    assert "Oksana Bilyk agreed" not in shown
    assert shown.count("Half a year without news.") == 1


def test_benchmarks_are_summed_up_and_told_one_by_one(mei: Client, workspace: Workspace) -> None:
    add_language(workspace=workspace, name="English", listening=9, writing=7)
    add_language(workspace=workspace, name="Mandarin", level="native")
    make_job(workspace)

    shown = page(mei)

    assert "CLB 7 to 9" in shown
    assert "listening 9, writing 7" in shown
    assert "first language" in shown


def test_in_another_language_it_counts_what_is_not_said_in_it(mei: Client, workspace: Workspace) -> None:
    job = make_job(workspace)
    make_line(job)
    say_in(Chapter, workspace=workspace, key=job.pk, language="zh-hans", words={"title": "采购员"}, version=1)

    english, chinese = page(mei), page(mei, "/story/?in=zh-hans")

    assert "not said in" not in english
    assert "Packaging buyer, Blue Heron Trading" in english
    assert "采购员" in chinese
    assert "1 thing is not said in Chinese yet" in chinese
    assert f"/story/lines/{job.accomplishments.get().pk}/in/zh-hans/?in=zh-hans" in chinese


def test_a_degree_from_abroad_is_written_so_that_readers_need_not_wonder(mei: Client, workspace: Workspace) -> None:
    degree = {"title": "Bachelor of Management", "field": "Logistics", "assessed_as": "a Canadian four-year degree"}
    Chapter.objects.create(workspace=workspace, kind="education", **degree)

    assert "“Bachelor of Management (Logistics), assessed as comparable to a Canadian four-year degree”" in page(mei)


@pytest.mark.parametrize("chapters", [1, 3, 300])
def test_it_takes_a_fixed_number_of_queries(
    mei: Client, workspace: Workspace, chapters: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_long_story(workspace, chapters)
    with django_assert_num_queries(11):
        mei.get("/story/")


def test_a_story_of_odd_things_still_has_a_page(mei: Client, workspace: Workspace) -> None:
    tell_head(
        workspace=workspace, name="Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissen", headline="مهندس"
    )
    make_job(workspace, "مدير المشتريات", start="", end="")
    for number in range(200):
        add_skill(workspace=workspace, name=f"Skill {number}")

    shown = page(mei)

    assert "مدير المشتريات" in shown
    assert "at a glance" not in shown
