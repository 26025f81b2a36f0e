"""Networks in memory, for tests and for the bench."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from askwell.people.rules.ways import Circle, Spell, Standing
from askwell.people.rules.ways.values import PersonKey

Place = tuple[Circle, Sequence[Spell]]


@dataclass
class InMemory:
    """A whole network; `asked` counts the questions."""

    people: Mapping[PersonKey, Standing]
    led: Collection[tuple[PersonKey, PersonKey]] = ()
    places: Collection[Place] = ()
    asked: int = 0
    _led: dict[PersonKey, list[tuple[PersonKey, PersonKey]]] = field(default_factory=lambda: defaultdict(list))
    _spells: dict[PersonKey, list[tuple[Circle, Spell]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for pair in self.led:
            for person in pair:
                self._led[person].append(pair)
        for circle, members in self.places:
            for spell in members:
                self._spells[spell.person].append((circle, spell))

    def standings(self, people: Collection[PersonKey]) -> Mapping[PersonKey, Standing]:
        self.asked += 1
        return {person: self.people[person] for person in people if person in self.people}

    def introductions(self, people: Collection[PersonKey]) -> Iterable[tuple[PersonKey, PersonKey]]:
        self.asked += 1
        return [pair for person in people for pair in self._led.get(person, ())]

    def spells(self, people: Collection[PersonKey]) -> Iterable[tuple[Circle, Spell]]:
        self.asked += 1
        return [one for person in people for one in self._spells.get(person, ())]

    def members(self, circles: Collection[Circle]) -> Iterable[Place]:
        self.asked += 1
        return [place for place in self.places if place[0] in circles]
