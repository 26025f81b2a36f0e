"""What was found as rows of the page, with what is ticked and typed."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from askwell.portfolio.actions.bringing import KeepError
from askwell.portfolio.queries.bringing import Brought, NamedBeside
from askwell.portfolio.rules.bringing.entries import Entry
from askwell.portfolio.rules.bringing.matching import Found
from askwell.portfolio.rules.bringing.picking import EDITED, Picked, line_key
from askwell.portfolio.web.words import bringing as words
from askwell.portfolio.web.words.dates import span_word
from askwell.portfolio.web.words.people import LEVELS


@dataclass(frozen=True, slots=True)
class Row:
    """A chapter to be: the entry, what was typed over it, and whether it is kept."""

    entry: Entry
    title: str
    organisation: str
    start: str
    end: str
    span: str
    is_ticked: bool
    is_refused: bool
    there: str
    """What the story calls it, where it has it."""
    more: Sequence[tuple[str, str, bool]]
    """Lines that it does not have: key, text, whether it is ticked."""

    @property
    def is_new(self) -> bool:
        return not self.there


def rows_of(page: Brought, picked: Picked | None, refused: KeepError | None) -> dict[str, object]:
    """By section; with nothing picked yet, all that is new is ticked."""
    ticked = _new(page) if picked is None else picked.ticked
    edits = picked or Picked()
    key = refused.key if refused else ""
    return {
        "head": [(fact, words.HEAD[fact.column], fact.key in ticked) for fact in page.head],
        "links": [(one, one.key in ticked) for one in page.links],
        "sections": [
            (kind, words.KINDS[kind], [_row(one, ticked, edits, key) for one in found])
            for kind, found in page.chapters.items()
        ],
        "skills": _named(page.skills, ticked),
        "languages": _named(page.languages, ticked),
        "references": _named(page.references, ticked),
        "new": len(ticked),
        "head_refused": key == "head",
    }


def _new(page: Brought) -> frozenset[str]:
    named = (*page.skills, *page.languages, *page.references)
    return frozenset(
        (
            *(fact.key for fact in page.head if fact.is_blank),
            *(one.key for one in page.links),
            *(one.entry.key for one in page.every_chapter if one.part is None),
            *(line_key(one.entry.key, n) for one in page.every_chapter for n in one.more),
            *(one.named.key for one in named if not one.is_there),
        )
    )


def _row(found: Found, ticked: Container[str], picked: Picked, refused: str) -> Row:
    entry, part = found.entry, found.part
    typed = {column: getattr(entry, column) for column in EDITED} | dict(picked.edits.get(entry.key, {}))
    return Row(
        entry=entry,
        span=span_word(entry.start, entry.end, entry.kind),
        is_ticked=entry.key in ticked,
        is_refused=entry.key == refused,
        there=(part.title or part.organisation) if part else "",
        more=[(key, entry.lines[n], key in ticked) for n in found.more for key in (line_key(entry.key, n),)],
        **{column: typed[column] for column in EDITED},
    )


def _named(beside: Sequence[NamedBeside], ticked: Container[str]) -> dict[str, object]:
    """Those that are new, and the names of those that are there."""
    return {
        "new": [
            (one.named, one.named.key in ticked, LEVELS.get(one.named.level, one.named.level))
            for one in beside
            if not one.is_there
        ],
        "there": [one.named.name for one in beside if one.is_there],
    }
