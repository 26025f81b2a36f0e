"""What was found as rows of the page, with what is ticked and typed."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from askwell.portfolio.actions.bringing import KeepError
from askwell.portfolio.queries.bringing import Brought
from askwell.portfolio.rules.bringing.comparing import Found
from askwell.portfolio.rules.bringing.entries import Entry
from askwell.portfolio.rules.bringing.matching import Part
from askwell.portfolio.rules.bringing.naming import NamedBeside
from askwell.portfolio.rules.bringing.picking import EDITED, Picked, apart_key, line_key
from askwell.portfolio.web.words import bringing as words
from askwell.portfolio.web.words.dates import span_word
from askwell.portfolio.web.words.kinds import column_word
from askwell.portfolio.web.words.people import LEVELS
from askwell.ui.rooms import bcp47


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
    part: Part | None
    """The chapter that it is already."""
    retold: str
    """In which language that is told, where the entry's words go beside it; "" elsewhere."""
    apart: tuple[str, bool]
    """The key that says it is another, and whether that is ticked."""
    words: Sequence[tuple[str, str, str]]
    """What is told in both languages: its name, how the story says it, how the entry does."""
    pairs: Sequence[tuple[str, str, str, str, bool]]
    """Lines that it has in another language: key, its text, that one's language, the entry's text, whether ticked."""
    more: Sequence[tuple[str, str, bool, bool]]
    """Lines that it does not have: key, text, whether it is ticked, whether it has them in other words."""

    @property
    def is_new(self) -> bool:
        return self.part is None

    @property
    def is_there(self) -> bool:
        """The story has it, in this language."""
        return self.part is not None and not self.retold

    @property
    def there(self) -> str:
        """What the story calls it."""
        return (self.part.title or self.part.organisation) if self.part else ""


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
        "told_in": words.LANGUAGES.get(page.language, ""),
        "lang": bcp47(page.language),
    }


def _new(page: Brought) -> frozenset[str]:
    """What is ticked at first: all that is new, and what tells in another language what is there. Lines that the
    chapter has in other words wait, and so do all that have no like in one that is told in another language."""
    named = (*page.skills, *page.languages, *page.references)
    chapters = page.every_chapter
    return frozenset(
        (
            *(fact.key for fact in page.head if fact.is_safe),
            *(one.key for one in page.links),
            *(one.entry.key for one in chapters if one.part is None or one.is_retold),
            *(line_key(one.entry.key, n) for one in chapters for n, _line in one.pairs),
            *(
                line_key(one.entry.key, n)
                for one in chapters
                if not one.is_retold
                for n in one.more
                if n not in one.reworded
            ),
            *(one.named.key for one in named if not (one.is_there or one.is_doubtful)),
        )
    )


def _row(found: Found, ticked: Container[str], picked: Picked, refused: str) -> Row:
    entry, part, key = found.entry, found.part, found.entry.key
    typed = {column: getattr(entry, column) for column in EDITED} | dict(picked.edits.get(key, {}))
    return Row(
        entry=entry,
        span=span_word(entry.start, entry.end, entry.kind),
        is_ticked=key in ticked,
        is_refused=key == refused,
        part=part,
        retold=str(words.LANGUAGES.get(part.language, part.language)) if part and found.is_retold else "",
        apart=(apart_key(key), apart_key(key) in ticked),
        words=_both(entry, part) if part and found.is_retold else (),
        pairs=_pairs(found, ticked),
        more=[
            (at, entry.lines[n], at in ticked, n in found.reworded) for n in found.more for at in (line_key(key, n),)
        ],
        **{column: typed[column] for column in EDITED},
    )


def _both(entry: Entry, part: Part) -> list[tuple[str, str, str]]:
    return [
        (column_word(column, entry.kind), getattr(part, column), text) for column, text in entry.words.items()
    ]  # fmt: skip


def _pairs(found: Found, ticked: Container[str]) -> list[tuple[str, str, str, str, bool]]:
    lines = {line.id: line for line in found.part.lines} if found.part else {}
    keys = ((line_key(found.entry.key, n), lines[line], found.entry.lines[n]) for n, line in found.pairs)
    return [(key, there.text, bcp47(there.language), text, key in ticked) for key, there, text in keys]


def _named(beside: Sequence[NamedBeside], ticked: Container[str]) -> dict[str, object]:
    """Those that are new or told in another language, and the names of those that are there."""
    return {
        "new": [
            (one, one.named, one.named.key in ticked, LEVELS.get(one.named.level, one.named.level))
            for one in beside
            if not one.is_there
        ],
        "there": [one.named.name for one in beside if one.is_there],
        "is_doubtful": any(one.is_doubtful for one in beside),
    }
