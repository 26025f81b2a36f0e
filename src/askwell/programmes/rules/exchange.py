"""A matching of most value that is kept so while the flow changes by one unit: successive shortest paths.

The residual graph has a node for each insider ("one too many here") and one for nobody, where places are free and talks
are given up. A seeker may exchange a talk for one with another insider, give one up, or take one more. With the prices
as potentials no way is negative. Among the shortest paths one of fewest steps is taken: only then do two exchanges of
one seeker on a path not stand in each other's way."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from askwell.programmes.rules.duals import best_gain
from askwell.programmes.rules.flow import each
from askwell.programmes.rules.tables import Ints
from askwell.programmes.rules.talks import NEVER, Held, Talks

FAR = 1 << 62
NOBODY = -1


@dataclass(frozen=True)
class Ways:
    """Steps of the residual graph: to which insider (or nobody, the number after the last), at what reduced cost; the
    pair given up and the pair taken by it, -1 for none."""

    to: Ints
    cost: Ints
    given: Ints
    taken: Ints

    @classmethod
    def none(cls) -> "Ways":
        return cls(*(np.zeros(0, np.int64) for _ in range(4)))

    def __add__(self, other: "Ways") -> "Ways":
        return Ways(
            np.concatenate((self.to, other.to)),
            np.concatenate((self.cost, other.cost)),
            np.concatenate((self.given, other.given)),
            np.concatenate((self.taken, other.taken)),
        )


class Exchange:
    """`numbers` are the talks of each seeker as in `Held`, `prices` support them; both change with each step."""

    def __init__(self, held: Held, prices: Ints) -> None:
        self.talks, self.numbers, self.prices = held.talks, held.numbers.copy(), prices.copy()
        self.wanted, self.capacity = held.talks.wanted.copy(), held.talks.capacity.copy()
        self.adding, self.swapping = held.adding.copy(), held.swapping.copy()
        self.dropping, self.load = held.dropping.copy(), held.load.copy()
        self.taken = self._all_taken()

    @classmethod
    def going_on(cls, before: "Exchange", talks: Talks, numbers: Ints) -> "Exchange":
        """The same matching among other pairs, with `numbers` as theirs are there. New people have nothing yet."""
        now = cls.__new__(cls)
        now.talks, now.numbers = talks, numbers
        now.wanted, now.capacity = talks.wanted.copy(), talks.capacity.copy()
        now.adding = longer(before.adding, len(numbers), NEVER)
        now.swapping = longer(before.swapping, len(numbers), NEVER)
        now.dropping = longer(before.dropping, len(numbers))
        now.load, now.prices = longer(before.load, len(now.capacity)), longer(before.prices, len(now.capacity))
        now.taken = now._all_taken()
        return now

    def _all_taken(self) -> NDArray[np.bool_]:
        taken = np.zeros(len(self.talks.pairs), np.bool_)
        taken[self.numbers[self.numbers >= 0]] = True
        return taken

    @property
    def nobody(self) -> int:
        return len(self.capacity)

    @property
    def held(self) -> Held:
        return Held(replace(self.talks, wanted=self.wanted, capacity=self.capacity), self.numbers)

    def insiders_of(self, seeker: int) -> list[int]:
        """With whom the seeker has talks."""
        numbers = self.numbers[seeker]
        own: list[int] = self.talks.pairs.insider[numbers[numbers >= 0]].tolist()
        return own

    def forget_last_slot(self, seeker: int) -> None:
        """The seeker wants one talk less: the least of theirs goes, and its place to whom it serves best."""
        count = int((self.numbers[seeker] >= 0).sum())
        full = count == self.wanted[seeker]
        self.wanted[seeker] -= 1
        if not full:
            self._look_again([seeker])
            return
        number = int(self.numbers[seeker, count - 1])
        self._change({seeker: ({number}, set())})
        self._replace(seeker, number)

    def add_slot(self, seeker: int) -> None:
        """The seeker wants one talk more."""
        self.wanted[seeker] += 1
        self._look_again([seeker])
        ways = self._taking(np.array([seeker]))
        spare = max(0, -int(ways.cost.min(initial=0)))
        ways = Ways(ways.to, ways.cost + spare, ways.given, ways.taken)
        nothing = Ways(*(np.array([value]) for value in (self.nobody, spare, NOBODY, NOBODY)))
        self._push(ways + nothing, None, self.nobody)

    def add_place(self, insider: int) -> None:
        """The insider has room for one talk more."""
        self.capacity[insider] += 1
        self._fill(insider)

    def take_place(self, insider: int) -> None:
        """The insider has room for one talk less."""
        self.capacity[insider] -= 1
        if self.load[insider] > self.capacity[insider]:
            self._push(Ways.none(), insider, self.nobody)

    def _replace(self, seeker: int, number: int) -> None:
        """The seeker gave up a talk. Its place may serve somebody else, or them again instead of another of theirs."""
        insider, own = int(self.talks.pairs.insider[number]), self.numbers[seeker][self.numbers[seeker] >= 0]
        gain = best_gain(self.talks, self.swapping[seeker, : len(own)], np.full(len(own), number))
        origin = np.append(self.talks.pairs.insider[own], insider).astype(np.int64)
        cost = np.append(-gain, 0) - self.prices[origin]
        to = np.full(len(origin), self.nobody + 1)
        into = Ways(to, cost - min(0, cost.min()), np.append(own, NOBODY), np.append(np.full(len(own), number), NOBODY))
        if cost.min() < 0:
            self.taken[number] = True
            self._push(Ways.none(), self.nobody, self.nobody + 1, (into, origin))
            self.taken[number] = number in self.numbers[seeker]

    def _fill(self, insider: int) -> None:
        """A place became free: it goes to whom it serves best, or stays free."""
        if self.prices[insider]:
            self._push(Ways.none(), self.nobody, insider)

    def _push(self, ways: Ways, source: int | None, target: int, into: tuple[Ways, Ints] | None = None) -> None:
        """One unit goes a shortest path from `source`, or from the ends of `ways`, to `target`; prices follow. `into`
        are further ways to the target, and where they begin."""
        stride = len(self.capacity) + 4
        far = np.full(len(self.capacity) + 2, FAR)
        came = np.full((len(far), 3), NOBODY)
        front = np.zeros(len(far), np.bool_)
        if source is not None:
            far[source], front[source] = 0, True
        else:
            front = self._shorten(far, came, ways, np.full(len(ways.to), -1), np.zeros(len(ways.to), np.int64), stride)
        while front.any():
            nodes = np.flatnonzero(front & (far < far[target]))
            ways, origin = self._ways(nodes, target, int(far[target]) // stride)
            if into is not None:
                ways, origin = ways + into[0], np.append(origin, into[1])
            front = self._shorten(far, came, ways, origin, far[origin], stride)
        self._follow(came, source, target)
        limit = far[target] // stride
        moved = np.minimum(far // stride, limit)
        prices = self.prices - moved[: self.nobody] + moved[self.nobody]
        self.prices = np.where(self.load > 0, prices, np.maximum(prices, 0))
        self.prices[self.load < self.capacity] = 0

    @staticmethod
    def _shorten(far: Ints, came: Ints, ways: Ways, origin: Ints, before: Ints, stride: int) -> NDArray[np.bool_]:
        """Take over what is nearer by `ways`; which nodes that are."""
        reach = np.where(before < FAR, before + ways.cost * stride + 1, FAR)
        best = np.full(len(far), FAR)
        np.minimum.at(best, ways.to, reach)
        nearer = best < far
        first = (reach == best[ways.to]) & nearer[ways.to]
        came[ways.to[first]] = np.stack((origin, ways.given, ways.taken), axis=1)[first]
        far[nearer] = best[nearer]
        return nearer

    def _follow(self, came: Ints, source: int | None, target: int) -> None:
        """Exchange along the path that was found."""
        changes: dict[int, tuple[set[int], set[int]]] = {}
        node = target
        while node != source and node != -1:
            origin, given, taken = map(int, came[node])
            for side, number in enumerate((given, taken)):
                if number != NOBODY:
                    seeker = int(self.talks.pairs.seeker[number])
                    changes.setdefault(seeker, (set(), set()))[side].add(number)
            node = origin
        self._change(changes)

    def _change(self, changes: dict[int, tuple[set[int], set[int]]]) -> None:
        for seeker, (given, taken) in changes.items():
            numbers = ({int(number) for number in self.numbers[seeker] if number >= 0} - given) | taken
            order = sorted(numbers, key=lambda number: (-int(self.talks.pairs.score[number]), number))
            self.numbers[seeker] = order + [-1] * (self.talks.most - len(order))
            for side, number in [(-1, number) for number in given] + [(1, number) for number in taken]:
                self.load[self.talks.pairs.insider[number]] += side
                self.taken[number] = side > 0
        self._look_again(list(changes))

    def _look_again(self, seekers: list[int]) -> None:
        """What these would exchange, now that something of theirs changed."""
        rows = np.array(seekers, np.int64)
        held = Held(replace(self.talks, wanted=self.wanted[rows]), self.numbers[rows])
        self.adding[rows], self.swapping[rows], self.dropping[rows] = held.adding, held.swapping, held.dropping

    def _ways(self, nodes: Ints, target: int, limit: int) -> tuple[Ways, Ints]:
        """The steps from these nodes that cost at most `limit`, and from which."""
        insiders = nodes[nodes < self.nobody]
        ways, origin = self._exchanging(insiders, limit)
        if len(insiders) < len(nodes):
            more = self._from_nobody(target, limit)
            ways, origin = ways + more, np.append(origin, np.full(len(more.to), self.nobody))
        return ways, origin

    def _exchanging(self, insiders: Ints, limit: int) -> tuple[Ways, Ints]:
        """Talks of these insiders are had with others, or given up, or need not be, where a place is free."""
        chosen = np.zeros(len(self.capacity), np.bool_)
        chosen[insiders] = True
        pairs = self.talks.pairs
        seeker, talk = np.nonzero(self.numbers >= 0)
        here = chosen[pairs.insider[self.numbers[seeker, talk]]]
        seeker, talk = seeker[here], talk[here]
        given = self.numbers[seeker, talk]
        origin = pairs.insider[given].astype(np.int64)
        owner, place = each(np.diff(pairs.starts)[seeker])
        taken = pairs.starts[seeker[owner]] + place
        other = ~self.taken[taken]
        owner, taken = owner[other], taken[other]
        to = pairs.insider[taken].astype(np.int64)
        gain = best_gain(self.talks, self.swapping[seeker, talk][owner], taken)
        cost = self.prices[to] - self.prices[origin[owner]] - gain
        near = np.flatnonzero(cost <= limit)
        owner = owner[near]
        exchange = Ways(to[near], cost[near], given[owner], taken[near])
        nobody, none = np.full(len(given), self.nobody), np.full(len(given), NOBODY)
        drop = Ways(nobody, self.dropping[seeker, talk] - self.prices[origin], given, none)
        free = insiders[self.load[insiders] < self.capacity[insiders]]
        rest = np.full(len(free), NOBODY)
        stay = Ways(np.full(len(free), self.nobody), np.zeros(len(free), np.int64), rest, rest)
        return exchange + drop + stay, np.concatenate((origin[owner], origin, free))

    def _from_nobody(self, target: int, limit: int) -> Ways:
        """Somebody has one talk more, or an insider one less."""
        busy = np.flatnonzero((self.load > 0) | (np.arange(self.nobody) == target))
        none = np.full(len(busy), NOBODY)
        return self._taking(np.flatnonzero(self.adding[:, 0] > NEVER), limit) + Ways(
            busy, self.prices[busy], none, none
        )

    def _taking(self, seekers: Ints, limit: int = FAR) -> Ways:
        """One of these has one talk more."""
        pairs = self.talks.pairs
        owner, place = each(np.diff(pairs.starts)[seekers])
        taken = pairs.starts[seekers[owner]] + place
        new = ~self.taken[taken]
        owner, taken = owner[new], taken[new]
        to = pairs.insider[taken].astype(np.int64)
        gain = best_gain(self.talks, self.adding[seekers][owner], taken)
        cost = self.prices[to] - gain
        near = np.flatnonzero(cost <= limit)
        return Ways(to[near], cost[near], np.full(len(near), NOBODY), taken[near])


def longer(values: Ints, length: int, filling: int = 0) -> Ints:
    """A copy with rows of `filling` added."""
    new = np.full((length, *values.shape[1:]), filling)
    new[: len(values)] = values
    return new
