"""After each slot or place more or less, the matching is still proven to be the best."""

import json
import random
from pathlib import Path

import pytest

from askwell.programmes.rules.duals import bound
from askwell.programmes.rules.exchange import Exchange
from askwell.programmes.rules.solving import solve
from bench.cases_programme import round_of

INSTANCE = Path(__file__).parents[2] / "data" / "programme" / "dev-60x20.json"


@pytest.mark.parametrize("seed", range(4))
def test_a_walk_of_changes(seed: int) -> None:
    best, chance = solve(round_of(json.loads(INSTANCE.read_text()))).optimum, random.Random(seed)
    now = Exchange(best.held, best.prices)
    for _ in range(120):
        seeker, insider = chance.randrange(len(now.wanted)), chance.randrange(len(now.capacity))
        step = chance.randrange(4)
        if step == 0 and now.wanted[seeker]:
            now.forget_last_slot(seeker)
        elif step == 1 and now.wanted[seeker] < now.talks.most:
            now.add_slot(seeker)
        elif step == 2 or not now.capacity[insider]:
            now.add_place(insider)
        else:
            now.take_place(insider)
        assert bound(now.held, now.prices) == now.held.value
