"""Networks in memory, for tests and for the bench."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from askwell.people.rules.ways import Circle, Standing
from askwell.people.rules.ways.values import PersonKey


@dataclass
class InMemory:
    """A whole network; `asked` counts the questions."""

    people: Mapping[PersonKey, Standing]
    led: Collection[tuple[PersonKey, PersonKey]] = ()
    places: Collection[Circle] = ()
    asked: int = 0
    _led: dict[PersonKey, list[tuple[PersonKey, PersonKey]]] = field(default_factory=lambda: defaultdict(list))
    _places: dict[PersonKey, list[Circle]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for pair in self.led:
            for person in pair:
                self._led[person].append(pair)
        for circle in self.places:
            for spell in circle.members:
                self._places[spell.person].append(circle)

    def standings(self, people: Collection[PersonKey]) -> Mapping[PersonKey, Standing]:
        self.asked += 1
        return {person: self.people[person] for person in people if person in self.people}

    def introductions(self, people: Collection[PersonKey]) -> Iterable[tuple[PersonKey, PersonKey]]:
        self.asked += 1
        return [pair for person in people for pair in self._led.get(person, ())]

    def circles(self, people: Collection[PersonKey]) -> Iterable[Circle]:
        self.asked += 1
        found = {(circle.kind, circle.key): circle for person in people for circle in self._places.get(person, ())}
        return found.values()
