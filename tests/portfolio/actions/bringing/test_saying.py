"""A resume of the same life in another language tells the story in it, and that is taken off again."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.accounts.actions import introduce, throw_away
from askwell.accounts.models import Workspace
from askwell.portfolio.actions.bringing import KeepError, keep_resume, take_resume_back
from askwell.portfolio.actions.chapters import change_chapter
from askwell.portfolio.actions.keeping import say_in
from askwell.portfolio.models import Accomplishment, Chapter, Skill, SpokenLanguage, StoryFile
from askwell.portfolio.queries.bringing import brought as beside
from askwell.portfolio.queries.telling import Telling, tell
from askwell.portfolio.rules.bringing.picking import Picked
from askwell.protocols.resumes import Resume
from tests.factories.resumes import MEI, MEI_ZH, ready

ZH = "zh-hans"
ALL = [
    "head-name", "head-native_name", "head-headline", "head-summary", "work-0", "work-0:0", "work-1", "work-1:0",
    "volunteering-0", "education-0", "certificate-0", "project-0", "skill-0-0", "skill-0-1", "skill-1-0", "skill-2-0",
    "language-0", "language-1", "language-2", "reference-0",
]  # fmt: skip


def keep(file: StoryFile, now: datetime, ticked: Iterable[str] = ALL, **edits: dict[str, str]) -> StoryFile:
    picked = Picked(frozenset(ticked), {key.replace("_", "-"): typed for key, typed in edits.items()})
    return keep_resume(workspace=file.workspace, story_file_id=file.pk, language="en", picked=picked, now=now)


def bring(workspace: Workspace, now: datetime, resume: Resume, ticked: Iterable[str] = ALL) -> StoryFile:
    return keep(ready(workspace, now, resume), now, ticked)


def words(told: Telling) -> dict[str, Any]:
    return {
        "parts": [(one.title, one.organisation, [line.text for line in one.lines]) for one in told.parts],
        "skills": [(one.name, one.group) for one in told.skills],
        "languages": [one.name for one in told.languages],
        "head": (told.name, told.native_name, told.headline, told.summary),
        "references": [(one.name, one.role) for one in told.references],
    }


def story(workspace: Workspace) -> list[dict[str, Any]]:
    return [words(tell(workspace, language)) for language in ("en", ZH)]


def test_the_story_is_told_in_the_second_language_and_stays_as_it_was_in_the_first(
    workspace: Workspace, now: datetime
) -> None:
    bring(workspace, now, MEI)
    english = words(tell(workspace, "en"))

    bring(workspace, now, MEI_ZH)

    after = words(tell(workspace, "en"))
    assert (after["parts"], after["references"]) == (english["parts"], english["references"])
    assert after["skills"] == [*english["skills"], ("遛狗", "")]
    assert after["languages"] == [*english["languages"], "粤语"]
    chinese = words(tell(workspace, ZH))
    assert sorted(chinese["parts"]) == sorted(
        [
            ("领班", "枫篮超市", ["负责乳品墙的订货。"]),
            ("采购员", "蓝田家电", ["培训了两名采购员。"]),
            ("库房帮手", "港光食物银行", []),
            ("管理学学士", "锦江商学院", []),
            ("供应链计划", "菲沙桥学院", []),
            ("为面包店做预测", "", []),
        ]
    )
    assert chinese["skills"] == [("Excel", "工具"), ("SAP", "工具"), ("需求预测", ""), ("遛狗", "")]
    assert chinese["languages"] == ["普通话", "英语", "粤语"]
    assert chinese["head"] == ("Mei Lin", "林梅", "需求计划员", "十年采购经验。")
    assert chinese["references"] == [("Tom Reyes", "仓库主管")]


def test_the_other_way_round(workspace: Workspace, now: datetime) -> None:
    bring(workspace, now, MEI_ZH)
    bring(workspace, now, MEI)

    told = tell(workspace, "en")
    assert Chapter.kept(workspace).count() == 6
    assert {part.language for part in told.parts} == {"en"}
    assert (told.name, told.native_name, told.headline) == ("Mei Lin", "林梅", "Demand planner")
    assert [one.name for one in told.languages] == ["Mandarin", "English", "粤语"]


def test_the_same_file_again_brings_nothing(workspace: Workspace, now: datetime) -> None:
    bring(workspace, now, MEI)
    bring(workspace, now, MEI_ZH, [*ALL, "work-1:1"])
    before = story(workspace)

    page = beside(ready(workspace, now, MEI_ZH), "en")
    assert all(one.part and not (one.is_retold or one.more or one.pairs) for one in page.every_chapter)
    assert all(one.is_there for one in (*page.skills, *page.languages, *page.references))
    bring(workspace, now, MEI_ZH)
    assert story(workspace) == before


def test_what_is_not_ticked_is_not_told_nor_are_its_lines(workspace: Workspace, now: datetime) -> None:
    bring(workspace, now, MEI)
    before = story(workspace)
    bring(workspace, now, MEI_ZH, ["work-1:0", "work-1:1", "volunteering-0:0"])
    assert story(workspace) == before


def test_a_line_without_its_like_comes_as_a_new_one_when_ticked(workspace: Workspace, now: datetime) -> None:
    bring(workspace, now, MEI)
    bring(workspace, now, MEI_ZH, ["work-1", "work-1:1"])
    part = next(part for part in tell(workspace, ZH).parts if part.title == "采购员")
    assert [(line.text, line.language) for line in part.lines] == [
        ("Trained two buyers.", "en"),
        ("每年出国旅行一次。", ZH),
    ]


def test_what_is_something_else_comes_as_new_with_all_its_lines(workspace: Workspace, now: datetime) -> None:
    bring(workspace, now, MEI)
    bring(workspace, now, MEI_ZH, ["work-1:apart", "work-1"])
    new = Chapter.kept(workspace).get(language=ZH)
    assert (new.title, Accomplishment.kept(workspace).filter(chapter=new).count()) == ("采购员", 2)
    assert not Chapter.kept(workspace).get(title="Buyer").said


def test_what_is_said_already_stays_as_it_is(workspace: Workspace, now: datetime) -> None:
    bring(workspace, now, MEI)
    line = Accomplishment.kept(workspace).get(text="Trained two buyers.")
    say_in(Accomplishment, workspace=workspace, key=line.pk, language=ZH, words={"text": "带过两位。"}, version=1)
    bring(workspace, now, MEI_ZH, ["work-1", "work-1:0"])
    told = next(part for part in tell(workspace, ZH).parts if part.title == "采购员")
    assert "带过两位。" in [line.text for line in told.lines]


def test_one_that_is_refused_keeps_all_back(workspace: Workspace, now: datetime) -> None:
    bring(workspace, now, MEI)
    before = story(workspace)
    with pytest.raises(KeepError):
        keep(ready(workspace, now, MEI_ZH), now, [*ALL, "work-1:apart"], work_1={"start": "雨后"})
    assert story(workspace) == before


def test_taken_back_the_second_language_is_off_and_the_first_file_can_follow(
    workspace: Workspace, now: datetime
) -> None:
    introduce(workspace=workspace, facts={"name": "Mei Lin"})
    empty = story(workspace)
    english = bring(workspace, now, MEI)
    before = story(workspace)
    chinese = bring(workspace, now, MEI_ZH, [*ALL, "work-1:1"])

    assert take_resume_back(workspace=workspace, story_file_id=chinese.pk, now=now) == 0
    assert story(workspace) == before
    assert take_resume_back(workspace=workspace, story_file_id=english.pk, now=now) == 0
    assert story(workspace) == empty


def test_what_the_seeker_changed_since_stays(workspace: Workspace, now: datetime) -> None:
    english = bring(workspace, now, MEI)
    chinese = bring(workspace, now, MEI_ZH)
    buyer = Chapter.kept(workspace).get(title="Buyer")
    said = {**buyer.said[ZH], "title": "采购专家"}
    say_in(Chapter, workspace=workspace, key=buyer.pk, language=ZH, words=said, version=buyer.version)
    lead = Chapter.kept(workspace).get(title="Shift lead")
    change_chapter(workspace=workspace, chapter_id=lead.pk, version=lead.version, kind="work", place="Leshan")
    throw_away(Skill, workspace=workspace, key=Skill.kept(workspace).get(name="Forecasting").pk, now=now)
    SpokenLanguage.objects.of(workspace).filter(name="English").delete()

    assert take_resume_back(workspace=workspace, story_file_id=chinese.pk, now=now) == 1

    buyer.refresh_from_db()
    lead.refresh_from_db()
    assert (buyer.said, lead.said, lead.place) == ({ZH: {"title": "采购专家"}}, {}, "Leshan")
    assert Skill.objects.of(workspace).get(name="Forecasting").said == {}
    assert take_resume_back(workspace=workspace, story_file_id=english.pk, now=now) > 0
    assert {one.title for one in Chapter.kept(workspace)} == {"Buyer", "Shift lead"}


@settings(max_examples=10)
@given(st.sets(st.sampled_from(ALL)), st.sets(st.sampled_from([*ALL, "work-1:1", "work-0:apart"])))
@pytest.mark.django_db
def test_whatever_was_ticked_is_taken_back_whole(first: set[str], second: set[str]) -> None:
    now = datetime(2026, 11, 25, 18, tzinfo=UTC)
    workspace = Workspace.objects.create()
    empty = story(workspace)
    english = bring(workspace, now, MEI, first)
    before = story(workspace)
    chinese = bring(workspace, now, MEI_ZH, second)

    assert take_resume_back(workspace=workspace, story_file_id=chinese.pk, now=now) == 0
    assert story(workspace) == before
    assert take_resume_back(workspace=workspace, story_file_id=english.pk, now=now) == 0
    assert story(workspace) == empty
