"""How likely two texts in two languages say the same: what they mean, and the figures and names in both."""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from askwell.coach.meaning import vectors
from askwell.lib.text import HAN, fold

LIKELY = 0.5
"""From here on two texts are taken for the same. In the resumes of one life that we wrote in two languages, lines of
one meaning were alike from 0.52 on, others to 0.36."""
MOST = 250
"""So many texts are looked at."""
_SHARED, _MOST_SHARED = 0.15, 2
_number = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_grouped = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+")
_latin = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-z0-9À-ÖØ-öø-ÿ]+")
_han = re.compile(f"[{HAN}]")

One = TypeVar("One", bound=Hashable)
Other = TypeVar("Other", bound=Hashable)


def likeness(ones: Sequence[str], others: Sequence[str]) -> list[list[float]]:
    """For each of `ones` how alike each of `others` is: 1 says the same, 0 has nothing to do with it."""
    near = (vectors(ones) @ vectors(others).T).tolist()
    marks, theirs = [Marks.of(one) for one in ones], [Marks.of(other) for other in others]
    return [
        [near[n][k] + _SHARED * min(len(one.shared(other)), _MOST_SHARED) for k, other in enumerate(theirs)]
        for n, one in enumerate(marks)
    ]


@dataclass(frozen=True, slots=True)
class Marks:
    """What stays as it is in every language: numbers, and names as PCSWMM, EIT (`firm`); in a Chinese text that is any
    word in Latin letters. `every` has the other words too."""

    firm: frozenset[str]
    every: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Marks":
        words = _latin.findall(text)
        firm = words if _han.search(text) else [word for word in words if sum(map(str.isupper, word)) > 1]
        numbers = frozenset(_numbers(text))
        return cls(numbers | frozenset(map(fold, firm)), numbers | frozenset(map(fold, words)))

    def shared(self, other: "Marks") -> frozenset[str]:
        return (self.firm & other.every) | (self.every & other.firm)


def best_pairs(worth: Mapping[tuple[One, Other], float], *, margin: float = 0) -> dict[One, Other]:
    """Each with the one it is worth most with, best first, no one twice. Where another choice for either of two is
    worth as much (within `margin`), nobody can tell, and they are left alone."""
    found, taken = dict[One, Other](), set[Other]()
    for (one, other), value in sorted(worth.items(), key=lambda pair: -pair[1]):
        if one in found or other in taken:
            continue
        rivals = (
            rival
            for pair, rival in worth.items()
            if (pair[0] == one) != (pair[1] == other) and pair[0] not in found and pair[1] not in taken
        )
        if not margin or all(value - rival >= margin for rival in rivals):
            found[one] = other
            taken.add(other)
    return found


def pair_up(ones: Sequence[str], others: Sequence[str], *, least: float = LIKELY) -> dict[int, int]:
    """Which of `ones` says which of `others`, by their numbers; only such as are worth `least`, of the first `MOST`."""
    every = likeness(ones[:MOST], others[:MOST]) if ones and others else []
    places = ((n, k) for n, row in enumerate(every) for k in range(len(row)))
    return best_pairs({(n, k): every[n][k] for n, k in places if every[n][k] >= least})


def _numbers(text: str) -> Iterable[str]:
    for found in _number.findall(text):
        yield re.sub(r"\D", "", found) if _grouped.fullmatch(found) else found.replace(",", ".")
