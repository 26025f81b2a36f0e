"""The best ways from the seeker to a goal through at most three people.

Searched backwards from the goal, the likeliest first, as Dijkstra does, but in batches that grow: a batch costs a
handful of questions to the network, whatever its size. A person may be reached with more links and likelier, so each
keeps every number of links that is likelier than all smaller ones. What cannot beat the ways found so far is not
followed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush, nlargest
from itertools import count

from askwell.people.rules.ways import likelihood as how_likely
from askwell.people.rules.ways.values import Circle, Link, Network, PersonKey, Spell, Standing, Way

MOST = 5
LONGEST = 3
"""So many people at most stand between the seeker and the goal."""
OWED_SHARE = 2
"""At most one way in so many begins with somebody who is owed something."""
LEAST = 0.01
"""What is less likely is no way."""
FIRST_BATCH, FOLLOWED = 8, 64
"""So many persons are asked whom they know: at first, and in all, which bounds the work on any network."""
FIRST_LOOK = 60
"""So many of those who were reached are looked up at first, then four times as many, and so on."""
NOBODY = Standing()


@dataclass(frozen=True, slots=True)
class _Step:
    """From a person on to the goal: `value` is the product of the likelihoods of its `links` links. `hope`: the best
    likelihood with which somebody on the rest of the way can be asked directly, once known this person too."""

    person: PersonKey
    value: float
    hope: float = 0.0
    links: int = 0
    link: Link | None = None
    onward: "_Step | None" = None

    def walked(self) -> "Iterator[_Step]":
        step: _Step | None = self
        while step:
            yield step
            step = step.onward


def best_ways(network: Network, goals: Collection[PersonKey], *, most: int = MOST) -> list[Way]:
    """The likeliest ways, each with another first person: those who may be asked before those who are owed something.

    A way is left out when somebody in its middle could be asked directly with as much hope. Blocked persons are
    nowhere in a way. At most half of the ways begin with somebody who is owed something, and only in place of less
    likely ones.
    """
    search = _Search(network, most)
    search.take(_Step(goal, 1.0) for goal in goals)
    size, left = FIRST_BATCH, FOLLOWED
    while left > 0 and (batch := search.next_batch(min(size, left))):
        search.take(search.reached(batch))
        size, left = 2 * size, left - len(batch)
    return _chosen(search.ways.values(), most)


@dataclass
class _Search:
    """What was found so far. `values`: per person the best value for each number of links, better with each more."""

    network: Network
    most: int
    ways: dict[PersonKey, Way] = field(default_factory=dict)
    to_beat: float = LEAST
    standings: dict[PersonKey, Standing] = field(default_factory=dict)
    values: dict[PersonKey, list[float]] = field(default_factory=dict)
    heap: list[tuple[float, int, _Step]] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=count)

    def take(self, steps: Iterable[_Step]) -> None:
        """Keep what is better than before, and see who of them can be asked: the likeliest first, since what they
        find makes the rest not worth a look."""
        ahead, size = sorted(filter(self._is_worth, steps), key=lambda step: -step.value), FIRST_LOOK
        while ahead:
            some, ahead = ahead[:size], ahead[size:]
            self._look_up({step.person for step in some})
            for step in some:
                if self._is_worth(step) and not self.standings[step.person].blocked:
                    self._keep(step)
            free = nlargest(self.most, (way.likelihood for way in self.ways.values() if not way.owed))
            self.to_beat = free[-1] if len(free) == self.most else LEAST
            ahead, size = list(filter(self._is_worth, ahead)), size * 4

    def next_batch(self, size: int) -> list[_Step]:
        """The likeliest steps that are not surpassed, and might still lead to something worth showing."""
        batch: list[_Step] = []
        while self.heap and len(batch) < size:
            if -self.heap[0][0] * how_likely.BEST_LINK * how_likely.BEST_TIE < self.to_beat:
                break
            step = heappop(self.heap)[2]
            if self.values[step.person][step.links] == step.value:
                batch.append(step)
        return batch

    def reached(self, batch: Sequence[_Step]) -> Iterator[_Step]:
        """Everyone who may know one of the batch."""
        steps: dict[PersonKey, list[_Step]] = defaultdict(list)
        for step in batch:
            steps[step.person].append(step)
        for one, other in self.network.introductions(steps):
            for person, further in ((one, other), (other, one)):
                for onward in steps.get(further, ()):
                    yield _before(onward, person, how_likely.introduced())
        there: dict[Circle, list[tuple[_Step, Spell]]] = defaultdict(list)
        for circle, spell in self.network.spells(steps):
            for onward in steps.get(spell.person, ()):
                if onward.value * how_likely.best_through(circle) * how_likely.BEST_TIE >= self.to_beat:
                    there[circle].append((onward, spell))
        places = list(self.network.members(there))
        large = (members for circle, members in places if circle.size > how_likely.LARGE)
        self._look_up({spell.person for members in large for spell in members})
        for circle, members in places:
            yield from self._through(circle, members, there[circle])

    def _through(self, circle: Circle, members: Sequence[Spell], there: list[tuple[_Step, Spell]]) -> Iterator[_Step]:
        """From each member to each of those further on; in a large circle only among those who are there now, from
        whom the seeker can ask."""
        if circle.size > how_likely.LARGE:
            there = [(onward, spell) for onward, spell in there if spell.now]
            members = [one for one in members if one.now and how_likely.asking(self.standings.get(one.person, NOBODY))]
        bound = how_likely.best_through(circle)
        for onward, spell in there:
            for member in members:
                if self._is_new(member.person, onward.value * bound, onward.links + 1):
                    yield _before(onward, member.person, how_likely.through(circle, member, spell))

    def _look_up(self, people: set[PersonKey]) -> None:
        unknown = people.difference(self.standings)
        if unknown:
            self.standings.update(dict.fromkeys(unknown, NOBODY) | dict(self.network.standings(unknown)))

    def _is_worth(self, step: _Step) -> bool:
        most = step.value * how_likely.BEST_TIE
        return most >= self.to_beat and most > step.hope and self._is_new(step.person, step.value, step.links)

    def _is_new(self, person: PersonKey, value: float, links: int) -> bool:
        """Whether nothing as short is as likely."""
        held = self.values.get(person)
        return held is None or held[links] < value

    def _keep(self, step: _Step) -> None:
        held = self.values.setdefault(step.person, [0.0] * (LONGEST + 1))
        for links in range(step.links, LONGEST + 1):
            held[links] = max(held[links], step.value)
        first = self.standings[step.person]
        total = how_likely.asking(first) * step.value
        before = self.ways[step.person].likelihood if step.person in self.ways else LEAST
        if total >= before and total > step.hope:  # else somebody further on could be asked with as much hope
            self.ways[step.person] = _way(step, total, first)
        hope = step.hope if first.owed else max(step.hope, total)
        if step.links < LONGEST and step.value * how_likely.BEST_LINK * how_likely.BEST_TIE > hope:
            heappush(self.heap, (-step.value, next(self.numbers), replace(step, hope=hope)))


def _before(onward: _Step, person: PersonKey, link: Link) -> _Step:
    return _Step(person, link.likelihood * onward.value, onward.hope, onward.links + 1, link, onward)


def _way(step: _Step, total: float, first: Standing) -> Way:
    walked = list(step.walked())
    return Way(tuple(one.person for one in walked), tuple(one.link for one in walked if one.link), total, first)


def _chosen(ways: Iterable[Way], most: int) -> list[Way]:
    """Those who may be asked first; of the owed ones the few that are likelier than what they push out."""
    ordered = sorted(ways, key=lambda way: (-way.likelihood, len(way.people)))
    free, owed = [way for way in ordered if not way.owed], [way for way in ordered if way.owed]
    shown = sorted(free[:most] + owed[: most // OWED_SHARE], key=lambda way: -way.likelihood)[:most]
    return sorted(shown, key=lambda way: bool(way.owed))
