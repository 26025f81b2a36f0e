"""Whoever comes in, and whatever places come or go, the matching is still proven to be the best."""

import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from askwell.programmes.rules.duals import bound, least_prices
from askwell.programmes.rules.exchange import settled
from askwell.programmes.rules.solving import solve
from askwell.programmes.rules.talks import Held
from bench.cases_programme import round_of

INSTANCE = Path(__file__).parents[2] / "data" / "programme" / "dev-60x20.json"


@pytest.mark.parametrize("seed", range(4))
def test_a_walk_of_changes(seed: int) -> None:
    best, chance = solve(round_of(json.loads(INSTANCE.read_text()))).optimum, random.Random(seed)
    held, prices = best.held, best.prices
    for _ in range(60):
        wanted, capacity = held.talks.wanted.copy(), held.talks.capacity.copy()
        seekers = np.array(chance.sample(range(len(wanted)), chance.randrange(4)), np.int64)
        wanted[seekers] = [chance.randrange(held.talks.most + 1) for _ in seekers]
        insiders = chance.sample(range(len(capacity)), chance.randrange(3))
        capacity[insiders] = [chance.randrange(6) for _ in insiders]
        talks = replace(held.talks, wanted=wanted, capacity=capacity)
        held, prices = settled(Held(talks, held.numbers).without(seekers), prices, seekers.tolist())
        assert (held.count <= wanted).all()
        assert (held.load <= capacity).all()
        assert bound(held, prices) == held.value
        assert (least_prices(held) <= prices).all()
