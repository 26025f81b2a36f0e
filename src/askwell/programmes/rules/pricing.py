"""The matching over all allowed pairs without a flow over all of them: column generation.

1. Prices that are nearly right are found by subgradient steps on the Lagrangian dual, over the best pairs of everybody,
   then over those that are nearly worth their price.
2. The flow is solved over the pairs that are nearly worth their price.
3. The duals of its solution price every allowed pair. Seekers who would rather have another one are taken out and put
   in again with it along shortest paths; if they are many, the flow is solved again.
4. Step 3 is repeated, with more and more pairs, until none could better the matching. Then it is optimal over all, and
   an equal bound proves it."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from askwell.programmes.rules.duals import NotOptimal, above, bound, entering, first_talk, least_prices, slot_values
from askwell.programmes.rules.exchange import settled
from askwell.programmes.rules.flow import Potentials, most_value
from askwell.programmes.rules.paths import FAR
from askwell.programmes.rules.tables import Ints
from askwell.programmes.rules.talks import NEVER, Held, Talks

CHUNK = 1 << 20
Floats = NDArray[np.float64]
BEST = 15
"""As many of the best pairs of each seeker and insider are looked at for the first prices."""
ROUGH, FINE, SHRINK = (60, 12), (40, 2), 0.95
"""So many steps, the first of so many points, each so much shorter: over the best pairs, and over those near the prices
that come of it."""
NEAR = 2
"""In the first flow are the pairs up to so many points short of their first price."""
CLOSE = 1
"""In the second are those up to so many points short of the first flow's prices; after that they are only added to."""
MANY = 0.02
"""The flow is solved anew while more than this share of all seekers would rather have something else; fewer of them are
taken out and put in again."""
LARGE = 50
"""The flow takes it that no slot or place is worth so many points; if one is, that shows, and it is solved without."""
KEPT = 2
"""Those up to so many points short at the end are looked at when the round is solved again with a change."""


