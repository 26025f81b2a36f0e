"""Prices of insiders' places (the duals of the flow), reduced values of pairs, and the bound that proves an optimum.

At prices, a seeker is willing to give for one pair more at most what it gains them, some talk given back. A pair whose
seeker is willing to give more than its insider's price has a positive reduced value: it could better the matching."""

from collections.abc import Iterator

import numpy as np

from askwell.programmes.rules.tables import Ints, each
from askwell.programmes.rules.talks import NEVER, Held, Talks

CHUNK, ROWS = 1 << 17, 512
"""So many pairs, or seekers, at once: what is reckoned of them stays in the processor's cache."""


class NotOptimal(Exception):
    """No prices support this matching: it is not one of most value."""


def offers(held: Held, prices: Ints) -> Ints:
    """Seeker, place -> what the seeker is willing to give for one pair more, less `decay` at that place times its
    score; the highest counts."""
    refund = prices[held.each(held.talks.pairs.insider)] if len(prices) else np.zeros_like(held.numbers)
    instead = np.where(held.swapping > NEVER, held.swapping + refund[:, :, None], NEVER)
    offered: Ints = np.maximum(held.adding, instead.max(axis=1))
    return offered


def willing(talks: Talks, offered: Ints) -> Ints:
    """The same for each seeker and score, flat: `Pairs.kind` says where."""
    best = np.full((len(offered), talks.pairs.top), NEVER)
    points = talks.decay[:, None] * np.arange(talks.pairs.top)
    for at in range(0, len(offered), ROWS):
        part, here = best[at : at + ROWS], offered[at : at + ROWS]
        for place in range(talks.most):
            np.maximum(part, here[:, place, None] + points[place], out=part)
    return best.ravel()


def reduced(talks: Talks, willingness: Ints, prices: Ints) -> Iterator[tuple[int, Ints]]:
    """Reduced values of all pairs, piece by piece: the number of the first, and theirs."""
    pairs, special = talks.pairs, np.flatnonzero(talks.standing != 0)
    for at in range(0, len(pairs), CHUNK):
        values = willingness.take(pairs.kind[at : at + CHUNK])
        values -= prices.take(pairs.insider[at : at + CHUNK])
        here = special[slice(*np.searchsorted(special, (at, at + CHUNK)))]
        values[here - at] += talks.beyond(here)
        yield at, values


def above(talks: Talks, offered: Ints, prices: Ints, least: int) -> tuple[Ints, Ints]:
    """The pairs whose reduced value is above `least`, and these values."""
    numbers, values = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for at, part in reduced(talks, willing(talks, offered), prices):
        places = np.flatnonzero(part > least)
        numbers.append(places + at)
        values.append(part[places])
    return np.concatenate(numbers), np.concatenate(values)


def entering(held: Held, prices: Ints, least: int = 0) -> tuple[Ints, Ints]:
    """The pairs not held whose reduced value is above `least`, and these values."""
    numbers, values = above(held.talks, offers(held, prices), prices, least)
    new = ~held.taken[numbers]
    return numbers[new], values[new]


def bound(held: Held, prices: Ints) -> int:
    """No matching over the pairs of `held` is worth more, whatever the prices: the value of a solution of the dual
    linear programme, made of them.

    A slot has the dual value u, a place of an insider its price, and a pair what its best slot leaves after both."""
    talks, slots = held.talks, slot_values(held, prices)
    total = int(slots.sum() + (talks.capacity * prices).sum())
    left = np.where(np.arange(talks.most) < talks.wanted[:, None], first_talk(talks) - slots, NEVER)
    return total + sum(
        int(np.maximum(part, 0, out=part).sum()) for _, part in reduced(talks, willing(talks, left), prices)
    )


def slot_values(held: Held, prices: Ints) -> Ints:
    """Seeker, place -> what the slot is worth to them at these prices: nothing where it is empty."""
    filled = np.arange(held.talks.most) < held.count[:, None]
    return np.where(filled, np.maximum(first_talk(held.talks) - offers(held, prices), 0), 0)


def first_talk(talks: Talks) -> Ints:
    """Place -> what a talk there counts more than its score."""
    return np.where(np.arange(talks.most) == 0, talks.first, 0)


def least_prices(held: Held) -> Ints:
    """The lowest prices at which every seeker is content with what they hold: what one place more of each insider
    would be worth, exactly. By label correcting over the exchanges between insiders."""
    prices = _least(held)
    dear = prices[held.each(held.talks.pairs.insider)] > held.dropping if len(prices) else held.numbers >= 0
    if (dear & (held.numbers >= 0)).any() or (prices[held.load < held.talks.capacity] > 0).any():
        raise NotOptimal
    return prices


def _least(held: Held) -> Ints:
    prices = _asked(held)
    givers, takers, gains = _exchanges(held)
    starts = np.searchsorted(givers, np.arange(len(prices) + 1))
    changed = np.arange(len(prices))
    for _ in range(len(prices) + 1):
        if not len(changed):
            return prices
        owner, place = each(np.diff(starts)[changed])
        ways = starts[changed][owner] + place
        new = prices.copy()
        np.maximum.at(new, takers[ways], prices[givers[ways]] + gains[ways])
        changed = np.flatnonzero(new > prices)
        prices = new
    raise NotOptimal


def best_gain(talks: Talks, gains: Ints, numbers: Ints) -> Ints:
    """The most that the pairs bring, each at the best of its places; `gains` has a row for each pair."""
    scores = talks.pairs.score[numbers].astype(np.int64)
    best = np.full(len(numbers), NEVER)
    for place, decay in enumerate(talks.decay):
        np.maximum(best, gains[:, place] + decay * scores, out=best)
    return best + talks.beyond(numbers)


def _asked(held: Held) -> Ints:
    """What seekers who could have a talk more would give for it."""
    talks = held.talks
    free = held.count < talks.wanted
    numbers = np.flatnonzero(free[talks.pairs.seeker])
    numbers = numbers[~held.taken[numbers]]
    prices = np.zeros(len(talks.capacity), np.int64)
    gains = best_gain(talks, held.adding[talks.pairs.seeker[numbers]], numbers)
    np.maximum.at(prices, talks.pairs.insider[numbers], gains)
    return prices


def _exchanges(held: Held) -> tuple[Ints, Ints, Ints]:
    """Every talk that might be had with another insider instead: whose it is, whose it would be, what that gains; by
    the first."""
    talks = held.talks
    insider = talks.pairs.insider
    seeker, talk = np.nonzero(held.numbers >= 0)
    order = np.argsort(insider[held.numbers[seeker, talk]], kind="stable")
    seeker, talk = seeker[order], talk[order]
    owner, place = each(np.diff(talks.pairs.starts)[seeker])
    number = talks.pairs.starts[seeker[owner]] + place
    other = ~held.taken[number]
    owner, number = owner[other], number[other]
    gains = best_gain(talks, held.swapping[seeker, talk][owner], number)
    return insider[held.numbers[seeker, talk]][owner].astype(np.int64), insider[number].astype(np.int64), gains
