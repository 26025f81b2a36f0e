"""What answers suggest to ask insiders about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from askwell.coach.self_reflection.authored import lines, told
from askwell.coach.self_reflection.scoring import Score

Side = Literal["high", "low", ""]

LOW, HIGH = 40, 60
"""Up to the first somebody said no more often than yes, from the second on the other way round."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question for an information interview, for those whose answers lean to one `side` of a scale; `told` is its
    wording by language."""

    id: str
    scale: str
    side: Side
    told: Mapping[str, str]


@lru_cache(maxsize=1)
def suggestions() -> tuple[Suggestion, ...]:
    """All of them, scale by scale: two or three a side."""
    return tuple(Suggestion(one["id"], one["scale"], one["side"], told(one, "text")) for one in lines("asking"))


def side_of(score: Score) -> Side:
    """To which side answers lean; to none between the two, or where too few were given."""
    if score.value is None or LOW < score.value < HIGH:
        return ""
    return "high" if score.value >= HIGH else "low"


def to_ask(scores: Iterable[Score]) -> tuple[Suggestion, ...]:
    """The questions of each side that answers lean to, in the order of the scores."""
    leaning = [(score.scale, side) for score in scores if (side := side_of(score))]
    return tuple(one for lean in leaning for one in suggestions() if (one.scale, one.side) == lean)