@dataclass(frozen=True)
class Optimum:
    """A matching of most value, the least prices that support it, and the bound that they prove. `columns` are the
    numbers of its pairs and of those that are nearly worth their price."""

    held: Held
    prices: Ints
    bound: int
    columns: Ints
    rounds: int

    def told(self, talks: Talks, scale: int) -> "Optimum":
        """In the values of `talks`, where it was found in those that tell how many confirmed pairs it keeps. One place
        more is worth the same `scale` times, and less than half of it for pairs kept or lost."""
        held, prices = Held(talks, self.held.numbers), (self.prices + scale // 2) // scale
        return replace(self, held=held, prices=prices, bound=self.bound // scale)

    @property
    def proven(self) -> bool:
        return self.held.value == self.bound


def optimum(talks: Talks) -> Optimum:
    """The best matching over all pairs of `talks`, with its proof."""
    (columns, near), rounds = begin(talks), 1
    held, prices = _flow(talks, columns, near)
    while True:
        worth, gain = entering(held, prices, -KEPT * int(talks.decay[0]))
        new = worth[gain > 0]
        if not len(new):
            return Optimum(held, prices, bound(held, prices), np.union1d(worth, held.chosen), rounds)
        good = worth[gain > -CLOSE * int(talks.decay[0])]
        columns = np.union1d(good, held.chosen) if rounds == 1 else grown(columns, new)
        seekers, rounds = np.unique(talks.pairs.seeker[new]).astype(np.int64), rounds + 1
        if len(seekers) > MANY * len(talks.wanted):
            held, prices = _flow(talks, columns, Potentials(prices, slot_values(held, prices)))
        else:
            held, prices = again(held, prices, columns, seekers)


def _flow(talks: Talks, columns: Ints, near: Potentials) -> tuple[Held, Ints]:
    """A matching of most value over `columns`, and its least prices. That there are any proves it."""
    for most in (LARGE * int(talks.decay[0]), FAR):
        part = most_value(talks.only(columns), near, most)
        with suppress(NotOptimal):
            return Held.of(talks, columns[part.chosen]), least_prices(part)
    raise NotOptimal


def again(held: Held, prices: Ints, columns: Ints, seekers: Ints) -> tuple[Held, Ints]:
    """A matching of most value over `columns`, and its least prices, of one that is content but for these seekers."""
    part, _ = settled(held.without(seekers).among(columns), prices, seekers)
    return part.numbered(held.talks, np.append(columns, -1)[part.numbers]), least_prices(part)


def grown(columns: Ints, new: Ints) -> Ints:
    """More columns. Were there none, the solver or its duals would be wrong, and it would go on for ever."""
    more = np.union1d(columns, new)
    if len(more) == len(columns):
        raise NotOptimal
    return more


def begin(talks: Talks) -> tuple[Ints, Potentials]:
    """The numbers of the pairs that the first flow is solved over, and prices near the best."""
    near = near_prices(talks.only(_best(talks)), np.zeros(len(talks.capacity)), *ROUGH)
    near = near_prices(talks.only(_near(talks, near)), near.prices.astype(float), *FINE)
    return _near(talks, near), near


def _near(talks: Talks, near: Potentials) -> Ints:
    """The pairs that are nearly worth their price, and those whose standing is a special one."""
    left = np.where(np.arange(talks.most) < talks.wanted[:, None], first_talk(talks) - near.slots, NEVER)
    columns = above(talks, left, near.prices, -NEAR * int(talks.decay[0]))[0]
    return np.union1d(columns, np.flatnonzero(talks.standing != 0))


def _best(talks: Talks) -> Ints:
    """About the `BEST` best pairs of each seeker and of each insider; chance decides between equals."""
    pairs, chance, found = talks.pairs, np.random.default_rng(len(talks.pairs)), [np.zeros(0, np.int64)]
    parts = [slice(at, at + CHUNK) for at in range(0, len(pairs), CHUNK)]
    of_seekers = _shares(talks, len(talks.wanted), (pairs.kind[part] for part in parts))
    of_insiders = _shares(talks, len(talks.capacity), (pairs.kind_there(part) for part in parts))
    for part in parts:
        share = np.maximum(of_seekers.take(pairs.kind[part]), of_insiders.take(pairs.kind_there(part)))
        found.append(part.start + np.flatnonzero(chance.random(len(share), np.float32) < share))
    return np.concatenate(found)


def _shares(talks: Talks, owners: int, kinds: Iterable[NDArray[np.int32]]) -> NDArray[np.float32]:
    """Owner and score -> how much of their pairs of that score is among their `BEST` best."""
    top = talks.pairs.top
    total = np.zeros(owners * top, np.int64)
    for kind in kinds:
        total += np.bincount(kind, minlength=len(total))
    counts = total.reshape(owners, top)
    higher = np.cumsum(counts[:, ::-1], axis=1)[:, ::-1] - counts
    return ((BEST - higher) / np.maximum(counts, 1)).astype(np.float32).ravel()


def near_prices(talks: Talks, prices: Floats, steps: int, step: float) -> Potentials:
    """Prices near the best, from others by steps, the first of so many points; and what each slot gains at them."""
    pairs, some = talks.pairs, np.flatnonzero(np.diff(talks.pairs.starts))
    slots = np.zeros((len(talks.wanted), talks.most), np.int64)
    for _ in range(steps if len(some) else 0):
        demand, slots[some] = _demand(talks, some, prices)
        load = np.bincount(pairs.insider[demand], minlength=len(prices))
        over = (load - talks.capacity) / np.maximum(talks.capacity, 1)
        prices = np.maximum(0, prices + step * talks.decay[0] * np.clip(over, -1, 1))
        step *= SHRINK
    return Potentials(prices.astype(np.int64), np.maximum(slots, 0))


def _demand(talks: Talks, some: Ints, prices: Floats) -> tuple[Ints, Ints]:
    """The pairs that seekers would take at these prices, slot by slot, and what each of their slots would gain."""
    pairs = talks.pairs
    starts, lengths = pairs.starts[some], np.diff(pairs.starts)[some]
    price = prices[pairs.insider].astype(np.float32)
    taken: list[Ints] = []
    best = np.zeros((len(some), talks.most), np.float32)
    score = pairs.score.astype(np.float32)
    for place, decay in enumerate(talks.decay):
        gain = score * np.float32(decay) - price + np.float32(talks.first * (place == 0))
        gain[np.concatenate([*taken, np.zeros(0, np.int64)])] = -np.inf
        best[:, place] = np.maximum.reduceat(gain, starts)
        open_slot = (best[:, place] > 0) & (talks.wanted[some] > place)
        taken.append(np.flatnonzero(gain == np.repeat(np.where(open_slot, best[:, place], np.inf), lengths)))
    return np.concatenate(taken), np.where(np.isfinite(best), best, 0).astype(np.int64)
