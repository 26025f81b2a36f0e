"""Weights are learned without labels."""

import random
from collections import Counter
from math import log2

import pytest

from askwell.people.rules.linkage.weights import MISSING, Variable, background, learn, probability

MATCHED = {"name": (0.1, 0.9), "mail": (0.3, 0.7), "firm": (0.4, 0.6)}
CHANCE = {"name": (0.95, 0.05), "mail": (0.99, 0.01), "firm": (0.8, 0.2)}
GUESSED = [Variable(name, (0.5, 0.5), (0.9, 0.1)) for name in MATCHED]


def drawn(pairs: int, share: float) -> Counter[tuple[int, ...]]:
    """Patterns of pairs whose true weights are known."""
    dice = random.Random(4)
    counts: Counter[tuple[int, ...]] = Counter()
    for _ in range(pairs):
        shares = MATCHED if dice.random() < share else CHANCE
        counts[tuple(int(dice.random() < own[1]) for own in shares.values())] += 1
    return counts


def test_known_weights_are_found_again() -> None:
    learned = learn(drawn(60_000, 0.2), {}, GUESSED)
    for name, levels in zip(MATCHED, learned.levels, strict=True):
        for level in (0, 1):
            assert levels[level] == pytest.approx(log2(MATCHED[name][level] / CHANCE[name][level]), abs=0.25)
    assert learned.bias == pytest.approx(log2(0.2 / 0.8), abs=0.15)


def test_a_small_book_keeps_the_priors() -> None:
    variables = [Variable("name", (0.1, 0.9), (0.95, 0.05))]
    learned = learn({(1,): 2, (0,): 1}, {}, variables)
    assert learned.levels[0][1] == pytest.approx(log2(0.9 / 0.05), abs=1.5)


def test_what_is_missing_weighs_nothing() -> None:
    learned = learn(drawn(2_000, 0.2), {}, GUESSED)
    assert learned.weight((MISSING, MISSING, MISSING)) == learned.bias
    assert learned.weight((1, MISSING, 0)) == pytest.approx(learned.bias + learned.levels[0][1] + learned.levels[2][0])


def test_bits_are_odds() -> None:
    assert [round(probability(bits), 3) for bits in (-1000, 0, 1, 6.63, 1000)] == [0, 0.5, 0.667, 0.99, 1]


def test_pairs_that_are_no_candidates_are_counted_by_a_sample() -> None:
    rest = background(100, {0 * 100 + 1}, lambda one, other: (int(one < 50),), sample=2_000)
    assert sum(rest.values()) == pytest.approx(100 * 99 / 2 - 1)
    assert rest[(0,)] / sum(rest.values()) == pytest.approx(50 * 49 / (100 * 99), abs=0.03)
