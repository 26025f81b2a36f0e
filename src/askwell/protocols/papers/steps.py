"""How tight a page is set: from the size that reads best to the smallest that can still be read."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from askwell.protocols.papers.words import CHINESE

LAST = 10
"""The tightest step; 0 is the widest."""
_INCH = 72
HEIGHTS = {"letter": 792.0, "a4": 841.89}
"""Of the papers, in points."""
_SAVED = 0.036
"""The share of the widest that each step saves, as measured on resumes in three languages."""


@dataclass(frozen=True, slots=True)
class Step:
    """Size of letters, space between lines (in letters), between parts, at the sides and at the top, in points."""

    size: float
    leading: float
    gap: float
    side: float
    top: float


def step(number: int, language: str) -> Step:
    """The measures of one step."""
    share = number / LAST

    def between(wide: float, tight: float) -> float:
        return round(wide + (tight - wide) * share, 3)

    return Step(
        size=between(10.5, 9.0),
        leading=between(0.78, 0.62) if language == CHINESE else between(0.64, 0.5),
        gap=between(12.0, 6.5),
        side=between(0.9 * _INCH, 0.65 * _INCH),
        top=between(0.8 * _INCH, 0.55 * _INCH),
    )


class Filled(Protocol):
    @property
    def pages(self) -> int: ...
    @property
    def used(self) -> float: ...


D = TypeVar("D")
F = TypeVar("F", bound=Filled)


def fitting(made_at: Callable[[int], tuple[D, F]], allowed: int) -> tuple[D, F]:
    """What is made at about the first step that takes no more pages than allowed, or at the last. Two or three are
    made: how much one takes tells where to look next."""
    made, fit = made_at(0)
    if fit.pages <= allowed:
        return made, fit
    saved = _SAVED * fit.used
    number = min(LAST, max(1, math.ceil((fit.used - allowed) / saved)))
    made, fit = made_at(number)
    while fit.pages > allowed and number < LAST:
        number += 1
        made, fit = made_at(number)
        if fit.pages <= allowed:
            return made, fit
    for wider in range(number - int((allowed - fit.used) / saved), number):
        its, its_fit = made_at(max(1, wider))
        if its_fit.pages <= allowed:
            return its, its_fit
    return made, fit
