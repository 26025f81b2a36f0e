"""A story to test with."""

from askwell.accounts.models import Workspace
from askwell.portfolio.actions.accomplishments import add_line
from askwell.portfolio.actions.chapters import add_chapter
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.models import Accomplishment, Chapter


def make_job(workspace: Workspace, title: str = "Packaging buyer", **facts: str) -> Chapter:
    told = {"organisation": "Blue Heron Trading", "place": "Suzhou", "start": "2013-07", "end": "2019-06"}
    return add_chapter(workspace=workspace, kind="work", title=title, **{**told, **facts})  # type: ignore[arg-type]


def make_line(chapter: Chapter, text: str = "Negotiated yearly prices; saved 4 %.", **facts: str) -> Accomplishment:
    return add_line(workspace=chapter.workspace, chapter_id=chapter.pk, text=text, **facts)  # type: ignore[arg-type]


def make_long_story(workspace: Workspace, chapters: int) -> None:
    """So many jobs, each with two lines and a skill that they show."""
    for number in range(chapters):
        job = make_job(workspace, f"Job {number}", start=f"{1990 + number % 30}-0{number % 9 + 1}", end="2023")
        lines = [make_line(job, f"Line {place} of job {number}.").pk for place in range(2)]
        add_skill(workspace=workspace, name=f"Skill {number}", lines=lines)
