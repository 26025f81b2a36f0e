"""The same in another language."""

from collections.abc import Callable

import pytest
from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.portfolio.actions.keeping import say_in
from askwell.portfolio.actions.story import tell_head
from askwell.portfolio.models import Accomplishment, Chapter, Story
from tests.factories.portfolio import make_job, make_line

SignIn = Callable[[User], Client]


@pytest.fixture
def mei(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def test_a_form_beside_the_original_asks_only_for_what_was_told(mei: Client, workspace: Workspace) -> None:
    job = make_job(workspace)
    answer = mei.get(f"/story/chapters/{job.pk}/in/zh-hans/")
    assert [pair.column for pair in answer.context["pairs"]] == ["title", "organisation", "place"]
    assert 'lang="en">Packaging buyer' in answer.content.decode()

    mei.post(f"/story/chapters/{job.pk}/in/zh-hans/", {"title": "包装采购员", "version": 1})
    assert Chapter.kept(workspace).get().said == {"zh-hans": {"title": "包装采购员"}}


def test_its_own_language_is_edited_not_said(mei: Client, workspace: Workspace) -> None:
    job = make_job(workspace)
    answer = mei.get(f"/story/chapters/{job.pk}/in/en/")
    assert answer.headers["Location"] == f"/story/chapters/{job.pk}/"
    assert mei.get(f"/story/chapters/{job.pk}/in/de/").status_code == 404


def test_the_second_window_is_told_here_too(mei: Client, workspace: Workspace) -> None:
    job = make_job(workspace)
    say_in(Chapter, workspace=workspace, key=job.pk, language="zh-hans", words={"title": "采购"}, version=1)

    told = mei.post(f"/story/chapters/{job.pk}/in/zh-hans/", {"title": "包装采购员", "version": 1})

    assert told.status_code == 422
    assert 'value="包装采购员"' in told.content.decode()
    assert ">采购</dd>" in told.content.decode()
    mei.post(f"/story/chapters/{job.pk}/in/zh-hans/", {"title": "包装采购员", "version": 1, "over": 2})
    assert Chapter.kept(workspace).get().said["zh-hans"] == {"title": "包装采购员"}


def test_a_line_and_the_head_are_said_too(mei: Client, workspace: Workspace) -> None:
    line = make_line(make_job(workspace))
    tell_head(workspace=workspace, headline="Supply planner")

    mei.post(f"/story/lines/{line.pk}/in/fr/", {"text": "Négocié les prix.", "version": 1})
    mei.post("/story/head/in/fr/", {"headline": "Planificatrice", "version": 1})

    assert Accomplishment.kept(workspace).get().said["fr"] == {"text": "Négocié les prix."}
    assert Story.objects.of(workspace).get().said["fr"] == {"headline": "Planificatrice"}


def test_a_head_that_is_not_told_is_told_first(mei: Client) -> None:
    assert mei.get("/story/head/in/fr/").headers["Location"] == "/story/head/"
