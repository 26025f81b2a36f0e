"""The best ways from the seeker to a goal through at most three people.

Searched backwards from the goal, a layer of acquaintances at a time (Bellman and Ford's relaxation, bounded by the
number of links). What cannot beat the ways found so far is not followed, so that near ties end the search early.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import TypeAlias

from askwell.people.rules.ways import likelihood as how_likely
from askwell.people.rules.ways.values import Circle, Link, Network, PersonKey, Spell, Standing, Way

MOST = 5
LONGEST = 3
"""So many people at most stand between the seeker and the goal."""
OWED_SHARE = 2
"""At most one way in so many begins with somebody who is owed something."""
LEAST = 0.004
"""What is less likely is no way."""
FOLLOWED = 400
"""So many persons of a layer, the likeliest, are asked whom they know: bounds the work on any network."""
NOBODY = Standing()


@dataclass(frozen=True, slots=True)
class _Step:
    """From a person on to the goal: `value` is the product of the likelihoods of the links."""

    person: PersonKey
    value: float
    link: Link | None = None
    onward: "_Step | None" = None

    def walked(self) -> "Iterator[_Step]":
        step: _Step | None = self
        while step:
            yield step
            step = step.onward


Steps: TypeAlias = dict[PersonKey, _Step]


def best_ways(network: Network, goals: Collection[PersonKey], *, most: int = MOST) -> list[Way]:
    """The likeliest ways, each with another first person: those who may be asked before those who are owed something.

    A way is left out when somebody in its middle could be asked directly with as much hope. Blocked persons are
    nowhere in a way. At most half of the ways begin with somebody who is owed something, and only in place of less likely ones.
    """
    standings = dict(network.standings(goals))
    best: Steps = {}
    ways: dict[PersonKey, Way] = {}
    layer: Steps = {goal: _Step(goal, 1.0) for goal in goals if not _of(standings, goal).blocked}
    for links in range(LONGEST + 1):
        best.update(layer)
        ways.update((way.people[0], way) for way in _ways(layer.values(), standings, ways))
        if links == LONGEST:
            break
        worth = _worth_following(layer.values(), _to_beat(ways.values(), most))
        layer = _reached(network, worth, best)
        standings.update(network.standings([person for person in layer if person not in standings]))
        layer = {person: step for person, step in layer.items() if not _of(standings, person).blocked}
    return _chosen(ways.values(), most)


def _of(standings: Mapping[PersonKey, Standing], person: PersonKey) -> Standing:
    return standings.get(person, NOBODY)


def _ways(
    layer: Iterable[_Step], standings: Mapping[PersonKey, Standing], before: Mapping[PersonKey, Way]
) -> Iterator[Way]:
    """The ways that begin in this layer, where they are better than an earlier one from the same person."""
    for step in layer:
        first = standings.get(step.person)
        total = how_likely.asking(first) * step.value if first else 0.0
        held = before[step.person].likelihood if step.person in before else LEAST
        if first and total >= held and not _is_detour(step, total, standings):
            yield _way(step, total, first)


def _is_detour(step: _Step, total: float, standings: Mapping[PersonKey, Standing]) -> bool:
    """Whether somebody further on could be asked directly with as much hope."""
    further = ((one.value, _of(standings, one.person)) for one in step.walked() if one is not step)
    return any(not standing.owed and value * how_likely.asking(standing) >= total for value, standing in further)


def _way(step: _Step, total: float, first: Standing) -> Way:
    walked = list(step.walked())
    return Way(tuple(one.person for one in walked), tuple(one.link for one in walked if one.link), total, first)


def _to_beat(ways: Iterable[Way], most: int) -> float:
    """The likelihood of the last way that would be shown."""
    free = nlargest(most, (way.likelihood for way in ways if not way.owed))
    return free[-1] if len(free) == most else LEAST


def _worth_following(layer: Iterable[_Step], to_beat: float) -> list[_Step]:
    beyond = how_likely.BEST_LINK * how_likely.BEST_TIE
    return nlargest(FOLLOWED, (step for step in layer if step.value * beyond >= to_beat), key=lambda step: step.value)


def _reached(network: Network, layer: list[_Step], best: Steps) -> Steps:
    """Who knows one of the layer, with a better way to the goal than they have had so far."""
    reached: Steps = {}
    if not layer:
        return reached
    steps = {step.person: step for step in layer}
    for one, other in network.introductions(steps.keys()):
        for person, onward in ((one, steps.get(other)), (other, steps.get(one))):
            if onward and person != onward.person:
                _offer(person, how_likely.introduced(), onward, reached, best)
    circles = list(network.circles(steps.keys()))
    for circle in circles:
        if circle.size <= how_likely.LARGE:
            _through(circle, steps, reached, best)
    large = [circle for circle in circles if circle.size > how_likely.LARGE]
    _through_large(network, large, steps, reached, best)
    return reached


def _through(circle: Circle, steps: Steps, reached: Steps, best: Steps) -> None:
    there = sorted((spell for spell in circle.members if spell.person in steps), key=lambda s: -steps[s.person].value)
    bound = how_likely.best_through(circle)
    for member in circle.members:
        _from_member(member, there, circle, bound, steps, reached, best)


def _from_member(
    member: Spell, there: list[Spell], circle: Circle, bound: float, steps: Steps, reached: Steps, best: Steps
) -> None:
    """Whom of those further on (`there`, the best first) this member most likely knows."""
    for spell in there:
        onward = steps[spell.person]
        held = max(_value(reached, member.person), _value(best, member.person))
        if onward.value * bound <= held:
            return  # nor does any of the rest; here ends too who stands there themselves
        _offer(member.person, how_likely.through(circle, member, spell), onward, reached, best)


def _through_large(network: Network, circles: list[Circle], steps: Steps, reached: Steps, best: Steps) -> None:
    """In a large circle only those count who are there now, and whom the seeker can ask."""
    members = {spell.person for circle in circles for spell in circle.members if spell.now}
    known = network.standings(members) if members else {}
    for circle in circles:
        now = [spell for spell in circle.members if spell.now]
        there = sorted((spell for spell in now if spell.person in steps), key=lambda s: -steps[s.person].value)
        for member in now:
            if how_likely.asking(_of(known, member.person)):
                _from_member(member, there, circle, how_likely.best_through(circle), steps, reached, best)


def _offer(person: PersonKey, link: Link, onward: _Step, reached: Steps, best: Steps) -> None:
    value = link.likelihood * onward.value
    if value > _value(best, person) and value > _value(reached, person):
        reached[person] = _Step(person, value, link, onward)


def _value(steps: Steps, person: PersonKey) -> float:
    step = steps.get(person)
    return step.value if step else 0.0


def _chosen(ways: Iterable[Way], most: int) -> list[Way]:
    """Those who may be asked first; of the owed ones the few that are likelier than what they push out."""
    ordered = sorted(ways, key=lambda way: (-way.likelihood, len(way.people)))
    free, owed = [way for way in ordered if not way.owed], [way for way in ordered if way.owed]
    shown = sorted(free[:most] + owed[: most // OWED_SHARE], key=lambda way: -way.likelihood)[:most]
    return sorted(shown, key=lambda way: bool(way.owed))
