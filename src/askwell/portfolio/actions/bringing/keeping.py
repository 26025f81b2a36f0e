"""What was ticked of a resume becomes part of the story."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.emails import normalise_email
from askwell.portfolio.actions.accomplishments import add_line
from askwell.portfolio.actions.bringing.errors import KeepError, StoryFileStateError
from askwell.portfolio.actions.bringing.heads import tell
from askwell.portfolio.actions.chapters import add_chapter
from askwell.portfolio.actions.errors import PortfolioError
from askwell.portfolio.actions.languages import add_language
from askwell.portfolio.actions.references import add_reference
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.choices import FileState
from askwell.portfolio.models import StoryFile, Thing
from askwell.portfolio.queries.bringing import Brought, brought
from askwell.portfolio.rules.bringing.entries import Entry
from askwell.portfolio.rules.bringing.matching import Found
from askwell.portfolio.rules.bringing.picking import Picked, line_key

Made = list[str | int]


@dataclass(slots=True)
class Changes:
    """What keeping made, so that it can be taken back: rows with the version they had, and what the head said before
    and after."""

    made: list[Made] = field(default_factory=list)
    head: dict[str, list[Any]] = field(default_factory=dict)

    def add(self, row: Thing) -> None:
        self.made.append([row._meta.object_name or "", str(row.pk), row.version])


@transaction.atomic
def keep_resume(
    *, workspace: Workspace, story_file_id: UUID, language: str, picked: Picked, now: datetime
) -> StoryFile:
    """Write what was ticked to the story, in the resume's language, else in `language`. What came into the story since
    the page was made is not told twice. All or nothing.

    Raises StoryFileStateError unless READY, KeepError for an entry that the story refuses, StoryFile.DoesNotExist.
    """
    file = StoryFile.objects.of(workspace).select_for_update().get(pk=story_file_id)
    if file.state != FileState.READY:
        raise StoryFileStateError(file.state)
    page, changes = brought(file, language), Changes()
    _keep_head(page, picked, changes)
    for found in page.every_chapter:
        with _told_where(found.entry.key):
            _keep_chapter(page, found, picked, changes)
    _keep_names(page, picked, changes)
    file.state, file.kept_at, file.touched_at = FileState.KEPT, now, now
    file.changes = {"made": changes.made, "head": changes.head, "language": page.language}
    file.save(update_fields=["state", "kept_at", "touched_at", "changes"])
    return file


@contextmanager
def _told_where(key: str) -> Iterator[None]:
    try:
        yield
    except PortfolioError as error:
        raise KeepError(key, error) from error


def _keep_head(page: Brought, picked: Picked, changes: Changes) -> None:
    wanted = [fact for fact in page.head if fact.key in picked.ticked and not fact.is_same]
    links = [one.link for one in page.links if one.key in picked.ticked]
    told: dict[str, Any] = {fact.column: fact.said for fact in wanted}
    changes.head = {fact.column: [fact.now, fact.said] for fact in wanted}
    if links:
        told["links"] = (*page.links_now, *links)
        changes.head["links"] = [[], [one.url for one in links]]
    if told:
        with _told_where("head"):
            tell(page.workspace, page.language, told)


def _keep_chapter(page: Brought, found: Found, picked: Picked, changes: Changes) -> None:
    entry, part = found.entry, found.part.id if found.part else None
    if part is None:
        if entry.key not in picked.ticked:
            return
        chapter = add_chapter(
            workspace=page.workspace, kind=entry.kind, language=page.language, **_facts(entry, picked)
        )  # fmt: skip
        changes.add(chapter)
        lines, part = list(range(len(entry.lines))), chapter.pk
    else:
        lines = [n for n in found.more if line_key(entry.key, n) in picked.ticked]
    for n in lines:
        changes.add(
            add_line(workspace=page.workspace, chapter_id=part, text=entry.lines[n], language=page.language)
        )  # fmt: skip


def _facts(entry: Entry, picked: Picked) -> dict[str, Any]:
    columns = ("title", "organisation", "about", "field", "place", "start", "end", "note", "summary", "url")
    return {column: getattr(entry, column) for column in columns} | dict(picked.edits.get(entry.key, {}))


def _keep_names(page: Brought, picked: Picked, changes: Changes) -> None:
    told: dict[str, Any] = {"workspace": page.workspace, "language": page.language}
    for one in page.skills:
        if not one.is_there and one.named.key in picked.ticked:
            with _told_where(one.named.key):
                changes.add(add_skill(name=one.named.name, group=one.named.group, level=one.named.level, **told))
    for one in page.languages:
        if not one.is_there and one.named.key in picked.ticked:
            with _told_where(one.named.key):
                changes.add(add_language(name=one.named.name, level=one.named.level, note=one.named.note, **told))
    for one in page.references:
        if not one.is_there and one.named.key in picked.ticked:
            named = one.named
            reach: dict[str, Any] = {"email": normalise_email(named.email) or "", "phone": named.phone}
            with _told_where(named.key):
                changes.add(add_reference(name=named.name, role=named.note, words=named.words, **reach, **told))
