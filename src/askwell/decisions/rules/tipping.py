"""At which weight of a wish another option would lead.

While the share x of one wish moves and the others keep their proportions, the total of an option is a line:
x * number + (1 - x) * rest, with `rest` the total of its other wishes among themselves. So the leader is overtaken
where its line crosses another's, which is solved in fractions, without search:

    x = (rest of leader - rest of other) / (rest of leader - rest of other + number of other - number of leader)

Of the crossings between 0 and 100 % the one nearest to the share of today counts, up or down. A line that is only
touched at 0 or at 100 % overtakes nobody. Who is level today tips at once.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from fractions import Fraction

from askwell.decisions.rules.weighing import Table, ranked, shares, totals, with_share


@dataclass(frozen=True, slots=True)
class Tip:
    """From share `at` on, in the direction of `is_up`, `option` leads."""

    at: Fraction
    option: Hashable
    is_up: bool


@dataclass(frozen=True, slots=True)
class Line:
    """An option's total while one share goes from 0 to 1."""

    at_none: Fraction
    at_all: Fraction

    def at(self, share: Fraction) -> Fraction:
        return self.at_none + share * (self.at_all - self.at_none)


def lines(table: Table, wish: int) -> list[Line]:
    """One for each option; level where there is only this wish."""
    now = shares(table.weights)
    without, alone = totals(table, with_share(now, wish, Fraction())), totals(table, with_share(now, wish, Fraction(1)))
    return [Line(*ends) for ends in zip(without, alone, strict=True)]


def tips(table: Table) -> tuple[Tip | None, ...]:
    """For each wish; None: never."""
    if not table.wishes or len(table.options) < 2:
        return (None,) * len(table.wishes)
    now = shares(table.weights)
    leader = ranked(totals(table, now))[0]
    return tuple(_tip(table, wish, share, leader) for wish, share in enumerate(now))


def _tip(table: Table, wish: int, share: Fraction, leader: int) -> Tip | None:
    drawn, found = lines(table, wish), []
    for other, line in enumerate(drawn):
        gap, gain = drawn[leader].at_none - line.at_none, _slope(line) - _slope(drawn[leader])
        at = gap / gain if gain else None
        if at is not None and 0 < at < 1:
            found.append((abs(at - share), -abs(gain), other, Tip(at, table.options[other], gain > 0)))
    return min(found)[-1] if found else None


def _slope(line: Line) -> Fraction:
    return line.at_all - line.at_none
