"""The best ways from the seeker to a goal through at most three people.

Searched backwards from the goal, the likeliest first, as Dijkstra does, but in batches that grow: a batch costs a
handful of questions to the network, whatever its size. A person may be reached with more links and likelier, so each
keeps every number of links that is likelier than all smaller ones. What cannot beat the ways found so far is not
followed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush, nlargest
from itertools import count

from askwell.people.rules.ways import likelihood as how_likely
from askwell.people.rules.ways.near import Side, side_of
from askwell.people.rules.ways.values import Circle, Link, Network, PersonKey, Spell, Standing, Way

MOST = 5
LONGEST = 3
"""So many people at most stand between the seeker and the goal."""
OWED_SHARE = 2
"""At most one way in so many begins with somebody who is owed something."""
LEAST = 0.01
"""What is less likely is no way."""
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
    side = side_of(network, len(goals), LEAST)
    search = _Search(network, side, most, standings=dict(side.asked))
    search.take(_Step(goal, 1.0) for goal in goals)
    size, left = side.first, side.most
    while left > 0 and (batch := search.next_batch(min(size, left))):
        search.follow(batch)
        size, left = 2 * size, left - len(batch)
    return _chosen(search.ways.values(), most)


_There = tuple[_Step, Spell]
"""Whoever was reached, and their time in a circle."""


@dataclass
class _Search:
    """What was found so far. `values`: per person the best value for each number of links, better with each more.
    `heaps`: who may be followed, for each number of links, the most hopeful first."""

    network: Network
    side: Side
    most: int
    ways: dict[PersonKey, Way] = field(default_factory=dict)
    to_beat: float = LEAST
    standings: dict[PersonKey, Standing] = field(default_factory=dict)
    values: dict[PersonKey, list[float]] = field(default_factory=dict)
    heaps: tuple[list[tuple[float, int, _Step]], ...] = field(default_factory=lambda: ([], [], []))
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
        """The most hopeful steps that are not surpassed, all of as many links."""
        batch: list[_Step] = []
        heap = min(self.heaps, key=lambda heap: heap[0][0] if heap else 0.0)
        while heap and len(batch) < size and -heap[0][0] >= self.to_beat:
            step = heappop(heap)[2]
            if self.values[step.person][step.links] == step.value:
                batch.append(step)
        return batch

    def follow(self, batch: Sequence[_Step]) -> None:
        """Take everyone who may know one of the batch: the large circles last, since little is likely there."""
        steps: dict[PersonKey, list[_Step]] = defaultdict(list)
        for step in batch:
            steps[step.person].append(step)
        left = LONGEST - 1 - batch[0].links
        circles = self._circles(steps, left)
        small = {circle: there for circle, there in circles.items() if circle.size <= how_likely.LARGE}
        self.take([*self._introduced(steps), *self._met(small, left)])
        large = {circle: there for circle, there in circles.items() if circle.size > how_likely.LARGE}
        self.take(self._met(large, left))

    def _introduced(self, steps: dict[PersonKey, list[_Step]]) -> Iterator[_Step]:
        for one, other in self.network.introductions(steps):
            for person, further in ((one, other), (other, one)):
                for onward in steps.get(further, ()):
                    yield _before(onward, person, how_likely.introduced())

    def _circles(self, steps: dict[PersonKey, list[_Step]], left: int) -> dict[Circle, list[_There]]:
        likeliest = max(step.value for some in steps.values() for step in some)
        found: dict[Circle, list[_There]] = defaultdict(list)
        for circle, spell in self.network.spells(steps, self._largest(likeliest, left)):
            found[circle] += [(onward, spell) for onward in steps.get(spell.person, ())]
        return found

    def _largest(self, value: float, left: int) -> int:
        """Only in circles up to this size somebody whom the side does not know may be worth finding."""
        others = value * self.side.others(left)
        return self.side.reach(self.to_beat / others) if others else 0

    def _met(self, circles: dict[Circle, list[_There]], left: int) -> Iterator[_Step]:
        """Whoever may know those further on from these circles."""
        members = self._members(circles, left)
        large = (found for circle, found in members.items() if circle.size > how_likely.LARGE)
        self._look_up({spell.person for found in large for spell in found})
        for circle, found in members.items():
            yield from self._through(circle, found, circles[circle])

    def _members(self, circles: dict[Circle, list[_There]], left: int) -> dict[Circle, Sequence[Spell]]:
        """Those who may be worth finding in each; only where the side does not know them is asked."""
        found: dict[Circle, Sequence[Spell]] = {}
        unknown: dict[Circle, float] = {}
        for circle, there in circles.items():
            known = self.side.there(circle)
            if known:
                found[circle] = known
            if known is None or circle.size <= how_likely.LARGE:
                bound = max(onward.value for onward, _spell in there) * how_likely.best_through(circle)
                if bound * self.side.others(left) >= self.to_beat:
                    unknown[circle] = bound
        if unknown:
            among = self.side.among(left, self.to_beat / max(unknown.values()))
            for circle, members in self.network.members(unknown, among):
                found[circle] = [*found.get(circle, ()), *members]
        return found

    def _through(self, circle: Circle, members: Sequence[Spell], there: list[_There]) -> Iterator[_Step]:
        """From each member to each of those further on; in a large circle only among those who are there now, from
        whom the seeker can ask."""
        if circle.size > how_likely.LARGE:
            there = [(onward, spell) for onward, spell in there if spell.now]
            members = [one for one in members if one.now and how_likely.asking(self.standings.get(one.person, NOBODY))]
        bound = how_likely.best_through(circle)
        for onward, spell in there:
            for member in members:
                if self._may_be_worth(member.person, onward.value * bound, onward.links + 1):
                    yield _before(onward, member.person, how_likely.through(circle, member, spell))

    def _look_up(self, people: set[PersonKey]) -> None:
        unknown = people.difference(self.standings)
        if unknown:
            self.standings.update(dict.fromkeys(unknown, NOBODY) | dict(self.network.standings(unknown)))

    def _is_worth(self, step: _Step) -> bool:
        most = step.value * self.side.worth(step.person, LONGEST - step.links)
        return most > step.hope and self._may_be_worth(step.person, step.value, step.links)

    def _may_be_worth(self, person: PersonKey, value: float, links: int) -> bool:
        """Whether nothing as short is as likely, and the seeker may be near enough."""
        held = self.values.get(person)
        if held is not None and held[links] >= value:
            return False
        return value * self.side.worth(person, LONGEST - links) >= self.to_beat

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
        further = step.value * self.side.beyond(step.person, LONGEST - step.links)
        if further > hope and further >= self.to_beat:
            heappush(self.heaps[step.links], (-further, next(self.numbers), replace(step, hope=hope)))


def _before(onward: _Step, person: PersonKey, link: Link) -> _Step:
    return _Step(person, link.likelihood * onward.value, onward.hope, onward.links + 1, link, onward)


def _way(step: _Step, total: float, first: Standing) -> Way:
    walked = list(step.walked())
    return Way(tuple(one.person for one in walked), tuple(one.link for one in walked if one.link), total, first)


def _chosen(ways: Collection[Way], most: int) -> list[Way]:
    """Those who may be asked first; of the owed ones the few that are likelier than what they push out. Before all
    comes the goal itself, where the seeker knows it better than any way leads there."""
    found = {way.people: way.likelihood for way in ways}
    ordered = sorted(
        (way for way in ways if not _is_detour(way, found)), key=lambda way: (-way.likelihood, len(way.people))
    )
    free, owed = [way for way in ordered if not way.owed], [way for way in ordered if way.owed]
    shown = sorted(free[:most] + owed[: most // OWED_SHARE], key=lambda way: -way.likelihood)[:most]
    best_free = free[0].likelihood if free else 0.0
    return sorted(shown, key=lambda way: bool(way.owed) and (len(way.people) > 1 or way.likelihood < best_free))


def _is_detour(way: Way, found: Mapping[tuple[PersonKey, ...], float]) -> bool:
    """Whether a duty must be done first for it, though somebody further on could be asked with as much hope."""
    tails = (way.people[start:] for start in range(1, len(way.people)))
    return bool(way.owed) and any(found.get(tail, 0.0) >= way.likelihood for tail in tails)
