"""What answers lean to, without a verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from askwell.coach.self_reflection import Score

ALIKE = 10
"""Scales that lie no further apart are as good as equal."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The scales that were said yes to most often, and least often; none where there is nothing to tell apart."""

    most: tuple[str, ...] = ()
    least: tuple[str, ...] = ()


def ends(scores: Sequence[Score]) -> Ends:
    """Of scales that can be compared with each other; those too few statements of which were answered are left out."""
    known = {score.scale: score.value for score in scores if score.value is not None}
    if not known or max(known.values()) - min(known.values()) <= ALIKE:
        return Ends()
    highest, lowest = max(known.values()), min(known.values())
    near = ALIKE // 2
    return Ends(
        tuple(scale for scale, value in known.items() if value >= highest - near),
        tuple(scale for scale, value in known.items() if value <= lowest + near),
    )
