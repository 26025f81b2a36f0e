"""A file beside the story: what in it is new, section by section."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.models import Story, StoryFile
from askwell.portfolio.queries.telling import exactly, tell
from askwell.portfolio.rules.bringing import entries
from askwell.portfolio.rules.bringing.comparing import Found, compare
from askwell.portfolio.rules.bringing.heads import Fact, NewLink, facts, new_links
from askwell.portfolio.rules.bringing.naming import NamedBeside, languages_beside, references_beside, skills_beside
from askwell.protocols.resumes import Link, Resume, ResumeError, from_json_resume

MOST_NEW, MOST_NAMES, MOST_LINES = 100, 250, 200
"""So much is looked at in one go; the rest follows when the file is brought again, since what was kept is known
then."""
LATEST = 20
_PROFILE = ("name", "native_name", "email", "phone", "place")
_HEAD = ("headline", "summary")


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file says beside what the story says. `language` is the one the file is in, as settings spell it."""

    workspace: Workspace
    language: str
    head: tuple[Fact, ...]
    links: tuple[NewLink, ...]
    links_now: tuple[Link, ...]
    chapters: Mapping[ChapterKind, Sequence[Found]]
    skills: tuple[NamedBeside, ...]
    languages: tuple[NamedBeside, ...]
    references: tuple[NamedBeside, ...]
    interests: tuple[str, ...]
    left: int
    """Entries that are too many for one page."""

    @property
    def every_chapter(self) -> tuple[Found, ...]:
        return tuple(one for found in self.chapters.values() for one in found)

    @property
    def is_empty(self) -> bool:
        return not (self.head or self.links or self.chapters or self.skills or self.languages or self.references)


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file in the list of them."""

    id: UUID
    name: str
    state: str
    code: str
    created_at: datetime


def recent_files(workspace: Workspace) -> list[FileLine]:
    """The latest, newest first; one query."""
    columns = ("id", "name", "state", "code", "created_at")
    rows: Any = StoryFile.objects.of(workspace).order_by("-created_at").values_list(*columns)
    return [FileLine(*row) for row in rows[:LATEST]]


def file_of(workspace: Workspace, story_file_id: UUID) -> StoryFile:
    """One file without its bytes. Raises StoryFile.DoesNotExist."""
    return StoryFile.objects.of(workspace).defer("data").get(pk=story_file_id)


def brought(file: StoryFile, language: str) -> Brought:
    """What the file says beside the story, in the file's language, else in `language`."""
    resume = resume_of(file)
    said_in = resume.language.lower()
    language = said_in or language
    story = tell(file.workspace, language)
    found = compare(entries.chapters(resume), story.parts, said_in)
    shown = _bounded(found)
    links = links_now(file.workspace)
    return Brought(
        workspace=file.workspace,
        language=language,
        head=facts(resume, head_now(file.workspace, language), {column: getattr(story, column) for column in _HEAD}),
        links=new_links(resume, links)[:LATEST],
        links_now=links,
        chapters=_by_kind(shown),
        skills=skills_beside(entries.skills(resume)[:MOST_NAMES], story.skills, said_in),
        languages=languages_beside(entries.languages(resume)[:MOST_NAMES], story.languages, said_in),
        references=references_beside(entries.references(resume)[:MOST_NAMES], story.references, said_in),
        interests=tuple(dict.fromkeys(name for one in resume.interests for name in (one.name, *one.parts) if name)),
        left=len(found) - len(shown),
    )


def resume_of(file: StoryFile) -> Resume:
    """What was read of it; nothing where that is no resume (any more)."""
    try:
        return from_json_resume(file.found).resume
    except ResumeError:
        return Resume()


def head_now(workspace: Workspace, language: str = "") -> dict[str, str]:
    """Who the seeker is by what is told already, by column; headline and summary in exactly that language."""
    profile, story = profile_of(workspace), Story.objects.of(workspace).first() or Story(workspace=workspace)
    spoken = language or story.language
    return {
        **{column: getattr(profile, column) for column in _PROFILE},
        "region": story.region,
        "country": story.country,
        **{column: exactly(story, column, spoken) for column in _HEAD},
    }


def links_now(workspace: Workspace) -> tuple[Link, ...]:
    story = Story.objects.of(workspace).first()
    return tuple(Link(one["url"], one.get("network", "")) for one in story.links) if story else ()


def _bounded(found: Sequence[Found]) -> list[Found]:
    """All that is there already, and the first hundred that are new or told in another language; a line too many is
    left for the next time."""
    shown, new, lines = [], 0, 0
    for one in found:
        if one.part is None or one.is_retold:
            new += 1
            if new > MOST_NEW:
                continue
        if one.part is not None:
            room = max(MOST_LINES - lines, 0)
            one = replace(one, pairs=one.pairs[:room], more=one.more[: max(room - len(one.pairs), 0)])
            lines += len(one.pairs) + len(one.more)
        shown.append(one)
    return shown


def _by_kind(found: Sequence[Found]) -> dict[ChapterKind, list[Found]]:
    by_kind: dict[ChapterKind, list[Found]] = {}
    for one in found:
        by_kind.setdefault(one.entry.kind, []).append(one)
    return by_kind


def made_of(file: StoryFile) -> dict[str, int]:
    """What keeping it made: how many of which kind, how many of the story's it told in the file's language ("said"),
    and how many facts of the head ("head")."""
    made = Counter(name for name, _key, _version in file.changes.get("made", []))
    others = {name: len(file.changes.get(name, [])) for name in ("said", "head")}
    return {**made, **{name: count for name, count in others.items() if count}}
