"""A round solved: from people to a proven matching."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from askwell.programmes.rules.pairs import Pairs, allowed_pairs
from askwell.programmes.rules.people import MOST_TALKS, Pair, Round
from askwell.programmes.rules.pricing import Optimum, optimum
from askwell.programmes.rules.tables import Ints, Tables
from askwell.programmes.rules.talks import Held, Talks

CONFIRMED, PINNED, WAITING = 1, 2, 4
"""Bits of `Talks.standing`."""


@dataclass(frozen=True)
class Solution:
    """A matching of most value of `the_round`: seekers met first, then points."""

    the_round: Round
    tables: Tables
    optimum: Optimum

    @property
    def talks(self) -> Talks:
        return self.optimum.held.talks

    @property
    def held(self) -> Held:
        return self.optimum.held

    @property
    def matches(self) -> list[Pair]:
        """Seekers and insiders by id, in the order of the round."""
        pairs, seekers, insiders = self.talks.pairs, self.the_round.seekers, self.the_round.insiders
        chosen = np.sort(self.held.chosen)
        places = zip(pairs.seeker[chosen].tolist(), pairs.insider[chosen].tolist(), strict=True)
        return [(seekers[seeker].id, insiders[insider].id) for seeker, insider in places]

    @property
    def seekers_met(self) -> int:
        return int((self.held.count > 0).sum())

    @property
    def objective(self) -> Fraction:
        """As the programme counts it: so many points for a first talk, then the scores."""
        pinned = int(self.talks.beyond(self.held.chosen).sum())
        return in_points(self.the_round, self.held.value - pinned)


def solve(the_round: Round, confirmed: Iterable[Pair] = ()) -> Solution:
    """The best matching, proven; of all that are, one that keeps most of `confirmed`."""
    tables = Tables.of(the_round)
    talks = talks_of(the_round, tables, allowed_pairs(the_round, tables))
    kept = numbers_of(tables, talks.pairs, confirmed)
    best = optimum(keeping(talks, kept, telling(kept)))
    return Solution(the_round, tables, best.told(talks, telling(kept)))


def talks_of(the_round: Round, tables: Tables, pairs: Pairs) -> Talks:
    """What talks are worth in a round. A pin is worth more than whatever its two could have instead, two talks that
    wait among it; and such a talk is worth more than what is not promised to anybody."""
    decay, unit = whole_decay(the_round)
    first = unit * the_round.weights.first_talk
    standing = np.zeros(len(pairs), np.uint8)
    standing[numbers_of(tables, pairs, the_round.pins)] |= PINNED
    standing[numbers_of(tables, pairs, the_round.waiting)] |= WAITING
    most = first + unit * the_round.weights.best_score
    kinds = np.arange(2 * WAITING)
    worth = np.where(kinds & PINNED, 16 * most, np.where(kinds & WAITING, 4 * most, 0))
    return Talks(pairs, tables.wanted, tables.capacity, decay, first, standing, worth)


def whole_decay(the_round: Round) -> tuple[Ints, int]:
    """Whole numbers in the ratio of what the first, second, … talk count, as many as anybody wants, and what one point
    of a first talk is in them."""
    over, under = the_round.weights.decay.numerator, the_round.weights.decay.denominator
    most = max((seeker.wanted for seeker in the_round.seekers), default=1) or 1
    counts = [over**place * under ** (MOST_TALKS - 1 - place) for place in range(most)]
    return np.array(counts, np.int64), counts[0]


def in_points(the_round: Round, value: int) -> Fraction:
    return Fraction(value, whole_decay(the_round)[1])


def numbers_of(tables: Tables, pairs: Pairs, wanted: Iterable[Pair]) -> Ints:
    """The numbers of those pairs that are allowed."""
    found = (pairs.find(*place) for place in zip(*map(np.ndarray.tolist, tables.places(wanted)), strict=True))
    return np.array(sorted(number for number in found if number is not None), np.int64)


def telling(confirmed: Ints) -> int:
    """By how much to multiply all values, so that keeping any number of these pairs is worth less than half of one."""
    return 2 * len(confirmed) + 1


def keeping(talks: Talks, confirmed: Ints, scale: int) -> Talks:
    """The same, but among matchings of equal value one is worth more that keeps more of `confirmed`: with `scale` above
    their number (`telling`), whatever value is counts for more than all of them together."""
    standing = talks.standing.copy()
    standing[confirmed] |= CONFIRMED
    bonus = (np.arange(len(talks.worth)) & CONFIRMED) * (scale > 1)
    return replace(
        talks,
        decay=talks.decay * scale,
        first=talks.first * scale,
        standing=standing,
        worth=talks.worth * scale + bonus,
    )
