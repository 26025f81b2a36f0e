"""Which of the skills that an occupation wants somebody's story shows, and what proves each.

1. By words: a skill or a line of the story, in any language that it was told in, says the name of the skill, in any
   language in which the name is known, word by word or in another form (negotiation, negotiated).
2. By meaning: a skill of the story means nearly the same (NEAR), or a line does (NEAR_LINE), in whichever language.

What is found by meaning is marked so: it is for the seeker to say whether it is true. The two limits were set on pairs
of names of our own skills in two languages: at 0.7, 65 % of the same skill are above it and 7 % of the skills have
another one above it; sentences lie lower.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from askwell.lib.text import fold
from askwell.occupations.rules.words import is_han, words_of
from askwell.portfolio.rules.words.folding import is_said, key_of, keys_of

NEAR, NEAR_LINE = 0.7, 0.5
SHORTEST = 5
_AND = re.compile(r" and | et | or | ou |[,/()（）、和与]")
"""What stands between the things that a name joins."""
Kind = Literal["skill", "line", "part"]
Meaning = Callable[[Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A skill that an occupation wants: its name as it is shown, in every language, and how much (0 to 100)."""

    name: str
    names: tuple[str, ...]
    importance: int
    is_tool: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Something in the story: a skill, a line or a chapter; `where` it was, how many `proofs` a skill has, and what it
    says in `others` of the languages it was told in, a line each."""

    kind: Kind
    id: UUID
    text: str
    where: str = ""
    proofs: int = 0
    others: str = ""

    @property
    def wordings(self) -> list[str]:
        return [self.text, *self.others.splitlines()]


@dataclass(frozen=True, slots=True)
class Held:
    """A wanted skill and what shows it. `by_words`: the story says it; else it only means nearly the same."""

    wanted: Wanted
    told: Told
    by_words: bool


def compare(
    wanted: Sequence[Wanted], story: Sequence[Told], meaning: Meaning
) -> tuple[tuple[Held, ...], tuple[Wanted, ...]]:
    """What is held, with its proof, and what is missing; both in the order of `wanted`."""
    said = {one: found for one in wanted if (found := _said(one, story))}
    rest = [one for one in wanted if one not in said]
    near = _near(rest, story, meaning) if rest and story else {}
    held = [
        Held(one, said[one], True) if one in said else Held(one, near[one], False)
        for one in wanted
        if one in said or one in near
    ]
    return tuple(held), tuple(one for one in rest if one not in near)


def _said(wanted: Wanted, story: Sequence[Told]) -> Told | None:
    """What says it: of several the skill with most proofs, then lines."""
    found = [told for told in story if any(_says(text, name) for text in told.wordings for name in wanted.names)]
    return max(found, key=lambda told: (told.kind == "skill", told.proofs), default=None)


def _says(text: str, name: str) -> bool:
    if is_said(key_of(name), keys_of(text)) or _in_other_form(name, text):
        return True
    told = key_of(text)
    return bool(told) and told in map(key_of, _AND.split(name))  # Excel: Excel and spreadsheets


def _in_other_form(name: str, text: str) -> bool:
    """Whether each word of a name begins as a word of the text does; Chinese is compared as it is."""
    words = words_of(name)
    if not words or any(is_han(word) for word in words):
        return bool(words) and fold(name) in fold(text)
    said = words_of(text)
    return all(any(_alike(word, other) for other in said) for word in words)


def _alike(word: str, other: str) -> bool:
    if word == other:
        return True
    root = max(SHORTEST, len(word) - 4)
    return len(word) > SHORTEST and other.startswith(word[:root]) and abs(len(word) - len(other)) <= 4


def _near(wanted: Sequence[Wanted], story: Sequence[Told], meaning: Meaning) -> dict[Wanted, Told]:
    said = [(told, text) for told in story for text in told.wordings]
    meant = meaning([text for _, text in said])
    limits = np.array([NEAR if told.kind == "skill" else NEAR_LINE for told, _ in said], np.float32)
    found: dict[Wanted, Told] = {}
    for one in wanted:
        above = (meaning(one.names) @ meant.T).max(axis=0) - limits
        best = int(above.argmax())
        if above[best] >= 0:
            found[one] = said[best][0]
    return found
