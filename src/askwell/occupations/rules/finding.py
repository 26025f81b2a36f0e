"""Occupations by any of their titles.

1. Each word that was typed is looked for among the words of all titles: as it is, as the beginning of one, as one of
   the same family (programming, programmer), and, where no title has it, as a typing error after its first letter.
2. A title scores by the share of what was typed that it says and by the share of itself that was typed; rare words
   weigh more. A word of which letters are missing counts less than a whole one.
3. An occupation scores as its best title, and a little by how many of its titles fit.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from askwell.occupations.rules.abbreviations import spelled_out
from askwell.occupations.rules.laying import FIRST_HAN, Laid, Numbers, Weights, share
from askwell.occupations.rules.words import is_han, words_of

LEAST = 0.3
"""What scores less is not shown."""
BEGINNING, FAMILY, TYPO = 0.85, 0.75, 0.8
MOST_BEGINNINGS, MOST_TYPOS, MOST_TITLES = 40, 8, 400
SHORTEST_FAMILY = 4
Scored = tuple[Numbers, Weights]


@dataclass(frozen=True, slots=True)
class Found:
    """An occupation's key, the id of the title that fits best, and how well: up to about 1."""

    occupation: UUID
    title: int
    score: float


class Index:
    """Searches what `laying.lay` laid out."""

    def __init__(self, laid: Laid) -> None:
        self._laid = laid
        self._many = len(laid.ids)
        self._spelled = bisect_left(laid.words, FIRST_HAN)

    def find(self, typed: str, limit: int) -> list[Found]:
        """The best occupations for what was typed, best first."""
        scored = [self._scores(words_of(text)) for text in (typed, *spelled_out(typed))]
        places = np.concatenate([one[0] for one in scored])
        scores = np.concatenate([one[1] for one in scored])
        order = np.argsort(-scores, kind="stable")[:MOST_TITLES]
        return self._ranked(places[order], scores[order], limit)

    def _scores(self, words: Sequence[str]) -> Scored:
        """The titles that are good enough, with their scores."""
        said = np.zeros(self._many, np.float32)
        whole = 0.0
        for word in words:
            alike = self._alike(word)
            weight = self._weight(word, alike)
            whole += weight
            if alike:
                said += np.float32(weight) * self._where(alike)
        places = np.flatnonzero(said > 0)
        weights = said[places]
        typed, itself = weights / np.float32(whole or 1), np.minimum(weights / self._laid.lengths[places], 1)
        scores = typed * (0.55 + 0.45 * itself) + self._laid.favours[places]
        good = scores >= LEAST
        return places[good], scores[good]

    def _weight(self, word: str, alike: dict[int, float]) -> float:
        """As much as the word that is most like it; an unknown one as much as a rare one."""
        if alike:
            return float(self._laid.weights[max(alike, key=lambda one: alike[one])])
        return float(np.log1p(self._many)) * share(word) / 2

    def _where(self, alike: dict[int, float]) -> Weights:
        found = np.zeros(self._many, np.float32)
        starts, titles = self._laid.starts, self._laid.titles
        for word, closeness in sorted(alike.items(), key=lambda one: one[1]):
            found[titles[starts[word] : starts[word + 1]]] = closeness
        return found

    def _alike(self, word: str) -> dict[int, float]:
        """Words of titles that may be meant, with how close each is (1: the same)."""
        place = self._laid.place_of(word)
        if is_han(word):
            return {} if place is None else {place: 1.0}
        alike = dict.fromkeys(self._beginning_with(word), BEGINNING) if len(word) > 2 else {}
        for other in self._family(word):
            alike.setdefault(other, FAMILY)
        if place is not None:
            alike[place] = 1.0
        elif len(word) > 3:
            for other, closeness in self._misspelled(word):
                alike[other] = max(alike.get(other, 0), closeness)
        return alike

    def _beginning_with(self, start: str, most: int = MOST_BEGINNINGS) -> range:
        """The places of the first words that begin so."""
        words = self._laid.words
        place = bisect_left(words, start, hi=self._spelled)
        end = bisect_left(words, start + FIRST_HAN, lo=place, hi=self._spelled)
        return range(place, min(end, place + most))

    def _family(self, word: str) -> list[int]:
        """What begins with the same letters up to an ending: programming, programmer."""
        root = word.removesuffix("ing").removesuffix("er").removesuffix("or")
        if root == word or len(root) < SHORTEST_FAMILY:
            return []
        return [other for other in self._beginning_with(root) if len(self._laid.words[other]) - len(root) <= 4]

    def _misspelled(self, word: str) -> list[tuple[int, float]]:
        """Only among words with the same first letter, which is seldom wrong: a twentieth of all."""
        wrong = 1 if len(word) < 7 else 2
        same = self._beginning_with(word[0], self._many)
        choices = self._laid.words[same.start : same.stop]
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=wrong, limit=MOST_TYPOS)
        return [(same.start + place, TYPO - 0.1 * (distance - 1)) for _other, distance, place in found]

    def _ranked(self, places: Numbers, scores: Weights, limit: int) -> list[Found]:
        """The occupations of these titles, which come best first."""
        laid = self._laid
        best: dict[int, Found] = {}
        more: dict[int, float] = {}
        told = zip(laid.occupations[places].tolist(), laid.ids[places].tolist(), scores.tolist(), strict=True)
        for number, title, score in told:
            if number in best:
                more[number] = min(more.get(number, 0) + 0.01 * score, 0.05)
            else:
                best[number] = Found(laid.keys[number], title, score)
        ranked = sorted(best, key=lambda one: -best[one].score - more.get(one, 0))
        return [best[one] for one in ranked[:limit]]
