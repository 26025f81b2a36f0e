"""Who takes part in a round of matching: seekers, insiders, and what the coordinator wishes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from askwell.programmes.choices import Level

WEEK = 7 * 24 * 60
HOUR = 60
MOST_TALKS = 4

Pair = tuple[str, str]
"""A seeker's id and an insider's."""


@dataclass(frozen=True, slots=True)
class Window:
    """Free time, in minutes of the week from Monday 00:00. Everybody of a round counts in the same zone.

    One that runs over the end of the week ends after `WEEK`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Seeker:
    """`goals` are topics with a weight; `account` is the same for two rows of one person."""

    id: str
    goals: Mapping[str, int]
    languages: tuple[str, ...]
    level: str
    wanted: int
    windows: tuple[Window, ...]
    employer: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True)
class Insider:
    id: str
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    level: str
    capacity: int
    windows: tuple[Window, ...]
    employer: str = ""
    excluded_seekers: tuple[str, ...] = ()
    excluded_employers: tuple[str, ...] = ()
    account: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much. The k-th talk of a seeker counts `decay` to the power of k - 1."""

    topics: int = 60
    language: int = 10
    seniority: int = 20
    first_talk: int = 10_000
    decay: Fraction = Fraction(1, 2)

    @property
    def best_score(self) -> int:
        return self.topics + 2 * self.language + self.seniority


@dataclass(frozen=True)
class Round:
    """All that a matching depends on. `kept` are talks that are on their way: pins that come before all others.
    `unwilling` are insiders who take only whom a pin gives them. `later` are seekers who take only the places that the
    others leave (see `turns`). `waiting` are talks promised to such seekers, also of other rounds, whose insider was
    not asked: they keep what is left, before what else is proposed to whoever comes later. `among`,
    where given, holds for each seeker the only insiders that are looked at (those of a region, say)."""

    seekers: tuple[Seeker, ...]
    insiders: tuple[Insider, ...]
    conflicts: Mapping[Pair, str] = field(default_factory=dict)
    pins: frozenset[Pair] = frozenset()
    forbidden: frozenset[Pair] = frozenset()
    kept: frozenset[Pair] = frozenset()
    unwilling: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    waiting: frozenset[Pair] = frozenset()
    weights: Weights = Weights()
    among: Mapping[str, Sequence[str]] | None = None


LEVELS = {level.value: place for place, level in enumerate(Level)}
