"""The next solution when something changed: worth as much as one found anew, and as few confirmed pairs moved as can.

Who lost a pair or would rather have a new one is taken out and put in again by shortest paths (`exchange`); everybody
else stays as they are unless a path leads over them. Only the pairs of the last solution's flow and the new ones are
looked at; then all pairs are priced, and who would rather have another one is taken out and put in with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

import numpy as np

from askwell.programmes.rules.duals import bound, entering, offers, willing
from askwell.programmes.rules.merging import merged
from askwell.programmes.rules.people import Insider, Pair, Round, Seeker
from askwell.programmes.rules.pricing import Optimum, again, grown
from askwell.programmes.rules.solving import Solution, keeping, numbers_of, solve, talks_of, telling
from askwell.programmes.rules.tables import Ints, Tables, longer
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
    if before.seekers is after.seekers and before.insiders is after.insiders:
        return True
    same = [old.id == new.id for old, new in zip(before.seekers, after.seekers, strict=False)]
    same += [old.id == new.id for old, new in zip(before.insiders, after.insiders, strict=False)]
    fewer = len(after.seekers) < len(before.seekers) or len(after.insiders) < len(before.insiders)
    wider = max((s.wanted for s in after.seekers), default=0) != max((s.wanted for s in before.seekers), default=0)
    return all(same) and not fewer and not wider


def _change(last: Solution, the_round: Round, tables: Tables) -> Change:
    before = last.the_round
    seekers = [place for place, old, new in _others(before.seekers, the_round.seekers)
               if old is None or replace(old, wanted=0) != replace(new, wanted=0)]  # fmt: skip
    insiders = [place for place, old, new in _others(before.insiders, the_round.insiders)
                if old is None or replace(old, capacity=0) != replace(new, capacity=0)]  # fmt: skip
    was, now = before.forbidden | before.conflicts.keys(), the_round.forbidden | the_round.conflicts.keys()
    freed = tables.places((was - now) | _turned(last, the_round))[0]
    turned = before.unwilling ^ the_round.unwilling
    insiders += [tables.insider_place[one] for one in turned if one in tables.insider_place]
    return Change(
        np.unique(np.append(np.array(seekers, np.int64), freed)),
        np.unique(np.array(insiders, np.int64)),
        tables.places(now - was),
    )


def _turned(last: Solution, the_round: Round) -> set[Pair]:
    """The pairs that are pinned or waiting now or were before. Who has one that is worth more now is content with it
    as before."""
    before = last.the_round
    more = (the_round.pins - before.pins) | (the_round.waiting - before.waiting - before.pins)
    content = more.intersection(last.matches) if more else frozenset()
    return set((before.pins ^ the_round.pins) | (before.waiting ^ the_round.waiting)) - content


def _others(before: Sequence[Person], after: Sequence[Person]) -> Iterator[tuple[int, Person | None, Person]]:
    """Who is another than before: their place, as they were (if they were), as they are."""
    if before is after:
        return
    for place, (old, new) in enumerate(zip_longest(before, after)):
        if old is not new and old != new:
            yield place, old, new


class _Next:
    """One re-solve, in the numbers of this round's pairs; values are those that keep confirmed pairs."""

    def __init__(self, last: Solution, the_round: Round, confirmed: Iterable[Pair] | None) -> None:
        self.last, self.the_round = last, the_round
        same = last.the_round.seekers is the_round.seekers and last.the_round.insiders is the_round.insiders
        self.tables = last.tables if same else Tables.of(the_round)
        self.change = _change(last, the_round, self.tables)
        kept = np.sort(last.held.chosen)
        if confirmed is not None:
            old = numbers_of(last.tables, last.talks.pairs, confirmed)
            kept = old[np.isin(old, kept)]
        pairs, self.number = merged(last.talks.pairs, the_round, self.tables, self.change)
        self.talks = talks_of(the_round, self.tables, pairs)
        self.scale = telling(kept)
        still = self.number(kept)
        self.scaled = keeping(self.talks, still[still >= 0], self.scale)

    def solution(self) -> Solution:
        held, prices, seekers, columns = self._begin()
        while True:
            held, prices = again(held, prices, columns, seekers)
            most = bound(held, prices)
            if most == held.value:
                best = Optimum(held, prices, most, columns, self.last.optimum.rounds)
                return Solution(self.the_round, self.tables, best.told(self.talks, self.scale))
            new = entering(held, prices)[0]
            columns, seekers = grown(columns, new), np.unique(self.talks.pairs.seeker[new]).astype(np.int64)

    def _begin(self) -> tuple[Held, Ints, Ints, Ints]:
        """The matching before, its prices, the seekers to be matched anew, and the pairs to look at."""
        last, talks = self.last, self.scaled
        numbers = np.full((len(talks.wanted), talks.most), -1)
        numbers[: len(last.talks.wanted)] = self.number(last.held.numbers)
        lost = last.held.numbers[(last.held.numbers >= 0) & (numbers[: len(last.talks.wanted)] < 0)]
        others = np.flatnonzero(talks.wanted != longer(last.talks.wanted, len(talks.wanted)))
        seekers = np.unique(np.concatenate((self.change.seekers, others, last.talks.pairs.seeker[lost])))
        roomy = np.flatnonzero(talks.capacity != longer(last.talks.capacity, len(talks.capacity)))
        insiders = np.concatenate((self.change.insiders, roomy, last.talks.pairs.insider[lost].astype(np.int64)))
        prices = longer(last.optimum.prices, len(talks.capacity)) * self.scale
        held = Held(talks, numbers).without(seekers)
        columns = self._columns(seekers, insiders)
        return held, *self._asked(held, prices, seekers, columns), columns

    def _columns(self, seekers: Ints, insiders: Ints) -> Ints:
        """The pairs that were nearly worth their price, and all pairs of these."""
        pairs, ours = self.talks.pairs, self.number(self.last.optimum.columns)
        chosen = np.zeros(len(self.talks.capacity), np.bool_)
        chosen[insiders] = True
        some = chosen.take(pairs.insider, mode="clip")
        some[ours[ours >= 0]] = True
        for seeker in seekers.tolist():
            some[pairs.starts[seeker] : pairs.starts[seeker + 1]] = True
        return np.flatnonzero(some)

    def _asked(self, held: Held, prices: Ints, seekers: Ints, columns: Ints) -> tuple[Ints, Ints]:
        """A changed insider whom somebody would have rather now: they cost what anybody is willing to give, and who has
        them is matched anew as well."""
        if not len(self.change.insiders):
            return prices, seekers
        part, changed = held.among(columns), np.zeros(len(prices), np.bool_)
        changed[self.change.insiders] = True
        others = np.ones(len(self.talks.wanted), np.bool_)
        others[seekers] = False
        talks, pairs = part.talks, part.talks.pairs
        numbers = np.flatnonzero(changed[pairs.insider] & others[pairs.seeker] & ~part.taken)
        asked = np.zeros_like(prices)
        gains = willing(talks, offers(part, prices))[talks.pairs.kind[numbers]] + talks.beyond(numbers)
        np.maximum.at(asked, pairs.insider[numbers], gains)
        dearer = asked > prices
        having = np.flatnonzero((dearer[part.each(pairs.insider)] & (part.numbers >= 0)).any(axis=1))
        return np.maximum(prices, asked), np.union1d(seekers, having)
