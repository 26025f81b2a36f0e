"""Which pairs are compared at all: those that share a key, within bounds.

A key that few share gives all its pairs. One that many share (five thousand of one name) gives, in the order
of `order`, each holder with its next neighbours only: the comparisons grow with the records, not with their
square.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any

FEW = 24
NEIGHBOURS = 12


class Blocks:
    """Keys and who holds them; holders are numbered by the caller.

    `few`: up to so many holders of a key all meet; beyond, each meets its `neighbours` in order. With 0 a key that
    many hold says nothing: a name that many bear.
    """

    def __init__(self, *, few: int = FEW, neighbours: int = NEIGHBOURS) -> None:
        self._first: dict[Hashable, int] = {}
        self._several: dict[Hashable, list[int]] = {}
        self._few, self._neighbours = few, neighbours

    def file(self, place: int, keys: Iterable[Hashable]) -> None:
        """Note that `place` holds `keys`. Places come in rising order."""
        first, several = self._first, self._several
        for key in keys:
            before = first.setdefault(key, place)
            if before != place:
                held = several.get(key)
                if held is None:
                    several[key] = [before, place]
                elif held[-1] != place:
                    held.append(place)

    def holders(self, key: Hashable) -> Sequence[int]:
        """Who holds this key."""
        if key in self._several:
            return self._several[key]
        return (self._first[key],) if key in self._first else ()

    def near(self, key: Hashable) -> Sequence[int]:
        """Whom a newcomer under `key` is compared with: all of few, the last ones of many."""
        held = self.holders(key)
        return held if len(held) <= self._few else held[len(held) - self._neighbours :]

    def pairs(self, order: Sequence[Any], seen: set[int]) -> Iterator[tuple[int, int]]:
        """Each pair of places (the lower first) that is to be compared and not in `seen`, once; it is noted there
        as `one * len(order) + other`. `order[place]`: a sortable value that puts look-alikes side by side."""
        size = len(order)
        for held in self._several.values():
            for one, other in self._of(held, order):
                pair = one * size + other
                if pair not in seen:
                    seen.add(pair)
                    yield one, other

    def _of(self, held: list[int], order: Sequence[Any]) -> Iterator[tuple[int, int]]:
        if len(held) <= self._few:
            for number, one in enumerate(held):
                for other in held[number + 1 :]:
                    yield one, other
            return
        if not self._neighbours:
            return
        ranked = sorted(held, key=lambda place: (order[place], place))
        for number, one in enumerate(ranked):
            for other in ranked[number + 1 : number + 1 + self._neighbours]:
                yield (one, other) if one < other else (other, one)
