"""What the page of a resume sends."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict

from askwell.documents.actions.resumes import Look
from askwell.documents.models import Resume
from askwell.documents.queries.resumes import Opened
from askwell.documents.rules.choosing import (
    LONGEST_LINE,
    LONGEST_SUMMARY,
    REACH,
    Choice,
    Picked,
    Words,
    order_in,
    word_anew,
)
from askwell.documents.rules.selecting import Chosen, ChosenLine, choice_now
from askwell.lib.numbers import whole_number
from askwell.lib.text import clean, clean_block
from askwell.portfolio.rules.telling import Telling


@dataclass(frozen=True, slots=True)
class Sheet:
    """The choice as the page has it, how it should look, and on what it was made."""

    choice: Choice
    look: Look
    version: int
    editor: str
    editing: str


def sheet_of(post: QueryDict, opened: Opened) -> Sheet:
    """What was typed and ticked, put over what is kept."""
    row = opened.row
    return Sheet(
        _choice(post, opened),
        look_of(post, row),
        whole_number(post.get("over", post.get("version", "")), 0),
        post.get("editor", "")[:40],
        post.get("editing", ""),
    )


def look_of(post: Mapping[str, str], row: Resume) -> Look:
    return Look(
        template=post.get("template", row.template),
        paper=post.get("paper", row.paper),
        pages=whole_number(post.get("pages", ""), row.pages),
    )


def _choice(post: QueryDict, opened: Opened) -> Choice:
    shown, telling = choice_now(opened.selected), opened.telling
    if "whole" not in post:
        return shown
    ticked = {name: set(post.getlist(name)) for name in ("part", "line", "skill", "tongue", "reference", "reach")}
    return replace(
        shown,
        headline=_head(shown.headline, clean(post.get("headline", telling.headline), limit=200), telling, "headline"),
        summary=_head(
            shown.summary, clean_block(post.get("summary", telling.summary), limit=LONGEST_SUMMARY), telling, "summary"
        ),
        left_out=tuple(name for name in REACH if name not in ticked["reach"]),
        parts=tuple(_part(one, opened, post) for one in _ticked(shown.parts, opened.selected.parts, ticked["part"])),
        skills=_ticked(shown.skills, opened.selected.skills, ticked["skill"]),
        languages=_ticked(shown.languages, opened.selected.languages, ticked["tongue"]),
        references=_ticked(shown.references, opened.selected.references, ticked["reference"]),
        beside="beside" in post,
        order=order_in(post.get("order", "").split()),
    )


def _head(words: Words, typed: str, telling: Telling, column: str) -> Words:
    return word_anew(words, telling.language, None if typed == getattr(telling, column) else typed)


def _ticked(some: Iterable[Picked], there: Iterable[Chosen[Any]], keys: Collection[str]) -> tuple[Picked, ...]:
    """Those that stand on the page are on where they are ticked; what the story does not hold now stays as it is."""
    known = {one.id for one in there}
    return tuple(replace(one, on=one.id in keys) if one.id in known else one for one in some)


def _part(part: Picked, opened: Opened, post: QueryDict) -> Picked:
    lines = {line.id: line for one in opened.selected.parts for line in one.lines}
    ticked, language = set(post.getlist("line")), opened.telling.language
    rows = (_line(one, lines[one.id], post, ticked, language) if one.id in lines else one for one in part.lines)
    return replace(part, lines=tuple(rows))


def _line(kept: Picked, line: ChosenLine, post: QueryDict, keys: Collection[str], language: str) -> Picked:
    """A line that was typed anew remembers what the story said then; one that was emptied is the story's again."""
    typed = clean(post.get(f"text-{line.id}", line.text), limit=LONGEST_LINE)
    on = line.id in keys
    if not typed or typed == line.it.text:
        return replace(kept, on=on, words=word_anew(kept.words, language, None))
    if typed == line.text:
        return replace(kept, on=on)
    return replace(kept, on=on, words=word_anew(kept.words, language, typed, line.it.text))
