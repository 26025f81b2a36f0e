"""Tells the demo's story through portfolio's own actions: in English, most of it in Chinese too."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.desk.actions.demo.script import ZONE, script
from askwell.lib.times import local_day
from askwell.portfolio.actions.accomplishments import add_line
from askwell.portfolio.actions.chapters import add_chapter
from askwell.portfolio.actions.keeping import say_in
from askwell.portfolio.actions.languages import add_language
from askwell.portfolio.actions.references import add_reference
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.actions.story import say_head_in, tell_head
from askwell.portfolio.models import Accomplishment, Chapter, Reference, Skill, SpokenLanguage, Thing
from askwell.protocols.resumes import Link

CHINESE = "zh-hans"
Shown = dict[str, list[UUID]]
"""The lines that show a skill, by its name."""


def tell_story(*, workspace: Workspace, now: datetime) -> None:
    """All of it, with dates so long before today as the script says."""
    told, today = script("story"), local_day(now, ZONE)
    _head(workspace, told["head"], today)
    shown: Shown = defaultdict(list)
    chapters = {one["key"]: _chapter(workspace, one, today, shown) for one in told["chapter"]}
    for one in told["skill"]:
        skill = add_skill(
            workspace=workspace, name=one["name"], group=one["group"], lines=shown[one["name"]],
            chapters=[chapters[key] for key in one.get("by", ())],
        )  # fmt: skip
        _say(Skill, workspace, skill, {"name": one.get("zh", "")})
    for one in told["language"]:
        _language(workspace, one, today)
    for one in told["reference"]:
        _reference(workspace, one, chapters, today)


def _head(workspace: Workspace, told: Mapping[str, Any], today: date) -> None:
    plain = {name: told[name] for name in ("headline", "summary", "region", "country")}
    story = tell_head(
        workspace=workspace, language="en", landed=_month(today, told["landed"]),
        links=[Link(url) for url in told["links"]], **plain,
    )  # fmt: skip
    say_head_in(workspace=workspace, language=CHINESE, words=told["zh"], version=story.version)


def _chapter(workspace: Workspace, told: Mapping[str, Any], today: date, shown: Shown) -> UUID:
    names = ("title", "organisation", "about", "field", "place", "note", "assessed_as", "assessor")
    facts: dict[str, Any] = {name: told[name] for name in names if name in told}
    facts |= {name: _month(today, told[name]) for name in ("start", "end") if name in told}
    for column, ago in (("assessed_on", "assessed"), ("valid_until", "valid")):
        if ago in told:
            facts[column] = date.fromisoformat(f"{_month(today, told[ago])}-14")
    chapter = add_chapter(workspace=workspace, kind=told["kind"], **facts)
    _say(Chapter, workspace, chapter, told["zh"])
    for one in told.get("line", ()):
        _line(workspace, chapter, one, shown)
    return chapter.pk


def _line(workspace: Workspace, chapter: Chapter, told: Mapping[str, Any], shown: Shown) -> None:
    facts = {name: told[name] for name in ("situation", "task", "action", "result", "source") if name in told}
    line = add_line(workspace=workspace, chapter_id=chapter.pk, text=told["text"], **facts)
    _say(Accomplishment, workspace, line, {"text": told.get("zh", "")})
    for skill in told.get("shows", ()):
        shown[skill].append(line.pk)


def _language(workspace: Workspace, told: Mapping[str, Any], today: date) -> None:
    facts: dict[str, Any] = {name: value for name, value in told.items() if name not in ("tested", "zh")}
    if "tested" in told:
        facts["tested_on"] = date.fromisoformat(f"{_month(today, told['tested'])}-20")
    spoken = add_language(workspace=workspace, **facts)
    _say(SpokenLanguage, workspace, spoken, told["zh"])


def _reference(workspace: Workspace, told: Mapping[str, Any], chapters: Mapping[str, UUID], today: date) -> None:
    names = ("name", "role", "organisation", "email", "attests")
    facts: dict[str, Any] = {name: told[name] for name in names if name in told}
    facts |= {f"{name}_on": today - timedelta(days=told[name]) for name in ("asked", "agreed") if name in told}
    reference = add_reference(workspace=workspace, chapter_id=chapters[told["of"]], **facts)
    _say(Reference, workspace, reference, told.get("zh", {}))


def _say(kind: type[Thing], workspace: Workspace, row: Thing, words: Mapping[str, str]) -> None:
    if any(words.values()):
        say_in(kind, workspace=workspace, key=row.pk, language=CHINESE, words=words, version=row.version)


def _month(today: date, ago: int) -> str:
    """The month so many before this one: 2023-03."""
    months = today.year * 12 + today.month - 1 - ago
    return f"{months // 12}-{months % 12 + 1:02}"
