"""What a change (a pin, a pair forbidden, other weights, a place more) costs whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from askwell.programmes.rules.pairs import scores_of
from askwell.programmes.rules.people import Pair, Round
from askwell.programmes.rules.solving import Solution

NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Shift:
    """One seeker's talks before and after, and what that is to them in points, 0.5 and the like for later talks; a
    first talk gained or lost is told by `before` and `after` alone."""

    seeker: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    points: Fraction


@dataclass(frozen=True, slots=True)
class Difference:
    """Counted by the weights of the matching before, also where the change is one of weights. `shifts` are all whose
    talks changed: who loses most comes first."""

    objective: Fraction
    seekers_met: int
    points: Fraction
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """What was matched before, where the solution itself is gone: all of whom are of the round after."""

    the_round: Round
    matches: Sequence[Pair]


def compare(before: Solution | Before, after: Solution) -> Difference:
    """From one solution to the other. Both are of the same people, or of more."""
    old, new = before.matches, after.matches
    was, now = _worth(before, after, old), _worth(before, after, new)
    had, has = _partners(old), _partners(new)
    shifts = [
        Shift(seeker, had.get(seeker, ()), has.get(seeker, ()), now.get(seeker, NONE) - was.get(seeker, NONE))
        for seeker in dict.fromkeys((*had, *has))
        if set(had.get(seeker, ())) != set(has.get(seeker, ()))
    ]
    met, points = len(has) - len(had), sum(now.values(), NONE) - sum(was.values(), NONE)
    objective = points + met * before.the_round.weights.first_talk
    return Difference(objective, met, points, tuple(sorted(shifts, key=lambda shift: (shift.points, shift.seeker))))


def _worth(before: Solution | Before, after: Solution, matches: Sequence[Pair]) -> dict[str, Fraction]:
    """Points of each seeker's talks, without what a first talk counts more."""
    weights = before.the_round.weights
    scores = scores_of(after.tables, weights, *after.tables.places(matches))
    worth: dict[str, list[int]] = {}
    for (seeker, _), score in zip(matches, scores.tolist(), strict=True):
        worth.setdefault(seeker, []).append(score)
    return {
        seeker: sum((score * weights.decay**place for place, score in enumerate(sorted(own, reverse=True))), NONE)
        for seeker, own in worth.items()
    }


def _partners(matches: Sequence[Pair]) -> dict[str, tuple[str, ...]]:
    partners: dict[str, tuple[str, ...]] = {}
    for seeker, insider in matches:
        partners[seeker] = (*partners.get(seeker, ()), insider)
    return partners
