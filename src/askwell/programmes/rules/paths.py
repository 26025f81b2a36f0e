"""A shortest path among insiders and nobody, its steps found as it goes. Among the shortest it has the fewest steps."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from askwell.programmes.rules.tables import Ints

FAR = 1 << 62
NONE = -1


@dataclass(frozen=True)
class Ways:
    """Steps from node to node at a cost that is never below 0; the pair given up and the pair taken by it, or `NONE`.
    A step from `NONE` is one from the beginning."""

    origin: Ints
    to: Ints
    cost: Ints
    given: Ints
    taken: Ints

    @classmethod
    def plain(cls, origin: Ints | int, to: Ints | int, cost: Ints) -> "Ways":
        """By which no pair is given up or taken."""
        none = np.full_like(cost, NONE)
        return cls(np.broadcast_to(origin, cost.shape), np.broadcast_to(to, cost.shape), cost, none, none)

    @property
    def turned(self) -> "Ways":
        return Ways(self.to, self.origin, self.cost, self.given, self.taken)

    def near(self, limit: int) -> "Ways":
        """Those that cost at most so much."""
        some = np.flatnonzero(self.cost <= limit)
        return Ways(self.origin[some], self.to[some], self.cost[some], self.given[some], self.taken[some])

    def __add__(self, other: "Ways") -> "Ways":
        return Ways(
            np.concatenate((self.origin, other.origin)),
            np.concatenate((self.to, other.to)),
            np.concatenate((self.cost, other.cost)),
            np.concatenate((self.given, other.given)),
            np.concatenate((self.taken, other.taken)),
        )


Onward = Callable[[Ints, int], Ways]
"""The steps from these nodes that cost at most so much."""


@dataclass(frozen=True)
class Path:
    """`far` is how far each node is, not more than the end; `changes` are the pairs given up and taken."""

    end: int
    far: Ints
    changes: list[tuple[int, int]]


class Search:
    """For the nearest of `ends` among `count` nodes, from `source` or by ways from the beginning. `step` is how much
    farther than the nearest open node others may be to be looked at along with it."""

    def __init__(self, count: int, source: int, ends: Ints, step: int) -> None:
        self.ends, self.stride, self.step = ends, count + 1, step * (count + 1)
        self.far, self.came = np.full(count, FAR), np.full((count, 3), NONE)
        self.open = np.zeros(count, np.bool_)
        if source != NONE:
            self.far[source], self.open[source] = 0, True

    def along(self, ways: Ways) -> None:
        """Take over what is nearer by `ways`."""
        reach = np.where(ways.origin == NONE, 0, self.far[ways.origin]) + ways.cost * self.stride + 1
        best = np.full(len(self.far), FAR)
        np.minimum.at(best, ways.to, reach)
        nearer = best < self.far
        first = (reach == best[ways.to]) & nearer[ways.to]
        self.came[ways.to[first]] = np.stack((ways.origin, ways.given, ways.taken), axis=1)[first]
        self.far[nearer] = best[nearer]
        self.open |= nearer

    def path(self, onward: Onward) -> Path:
        while True:
            nearest = int(self.far[self.ends].min())
            self.open &= self.far < nearest
            nodes = np.flatnonzero(self.open)
            if not len(nodes):
                break
            nodes = nodes[self.far[nodes] <= self.far[nodes].min() + self.step]
            self.open[nodes] = False
            self.along(onward(nodes, nearest // self.stride))
        end = int(self.ends[self.far[self.ends].argmin()])
        return Path(end, np.minimum(self.far, self.far[end]) // self.stride, self._changes(end))

    def _changes(self, node: int) -> list[tuple[int, int]]:
        changes = []
        while node != NONE and self.far[node]:
            node, given, taken = self.came[node].tolist()
            changes.append((given, taken))
        return changes
