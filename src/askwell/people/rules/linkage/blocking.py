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
_ROOM = 4
"""Marks a key, so that few keys fall together by chance."""


class Blocks:
    """Keys and who holds them; keys are hashes, holders are numbered from 0 by the caller.

    Most keys have one holder. Those cost twelve bytes each, not an entry of a dictionary, until a newcomer is to be
    compared (`near`).

    `few`: up to so many holders of a key all meet; beyond, each meets its `neighbours` in order. With 0 a key that
    many hold says nothing: a name that many bear.
    """

    def __init__(self, *, few: int = FEW, neighbours: int = NEIGHBOURS) -> None:
        self._keys, self._places = array("q"), array("I")
        self._size = 0
        self._holders: dict[int, list[int]] | None = None
        self._first: dict[int, int] | None = None
        self._few, self._neighbours = few, neighbours

    def file(self, place: int, keys: list[int]) -> None:
        """Note that `place` holds `keys`: once for each place, in order."""
        self._keys.fromlist(keys)
        self._places.fromlist([place] * len(keys))
        self._size = place + 1
        if self._first is None:
            self._holders = None
        else:
            _enter(self._first, self._shared(), ((key, place) for key in keys))

    def several(self, key: int) -> Sequence[int]:
        """Who holds this key, where more than one does."""
        return self._shared().get(key, ())

    def near(self, key: int) -> Sequence[int]:
        """Whom a newcomer under `key` is compared with: all of few, the last ones of many. The first time, it
        enters all keys into a dictionary."""
        if self._first is None:
            self.open()
        held = self._shared().get(key)
        if held is None:
            first = self._first.get(key) if self._first else None
            return () if first is None else (first,)
        return held if len(held) <= self._few else held[len(held) - self._neighbours :]

    def open(self) -> None:
        """Get ready for newcomers."""
        self._first, self._holders = {}, {}
        _enter(self._first, self._holders, zip(self._keys, self._places, strict=True))

    def forget(self) -> None:
        """Free what was worked out of the keys; it is worked out again for whoever asks."""
        self._first = self._holders = None

    def _shared(self) -> dict[int, list[int]]:
        """Holders of the keys that more than one holds."""
        if self._holders is None:
            self._holders = {}
            _enter({}, self._holders, self._perhaps_shared())
        return self._holders

    def _perhaps_shared(self) -> Iterator[tuple[int, int]]:
        """Keys with their places, nearly all of those without which only one holds: a key leaves a mark, and only one
        that finds a mark there can be shared."""
        mask = (1 << (_ROOM * len(self._keys)).bit_length()) - 1
        marks = bytearray(mask + 1)
        for key in self._keys:
            if marks[key & mask]:
                marks[key & mask] = 2
            else:
                marks[key & mask] = 1
        pairs = zip(self._keys, self._places, strict=True)
        return (pair for pair in pairs if marks[pair[0] & mask] == 2)

    def crowds(self, most: int) -> Iterator[tuple[int, Sequence[int]]]:
        """Each key that more than `most` hold, with its holders."""
        return ((key, held) for key, held in self._shared().items() if len(held) > most)

    def pairs(self, order: Callable[[int], Any], seen: set[int]) -> Iterator[tuple[int, int]]:
        """Each pair of places (the lower first) that is to be compared and not in `seen`, once; it is noted there
        as `one * size + other`, by how many are filed. `order(place)`: a sortable value that puts look-alikes side
        by side."""
        size = self._size
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


def _enter(first: dict[int, int], several: dict[int, list[int]], pairs: Iterable[tuple[int, int]]) -> None:
    """Take in keys with their places, in order: the `first` holder of each, and all of those that `several` hold."""
    for key, place in pairs:
        before = first.setdefault(key, place)
        if before == place:
            continue
        held = several.get(key)
        if held is None:
            several[key] = [before, place]
        elif held[-1] != place:
            held.append(place)
