"""What a change (a pin, a pair forbidden, other weights, a place more) costs whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Protocol

from askwell.programmes.rules.pairs import scores_of
from askwell.programmes.rules.people import Pair, Round
from askwell.programmes.rules.tables import Tables

NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Shift:
    """One seeker's talks before and after, and what that is to them in points, 0.5 and the like for later talks; a
    first talk gained or lost is told by `before` and `after` alone. `had`: the points before."""

    seeker: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    points: Fraction
    had: Fraction | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Difference:
    """Counted by the weights of the matching before, also where the change is one of weights. `shifts` are all whose
    talks changed: who loses most comes first."""

    objective: Fraction
    seekers_met: int
    points: Fraction
    shifts: tuple[Shift, ...]


class Matched(Protocol):
    """A matching: `Solution`, `Turns` or `Before`."""

    @property
    def the_round(self) -> Round: ...
    @property
    def matches(self) -> Sequence[Pair]: ...


class Solved(Matched, Protocol):
    """One whose people are at hand."""

    @property
    def tables(self) -> Tables: ...


@dataclass(frozen=True, slots=True)
class Before:
    """What was matched before, where the solution itself is gone. `scores` are those of pairs of which somebody does
    not take part any more."""

    the_round: Round
    matches: Sequence[Pair]
    scores: Mapping[Pair, int] = field(default_factory=dict)


def compare(before: Matched, after: Solved) -> Difference:
    """From one matching to the other."""
    old, new = before.matches, after.matches
    was, now = _worth(before, after, old), _worth(before, after, new)
    had, has = _partners(old), _partners(new)
    shifts = [
        Shift(
            seeker,
            had.get(seeker, ()),
            has.get(seeker, ()),
            now.get(seeker, NONE) - was.get(seeker, NONE),
            was.get(seeker, NONE),
        )
        for seeker in dict.fromkeys((*had, *has))
        if set(had.get(seeker, ())) != set(has.get(seeker, ()))
    ]
    met, points = len(has) - len(had), sum(now.values(), NONE) - sum(was.values(), NONE)
    objective = points + met * before.the_round.weights.first_talk
    return Difference(objective, met, points, tuple(sorted(shifts, key=lambda shift: (shift.points, shift.seeker))))


def _worth(before: Matched, after: Solved, matches: Sequence[Pair]) -> dict[str, Fraction]:
    """Points of each seeker's talks, without what a first talk counts more."""
    weights, worth = before.the_round.weights, dict[str, list[int]]()
    for pair, score in _scores(before, after, matches).items():
        worth.setdefault(pair[0], []).append(score)
    return {
        seeker: sum((score * weights.decay**place for place, score in enumerate(sorted(own, reverse=True))), NONE)
        for seeker, own in worth.items()
    }


def _scores(before: Matched, after: Solved, matches: Sequence[Pair]) -> dict[Pair, int]:
    """By the weights of before; of a pair that cannot be judged any more, what it was told to be."""
    told = before.scores if isinstance(before, Before) else {}
    known = [pair for pair in matches if pair not in told]
    found = scores_of(after.tables, before.the_round.weights, *after.tables.places(known))
    return dict(zip(known, found.tolist(), strict=True)) | {pair: told[pair] for pair in matches if pair in told}


def _partners(matches: Sequence[Pair]) -> dict[str, tuple[str, ...]]:
    partners: dict[str, tuple[str, ...]] = {}
    for seeker, insider in matches:
        partners[seeker] = (*partners.get(seeker, ()), insider)
    return partners
