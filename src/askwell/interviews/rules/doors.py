"""What opened doors: the seeker's own counts by source and channel, job boards beside networking.

Each share has its 80 % Jeffreys interval (see `chances.jeffreys`). The most certain comes first: ordered by the
lower end of the interval, so that 1 of 1 does not stand before 6 of 9. Ways are compared only from 5 tries
each on, and called different only where the intervals do not touch (our own choice, grade C). Comparing many
ways by chance finds a difference now and then: the remark is about the seeker's counts, not about the world.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from askwell.interviews.rules.chances import jeffreys
from askwell.outreach.choices import Channel

ENOUGH = 5
JOB_BOARD = "job_board"
UNASKED = "unasked"


@dataclass(frozen=True, slots=True)
class Way:
    """Tries by one way and how many opened a door.

    `source` is a tie kind of `people.choices.TieKind`, or one without a channel: JOB_BOARD, where a try is an
    application and a door is a job interview, or UNASKED, where a try is a talk that no message asked for.
    Each pair of source and channel comes once.
    """

    source: str
    channel: Channel | None
    opened: int
    tried: int


@dataclass(frozen=True, slots=True)
class Opened:
    """One way with its share and the ends of its 80 % interval, each from 0 to 1."""

    way: Way
    share: float
    low: float
    high: float

    @property
    def is_enough(self) -> bool:
        return self.way.tried >= ENOUGH


class Remark(StrEnum):
    """What may honestly be said about the comparison."""

    NOTHING_YET = "nothing_yet"  # no try at all
    TOO_FEW = "too_few"  # fewer than two ways with at least 5 tries
    NO_DIFFERENCE = "no_difference"  # the intervals touch: chance explains it
    DIFFERENCE = "difference"  # `best` lies above each of `behind`


@dataclass(frozen=True, slots=True)
class WhatOpened:
    """Every way with at least one try, the most certain first, and the two sums (None without a try).

    `best` and `behind` are filled for Remark.DIFFERENCE only.
    """

    ways: tuple[Opened, ...]
    networking: Opened | None
    job_boards: Opened | None
    remark: Remark
    best: Opened | None = None
    behind: tuple[Opened, ...] = ()


def what_opened_doors(ways: Iterable[Way]) -> WhatOpened:
    """Compare the ways; `ways` may come in any order and be empty. ValueError for counts that cannot be."""
    found = sorted((_opened(way) for way in ways if way.tried or way.opened), key=_most_certain)
    best, behind = _difference([one for one in found if one.is_enough])
    return WhatOpened(
        ways=tuple(found),
        networking=_sum(one.way for one in found if one.way.source != JOB_BOARD),
        job_boards=_sum(one.way for one in found if one.way.source == JOB_BOARD),
        remark=_remark(found, behind),
        best=best if behind else None,
        behind=behind,
    )


def _opened(way: Way) -> Opened:
    low, high = jeffreys(way.opened, way.tried)
    return Opened(way, way.opened / way.tried, low, high)


def _most_certain(one: Opened) -> tuple[float, float, int, str, str]:
    way = one.way
    return (-one.low, -one.share, -way.tried, way.source, way.channel or "")


def _difference(compared: Sequence[Opened]) -> tuple[Opened | None, tuple[Opened, ...]]:
    if not compared:
        return None, ()
    best = compared[0]
    return best, tuple(one for one in compared[1:] if one.high < best.low)


def _remark(found: Sequence[Opened], behind: Sequence[Opened]) -> Remark:
    if not found:
        return Remark.NOTHING_YET
    if sum(one.is_enough for one in found) < 2:
        return Remark.TOO_FEW
    return Remark.DIFFERENCE if behind else Remark.NO_DIFFERENCE


def _sum(ways: Iterable[Way]) -> Opened | None:
    counts = [(way.source, way.opened, way.tried) for way in ways]
    if not counts:
        return None
    source = JOB_BOARD if counts[0][0] == JOB_BOARD else ""
    return _opened(Way(source, None, sum(row[1] for row in counts), sum(row[2] for row in counts)))
