"""Matching a programme, reasons included, against a bare min-cost flow of OR-Tools over all pairs.

    python bench/matching.py FOLDER [2000x600 5000x1500 20000x6000 200000x60000] [--floor] [--again]

FOLDER holds make_instance.py of the set `programme`. CPU seconds; each size in a process of its own. `--floor` also
solves the bare flow, `--again` ten refusals, new volunteers and other hours, each by itself. 200000x60000 is sparse:
30 candidates each.
"""

import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from askwell.programmes.rules.flow import each, min_cost_flow
from askwell.programmes.rules.people import Round
from askwell.programmes.rules.reasons import pair_reasons, unmet_reasons
from askwell.programmes.rules.resolving import resolve
from askwell.programmes.rules.solving import Solution, solve
from cases_programme import round_of

SEED = {"2000x600": 13}
LIMIT = {"2000x600": 1.5, "5000x1500": 0.5}


def instance(folder: Path, size: str) -> Round:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "made.json"
        make = [sys.executable, str(folder / "make_instance.py"), "dev", *size.split("x"), str(SEED.get(size, 11))]
        subprocess.run([*make, str(path)], check=True, stdout=subprocess.DEVNULL)
        the_round = round_of(json.loads(path.read_text()))
    if size != "200000x60000":
        return the_round
    chance, names = random.Random(5), [insider.id for insider in the_round.insiders]
    return replace(the_round, among={seeker.id: chance.sample(names, 30) for seeker in the_round.seekers})


def floor(solution: Solution) -> tuple[float, float]:
    """Seconds and objective of the flow over all pairs, as one would write it: slot -> pair -> insider."""
    pairs, wanted, capacity = solution.talks.pairs, solution.talks.wanted, solution.talks.capacity
    start = time.process_time()
    slots, insiders = int(wanted.sum()), int(wanted.sum()) + len(pairs)
    pair, place = each(wanted[pairs.seeker])
    value = np.array([8, 4, 2, 1])[place] * pairs.score[pair] + np.where(place == 0, 80_000, 0)
    flow, sink = min_cost_flow(), insiders + len(capacity)
    arcs, ones, none = flow.add_arcs_with_capacity_and_unit_cost, np.ones_like, np.zeros_like
    slot, node = (np.cumsum(wanted) - wanted)[pairs.seeker[pair]] + place, slots + pair
    arcs(slot, node, ones(slot), -value)
    every, ends = np.arange(slots, insiders), insiders + pairs.insider.astype(np.int64)
    arcs(every, ends, ones(every), none(every))
    every, last = np.arange(slots), insiders + np.arange(len(capacity))
    arcs(every, np.full(slots, sink), ones(every), none(every))
    arcs(last, np.full(len(last), sink), capacity, none(last))
    flow.set_nodes_supplies(np.append(every, sink), np.append(ones(every), -slots))
    assert flow.solve() == flow.OPTIMAL
    return time.process_time() - start, -flow.optimal_cost() / 8


def changed(solution: Solution) -> dict[str, list[Round]]:
    """Rounds in which one thing is another way."""
    the_round, chance = solution.the_round, random.Random(3)
    refused = [replace(the_round, forbidden=frozenset({pair})) for pair in chance.sample(solution.matches, 10)]
    more = [(*the_round.insiders, replace(one, id="new")) for one in chance.sample(the_round.insiders, 10)]
    full = np.flatnonzero(solution.held.load == solution.talks.capacity).tolist()
    other = [list(the_round.insiders) for _ in range(10)]
    for place, insiders in zip(chance.sample(full, 10), other, strict=True):
        insiders[place] = replace(insiders[place], windows=chance.choice(the_round.insiders).windows)
    return {
        "one refusal": refused,
        "a new volunteer": [replace(the_round, insiders=insiders) for insiders in more],
        "other hours of a full insider": [replace(the_round, insiders=tuple(insiders)) for insiders in other],
    }


def again(solution: Solution, full: float) -> None:
    """Ten changes of each kind, each from the same solution."""
    for kind, rounds in changed(solution).items():
        times = []
        for the_round in rounds:
            start = time.process_time()
            after = resolve(solution, the_round)
            times.append(time.process_time() - start)
            assert after.optimum.proven
        middle = statistics.median(times)
        print(f"  {kind}: median {1000 * middle:.0f} ms, slowest {1000 * max(times):.0f} ms, 1/{full / middle:.0f}")


def measure(folder: Path, size: str, options: list[str]) -> None:
    the_round = instance(folder, size)
    start, wall = time.process_time(), time.perf_counter()
    solution = solve(the_round)
    solved = time.process_time() - start
    reasons = len(pair_reasons(solution)) + len(unmet_reasons(solution))
    ours, wall = time.process_time() - start, time.perf_counter() - wall
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    best = solution.optimum
    print(f"{size}: {len(solution.talks.pairs):,} allowed pairs, objective {float(solution.objective):,}, "
          f"proven {best.proven}, {solution.seekers_met:,} met, {len(solution.matches):,} talks, "
          f"{reasons:,} reasons")  # fmt: skip
    print(f"  {ours:.2f} s CPU ({solved:.2f} s without reasons), {wall:.2f} s wall, {memory} MB, "
          f"{best.rounds} rounds")  # fmt: skip
    if "--floor" in options:
        bare, objective = floor(solution)
        assert objective == float(solution.objective)
        print(f"  bare flow {bare:.2f} s: ratio {ours / bare:.2f}, limit {LIMIT.get(size, '-')}")
    if "--again" in options:
        again(solution, solved)


def main(arguments: list[str]) -> None:
    words, options = [a for a in arguments if a[0] != "-"], [a for a in arguments if a[0] == "-"]
    for size in words[1:] or ["2000x600", "5000x1500"]:
        if "--inside" in options:
            measure(Path(words[0]), size, options)
        else:
            subprocess.run([sys.executable, __file__, words[0], size, "--inside", *options], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
