"""How much a person who was reached from the goal may still be worth: what is known of the seeker's own side.

Who has few people to ask finds their neighbourhood at once; then only what meets it is looked at. Who has many finds
good ways soon, and needs no more than a bound that holds for everybody.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from typing import Protocol

from askwell.people.rules.ways import likelihood as how_likely
from askwell.people.rules.ways.values import Among, Circle, Network, PersonKey, Spell, Standing

FEW = 60
"""Of so many whom the seeker can ask the own side is looked at first."""
NEAREST = 60
"""So many of their acquaintances, the likeliest, are looked at as well."""
MANY_GOALS = 20
"""To more goals than this only ways through the likeliest acquaintances are looked for, but five times as many."""


class Side(Protocol):
    """The seeker's side. `left`: so many more links may be put before a person."""

    asked: Mapping[PersonKey, Standing]
    first: int
    most: int
    """So many persons are asked whom they know: at first, and in all, which bounds the work on any network."""

    def worth(self, person: PersonKey, left: int) -> float:
        """No way to this person is likelier."""
        ...

    def beyond(self, person: PersonKey, left: int) -> float:
        """No way to this person through somebody else is likelier."""
        ...

    def others(self, left: int) -> float:
        """No way is likelier to anybody who is not yet known to be `there`."""
        ...

    def reach(self, least: float) -> int:
        """In a circle of more people nobody is worth finding who knows another less likely than this."""
        ...

    def there(self, circle: Circle) -> Sequence[Spell] | None:
        """Those in a circle of whom more is known, among them all whom the seeker can ask; None: nobody is known."""
        ...

    def among(self, left: int, least: float) -> Among | None:
        """Everybody to whom a way may be as likely as this; None: they are not known."""
        ...


class ManyToAsk:
    """Nothing is known."""

    asked: Mapping[PersonKey, Standing] = {}
    first, most = 8, 64

    def worth(self, person: PersonKey, left: int) -> float:
        return how_likely.BEST_TIE

    def beyond(self, person: PersonKey, left: int) -> float:
        return how_likely.BEST_TIE * how_likely.BEST_LINK if left else 0.0

    def others(self, left: int) -> float:
        return how_likely.BEST_TIE

    def reach(self, least: float) -> int:
        return how_likely.largest(least)

    def there(self, circle: Circle) -> Sequence[Spell] | None:
        return None

    def among(self, left: int, least: float) -> Among | None:
        return None


@dataclass
class FewToAsk:
    """`places`: the circles of those who can be asked. `known`: the bound for everyone who shares one with them, and
    for whom they introduced or were introduced by. `large`: the bound for whoever is now at a large employer of
    theirs. `met`: the circles of both, the asked and their likeliest acquaintances. `best`: the highest bound of all,
    `rest` of those who are not in `met`. `wide`: whether there are many goals."""

    asked: Mapping[PersonKey, Standing]
    asking: Mapping[PersonKey, float]
    wide: bool
    places: dict[Circle, list[Spell]] = field(default_factory=lambda: defaultdict(list))
    known: dict[PersonKey, float] = field(default_factory=dict)
    large: dict[Circle, float] = field(default_factory=dict)
    met: dict[Circle, list[Spell]] = field(default_factory=dict)
    elsewhere: float = 0.0
    best: float = 0.0
    rest: float = 0.0
    first, most = 64, 512

    def worth(self, person: PersonKey, left: int) -> float:
        return max(self.asking.get(person, 0.0), self.beyond(person, left))

    def beyond(self, person: PersonKey, left: int) -> float:
        if not left:
            return 0.0
        near = max(self.known.get(person, 0.0), self.elsewhere)
        return near if left == 1 else max(near, how_likely.BEST_LINK * self.best)

    def others(self, left: int) -> float:
        if left == 2:
            return 0.0 if self.wide else max(self.rest, how_likely.BEST_LINK * self.best)
        return self.rest if left else 0.0

    def reach(self, least: float) -> int:
        return min(how_likely.largest(least), how_likely.LARGE)

    def there(self, circle: Circle) -> Sequence[Spell] | None:
        return self.met.get(circle, ())

    def among(self, left: int, least: float) -> Among | None:
        if left == 2:
            return None
        people = [person for person, value in self.known.items() if value >= least]
        return Among(people, [circle for circle, value in self.large.items() if value >= least])

    def look_around(self, network: Network, least: float) -> None:
        reach = how_likely.largest(least / max(self.asking.values()))
        for circle, spell in network.spells(self.asked, reach):
            self.places[circle].append(spell)
        for pair in network.introductions(self.asked):
            for asked, person in (pair, pair[::-1]):
                value = self.asking.get(asked, 0.0) * how_likely.introduced().likelihood
                self.known[person] = max(value, self.known.get(person, 0.0))
        known = self.known
        for circle, people in network.people_of([circle for circle in self.places if not _is_large(circle)]):
            value = self._through(circle)
            for person in people:
                if known.get(person, 0.0) < value:
                    known[person] = value
        self.large = {circle: self._through(circle) for circle in self.places if _is_large(circle)}
        self.elsewhere = max(self.large.values(), default=0.0)
        self.best = max([self.elsewhere, *known.values()])
        self._look_further(network, least)

    def _look_further(self, network: Network, least: float) -> None:
        wanted = NEAREST * (5 if self.wide else 1)
        nearest = nlargest(wanted + 1, self.known, key=self.known.__getitem__)
        self.rest = max(self.elsewhere, self.known[nearest.pop()] if len(nearest) > wanted else 0.0)
        self.met = {circle: list(spells) for circle, spells in self.places.items()}
        further = [person for person in nearest if person not in self.asked]
        for circle, spell in network.spells(further, self.reach(least / self.best)) if further else ():
            self.met.setdefault(circle, []).append(spell)

    def _through(self, circle: Circle) -> float:
        return how_likely.best_through(circle) * max(self.asking[spell.person] for spell in self.places[circle])


def side_of(network: Network, goals: int, least: float) -> Side:
    """The seeker's side, as far as ways of at least this likelihood to so many goals need it."""
    asked = network.askable(FEW)
    if asked is None:
        return ManyToAsk()
    asking = {person: how_likely.asking(standing) for person, standing in asked.items()}
    side = FewToAsk(asked, asking, goals > MANY_GOALS)
    if asked:
        side.look_around(network, least)
    return side


def _is_large(circle: Circle) -> bool:
    return circle.size > how_likely.LARGE
