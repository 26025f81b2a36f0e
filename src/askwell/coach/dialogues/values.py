"""What a practice talk is made of, and what the coach says about one."""

from dataclasses import dataclass
from typing import Literal

Band = Literal["low", "balanced", "high"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of the two said, from when they began until the other spoke."""

    speaker: Literal["seeker", "insider"]
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a seeker held a talk. `ratio` is their share of all words (in Chinese of all characters); the numbers of
    turns count from 0: `asked_for_job` and `follow_ups` (taken up well) the seeker's, `missed` the insider's. Of a
    seeker who spoke a language that the coach does not know only the share is told, without a band."""

    covered: frozenset[str]
    ratio: float
    band: Band | None
    opened_well: bool
    closed_well: bool
    asked_for_job: tuple[int, ...]
    missed: tuple[int, ...]
    follow_ups: tuple[int, ...]
