"""Chapters: told with dates as people write them, and kept apart in two windows."""

from datetime import datetime

import pytest

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.models import Workspace
from askwell.portfolio.actions.chapters import add_chapter, change_chapter
from askwell.portfolio.actions.errors import (
    ChangedElsewhereError,
    EndsBeforeStartError,
    NothingToldError,
    UnknownCodeError,
    UnreadableError,
)
from askwell.portfolio.actions.keeping import say_in
from askwell.portfolio.models import Chapter


def test_dates_are_kept_as_they_are_known(workspace: Workspace) -> None:
    job = add_chapter(workspace=workspace, kind="work", title="Buyer", start="March 2013", end="2019年3月")

    assert (job.start, job.end) == ("2013-03", "2019-03")


def test_what_is_no_date_is_refused_with_its_words(workspace: Workspace) -> None:
    with pytest.raises(UnreadableError) as refused:
        add_chapter(workspace=workspace, kind="work", title="Buyer", start="after the rain")

    assert (refused.value.column, refused.value.text) == ("start", "after the rain")


def test_nothing_ends_before_it_starts(workspace: Workspace) -> None:
    with pytest.raises(EndsBeforeStartError):
        add_chapter(workspace=workspace, kind="work", title="Buyer", start="2019-05", end="2019-03")

    same_year = add_chapter(workspace=workspace, kind="work", title="Buyer", start="2019-05", end="2019")
    assert same_year.end == "2019"


def test_a_chapter_has_a_title_or_an_organisation(workspace: Workspace) -> None:
    with pytest.raises(NothingToldError):
        add_chapter(workspace=workspace, kind="work", title=" \u200b", place="Burnaby")

    assert add_chapter(workspace=workspace, kind="work", organisation="Maple Basket Market").title == ""


@pytest.mark.parametrize("wrong", [{"kind": "hobby"}, {"kind": "work", "language": "de"}])
def test_unknown_kinds_and_languages_are_refused(workspace: Workspace, wrong: dict[str, str]) -> None:
    with pytest.raises(UnknownCodeError):
        add_chapter(workspace=workspace, title="Buyer", **wrong)


def test_an_address_that_is_none_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnreadableError):
        add_chapter(workspace=workspace, kind="project", title="Forecast", url="javascript:alert(1)")


def test_the_second_window_is_told_and_writes_nothing(workspace: Workspace) -> None:
    job = add_chapter(workspace=workspace, kind="work", title="Buyer")
    first = change_chapter(
        workspace=workspace, chapter_id=job.pk, version=job.version, kind="work", title="Senior buyer"
    )

    with pytest.raises(ChangedElsewhereError) as refused:
        change_chapter(workspace=workspace, chapter_id=job.pk, version=job.version, kind="work", title="Clerk")

    assert refused.value.now == first.version
    assert Chapter.kept(workspace).get().title == "Senior buyer"


def test_a_chapter_is_said_in_another_language_and_unsaid(workspace: Workspace) -> None:
    job = add_chapter(workspace=workspace, kind="work", title="Buyer", place="Suzhou")
    said = say_in(
        Chapter, workspace=workspace, key=job.pk, language="zh-hans", words={"title": "采购员", "url": "x"}, version=1
    )
    assert said.said == {"zh-hans": {"title": "采购员"}}

    unsaid = say_in(Chapter, workspace=workspace, key=job.pk, language="zh-hans", words={"title": ""}, version=2)
    assert unsaid.said == {}


def test_its_own_language_is_not_another(workspace: Workspace) -> None:
    job = add_chapter(workspace=workspace, kind="work", title="Buyer")
    with pytest.raises(UnknownCodeError):
        say_in(Chapter, workspace=workspace, key=job.pk, language="en", words={"title": "Buyer"}, version=1)


def test_what_was_thrown_away_cannot_be_changed_until_it_is_back(workspace: Workspace, now: datetime) -> None:
    job = add_chapter(workspace=workspace, kind="work", title="Buyer")
    throw_away(Chapter, workspace=workspace, key=job.pk, now=now)
    with pytest.raises(Chapter.DoesNotExist):
        change_chapter(workspace=workspace, chapter_id=job.pk, version=1, kind="work", title="Clerk")

    bring_back(Chapter, workspace=workspace, key=job.pk)
    changed = change_chapter(workspace=workspace, chapter_id=job.pk, version=1, kind="work", title="Clerk")
    assert changed.title == "Clerk"
