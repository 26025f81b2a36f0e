"""A matching of most value is made whole again where a few seekers or places are left out: successive shortest paths.

The residual graph has a node for each insider ("one too many here") and one for nobody, where places are free and talks
are given up. A seeker may exchange a talk for one with another insider, give one up, or take one more. With the prices
as potentials no way is negative. Among the shortest paths one of fewest steps is taken: only then do two exchanges of
one seeker on a path not stand in each other's way.

A place that is not taken though it has a price is owed: a path may end there."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from itertools import chain, pairwise

import numpy as np

from askwell.programmes.rules.duals import best_gain
from askwell.programmes.rules.paths import FAR, NONE, Path, Search, Ways
from askwell.programmes.rules.tables import Ints, each
from askwell.programmes.rules.talks import NEVER, Held


def settled(held: Held, prices: Ints, seekers: Iterable[int]) -> tuple[Held, Ints]:
    """The best matching, and prices that support it. In `held` the `seekers` have nothing yet, insiders may have more
    talks than places, and places may be open whatever they cost; at `prices` all others are content."""
    now = Exchange(held, prices)
    for seeker in seekers:
        now.take_in(int(seeker))
    now.relieve()
    now.fill()
    after = Held(held.talks, now.numbers)
    vars(after).update(adding=now.adding, swapping=now.swapping, dropping=now.dropping)
    return after, now.prices


class Exchange:
    """`numbers` are the talks of each seeker as in `Held`, `prices` support them; both change with each step."""

    def __init__(self, held: Held, prices: Ints) -> None:
        self.talks, self.numbers, self.prices = held.talks, held.numbers.copy(), prices.copy()
        self.adding, self.swapping = held.adding.copy(), held.swapping.copy()
        self.dropping, self.load = held.dropping.copy(), held.load.copy()
        self.owed = np.where(prices > 0, np.maximum(held.talks.capacity - self.load, 0), 0)
        self.taken, self.lengths = held.taken.copy(), np.diff(held.talks.pairs.starts)
        numbers = held.chosen[np.argsort(held.talks.pairs.insider[held.chosen])].tolist()
        ends = np.cumsum(self.load).tolist()
        self.talks_of = [set(numbers[first:last]) for first, last in pairwise((0, *ends))]

    @property
    def nobody(self) -> int:
        return len(self.prices)

    @property
    def spare(self) -> Ints:
        """How many places of each insider are free for nothing; below 0 if there are too few."""
        return self.talks.capacity - self.load - self.owed

    @cached_property
    def by_insider(self) -> tuple[Ints, Ints, Ints]:
        """The numbers of all pairs by insider, where those of each begin, and how many they are."""
        counts = np.bincount(self.talks.pairs.insider, minlength=self.nobody)
        return np.argsort(self.talks.pairs.insider, kind="stable"), np.cumsum(counts) - counts, counts

    def take_in(self, seeker: int) -> None:
        """The seeker gets their talks, one by one, until one more is not worth its price."""
        count = -1
        while count < self._count(seeker) < self.talks.wanted[seeker]:
            count, (first, last) = self._count(seeker), self.talks.pairs.starts[seeker : seeker + 2]
            ways = self._adding(np.arange(first, last), FAR)
            spare = -int(ways.cost.min(initial=0))
            if spare:
                ways = replace(ways, origin=np.full_like(ways.to, NONE), cost=ways.cost + spare)
                self._on(NONE, ways + Ways.plain(NONE, self.nobody, np.array([spare])))

    def relieve(self) -> None:
        """Who has more talks than places gives them to others."""
        for insider in np.flatnonzero(self.spare < 0).tolist():
            while self.spare[insider] < 0:
                self._on(insider, Ways.plain(insider, insider, np.zeros(0, np.int64)))

    def fill(self) -> None:
        """Every place that is owed goes to whom it serves best, or is free for nothing. The path from nobody is looked
        for from its end."""
        for insider in np.flatnonzero(self.owed).tolist():
            while self.owed[insider] and self.prices[insider]:
                path = self._search(insider, np.array([self.nobody])).path(self._coming)
                self._follow(path, insider)
                self._price(path.far[:-1] - path.far[-1])
            self.owed[insider] = 0

    def _on(self, source: int, ways: Ways) -> None:
        """One unit goes a shortest path from `source`, or by one of `ways`, to where a place is owed, or to nobody."""
        search = self._search(source, np.flatnonzero(np.append(self.owed > 0, True)))
        search.along(ways)
        path = search.path(self._leaving)
        self._follow(path, path.end)
        self._price(path.far[-1] - path.far[:-1])

    def _search(self, source: int, ends: Ints) -> Search:
        return Search(self.nobody + 1, source, ends, int(self.talks.decay[0]))

    def _price(self, more: Ints) -> None:
        prices = self.prices + more
        self.prices = np.where(self.load > 0, prices, np.maximum(prices, 0))
        self.prices[self.spare > 0] = 0

    def _count(self, seeker: int) -> int:
        return int((self.numbers[seeker] >= 0).sum())

    def _follow(self, path: Path, owing: int) -> None:
        """Exchange along the path, which takes a place that was owed."""
        changes: dict[int, tuple[set[int], set[int]]] = {}
        for step in path.changes:
            for side, number in enumerate(step):
                if number != NONE:
                    seeker = int(self.talks.pairs.seeker[number])
                    changes.setdefault(seeker, (set(), set()))[side].add(number)
        for seeker, (given, taken) in changes.items():
            self._change(seeker, given, taken)
        self._look_again(np.array(list(changes), np.int64))
        if owing != self.nobody:
            self.owed[owing] -= 1

    def _change(self, seeker: int, given: set[int], taken: set[int]) -> None:
        pairs = self.talks.pairs
        numbers = {int(number) for number in self.numbers[seeker] if number >= 0} - given | taken
        order = sorted(numbers, key=lambda number: (-int(pairs.score[number]), number))
        self.numbers[seeker] = order + [-1] * (self.talks.most - len(order))
        for number in given:
            self.talks_of[pairs.insider[number]].remove(number)
        for number in taken:
            self.talks_of[pairs.insider[number]].add(number)
        for number in given | taken:
            self.taken[number] = number in taken
            self.load[pairs.insider[number]] = len(self.talks_of[pairs.insider[number]])

    def _look_again(self, seekers: Ints) -> None:
        """What these would exchange, now that something of theirs changed."""
        held = Held(self.talks, self.numbers).rows(seekers)
        self.adding[seekers], self.swapping[seekers] = held.adding, held.swapping
        self.dropping[seekers] = held.dropping

    def _leaving(self, nodes: Ints, limit: int) -> Ways:
        """Talks of these insiders are had with others, or given up, or need not be, where a place is free."""
        pairs = self.talks.pairs
        given = np.fromiter(chain.from_iterable(self.talks_of[insider] for insider in nodes.tolist()), np.int64)
        seeker, origin = pairs.seeker[given].astype(np.int64), pairs.insider[given].astype(np.int64)
        talk = (self.numbers[seeker] == given[:, None]).argmax(axis=1)
        owner, place = each(self.lengths[seeker])
        exchange = self._exchanging(seeker[owner], talk[owner], pairs.starts[seeker[owner]] + place, limit)
        drop = Ways(origin, np.full_like(origin, self.nobody), self.dropping[seeker, talk] - self.prices[origin],
                    given, np.full_like(origin, NONE))  # fmt: skip
        free = nodes[self.spare[nodes] > 0]
        return exchange + drop + Ways.plain(free, self.nobody, np.zeros_like(free))

    def _coming(self, nodes: Ints, limit: int) -> Ways:
        """Back from these insiders: somebody has a talk with them instead of another, or one talk more, or they have
        one less."""
        numbers, starts, counts = self.by_insider
        owner, place = each(counts[nodes])
        taken = numbers[starts[nodes[owner]] + place]
        seeker = self.talks.pairs.seeker[taken]
        chosen, talk = np.nonzero(self.numbers[seeker] >= 0)
        exchange = self._exchanging(seeker[chosen], talk, taken[chosen], limit)
        more = self._adding(taken[self.adding[seeker, 0] > NEVER], limit)
        less = Ways.plain(self.nobody, nodes, self.prices[nodes])
        return (exchange + more + less).turned

    def _exchanging(self, seeker: Ints, talk: Ints, taken: Ints, limit: int) -> Ways:
        """These talks of seekers are given up for the pairs `taken`, each beside it."""
        insider = self.talks.pairs.insider
        new = ~self.taken[taken]
        seeker, talk, taken = seeker[new], talk[new], taken[new]
        given = self.numbers[seeker, talk]
        origin, to = insider[given].astype(np.int64), insider[taken].astype(np.int64)
        gain = best_gain(self.talks, self.swapping[seeker, talk], taken)
        return Ways(origin, to, self.prices[to] - self.prices[origin] - gain, given, taken).near(limit)

    def _adding(self, taken: Ints, limit: int) -> Ways:
        """Whose pairs `taken` are has one talk more."""
        pairs = self.talks.pairs
        taken = taken[~self.taken[taken]]
        to = pairs.insider[taken].astype(np.int64)
        gain = best_gain(self.talks, self.adding[pairs.seeker[taken]], taken)
        nobody, none = np.full_like(to, self.nobody), np.full_like(to, NONE)
        return Ways(nobody, to, self.prices[to] - gain, none, taken).near(limit)
