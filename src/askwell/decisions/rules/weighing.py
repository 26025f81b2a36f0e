"""Where the options stand: sums of numbers by weight, with how far they may be off.

The share of a wish is its weight over all weights; where all are zero every wish counts the same. An option's total is
the sum of share x number. The ± of a total is the root of the sum of (share x ±)²: fields err independently, some up,
some down. Totals are exact fractions, so that a tie is a tie.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor, hypot

from askwell.decisions.rules.cells import MIDDLE, MOST, Cell

Shares = tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The options, the wishes and their weights; `cells` has a row for each option, in the order of the wishes."""

    options: tuple[Hashable, ...]
    wishes: tuple[Hashable, ...]
    weights: tuple[int, ...]
    musts: tuple[bool, ...]
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """An option's total; `place` counts from 1, equals share one. `misses`: the musts that it falls short of even at
    its best, `doubts`: those that it may fall short of."""

    option: Hashable
    total: float
    half: float
    place: int
    misses: tuple[Hashable, ...]
    doubts: tuple[Hashable, ...]

    @property
    def low(self) -> float:
        return max(0.0, self.total - self.half)

    @property
    def high(self) -> float:
        return min(MOST, self.total + self.half)


def shares(weights: Sequence[int]) -> Shares:
    """What part of the whole each weight is."""
    whole = sum(weights)
    if not whole:
        return (Fraction(1, len(weights)),) * len(weights) if weights else ()
    return tuple(Fraction(weight, whole) for weight in weights)


def in_percent(share: Fraction) -> int:
    """A share in whole percent, halves upwards."""
    return floor(share * 100 + Fraction(1, 2))


def with_share(now: Shares, wish: int, share: Fraction) -> Shares:
    """`wish` gets this share, the others keep their proportions; where they had nothing they count the same."""
    rest = 1 - now[wish]
    if len(now) == 1:
        return now
    if not rest:
        even = (1 - share) / (len(now) - 1)
        return tuple(share if place == wish else even for place in range(len(now)))
    return tuple(share if place == wish else one * (1 - share) / rest for place, one in enumerate(now))


def totals(table: Table, by: Shares) -> list[Fraction]:
    """Each option's total, in the order of the table."""
    return [
        sum((part * Fraction(one.centre) for part, one in zip(by, row, strict=True)), Fraction()) for row in table.cells
    ]


def ranked(sums: Sequence[Fraction]) -> list[int]:
    """Places in the table, the best first; equals in the table's order."""
    return sorted(range(len(sums)), key=lambda place: (-sums[place], place))


def standings(table: Table) -> tuple[Standing, ...]:
    """The best first; without wishes nothing stands anywhere."""
    if not table.wishes:
        return ()
    by = shares(table.weights)
    sums = totals(table, by)
    return tuple(_standing(table, by, sums, place) for place in ranked(sums))


def _standing(table: Table, by: Shares, sums: Sequence[Fraction], place: int) -> Standing:
    row = table.cells[place]
    musts = [(wish, one) for wish, must, one in zip(table.wishes, table.musts, row, strict=True) if must]
    return Standing(
        option=table.options[place],
        total=float(sums[place]),
        half=hypot(*(float(part) * one.half for part, one in zip(by, row, strict=True))),
        place=1 + sum(other > sums[place] for other in sums),
        misses=tuple(wish for wish, one in musts if one.high < MIDDLE),
        doubts=tuple(wish for wish, one in musts if one.low < MIDDLE <= one.high),
    )


def overlapping(found: Sequence[Standing]) -> bool:
    """Whether a range of another reaches that of the first."""
    return any(one.high >= found[0].low for one in found[1:])
