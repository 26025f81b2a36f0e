"""Which field is most worth asking about: how much better the choice may become by knowing it.

Say that the true number of one field lies anywhere within its range, each as likely, and that all others are as they
stand. For an option behind the leader by `gap`, whose field may lift its total by `up` at most, knowing pays only where
it would overtake: on average (up - gap)² / (2 (up + down)) points of the total. For the leader itself it pays where it
would fall behind the next one: (down - gap)² / (2 (up + down)). A field that cannot change who leads is worth 0; those
come after, the nearest to tipping first.

Behind by 0.35, a field with a share of ¼ and ± 2 lifts by up to ½: (0.5 - 0.35)² / (2 x 1.0) = 0.01125 points.
"""

from dataclasses import dataclass
from fractions import Fraction

from askwell.decisions.rules.cells import Cell
from askwell.decisions.rules.weighing import Table, ranked, shares, totals


@dataclass(frozen=True, slots=True)
class Unknown:
    """A field by its places in the table; `reach`: how many points of the total it may move its option towards another
    leader, `gap`: how many that would take (0 for the only option), `worth`: what knowing it would bring on average."""

    option: int
    wish: int
    reach: float
    gap: float
    worth: float

    @property
    def tips(self) -> bool:
        """Whether it alone could change who leads."""
        return self.worth > 0


def unknowns(table: Table) -> tuple[Unknown, ...]:
    """Every field that is not sure and counts for something, what could change the answer first."""
    if not table.wishes or not table.options:
        return ()
    by = shares(table.weights)
    sums = totals(table, by)
    order = ranked(sums)
    found = [
        _unknown(order, sums, (option, wish), part, one)
        for option, row in enumerate(table.cells)
        for wish, (part, one) in enumerate(zip(by, row, strict=True))
        if part and one.half
    ]
    return tuple(sorted(found, key=lambda one: (-one.worth, one.gap - one.reach, one.option, one.wish)))


def _unknown(order: list[int], sums: list[Fraction], field: tuple[int, int], part: Fraction, one: Cell) -> Unknown:
    share = float(part)
    up, down = share * (one.high - one.centre), share * (one.centre - one.low)
    leads = field[0] == order[0]
    rival = order[1] if leads and len(order) > 1 else order[0]
    gap, reach = float(abs(sums[rival] - sums[field[0]])), down if leads and len(order) > 1 else up
    worth = (reach - gap) ** 2 / (2 * (up + down)) if reach > gap and len(order) > 1 else 0.0
    return Unknown(*field, reach, gap, worth)
