"""A resume's entries beside the story: what is new, what is there, what is there in another language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from askwell.portfolio.rules.bringing.entries import Entry
from askwell.portfolio.rules.bringing.likeness import pair_up
from askwell.portfolio.rules.bringing.matching import Part, is_alike, is_same, told
from askwell.portfolio.rules.bringing.retelling import retold, retold_lines

REWORDED = 0.65
"""How alike two lines in one language are that say the same. In two resumes of one life in Chinese it was 0.69 and
more, of others 0.42 at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, and the chapter that it is already (`part`). `is_retold`: the chapter is not told in the entry's
    language, so the entry's words go beside it. `pairs` are lines that the chapter has in another language: the
    entry's number, the line's id; `more` the numbers of those that it does not have, `reworded` those of them that it
    has in somewhat other words."""

    entry: Entry
    part: Part | None = None
    more: tuple[int, ...] = ()
    is_retold: bool = False
    pairs: tuple[tuple[int, UUID], ...] = ()
    reworded: tuple[int, ...] = ()


def compare(entries: Iterable[Entry], parts: Sequence[Part], language: str = "") -> tuple[Found, ...]:
    """Each entry beside the story, which is told in `language` where it can be; "" where nobody knows the entries'.
    A chapter answers for one entry only: the first of the same words that it fits, else the one in other words."""
    every, left = list(entries), list(parts)
    same: dict[int, Part] = {}
    for n, entry in enumerate(every):
        part = next((one for one in left if is_same(entry, one)), None)
        if part:
            left.remove(part)
            same[n] = part
    if language:
        rest = [n for n in range(len(every)) if n not in same]
        untold = [part for part in left if part.language != language]
        same |= {rest[n]: part for n, part in retold([every[n] for n in rest], untold).items()}
    return tuple(_found(entry, same.get(n), language) for n, entry in enumerate(every))


def _found(entry: Entry, part: Part | None, language: str) -> Found:
    if part is None:
        return Found(entry)
    there = {told(line.text) for line in part.lines}
    new = {n: line for n, line in enumerate(entry.lines) if told(line) not in there}
    untold = [line for line in part.lines if language and line.language != language]
    pairs = retold_lines(new, untold)
    more = tuple(n for n in new if n not in dict(pairs))
    told_lines = [line.text for line in part.lines if line not in untold]
    again = pair_up([new[n] for n in more], told_lines, least=REWORDED)
    return Found(entry, part, more, _is_retold(entry, part, language), pairs, tuple(more[n] for n in sorted(again)))


def _is_retold(entry: Entry, part: Part, language: str) -> bool:
    """Names that are the same in both languages have nothing to tell."""
    if not language or part.language == language:
        return False
    return not all(
        is_alike(new, there) or not new
        for new, there in ((entry.title, part.title), (entry.organisation, part.organisation))
    )
