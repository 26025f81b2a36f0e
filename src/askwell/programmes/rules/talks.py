"""What a seeker's talks are worth: the k-th best of them counts `decay[k]` times its score, the first one extra.

Values are whole numbers. What one talk more, one less or one in place of another changes is a convex, piecewise linear
function of the score that comes in, one piece for each place that it may take in the order of the talks."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from askwell.programmes.rules.pairs import Pairs
from askwell.programmes.rules.tables import Ints

NEVER = -(1 << 62)
"""Less than any gain."""
GAINS = ("adding", "swapping", "dropping")


@dataclass(frozen=True)
class Talks:
    """Pairs with what they may be worth to whom. `standing` is a kind of each pair beside its score, `worth` what a
    talk of that kind is worth more."""

    pairs: Pairs
    wanted: Ints
    capacity: Ints
    decay: Ints
    first: int
    standing: NDArray[np.uint8]
    worth: Ints

    @property
    def most(self) -> int:
        return len(self.decay)

    def only(self, numbers: Ints) -> "Talks":
        """Over these pairs alone, given in order."""
        return replace(self, pairs=self.pairs.only(numbers), standing=self.standing[numbers])

    def beyond(self, numbers: Ints) -> Ints:
        return self.worth[self.standing[numbers]]


@dataclass(frozen=True)
class Held:
    """Who has which talks. `numbers[s]` are the pairs of seeker `s`, highest score first, then -1."""

    talks: Talks
    numbers: Ints

    @classmethod
    def of(cls, talks: Talks, chosen: Ints) -> "Held":
        """Of the numbers of the chosen pairs."""
        pairs = talks.pairs
        seekers = pairs.seeker[chosen]
        order = np.lexsort((chosen, -pairs.score[chosen], seekers))
        counts = np.bincount(seekers, minlength=len(talks.wanted))
        numbers = np.full((len(talks.wanted), talks.most), -1, np.int64)
        numbers[np.arange(talks.most) < counts[:, None]] = chosen[order]
        return cls(talks, numbers)

    def rows(self, seekers: Ints) -> "Held":
        """Of these seekers alone."""
        return Held(replace(self.talks, wanted=self.talks.wanted[seekers]), self.numbers[seekers])

    def without(self, seekers: Ints) -> "Held":
        """Where these have nothing."""
        numbers = self.numbers.copy()
        numbers[seekers] = -1
        return Held(self.talks, numbers)

    def among(self, columns: Ints) -> "Held":
        """The same matching over the pairs of `columns` alone, which hold all of it."""
        numbers = np.where(self.numbers >= 0, np.searchsorted(columns, self.numbers), -1)
        return self.numbered(self.talks.only(columns), numbers)

    def numbered(self, talks: Talks, numbers: Ints) -> "Held":
        """The same matching among more or fewer pairs, these being its own there: what was reckoned of it stays."""
        new = Held(talks, numbers)
        vars(new).update({name: value for name, value in vars(self).items() if name in GAINS})
        return new

    def each(self, values: NDArray[np.integer[Any]]) -> Ints:
        """What `values` (of pairs) are for each talk, 0 where there is none."""
        if not len(values):
            return np.zeros_like(self.numbers)
        return np.where(self.numbers >= 0, values[self.numbers], 0).astype(np.int64)

    @cached_property
    def count(self) -> Ints:
        count: Ints = (self.numbers >= 0).sum(axis=1)
        return count

    @cached_property
    def chosen(self) -> Ints:
        return self.numbers[self.numbers >= 0]

    @cached_property
    def taken(self) -> NDArray[np.bool_]:
        """Of each pair, whether it is one of the matching."""
        taken = np.zeros(len(self.talks.pairs), np.bool_)
        taken[self.chosen] = True
        return taken

    @cached_property
    def load(self) -> Ints:
        """How many talks each insider has."""
        return np.bincount(self.talks.pairs.insider[self.chosen], minlength=len(self.talks.capacity))

    @cached_property
    def scores(self) -> Ints:
        return self.each(self.talks.pairs.score)

    @cached_property
    def value(self) -> int:
        points = (self.scores * self.talks.decay).sum()
        return int(points + self.talks.first * (self.count > 0).sum() + self.talks.beyond(self.chosen).sum())

    @cached_property
    def adding(self) -> Ints:
        """Seeker, place -> what a talk more brings at that place, less `decay` times its score; `NEVER` where it may
        not go."""
        gain = _pieces(self.scores, self.talks.decay) - (self.scores * self.talks.decay).sum(axis=1)[:, None]
        gain += np.where(self.count == 0, self.talks.first, 0)[:, None]
        open_places = (self.count < self.talks.wanted)[:, None] & (np.arange(self.talks.most) <= self.count[:, None])
        return np.where(open_places, gain, NEVER)

    @cached_property
    def others(self) -> Ints:
        """Seeker, talk, place -> the scores of the other talks."""
        places = np.arange(self.talks.most)
        after = np.minimum(places + (places >= places[:, None]), self.talks.most - 1)
        others: Ints = self.scores[:, after]
        others[:, :, -1] = 0
        return others

    @cached_property
    def swapping(self) -> Ints:
        """Seeker, talk, place -> what a talk in its stead brings at that place, less `decay` times its score."""
        decay, places = self.talks.decay, np.arange(self.talks.most)
        gain = _pieces(self.others, decay) - (self.scores * decay).sum(axis=1)[:, None, None] - self._beyond[:, :, None]
        there = (self.numbers >= 0)[:, :, None] & (places < self.count[:, None, None])
        return np.where(there, gain, NEVER)

    @cached_property
    def dropping(self) -> Ints:
        """Seeker, talk -> what is lost without it."""
        decay = self.talks.decay
        loss = (self.scores * decay).sum(axis=1)[:, None] - (self.others * decay).sum(axis=2) + self._beyond
        lost: Ints = loss + np.where(self.count == 1, self.talks.first, 0)[:, None]
        return lost

    @cached_property
    def _beyond(self) -> Ints:
        return self.talks.worth[self.each(self.talks.standing)]


def _pieces(scores: Ints, decay: Ints) -> Ints:
    """What all of `scores` (highest first) count if another one is put at each place among them."""
    moved = scores * np.append(decay[1:], 0)
    before = np.cumsum(scores * decay, axis=-1)
    after = np.cumsum(moved[..., ::-1], axis=-1)[..., ::-1]
    return np.concatenate((after[..., :1], before[..., :-1] + after[..., 1:]), axis=-1)
