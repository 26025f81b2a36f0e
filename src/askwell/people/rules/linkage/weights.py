"""Fellegi–Sunter weights, learned without labels.

A pair of records is a *pattern*: one level of agreement a variable, MISSING where either side says nothing.
Each level weighs log2(m/u): m is its share among pairs of one person, u its share among pairs of two. Both,
and the share of true pairs, are learned by expectation–maximisation (Winkler 1988) over all pairs: the candidates
as they are, the rest by a sample. Prior shares count as so many pairs: a book of thirty people keeps the priors,
one of thirty thousand has its own say.
"""

import random
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp, exp2, log, log2

Pattern = tuple[int, ...]
MISSING = -1
_ENOUGH = 1e-4
_FLOOR = 1e-9
_STARTING_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Variable:
    """What is compared. `matched` and `chance`: the prior shares of its levels, from level 0 up, among pairs of
    one person and among any two persons; each sums to 1."""

    name: str
    matched: tuple[float, ...]
    chance: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Learned weights: `levels[v][l]` in bits for variable v at level l; `bias` in bits is the prior odds."""

    variables: tuple[Variable, ...]
    levels: tuple[tuple[float, ...], ...]
    bias: float

    def weight(self, pattern: Pattern) -> float:
        """The odds, in bits, that a pair of this pattern is one person: 0 is even, 7 is 99 %."""
        return self.bias + sum(own[level] for own, level in zip(self.levels, pattern, strict=True) if level != MISSING)


def probability(weight: float) -> float:
    """From bits to the share of pairs of this weight that are one person."""
    return 1 / (1 + exp2(-max(min(weight, 60.0), -60.0)))


def background(
    size: int, candidates: Collection[int], pattern_of: Callable[[int, int], Pattern], *, sample: int = 4_000
) -> Mapping[Pattern, float]:
    """How often each pattern occurs among the pairs of `size` records that are no candidates (`one * size + other`,
    the lower first): counted in a small book, else estimated from a sample, the same one for the same size."""
    rest = size * (size - 1) // 2 - len(candidates)
    if rest <= 0:
        return {}
    if rest <= sample:
        pairs = ((one, other) for one in range(size) for other in range(one + 1, size))
        return Counter(pattern_of(*pair) for pair in pairs if pair[0] * size + pair[1] not in candidates)
    drawn, dice = Counter[Pattern](), random.Random(size)  # noqa: S311 - a sample, no secret
    for _ in range(min(sample, 4 * rest)):
        one, other = sorted((dice.randrange(size), dice.randrange(size)))
        if one != other and one * size + other not in candidates:
            drawn[pattern_of(one, other)] += 1
    scale = rest / max(drawn.total(), 1)
    return {pattern: count * scale for pattern, count in drawn.items()}


def learn(
    candidates: Mapping[Pattern, int],
    rest: Mapping[Pattern, float],
    variables: Sequence[Variable],
    *,
    strength: float = 40,
    rounds: int = 40,
) -> Weights:
    """Weights from how often each pattern occurs among candidate pairs and among the `rest` (see `background`).

    `strength`: as how many pairs of one person the priors count; at most `rounds` rounds, fewer when nothing
    moves any more.
    """
    starts = _starts(variables)
    told = _told(candidates, starts) + _told(rest, starts)
    total = sum(count for _, count in told)
    matched, chance = _flat(variables, "matched"), _flat(variables, "chance")
    prior_matched, prior_chance = [strength * part for part in matched], list(chance)
    share = _bounded((_STARTING_SHARE * sum(candidates.values()) + 1) / (total + 2))
    before = 0.0
    for _ in range(rounds):
        in_matched, in_chance, pairs = _expected(told, matched, chance, share)
        share = _bounded((pairs + 1) / (total + 2))
        scale = max(strength, (1 - share) / share)  # so that a level never seen keeps the ratio of its priors
        matched = _shares(in_matched, prior_matched, starts)
        chance = _shares(in_chance, [scale * part for part in prior_chance], starts)
        if abs(pairs - before) <= _ENOUGH * (pairs + 1):
            break
        before = pairs
    levels = [log2(m / u) for m, u in zip(matched, chance, strict=True)]
    return Weights(
        tuple(variables),
        tuple(tuple(levels[start:end]) for start, end in zip(starts, starts[1:], strict=False)),
        log2(share / (1 - share)),
    )


def _bounded(share: float) -> float:
    return min(max(share, 1e-12), 0.5)


def _told(counts: Mapping[Pattern, float], starts: list[int]) -> list[tuple[list[int], float]]:
    return [
        ([start + level for start, level in zip(starts, pattern, strict=False) if level != MISSING], count)
        for pattern, count in counts.items()
    ]


def _starts(variables: Sequence[Variable]) -> list[int]:
    """Where each variable's levels begin in the flat lists, and the end."""
    starts = [0]
    for variable in variables:
        starts.append(starts[-1] + len(variable.matched))
    return starts


def _flat(variables: Sequence[Variable], which: str) -> list[float]:
    return [max(part, _FLOOR) for variable in variables for part in getattr(variable, which)]


def _expected(
    told: list[tuple[list[int], float]], matched: list[float], chance: list[float], share: float
) -> tuple[list[float], list[float], float]:
    """How many of each level belong to true pairs and to chance, and how many pairs are true."""
    weight = [log(m / u) for m, u in zip(matched, chance, strict=True)]
    bias, pairs = log(share / (1 - share)), 0.0
    in_matched, in_chance = [0.0] * len(weight), [0.0] * len(weight)
    for places, count in told:
        odds = bias
        for place in places:
            odds += weight[place]
        part = count / (1 + exp(-odds)) if odds > -60 else 0.0
        rest = count - part
        pairs += part
        for place in places:
            in_matched[place] += part
            in_chance[place] += rest
    return in_matched, in_chance, pairs


def _shares(found: list[float], prior: list[float], starts: list[int]) -> list[float]:
    shares: list[float] = []
    for start, end in zip(starts, starts[1:], strict=False):
        own = [n + p for n, p in zip(found[start:end], prior[start:end], strict=True)]
        whole = sum(own)
        shares += [max(part / whole, _FLOOR) for part in own]
    return shares
