"""The matching as a minimum-cost flow: seeker's k-th talk -> pair -> insider, solved by OR-Tools.

The values of a seeker's first, second, … talk only fall, so a whole flow of least cost is a matching of most value."""

from importlib import import_module
from typing import Any

import numpy as np

from askwell.programmes.rules.tables import Ints
from askwell.programmes.rules.talks import Held, Talks


class NoSolver(Exception):
    """OR-Tools is not installed: it comes with the extra `programmes`."""


def min_cost_flow() -> Any:
    """An empty flow of OR-Tools."""
    try:
        return import_module("ortools.graph.python.min_cost_flow").SimpleMinCostFlow()
    except ModuleNotFoundError as error:
        raise NoSolver("Matching needs OR-Tools: install askwell[programmes].") from error


def most_value(talks: Talks) -> Held:
    """A matching of most value over the pairs of `talks`."""
    pairs, slots = talks.pairs, int(talks.wanted.sum())
    pair, place = each(talks.wanted[pairs.seeker])
    slot = (np.cumsum(talks.wanted) - talks.wanted)[pairs.seeker[pair]] + place
    value = talks.decay[place] * pairs.score[pair] + np.where(place == 0, talks.first, 0) + talks.extra(pair)
    insiders = slots + len(pairs) + np.arange(len(talks.capacity))
    sink = slots + len(pairs) + len(talks.capacity)
    flow = min_cost_flow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost
    one_way = np.arange(slots, slots + len(pairs))
    arcs(slot, one_way[pair], np.ones(len(pair), np.int64), -value)
    into = arcs(one_way, insiders[pairs.insider], np.ones(len(pairs), np.int64), np.zeros(len(pairs), np.int64))
    arcs(np.arange(slots), np.full(slots, sink), np.ones(slots, np.int64), np.zeros(slots, np.int64))
    arcs(insiders, np.full(len(insiders), sink), talks.capacity, np.zeros(len(insiders), np.int64))
    flow.set_nodes_supplies(np.append(np.arange(slots), sink), np.append(np.ones(slots, np.int64), -slots))
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise ArithmeticError(f"The flow was not solved: {status}.")
    return Held.of(talks, np.flatnonzero(flow.flows(into)))


def each(counts: Ints) -> tuple[Ints, Ints]:
    """The place of each count as often as it says, and 0, 1, 2, … beside it."""
    owner = np.repeat(np.arange(len(counts)), counts)
    return owner, np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
