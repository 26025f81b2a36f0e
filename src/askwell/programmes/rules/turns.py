"""A round solved in two turns: those who come first have any place; the others have what is left.

Each turn is the proven best of its own. The first is solved as if the others were not there, but for the talks that are
theirs in any case (pins, and talks on their way); so whoever is of the second has no place that would be worth anything
to the first. Talks that wait for somebody of the second keep no place from the first either (`Turns.lost`)."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from askwell.programmes.rules.people import Insider, Pair, Round, Seeker
from askwell.programmes.rules.reasons import PairReason, UnmetReason, pair_reasons, unmet_reasons
from askwell.programmes.rules.resolving import resolve
from askwell.programmes.rules.solving import Solution, solve
from askwell.programmes.rules.tables import Tables


@dataclass(frozen=True)
class Turns:
    """The matching of a round: one solution, or one a turn."""

    the_round: Round
    solutions: tuple[Solution, ...]

    @cached_property
    def tables(self) -> Tables:
        """Of all people of the round."""
        return self.solutions[0].tables if len(self.solutions) == 1 else Tables.of(self.the_round)

    @cached_property
    def matches(self) -> list[Pair]:
        return [pair for one in self.solutions for pair in one.matches]

    @cached_property
    def lost(self) -> list[Pair]:
        """The talks of `Round.waiting` that keep no place; of too many of one insider whose seekers are not here, the
        last by id."""
        there = set(self.matches)
        used = Counter(insider for _seeker, insider in there)
        room = {one.id: one.capacity - used[one.id] for one in self.the_round.insiders}
        lost = []
        for seeker, insider in sorted(self.the_round.waiting - there):
            if seeker in self.the_round.later or room.get(insider, 1) < 1:
                lost.append((seeker, insider))
            elif insider in room:
                room[insider] -= 1
        return lost

    @property
    def objective(self) -> Fraction:
        return sum((one.objective for one in self.solutions), Fraction(0))

    @property
    def proven(self) -> bool:
        return all(one.optimum.proven for one in self.solutions)

    def pair_reasons(self) -> list[PairReason]:
        return [reason for one in self.solutions for reason in pair_reasons(one)]

    def unmet_reasons(self) -> list[UnmetReason]:
        return [reason for one in self.solutions for reason in unmet_reasons(one)]


def solve_in_turns(the_round: Round, confirmed: Collection[Pair] = (), last: Turns | None = None) -> Turns:
    """The best matching of those who are not `Round.later`, then the best of these with the places that are left; each
    keeps as many of `confirmed` as any of its value. Quick where `last` was solved in as many turns and little changed.
    """
    first = [one for one in the_round.seekers if one.id not in the_round.later]
    later = [one for one in the_round.seekers if one.id in the_round.later]
    elsewhere = Counter(insider for seeker, insider in the_round.waiting if seeker not in the_round.later)
    if not (first and later):
        alone = _part(the_round, later, elsewhere) if later and elsewhere else the_round
        return Turns(the_round, (_solved(alone, confirmed, _before(last, 1, 0)),))
    theirs = Counter(insider for seeker, insider in the_round.pins if seeker in the_round.later)
    one = _solved(_part(the_round, first, theirs), confirmed, _before(last, 2, 0))
    taken = Counter(insider for _seeker, insider in one.matches)
    two = _solved(_part(the_round, later, taken + elsewhere), confirmed, _before(last, 2, 1))
    return Turns(the_round, (one, two))


def _before(last: Turns | None, turns: int, turn: int) -> Solution | None:
    return last.solutions[turn] if last and len(last.solutions) == turns else None


def _solved(the_round: Round, confirmed: Iterable[Pair], last: Solution | None) -> Solution:
    return resolve(last, the_round, confirmed) if last else solve(the_round, confirmed)


def _part(the_round: Round, seekers: Sequence[Seeker], taken: Counter[str]) -> Round:
    """The round of these seekers alone, without the places that are `taken`."""
    ids = {one.id for one in seekers}
    return replace(
        the_round,
        seekers=tuple(seekers),
        insiders=tuple(_with_less(one, taken[one.id]) for one in the_round.insiders),
        pins=frozenset(pair for pair in the_round.pins if pair[0] in ids),
        kept=frozenset(pair for pair in the_round.kept if pair[0] in ids),
        waiting=frozenset(pair for pair in the_round.waiting if pair[0] in ids),
    )


def _with_less(insider: Insider, taken: int) -> Insider:
    return replace(insider, capacity=max(0, insider.capacity - taken)) if taken else insider
