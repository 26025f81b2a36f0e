"""An order made by choosing between two at a time, with as few questions as can be.

Merge insertion (Ford and Johnson): pair everything, put the winners in order, then look for the place of each loser by
halving, in the order in which halving is cheapest. Twelve take 30 choices at most, where 29 are the least that any
method needs. What is called equal stands at one place from then on, and is not asked about again.

Nothing is kept but the choices, in the order in which they were made: everything else is worked out anew from them, so
one can stop at any time, and taking back the last is dropping it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal

Outcome = Literal["first", "second", "equal"]
Place = tuple[str, ...]
"""What is equal; the first of them stands for all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of two matters more."""

    first: str
    second: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the order is: the pair to choose from next, or the `order`, what matters most first."""

    next: tuple[str, str] | None = None
    order: tuple[Place, ...] = ()


def standing(things: Sequence[str], choices: Iterable[Choice]) -> Standing:
    """The next pair, or the order where nothing more has to be asked. Choices between others are left out."""
    try:
        places = _Chooser(choices).sort([(thing,) for thing in things])
    except _UnknownError as unknown:
        return Standing(next=unknown.pair)
    return Standing(order=tuple(reversed(places)))


def most(things: int) -> int:
    """How many choices these many things take at most: F(n) of Ford and Johnson."""
    return sum(_bits(3 * n) for n in range(1, things + 1))


def _bits(three: int) -> int:
    """The least b with 2**b >= three / 4."""
    return next(b for b in count() if 4 << b >= three)


class _UnknownError(Exception):
    """Of this pair nobody has said yet which matters more."""

    def __init__(self, pair: tuple[str, str]) -> None:
        super().__init__(pair)
        self.pair = pair


class _Chooser:
    def __init__(self, choices: Iterable[Choice]) -> None:
        self._more: dict[tuple[str, str], int] = {}
        for one in choices:
            sign = {"first": 1, "second": -1, "equal": 0}[one.outcome]
            self._more[one.first, one.second], self._more[one.second, one.first] = sign, -sign

    def sort(self, places: Sequence[Place]) -> list[Place]:
        """What matters least first."""
        if len(places) < 2:
            return list(places)
        winners, loser_of = self._paired(places)
        chain = self.sort(winners)
        losers = [loser_of[thing] for place in chain for thing in place if thing in loser_of]
        owners = {loser: owner for owner, loser in loser_of.items()}
        for loser in _cheapest_first(losers + ([places[-1]] if len(places) % 2 else [])):
            self._insert(chain, loser, owners.get(loser))
        return chain

    def _paired(self, places: Sequence[Place]) -> tuple[list[Place], Mapping[str, Place]]:
        """The winners of neighbours, and who lost against which (by the name of the winner)."""
        winners, loser_of = [], {}
        for one, other in zip(places[::2], places[1::2], strict=False):
            sign = self._compare(one, other)
            winner, loser = (one, other) if sign >= 0 else (other, one)
            if sign:
                winners.append(winner)
                loser_of[winner[0]] = loser
            else:
                winners.append(one + other)
        return winners, loser_of

    def _insert(self, chain: list[Place], new: Place, owner: str | None) -> None:
        """Put it where it belongs, below the one it lost against."""
        low = 0
        high = next((n for n, place in enumerate(chain) if owner in place), len(chain))
        while low < high:
            middle = (low + high) // 2
            sign = self._compare(new, chain[middle])
            if not sign:
                chain[middle] += new
                return
            low, high = (middle + 1, high) if sign > 0 else (low, middle)
        chain.insert(low, new)

    def _compare(self, one: Place, other: Place) -> int:
        pair = one[0], other[0]
        if pair not in self._more:
            raise _UnknownError(pair)
        return self._more[pair]


def _cheapest_first(losers: Sequence[Place]) -> list[Place]:
    """The first; then the third and second, the fifth and fourth, the eleventh down to the sixth, and so on: each group
    as large as halving just manages with one more question."""
    ordered, done, size = list(losers[:1]), 1, 2
    for power in count(2):
        ordered += reversed(losers[done : done + size])
        done, size = done + size, (1 << power) - size
        if done >= len(losers):
            return ordered
    raise AssertionError("unreachable")
