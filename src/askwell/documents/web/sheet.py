"""What the page of a resume sends."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

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
from askwell.documents.rules.selecting import ChosenLine, choice_now
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
        whole_number(post.get("version", ""), 0),
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
    lines = {line.id: line for part in opened.selected.parts for line in part.lines}
    ticked = {name: set(post.getlist(name)) for name in ("part", "line", "skill", "tongue", "reference", "reach")}
    parts = tuple(
        replace(
            one,
            on=one.id in ticked["part"],
            lines=tuple(_line(each, lines[each.id], post, ticked["line"], telling.language) for each in one.lines),
        )
        for one in shown.parts
    )
    return replace(
        shown,
        headline=_head(shown.headline, clean(post.get("headline", telling.headline), limit=200), telling, "headline"),
        summary=_head(
            shown.summary, clean_block(post.get("summary", telling.summary), limit=LONGEST_SUMMARY), telling, "summary"
        ),
        left_out=tuple(name for name in REACH if name not in ticked["reach"]),
        parts=parts,
        skills=_ticked(shown.skills, ticked["skill"]),
        languages=_ticked(shown.languages, ticked["tongue"]),
        references=_ticked(shown.references, ticked["reference"]),
        beside="beside" in post,
        order=order_in(post.get("order", "").split()),
    )


def _head(words: Words, typed: str, telling: Telling, column: str) -> Words:
    return word_anew(words, telling.language, None if typed == getattr(telling, column) else typed)


def _ticked(some: tuple[Picked, ...], keys: Collection[str]) -> tuple[Picked, ...]:
    return tuple(replace(one, on=one.id in keys) for one in some)


def _line(kept: Picked, line: ChosenLine, post: QueryDict, keys: Collection[str], language: str) -> Picked:
    """A line that was typed anew remembers what the story said then; one that was emptied is the story's again."""
    typed = clean(post.get(f"text-{line.id}", line.text), limit=LONGEST_LINE)
    on = line.id in keys
    if not typed or typed == line.it.text:
        return replace(kept, on=on, words=word_anew(kept.words, language, None))
    if typed == line.text:
        return replace(kept, on=on)
    return replace(kept, on=on, words=word_anew(kept.words, language, typed, line.it.text))
