"""Chapters of the story: told, changed. Thrown away and said in another language as every thing is."""

from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.portfolio.actions.errors import EndsBeforeStartError, NothingToldError, UnknownCodeError, UnreadableError
from askwell.portfolio.actions.keeping import change, known_language, locked, tidy
from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.models import Chapter
from askwell.portfolio.rules.dates import is_before, read_date


class ChapterFacts(TypedDict, total=False):
    """The columns of `models.Chapter`. `start` and `end` are taken as people write them: "March 2021"."""

    title: str
    organisation: str
    about: str
    field: str
    place: str
    start: str
    end: str
    note: str
    summary: str
    url: str
    assessed_as: str
    assessor: str
    assessed_on: date | None
    valid_until: date | None


@transaction.atomic
def add_chapter(
    *, workspace: Workspace, kind: str, language: str = "en", **facts: Unpack[ChapterFacts]
) -> Chapter:  # fmt: skip
    """A part of the story, told in `language`. It needs a title or an organisation.

    Raises UnknownCodeError, NothingToldError, UnreadableError, EndsBeforeStartError.
    """
    chapter = Chapter(workspace=workspace, kind=_known(kind), language=known_language(language))
    change(chapter, None, {"kind": chapter.kind, **_checked(chapter, facts)}, anew=True)
    return chapter


@transaction.atomic
def change_chapter(
    *, workspace: Workspace, chapter_id: UUID, version: int, kind: str, **facts: Unpack[ChapterFacts]
) -> Chapter:  # fmt: skip
    """What is told of it in its own language; facts that are not given stay. Raises what `add_chapter` does,
    ChangedElsewhereError, Chapter.DoesNotExist."""
    chapter = locked(Chapter, workspace, chapter_id)
    change(chapter, version, {"kind": _known(kind), **_checked(chapter, facts)})
    return chapter


def _known(kind: str) -> str:
    if kind not in set(ChapterKind):
        raise UnknownCodeError("kind", kind)
    return kind


def _checked(chapter: Chapter, facts: ChapterFacts) -> dict[str, Any]:
    dates = {name: _date(name, str(value)) for name, value in facts.items() if name in ("start", "end")}
    kept = {**tidy(Chapter, facts), **dates}
    if not kept.get("title", chapter.title) and not kept.get("organisation", chapter.organisation):
        raise NothingToldError("title")
    if is_before(kept.get("end", chapter.end), kept.get("start", chapter.start)):
        raise EndsBeforeStartError
    return kept


def _date(name: str, typed: str) -> str:
    read = read_date(typed)
    if read is None:
        raise UnreadableError(name, typed)
    return read
