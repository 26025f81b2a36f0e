"""Occupations by any of their titles: an index of words in memory, a few megabytes for a whole release.

1. Each word that was typed is looked for among the words of all titles: as it is, as the beginning of one, as one of
   the same family (programming, programmer), and, where no title has it, as a typing error.
2. A title scores by the share of what was typed that it says and by the share of itself that was typed; rare words
   weigh more. A word of which letters are missing counts less than a whole one.
3. An occupation scores as its best title, and a little by how many of its titles fit.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from askwell.occupations.rules.abbreviations import spelled_out
from askwell.occupations.rules.words import is_han, words_of

LEAST = 0.3
"""What scores less is not shown."""
BEGINNING, FAMILY, TYPO = 0.85, 0.75, 0.8
MOST_BEGINNINGS = 40
SHORTEST_FAMILY = 4
Numbers = NDArray[np.int64]
Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Entry:
    """A title: its row's id, the number of its occupation, its words; `favour` is a little that it scores more."""

    id: int
    occupation: int
    words: Sequence[str]
    favour: float = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """An occupation's number, the id of the title that fits best, and how well: up to about 1."""

    occupation: int
    title: int
    score: float


class Index:
    """The words of all titles."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        numbers: dict[str, int] = {}
        words: list[int] = []
        titles: list[int] = []
        kept: list[tuple[int, int, float]] = []
        for place, entry in enumerate(entries):
            kept.append((entry.id, entry.occupation, entry.favour))
            for word in entry.words:
                words.append(numbers.setdefault(word, len(numbers)))
                titles.append(place)
        self._numbers = numbers
        self._ids = np.array([one[0] for one in kept], np.int64)
        self._occupations = np.array([one[1] for one in kept], np.int64)
        self._favours = np.array([one[2] for one in kept], np.float32)
        self._lay(np.array(words, np.int64), np.array(titles, np.int64))

    def _lay(self, words: Numbers, titles: Numbers) -> None:
        order = np.argsort(words, kind="stable")
        self._titles = titles[order].astype(np.int32)
        counts = np.bincount(words, minlength=len(self._numbers))
        self._starts = np.concatenate(([0], np.cumsum(counts)))
        self._weights = np.log1p(len(self._ids) / np.maximum(counts, 1)).astype(np.float32)
        self._weights *= np.array([_share(word) for word in self._numbers], np.float32)
        self._lengths = np.bincount(titles, self._weights[words], minlength=len(self._ids)).astype(np.float32)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(word for word in self._numbers if not is_han(word))

    def find(self, typed: str, limit: int) -> list[Found]:
        """The best occupations for what was typed, best first."""
        if not len(self._ids):
            return []
        best = np.zeros(len(self._ids), np.float32)
        for text in (typed, *spelled_out(typed)):
            np.maximum(best, self._scores(words_of(text)), out=best)
        return self._ranked(best, limit)

    def _scores(self, words: Sequence[str]) -> Weights:
        said = np.zeros(len(self._ids), np.float32)
        whole = 0.0
        for word in words:
            alike = self._alike(word)
            weight = self._weight(word, alike)
            whole += weight
            if alike:
                said += weight * self._where(alike)
        if not whole:
            return said
        typed, itself = said / whole, np.minimum(said / np.maximum(self._lengths, 1e-6), 1)
        return np.where(said > 0, typed * (0.55 + 0.45 * itself) + self._favours, 0).astype(np.float32)

    def _weight(self, word: str, alike: dict[int, float]) -> float:
        """As much as the word that is most like it; an unknown one as much as a rare one."""
        if alike:
            return float(self._weights[max(alike, key=lambda one: alike[one])])
        return float(np.log1p(len(self._ids))) * _share(word) / 2

    def _where(self, alike: dict[int, float]) -> Weights:
        found = np.zeros(len(self._ids), np.float32)
        for word, closeness in sorted(alike.items(), key=lambda one: one[1]):
            found[self._titles[self._starts[word] : self._starts[word + 1]]] = closeness
        return found

    def _alike(self, word: str) -> dict[int, float]:
        """Words of titles that may be meant, with how close each is (1: the same)."""
        alike: dict[int, float] = {}
        if is_han(word):
            return {self._numbers[word]: 1.0} if word in self._numbers else {}
        for other in self._beginning_with(word) if len(word) > 2 else ():
            alike[self._numbers[other]] = BEGINNING
        for other in self._family(word):
            alike.setdefault(self._numbers[other], FAMILY)
        if word in self._numbers:
            alike[self._numbers[word]] = 1.0
        elif len(word) > 3:
            for other, closeness in self._misspelled(word):
                number = self._numbers[other]
                alike[number] = max(alike.get(number, 0), closeness)
        return alike

    def _beginning_with(self, start: str) -> list[str]:
        place = bisect_left(self._sorted, start)
        found = self._sorted[place : place + MOST_BEGINNINGS]
        return [word for word in found if word.startswith(start)]

    def _family(self, word: str) -> list[str]:
        """What begins with the same letters up to an ending: programming, programmer."""
        root = word.removesuffix("ing").removesuffix("er").removesuffix("or")
        if root == word or len(root) < SHORTEST_FAMILY:
            return []
        return [other for other in self._beginning_with(root) if len(other) - len(root) <= 4]

    def _misspelled(self, word: str) -> list[tuple[str, float]]:
        wrong = 1 if len(word) < 7 else 2
        found = process.extract(word, self._sorted, scorer=OSA.distance, score_cutoff=wrong, limit=8)
        return [(other, TYPO - 0.1 * (distance - 1)) for other, distance, _place in found if other[0] == word[0]]

    def _ranked(self, scores: Weights, limit: int) -> list[Found]:
        good = np.flatnonzero(scores >= LEAST)
        if len(good) > 400:
            good = good[np.argpartition(-scores[good], 400)[:400]]
        order = good[np.argsort(-scores[good], kind="stable")]
        best: dict[int, Found] = {}
        more: dict[int, float] = {}
        for place in order:
            number, score = int(self._occupations[place]), float(scores[place])
            if number in best:
                more[number] = min(more.get(number, 0) + 0.01 * score, 0.05)
            else:
                best[number] = Found(number, int(self._ids[place]), score)
        ranked = sorted(best.values(), key=lambda one: -one.score - more.get(one.occupation, 0))
        return ranked[:limit]


def _share(word: str) -> float:
    """One Chinese character says less than two beside each other, and much less than a word."""
    return 1.0 if not is_han(word) else 0.35 if len(word) == 1 else 0.8
