"""The next solution when something changed: worth as much as one found anew, and as few confirmed pairs moved as can.

What changed leaves the matching, slot by slot and place by place, and what it is now comes in the same way; each step
is a shortest path (`exchange`). Only the pairs of the last solution's flow and the new ones are looked at; then all
pairs are priced, and should one of them better the matching, it is done again with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

import numpy as np

from askwell.programmes.rules.duals import bound, entering, offers, willing
from askwell.programmes.rules.exchange import Exchange, longer
from askwell.programmes.rules.merging import merged
from askwell.programmes.rules.people import Insider, Pair, Round, Seeker
from askwell.programmes.rules.pricing import Optimum, within
from askwell.programmes.rules.solving import Solution, keeping, numbers_of, solve, talks_of
from askwell.programmes.rules.tables import Ints, Tables
from askwell.programmes.rules.talks import Held

Person = TypeVar("Person", Seeker, Insider)


@dataclass(frozen=True)
class Change:
    """What is another way than in the last round: places of the seekers and insiders whose pairs are others now, new
    ones among them, and the pairs that are not allowed any more."""

    seekers: Ints
    insiders: Ints
    banned: tuple[Ints, Ints]


def resolve(last: Solution, the_round: Round, confirmed: Iterable[Pair] | None = None) -> Solution:
    """A proven matching of `the_round` that keeps as many of `confirmed` (all pairs of `last`, if not said) as any of
    its value. Quick if the round is the last one with few changes, and new people come after all others."""
    if not _grown_from(last.the_round, the_round):
        return solve(the_round, last.matches if confirmed is None else confirmed)
    return _Next(last, the_round, confirmed).solution()


def _grown_from(before: Round, after: Round) -> bool:
    if (before.weights, before.among) != (after.weights, after.among):
        return False
    same = [old.id == new.id for old, new in zip(before.seekers, after.seekers, strict=False)]
    same += [old.id == new.id for old, new in zip(before.insiders, after.insiders, strict=False)]
    fewer = len(after.seekers) < len(before.seekers) or len(after.insiders) < len(before.insiders)
    wider = max(s.wanted for s in after.seekers) != max(s.wanted for s in before.seekers)
    return all(same) and not fewer and not wider


def _change(last: Solution, the_round: Round, tables: Tables) -> Change:
    before = last.the_round
    seekers = [place for place, old, new in _others(before.seekers, the_round.seekers)
               if old is None or replace(old, wanted=0) != replace(new, wanted=0)]  # fmt: skip
    insiders = [place for place, old, new in _others(before.insiders, the_round.insiders)
                if old is None or replace(old, capacity=0) != replace(new, capacity=0)]  # fmt: skip
    was, now = before.forbidden | before.conflicts.keys(), the_round.forbidden | the_round.conflicts.keys()
    freed = tables.places((was - now) | (before.pins ^ the_round.pins))[0]
    return Change(
        np.unique(np.append(np.array(seekers, np.int64), freed)),
        np.array(insiders, np.int64),
        tables.places(now - was),
    )


def _others(before: Sequence[Person], after: Sequence[Person]) -> Iterator[tuple[int, Person | None, Person]]:
    """Who is another than before: their place, as they were (if they were), as they are."""
    for place, (old, new) in enumerate(zip_longest(before, after)):
        if old is not new and old != new:
            yield place, old, new


class _Next:
    """One re-solve. Numbers of pairs are of the last round until `_pairs` has made those of this one."""

    def __init__(self, last: Solution, the_round: Round, confirmed: Iterable[Pair] | None) -> None:
        self.last, self.the_round = last, the_round
        same = last.the_round.seekers is the_round.seekers and last.the_round.insiders is the_round.insiders
        self.tables = last.tables if same else Tables.of(the_round)
        self.change = _change(last, the_round, self.tables)
        self.confirmed = np.sort(last.held.chosen)
        if confirmed is not None:
            old = numbers_of(last.tables, last.talks.pairs, confirmed)
            self.confirmed = old[np.isin(old, self.confirmed)]
        self.scale = len(self.confirmed) + 1
        self.pairs, self.number = merged(last.talks.pairs, self.the_round, self.tables, self.change)
        talks = talks_of(the_round, self.tables, self.pairs)
        self.talks = talks
        kept = self.number(self.confirmed)
        self.scaled = keeping(talks, kept[kept >= 0], self.scale)

    def solution(self) -> Solution:
        columns = np.union1d(self.last.optimum.columns, self._around())
        while True:
            held, prices, ours = self._again(columns)
            most = bound(held, prices)
            if most == held.value:
                own = Held(self.talks, held.numbers)
                best = Optimum.of(own, ours, most // self.scale, self.last.optimum.rounds)
                return Solution(self.the_round, self.tables, best)
            columns = np.union1d(columns, self._before(entering(held, prices)[0]))

    def _around(self) -> Ints:
        """All pairs of whom a change begins with: there the best pairs now are not those of before."""
        pairs, known = self.last.talks.pairs, len(self.last.talks.capacity)
        found = [np.arange(pairs.starts[seeker], pairs.starts[seeker + 1])
                 for seeker in self.change.banned[0] if seeker < len(pairs.starts) - 1]  # fmt: skip
        more = np.flatnonzero(self.talks.capacity[:known] != self.last.talks.capacity)
        for insider in {*self.change.banned[1].tolist(), *more.tolist()}:
            found.append(np.flatnonzero(pairs.insider == insider))
        return np.concatenate([*found, np.zeros(0, np.int64)])

    def _before(self, numbers: Ints) -> Ints:
        """What numbers these pairs had in the last round."""
        pairs, old = self.pairs, self.last.talks.pairs
        both = zip(pairs.seeker[numbers].tolist(), pairs.insider[numbers].tolist(), strict=True)
        return np.array([old.find(seeker, insider) for seeker, insider in both], np.int64)

    def _again(self, columns: Ints) -> tuple[Held, Ints, Ints]:
        """A matching of the new round over the pairs of `columns` and the new ones, prices, and these pairs."""
        before = self._left(columns)
        ours, place = self.number(columns), self._additions()
        ours = np.union1d(ours[ours >= 0], place)
        numbers = np.full((len(self.talks.wanted), self.talks.most), -1)
        old = np.append(columns, -1)[before.numbers]
        numbers[: len(old)] = np.where(old >= 0, np.searchsorted(ours, self.number(old)), -1)
        part = replace(
            self.scaled.only(ours),
            wanted=longer(before.wanted, len(self.talks.wanted)),
            capacity=longer(before.capacity, len(self.talks.capacity)),
        )
        after = self._came(Exchange.going_on(before, part, numbers))
        full = np.append(ours, -1)[after.numbers]
        return Held(self.scaled, full), after.prices, ours

    def _left(self, columns: Ints) -> Exchange:
        """The last matching without what changed."""
        last = self.last
        talks = keeping(last.talks, self.confirmed, self.scale)
        now = Exchange(within(Held(talks, last.held.numbers), columns), last.optimum.prices * self.scale)
        known = len(last.talks.wanted), len(last.talks.capacity)
        wanted, capacity = self.talks.wanted[: known[0]].copy(), self.talks.capacity[: known[1]].copy()
        wanted[self.change.seekers[self.change.seekers < known[0]]] = 0
        capacity[self.change.insiders[self.change.insiders < known[1]]] = 0
        for seeker in np.flatnonzero(now.wanted > wanted):
            while now.wanted[seeker] > wanted[seeker]:
                now.forget_last_slot(int(seeker))
        for seeker, insider in zip(*self.change.banned, strict=True):
            while seeker < known[0] and insider in now.insiders_of(int(seeker)):
                now.forget_last_slot(int(seeker))
        for insider in np.flatnonzero(now.capacity > capacity):
            while now.capacity[insider] > capacity[insider]:
                now.take_place(int(insider))
        return now

    def _came(self, now: Exchange) -> Exchange:
        """What changed comes in. An insider without a place yet costs more than anybody is willing to give."""
        talks, changed = now.talks, self.change.insiders
        if len(changed):
            worth = willing(talks, offers(now.held, now.prices))[talks.kind] + talks.worth[talks.standing]
            asked = np.zeros(len(now.prices), np.int64)
            np.maximum.at(asked, talks.pairs.insider, worth)
            now.prices[changed] = asked[changed]
        for seeker in np.flatnonzero(now.wanted < self.talks.wanted):
            while now.wanted[seeker] < self.talks.wanted[seeker]:
                now.add_slot(int(seeker))
        for insider in np.flatnonzero(now.capacity < self.talks.capacity):
            while now.capacity[insider] < self.talks.capacity[insider]:
                now.add_place(int(insider))
        return now

    def _additions(self) -> Ints:
        """The numbers of the pairs of whom something changed."""
        rows, columns = np.zeros(len(self.talks.wanted), np.bool_), np.zeros(len(self.talks.capacity), np.bool_)
        rows[self.change.seekers], columns[self.change.insiders] = True, True
        if not rows.any() and not columns.any():
            return np.zeros(0, np.int64)
        return np.flatnonzero(rows[self.pairs.seeker] | columns[self.pairs.insider])
