"""Skills, languages and references of a resume beside the story's: new, there, or there in another language.

A language is the same by its name in any of them (Mandarin, 普通话), a reference by the mailbox or the name. A skill is
the same by its Latin words (PCSWMM, AutoCAD Civil 3D 制图), else by what it means where nothing else means as much. A
name that is the same in both languages is told in the second too, so that nothing seems untold. A skill that is not
found is new. While the story has skills that are not told in the resume's language it may be one of these in other
words, and so it is offered, but not ticked.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar
from uuid import UUID

from askwell.lib.languages import language_code
from askwell.lib.text import HAN, fold
from askwell.portfolio.rules.bringing.entries import Named
from askwell.portfolio.rules.bringing.likeness import pair_up

ALIKE = 0.55
"""How alike two skills must be; lower than this, neighbours in a field are taken for one."""
_latin = re.compile(r"[a-z0-9][a-z0-9+#.]*")
_han = re.compile(f"[{HAN}]")


class Known(Protocol):
    """A skill, language or reference as `queries.telling` has it: `language` is the one it is told in."""

    @property
    def id(self) -> UUID: ...
    @property
    def name(self) -> str: ...
    @property
    def language(self) -> str: ...


Some = TypeVar("Some", bound=Known)


class Reached(Known, Protocol):
    @property
    def email(self) -> str: ...


@dataclass(frozen=True, slots=True)
class NamedBeside:
    """`there` is the one that the story has; `words`, by column, go beside it in the resume's language. `is_doubtful`:
    it is new, or one that the story has in other words."""

    named: Named
    there: Known | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    is_doubtful: bool = False

    @property
    def is_there(self) -> bool:
        """It has nothing to tell that the story does not have."""
        return self.there is not None and not self.words

    @property
    def is_retold(self) -> bool:
        return self.there is not None and bool(self.words)

    @property
    def is_same(self) -> bool:
        """Both languages have one word for it."""
        return self.there is not None and self.there.name == self.named.name


def skills_beside(found: Sequence[Named], there: Sequence[Known], language: str) -> tuple[NamedBeside, ...]:
    """`language` is the resume's, "" where nobody knows it."""
    same = _same(found, there, lambda one: fold(one.name))
    for pairs_of in (_by_letters, _by_meaning):
        rest, untold = [one for one in found if one.key not in same], _untold(there, same, language)
        pairs = pairs_of([one.name for one in rest], [one.name for one in untold])
        same |= {rest[n].key: untold[k] for n, k in pairs.items()}
    is_doubtful = bool(_untold(there, same, language))
    columns = {"name": "name", "group": "group", "level": "level"}
    return tuple(_beside(one, same.get(one.key), language, columns, is_doubtful) for one in found)


def languages_beside(found: Sequence[Named], there: Sequence[Known], language: str) -> tuple[NamedBeside, ...]:
    same = _same(found, there, lambda one: fold(one.name))
    rest = [one for one in found if one.key not in same]
    same |= _same(rest, _untold(there, same, language), lambda one: language_code(one.name))
    return tuple(_beside(one, same.get(one.key), language, {"name": "name", "note": "note"}) for one in found)


def references_beside(found: Sequence[Named], there: Sequence[Reached], language: str) -> tuple[NamedBeside, ...]:
    same = _same(found, there, lambda one: fold(one.email)) | _same(found, there, lambda one: fold(one.name))
    return tuple(_beside(one, same.get(one.key), language, {"role": "note", "words": "words"}) for one in found)


def _same(found: Sequence[Named], there: Sequence[Some], key: Callable[[Any], str]) -> dict[str, Some]:
    """The one of the same key, by the entry's own; an empty one is nobody's."""
    known = {word: one for one in reversed(there) if (word := key(one))}
    return {one.key: known[word] for one in found if (word := key(one)) in known}


def _untold(there: Sequence[Some], same: Mapping[str, Some], language: str) -> list[Some]:
    """Those that nothing was found for, and that are not told in the language."""
    taken = {one.id for one in same.values()}
    return [one for one in there if language and one.language != language and one.id not in taken]


def _by_letters(ones: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    """Where one of two is Chinese: the same words in Latin letters."""
    letters = [set(_latin.findall(fold(other))) for other in others]
    return {
        n: k
        for n, one in enumerate(ones)
        for k, other in enumerate(others)
        if _han.search(one + other) and letters[k] and letters[k] == set(_latin.findall(fold(one)))
    }


def _by_meaning(ones: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    return pair_up(ones, others, least=ALIKE)


def _beside(
    named: Named, there: Known | None, language: str, columns: Mapping[str, str], is_doubtful: bool = False
) -> NamedBeside:  # fmt: skip
    """`columns`: what of the entry each column of the story says."""
    if there is None or not language or there.language == language:
        return NamedBeside(named, there, is_doubtful=is_doubtful and there is None)
    said = {column: str(getattr(named, source)) for column, source in columns.items()}
    return NamedBeside(named, there, {at: text for at, text in said.items() if text})
