"""What was ticked becomes part of the story, is not told twice, and is taken back as it came."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.accounts.actions import introduce
from askwell.accounts.models import Profile, Workspace
from askwell.desk.queries.contents import contents
from askwell.portfolio.actions.accomplishments import add_line
from askwell.portfolio.actions.bringing import KeepError, StoryFileStateError, keep_resume, take_resume_back
from askwell.portfolio.actions.chapters import add_chapter, change_chapter
from askwell.portfolio.actions.errors import EndsBeforeStartError, UnreadableError
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.actions.story import tell_head
from askwell.portfolio.choices import FileState
from askwell.portfolio.models import Accomplishment, Chapter, Skill, StoryFile
from askwell.portfolio.queries.bringing import brought as beside
from askwell.portfolio.queries.telling import tell
from askwell.portfolio.rules.bringing.picking import Picked
from askwell.protocols.resumes import Job, Link
from tests.factories.resumes import MEI, only, ready

ALL = [
    "head-name", "head-native_name", "head-email", "head-phone", "head-place", "head-region", "head-country",
    "head-headline", "head-summary", "link-0", "work-0", "work-1", "volunteering-0", "education-0", "certificate-0",
    "project-0", "skill-0-0", "skill-0-1", "skill-1-0", "language-0", "language-1", "reference-0",
]  # fmt: skip


def keep(file: StoryFile, now: datetime, ticked: Iterable[str] = ALL, **edits: dict[str, str]) -> StoryFile:
    picked = Picked(frozenset(ticked), {key.replace("_", "-"): typed for key, typed in edits.items()})
    return keep_resume(workspace=file.workspace, story_file_id=file.pk, language="en", picked=picked, now=now)


def story(workspace: Workspace) -> dict[str, Any]:
    """The story without ids."""
    told = tell(workspace, "en")
    lines = {one.id: [line.text for line in one.lines] for one in told.parts}
    return {
        "parts": [(one.kind, one.title, one.organisation, one.start, lines[one.id]) for one in told.parts],
        "skills": [(one.name, one.group) for one in told.skills],
        "languages": [(one.name, one.level, one.note) for one in told.languages],
        "references": [(one.name, one.email, one.agreed_on) for one in told.references],
        "head": (told.name, told.email, told.place, told.headline, told.summary, told.links),
    }  # fmt: skip


def test_all_of_it_is_in_the_story_as_it_was_read(workspace: Workspace, now: datetime) -> None:
    keep(ready(workspace, now), now)

    told = story(workspace)
    assert {part[:4] for part in told["parts"]} == {
        ("work", "Shift lead", "Maple Basket Market", "2023-06"),
        ("work", "Buyer", "Lantian Home Appliances", "2013-03"),
        ("volunteering", "Stock helper", "Harbourlight Food Bank", "2024-04"),
        ("education", "Bachelor of Management", "Jinjiang Institute of Commerce", "2009"),
        ("certificate", "Supply chain planning", "Fraser Bridge College", ""),
        ("project", "Forecast for a bakery", "", "2024-01"),
    }
    assert told["skills"] == [("Excel", "Tools"), ("SAP", "Tools"), ("Forecasting", "")]
    assert told["languages"] == [("Mandarin", "native", ""), ("English", "working", "CLB 8")]
    assert told["references"] == [("Tom Reyes", "tom.reyes@bank.example", None)]
    assert told["head"] == (
        "Mei Lin", "mei.lin@seeker.example", "Burnaby", "Demand planner", "Ten years of purchasing.",
        (Link("https://www.linkedin.com/in/mei-lin-example", "LinkedIn"),),
    )  # fmt: skip


def test_only_what_is_ticked_comes(workspace: Workspace, now: datetime) -> None:
    file = keep(ready(workspace, now), now, ["work-1", "skill-1-0", "no such thing"])

    told = story(workspace)
    assert [part[1] for part in told["parts"]] == ["Buyer"]
    assert told["skills"] == [("Forecasting", "")]
    assert (told["languages"], told["head"][0]) == ([], "")
    assert (file.state, file.kept_at) == (FileState.KEPT, now)


def test_what_is_put_right_is_kept_as_it_was_typed(workspace: Workspace, now: datetime) -> None:
    keep(ready(workspace, now), now, ["work-1"], work_1={"title": "Purchasing specialist", "start": "April 2013"})

    part = tell(workspace, "en").parts[0]
    assert (part.title, part.organisation, part.start) == (
        "Purchasing specialist",
        "Lantian Home Appliances",
        "2013-04",
    )


@pytest.mark.parametrize(
    ("typed", "error"),
    [({"start": "after the rain"}, UnreadableError), ({"start": "2021", "end": "2020"}, EndsBeforeStartError)],
)
def test_one_entry_that_cannot_be_kept_keeps_all_back(
    workspace: Workspace, now: datetime, typed: dict[str, str], error: type[Exception]
) -> None:
    file = ready(workspace, now)
    before = contents(workspace, now)

    with pytest.raises(KeepError) as refused:
        keep(file, now, work_1=typed)

    assert (refused.value.key, type(refused.value.why)) == ("work-1", error)
    assert contents(workspace, now) == before


def test_the_same_file_again_brings_nothing(workspace: Workspace, now: datetime) -> None:
    keep(ready(workspace, now), now)
    before = story(workspace)
    again = ready(workspace, now)

    page = beside(again, "en")
    assert [one.entry.key for one in page.every_chapter if one.part is None] == []
    assert [one.more for one in page.every_chapter if one.more] == []
    assert all(one.is_there for one in (*page.skills, *page.languages, *page.references))
    assert ([fact.column for fact in page.head if not fact.is_same], page.links) == ([], ())
    keep(again, now)
    assert story(workspace) == before


def test_new_lines_of_a_known_chapter_come_to_it_only_when_ticked(workspace: Workspace, now: datetime) -> None:
    known = add_chapter(
        workspace=workspace,
        kind="work",
        title="Buyer",
        organisation="Lantian Home Appliances",
        start="2013",
        end="2019",
    )
    add_line(workspace=workspace, chapter_id=known.pk, text="Trained two buyers")
    job = replace(MEI.work[1], lines=("Trained two buyers.", "Saved 4 %.", "Cut late deliveries."))
    file = ready(workspace, now, only(work=(job,)))

    keep(file, now, ["work-0", "work-0:0", "work-0:2"])

    assert [part[4] for part in story(workspace)["parts"]] == [["Trained two buyers", "Cut late deliveries."]]


def test_what_was_told_meanwhile_is_not_told_twice(workspace: Workspace, now: datetime) -> None:
    first, second = ready(workspace, now), ready(workspace, now)
    keep(first, now)
    before = story(workspace)

    keep(second, now)

    assert story(workspace) == before


def test_what_is_filled_stays_unless_its_place_was_ticked(workspace: Workspace, now: datetime) -> None:
    introduce(workspace=workspace, facts={"name": "Lin Mei", "phone": "604-555-0199"})
    page = beside(ready(workspace, now), "en")
    assert {fact.column for fact in page.head if fact.is_blank} == {
        "native_name", "email", "place", "region", "country", "headline", "summary",
    }  # fmt: skip

    keep(StoryFile.objects.of(workspace).get(), now, ["head-name", "head-email"])

    profile = Profile.objects.get(workspace=workspace)
    assert (profile.name, profile.phone, profile.email) == ("Mei Lin", "604-555-0199", "mei.lin@seeker.example")


def test_a_resume_in_chinese_says_the_head_beside_what_is_said_in_english(workspace: Workspace, now: datetime) -> None:
    tell_head(workspace=workspace, language="en", headline="Planner", summary="In English.")
    chinese = only(language="zh-Hans", headline="需求计划", work=(Job("采购", "蓝田家电", start="2013", end="2019"),))
    file = ready(workspace, now, chinese)

    keep(file, now, ["head-headline", "work-0"])

    assert (tell(workspace, "en").headline, tell(workspace, "zh-hans").headline) == ("Planner", "需求计划")
    assert Chapter.kept(workspace).get().language == "zh-hans"
    take_resume_back(workspace=workspace, story_file_id=file.pk, now=now)
    assert tell(workspace, "zh-hans").headline == "Planner"


def test_a_file_is_kept_once(workspace: Workspace, now: datetime) -> None:
    file = keep(ready(workspace, now), now)
    with pytest.raises(StoryFileStateError):
        keep(file, now)


def test_taken_back_the_story_is_as_it_was(workspace: Workspace, now: datetime) -> None:
    introduce(workspace=workspace, facts={"name": "Lin Mei"})
    add_chapter(
        workspace=workspace,
        kind="work",
        title="Buyer",
        organisation="Lantian Home Appliances",
        start="2013",
        end="2019",
    )
    before = story(workspace)
    file = keep(ready(workspace, now), now, [*ALL, "work-1:0"])
    assert story(workspace) != before

    assert take_resume_back(workspace=workspace, story_file_id=file.pk, now=now) == 0
    assert story(workspace) == before
    assert StoryFile.objects.of(workspace).get().state == FileState.READY
    with pytest.raises(StoryFileStateError):
        take_resume_back(workspace=workspace, story_file_id=file.pk, now=now)


def test_what_was_changed_since_stays(workspace: Workspace, now: datetime) -> None:
    file = keep(ready(workspace, now), now)
    parts = {chapter.title: chapter for chapter in Chapter.kept(workspace)}
    buyer, lead = parts["Buyer"], parts["Shift lead"]
    change_chapter(workspace=workspace, chapter_id=buyer.pk, version=buyer.version, kind="work", place="Leshan")
    add_line(workspace=workspace, chapter_id=lead.pk, text="My own line.")
    add_skill(workspace=workspace, name="Excel", chapters=[buyer.pk])
    introduce(workspace=workspace, facts={"email": "other@seeker.example"})

    assert take_resume_back(workspace=workspace, story_file_id=file.pk, now=now) == 3

    assert {chapter.title for chapter in Chapter.kept(workspace)} == {"Buyer", "Shift lead"}
    assert [line.text for line in Accomplishment.kept(workspace)] == ["My own line."]
    assert [skill.name for skill in Skill.kept(workspace)] == ["Excel"]
    profile = Profile.objects.get(workspace=workspace)
    assert (profile.email, profile.name) == ("other@seeker.example", "")


@settings(max_examples=20)
@given(st.sets(st.sampled_from(ALL)), st.sets(st.sampled_from(ALL)))
@pytest.mark.django_db
def test_whatever_was_ticked_is_taken_back_whole(first: set[str], second: set[str]) -> None:
    now = datetime(2026, 11, 25, 18, tzinfo=UTC)
    workspace = Workspace.objects.create()
    keep(ready(workspace, now), now, first)
    before = story(workspace)
    file = keep(ready(workspace, now), now, second)

    assert take_resume_back(workspace=workspace, story_file_id=file.pk, now=now) == 0
    assert story(workspace) == before
