"""What was ticked of a resume becomes part of the story."""

from collections.abc import Iterable, Iterator, Mapping
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
from askwell.portfolio.actions.bringing.saying import Said, say_beside
from askwell.portfolio.actions.chapters import add_chapter
from askwell.portfolio.actions.errors import PortfolioError
from askwell.portfolio.actions.languages import add_language
from askwell.portfolio.actions.references import add_reference
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.choices import FileState
from askwell.portfolio.models import Accomplishment, Chapter, Reference, Skill, SpokenLanguage, StoryFile, Thing
from askwell.portfolio.queries.bringing import Brought, brought
from askwell.portfolio.rules.bringing.comparing import Found
from askwell.portfolio.rules.bringing.entries import WORDS, Entry, Named
from askwell.portfolio.rules.bringing.picking import Picked, apart_key, line_key

Made = list[str | int]


@dataclass(slots=True)
class Changes:
    """What keeping made, so that it can be taken back: rows with the version they had, what was said of others in the
    file's language, and what the head said before and after."""

    made: list[Made] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
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
    file.changes = {"made": changes.made, "said": changes.said, "head": changes.head, "language": page.language}
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
    entry, part = found.entry, found.part
    is_apart = found.is_retold and apart_key(entry.key) in picked.ticked
    if part is None or is_apart:
        if is_apart or entry.key in picked.ticked:
            _tell_anew(page, entry, picked, changes)
    elif not found.is_retold or entry.key in picked.ticked:
        if found.is_retold:
            _say(page, Chapter, part.id, entry.words, changes)
        for n, line in found.pairs:
            if line_key(entry.key, n) in picked.ticked:
                _say(page, Accomplishment, line, {"text": entry.lines[n]}, changes)
        _tell_lines(page, entry, part.id, [n for n in found.more if line_key(entry.key, n) in picked.ticked], changes)


def _tell_anew(page: Brought, entry: Entry, picked: Picked, changes: Changes) -> None:
    facts = {column: getattr(entry, column) for column in (*WORDS, "start", "end", "url")}
    facts |= picked.edits.get(entry.key, {})
    chapter = add_chapter(workspace=page.workspace, kind=entry.kind, language=page.language, **facts)
    changes.add(chapter)
    _tell_lines(page, entry, chapter.pk, range(len(entry.lines)), changes)


def _tell_lines(page: Brought, entry: Entry, part: UUID, lines: Iterable[int], changes: Changes) -> None:
    told: dict[str, Any] = {"workspace": page.workspace, "chapter_id": part, "language": page.language}
    for n in lines:
        changes.add(add_line(text=entry.lines[n], **told))


def _say(page: Brought, kind: type[Thing], key: UUID, words: Mapping[str, str], changes: Changes) -> None:
    said = say_beside(kind, workspace=page.workspace, key=key, language=page.language, words=words)
    changes.said += [said] if said else []


def _keep_names(page: Brought, picked: Picked, changes: Changes) -> None:
    told: dict[str, Any] = {"workspace": page.workspace, "language": page.language}
    kinds = ((Skill, page.skills, _add_skill), (SpokenLanguage, page.languages, _add_language))
    for kind, every, add in (*kinds, (Reference, page.references, _add_reference)):
        for one in every:
            if one.is_there or one.named.key not in picked.ticked:
                continue
            with _told_where(one.named.key):
                if one.there:
                    _say(page, kind, one.there.id, one.words, changes)
                else:
                    changes.add(add(one.named, told))


def _add_skill(named: Named, told: dict[str, Any]) -> Thing:
    return add_skill(name=named.name, group=named.group, level=named.level, **told)


def _add_language(named: Named, told: dict[str, Any]) -> Thing:
    return add_language(name=named.name, level=named.level, note=named.note, **told)


def _add_reference(named: Named, told: dict[str, Any]) -> Thing:
    reach: dict[str, Any] = {"email": normalise_email(named.email) or "", "phone": named.phone}
    return add_reference(name=named.name, role=named.note, words=named.words, **reach, **told)
