"""Which pairs are compared at all: those that share a key, within bounds.

A key that few share gives all its pairs. One that many share (five thousand of one name) gives, in the order
that `order` gives, each holder with its next neighbours only: the comparisons grow with the records, not with their
square.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

FEW = 24
NEIGHBOURS = 12
_ROOM = 32
"""Marks a place, so that few of its keys fall together by chance."""


class Blocks:
    """Keys and who holds them; keys are hashes, holders are numbered from 0 by the caller.

    Most keys have one holder. Those cost eight bytes each and a mark, not an entry of a dictionary, until a newcomer
    is to be compared (`near`). `expected`: about how many holders there will be.

    `few`: up to so many holders of a key all meet; beyond, each meets its `neighbours` in order. With 0 a key that
    many hold says nothing: a name that many bear.
    """

    def __init__(self, expected: int = 0, *, few: int = FEW, neighbours: int = NEIGHBOURS) -> None:
        self._keys, self._ends = array("q"), array("L")
        self._marks = bytearray(1 << (_ROOM * expected + 1).bit_length())
        self._holders: dict[int, list[int]] | None = None
        self._first: dict[int, int] | None = None
        self._few, self._neighbours = few, neighbours

    def file(self, place: int, keys: Iterable[int]) -> None:
        """Note that `place` holds `keys`: once for each place, in order."""
        marks, mask = self._marks, len(self._marks) - 1
        own = array("q", keys)
        for key in own:
            mark = marks[key & mask]
            if mark < 2:
                marks[key & mask] = mark + 1
        self._keys.extend(own)
        self._ends.append(len(self._keys))
        if self._first is None:
            self._holders = None
        else:
            self._enter(self._first, place, own)

    def several(self, key: int) -> Sequence[int]:
        """Who holds this key, where more than one does."""
        held = self._shared().get(key, ())
        return held if len(held) > 1 else ()

    def near(self, key: int) -> Sequence[int]:
        """Whom a newcomer under `key` is compared with: all of few, the last ones of many. The first time, it
        enters all keys into a dictionary."""
        if self._first is None:
            self.open()
        held = self._shared().get(key, ())
        if len(held) < 2:
            first = self._first.get(key) if self._first else None
            return () if first is None else (first,)
        return held if len(held) <= self._few else held[len(held) - self._neighbours :]

    def open(self) -> None:
        """Get ready for newcomers."""
        first: dict[int, int] = {}
        self._first, self._holders = first, {}
        start = 0
        for place, end in enumerate(self._ends):
            self._enter(first, place, self._keys[start:end])
            start = end

    def _enter(self, first: dict[int, int], place: int, keys: Iterable[int]) -> None:
        several = self._shared()
        for key in keys:
            before = first.setdefault(key, place)
            if before != place:
                held = several.setdefault(key, [before])
                if held[-1] != place:
                    held.append(place)

    def _shared(self) -> dict[int, list[int]]:
        """Holders of the keys that are marked twice; a few of those have one holder only."""
        if self._holders is None:
            self._holders = {}
            marks, mask, start, keys = self._marks, len(self._marks) - 1, 0, self._keys
            for place, end in enumerate(self._ends):
                for key in keys[start:end]:
                    if marks[key & mask] > 1:
                        held = self._holders.setdefault(key, [])
                        if not held or held[-1] != place:
                            held.append(place)
                start = end
        return self._holders

    def crowds(self, most: int) -> Iterator[tuple[int, Sequence[int]]]:
        """Each key that more than `most` hold, with its holders."""
        return ((key, held) for key, held in self._shared().items() if len(held) > most)

    def pairs(self, order: Callable[[int], Any], seen: set[int]) -> Iterator[tuple[int, int]]:
        """Each pair of places (the lower first) that is to be compared and not in `seen`, once; it is noted there
        as `one * size + other`, by how many are filed. `order(place)`: a sortable value that puts look-alikes side
        by side."""
        size = len(self._ends)
        for held in self._shared().values():
            for one, other in self._of(held, order):
                pair = one * size + other
                if pair not in seen:
                    seen.add(pair)
                    yield one, other

    def _of(self, held: list[int], order: Callable[[int], Any]) -> Iterator[tuple[int, int]]:
        if len(held) <= self._few:
            for number, one in enumerate(held):
                for other in held[number + 1 :]:
                    yield one, other
            return
        if not self._neighbours:
            return
        ranked = sorted(held, key=lambda place: (order(place), place))
        for number, one in enumerate(ranked):
            for other in ranked[number + 1 : number + 1 + self._neighbours]:
                yield (one, other) if one < other else (other, one)
