"""What opened doors: how far applications from each source came, with how sure one can be of it.

Only the seeker's own rows are counted. A rate is a share of applications, with its 80 % Jeffreys interval.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from askwell.interviews.rules.chances import jeffreys
from askwell.opportunities.choices import Source, Stage

REACHES = (Stage.APPLIED, Stage.JOB_INTERVIEW, Stage.OFFER, Stage.ACCEPTED)
FEW = 5
"""Applications below which a rate says next to nothing."""


@dataclass(frozen=True, slots=True)
class Rate:
    """`successes` of `tries`; `low` and `high` bound where the true share lies, four times in five."""

    successes: int
    tries: int

    @property
    def share(self) -> float | None:
        return self.successes / self.tries if self.tries else None

    @property
    def bounds(self) -> tuple[float, float]:
        return jeffreys(self.successes, self.tries) if self.tries else (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Way:
    """One source: how many opportunities it brought, and how many of them came to each stage at least."""

    source: Source
    found: int
    applied: int
    interviewed: int
    offered: int
    accepted: int

    @property
    def rate(self) -> Rate:
        """Job interviews of applications."""
        return Rate(self.interviewed, self.applied)

    @property
    def offer_rate(self) -> Rate:
        return Rate(self.offered, self.applied)

    @property
    def is_few(self) -> bool:
        return self.applied < FEW


@dataclass(frozen=True, slots=True)
class Comparison:
    """All sources, in a fixed order. `best` and `worst` are set only where the intervals of the two do not meet."""

    ways: tuple[Way, ...]
    best: Way | None = None
    worst: Way | None = None

    @property
    def found(self) -> int:
        return sum(way.found for way in self.ways)

    @property
    def applied(self) -> int:
        return sum(way.applied for way in self.ways)

    @property
    def compared(self) -> int:
        """Sources with enough applications to be held against each other."""
        return sum(not way.is_few for way in self.ways)


def reached(stages: Iterable[Stage]) -> int:
    """How many of REACHES an application came to by these steps: an offer without a noted job interview came by one,
    and by an application."""
    return max((REACHES.index(stage) + 1 for stage in stages if stage in REACHES), default=0)


def compare(counted: Mapping[Source, Iterable[int]]) -> Comparison:
    """`counted`: for each source, how far each of its opportunities came (`reached`)."""
    ways = tuple(_way(source, list(counted.get(source, ()))) for source in Source)
    told = sorted((way for way in ways if not way.is_few), key=lambda way: way.rate.bounds)
    apart = len(told) > 1 and told[0].rate.bounds[1] < told[-1].rate.bounds[0]
    return Comparison(ways, told[-1], told[0]) if apart else Comparison(ways)


def _way(source: Source, far: list[int]) -> Way:
    return Way(source, len(far), *(sum(one >= least for one in far) for least in range(1, 5)))
