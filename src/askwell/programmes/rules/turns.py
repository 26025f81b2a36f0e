"""A round solved in two turns: those who come first have any place; the others have what is left.

Each turn is the proven best of its own. The first is solved as if the others were not there, but for the talks that are
theirs in any case (pins, and talks on their way); so whoever is of the second has no place that would be worth anything
to the first."""

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
    if not (first and later):
        return Turns(the_round, (_solved(the_round, confirmed, _before(last, 1, 0)),))
    theirs = Counter(insider for seeker, insider in the_round.pins if seeker in the_round.later)
    one = _solved(_part(the_round, first, theirs), confirmed, _before(last, 2, 0))
    taken = Counter(insider for _seeker, insider in one.matches)
    two = _solved(_part(the_round, later, taken), confirmed, _before(last, 2, 1))
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
    )


def _with_less(insider: Insider, taken: int) -> Insider:
    return replace(insider, capacity=insider.capacity - taken) if taken else insider
