"""What the answers say, scale by scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from askwell.coach.self_reflection.statements import INTERESTS, TRAITS, Kind, statements

LEAST, MOST = 1, 5
"""Not at all true of me, or not at all gladly; very true, very gladly."""

ENOUGH = Fraction(3, 5)
"""The share of a scale's statements that must be answered before anything is said of it."""


@dataclass(frozen=True, slots=True)
class Score:
    """`value` is 0 (every answer against it) to 100 (every answer for it), None when too few are answered; `answered`
    so many of `of` statements."""

    scale: str
    value: int | None
    answered: int
    of: int


def profile(answers: Mapping[str, int], kind: Kind) -> tuple[Score, ...]:
    """The scales of a kind in their fixed order. `answers` are 1 to 5 by a statement's id; those of statements that do
    not exist (any more) are left out. Raises ValueError for another number."""
    if wrong := next((one for one, value in answers.items() if not LEAST <= value <= MOST), None):
        raise ValueError(f"the answer to {wrong} is not between {LEAST} and {MOST}")
    return tuple(_score(scale, answers) for scale in (TRAITS if kind == "traits" else INTERESTS))


def _score(scale: str, answers: Mapping[str, int]) -> Score:
    every = [one for one in statements().values() if one.scale == scale]
    given = [(one, answers[one.id]) for one in every if one.id in answers]
    if len(given) < ENOUGH * len(every):
        return Score(scale, None, len(given), len(every))
    agreed = sum(LEAST + MOST - value if one.is_reversed else value for one, value in given)
    span = (MOST - LEAST) * len(given)
    return Score(scale, round(100 * (agreed - LEAST * len(given)) / span), len(given), len(every))
