"""The matching as a minimum-cost flow: seeker's k-th talk -> pair -> insider, solved by OR-Tools.

The values of a seeker's first, second, … talk only fall, so a whole flow of least cost is a matching of most value."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np

from askwell.programmes.rules.tables import Ints, each
from askwell.programmes.rules.talks import Held, Talks


class NoSolver(Exception):
    """OR-Tools is not installed: it comes with the extra `programmes`."""


def min_cost_flow() -> Any:
    """An empty flow of OR-Tools."""
    try:
        return import_module("ortools.graph.python.min_cost_flow").SimpleMinCostFlow()
    except ModuleNotFoundError as error:
        raise NoSolver("Matching needs OR-Tools: install askwell[programmes].") from error


@dataclass(frozen=True)
class Potentials:
    """What the solver may take off the costs before it begins, so that they are small: prices of the insiders' places,
    and what each slot of each seeker is worth. They change no solution; the nearer they are, the sooner it is found."""

    prices: Ints
    slots: Ints


def most_value(talks: Talks, near: Potentials, most: int) -> Held:
    """A matching of most value over the pairs of `talks`, if no slot and no place is worth more than `most` in it. A
    pair has a node of its own where its seeker might have it in two slots."""
    pairs = talks.pairs
    wanted = np.where(np.diff(pairs.starts) > 0, talks.wanted, 0)
    slots, several = int(wanted.sum()), np.flatnonzero(wanted[pairs.seeker] > 1)
    insiders = slots + len(several) + np.arange(len(talks.capacity))
    sink = slots + len(several) + len(talks.capacity)
    pair, place = each(wanted[pairs.seeker])
    seeker = pairs.seeker[pair]
    value = talks.decay[place] * pairs.score[pair] + np.where(place == 0, talks.first, 0) + talks.beyond(pair)
    value -= near.prices[pairs.insider[pair]] + near.slots[seeker, place]
    ends = insiders[pairs.insider]
    ends[several] = slots + np.arange(len(several))
    flow = min_cost_flow()
    into = _arcs(flow, (np.cumsum(wanted) - wanted)[seeker] + place, ends[pair], -value)
    _arcs(flow, slots + np.arange(len(several)), insiders[pairs.insider[several]], np.zeros(len(several), np.int64))
    _arcs(flow, np.arange(slots), np.full(slots, sink), np.minimum(near.slots[each(wanted)], most))
    _arcs(flow, insiders, np.full(len(insiders), sink), -np.minimum(near.prices, most), talks.capacity)
    flow.set_nodes_supplies(np.append(np.arange(slots), sink), np.append(np.ones(slots, np.int64), -slots))
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise ArithmeticError(f"The flow was not solved: {status}.")
    return Held.of(talks, pair[np.asarray(flow.flows(into)) > 0])


def _arcs(flow: Any, tails: Ints, heads: Ints, costs: Ints, capacity: Ints | None = None) -> Ints:
    """Adds arcs, of capacity 1 if not said; their numbers."""
    ones = np.ones(len(tails), np.int64)
    numbers: Ints = flow.add_arcs_with_capacity_and_unit_cost(
        tails, heads, ones if capacity is None else capacity, costs
    )
    return numbers
