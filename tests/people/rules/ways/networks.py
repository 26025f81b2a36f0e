"""Networks in memory, for tests and for the bench."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from askwell.people.rules.ways import Among, Circle, Spell, Standing
from askwell.people.rules.ways.likelihood import asking
from askwell.people.rules.ways.values import PersonKey

Place = tuple[Circle, Sequence[Spell]]


@dataclass
class InMemory:
    """A whole network, which answers no more than a search may rely on. `few`: whether it says who can be asked;
    `asked` counts the questions."""

    people: Mapping[PersonKey, Standing]
    led: Collection[tuple[PersonKey, PersonKey]] = ()
    places: Collection[Place] = ()
    few: bool = True
    asked: int = 0
    named: set[Circle] = field(default_factory=set)
    _led: dict[PersonKey, list[tuple[PersonKey, PersonKey]]] = field(default_factory=lambda: defaultdict(list))
    _spells: dict[PersonKey, list[tuple[Circle, Spell]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for pair in self.led:
            for person in pair:
                self._led[person].append(pair)
        for circle, members in self.places:
            for spell in members:
                self._spells[spell.person].append((circle, spell))

    def askable(self, most: int) -> Mapping[PersonKey, Standing] | None:
        self.asked += 1
        found = {person: one for person, one in self.people.items() if asking(one) and not one.blocked}
        return found if self.few and len(found) <= most else None

    def standings(self, people: Collection[PersonKey]) -> Mapping[PersonKey, Standing]:
        self.asked += 1
        return {person: self.people[person] for person in people if person in self.people}

    def introductions(self, people: Collection[PersonKey]) -> Iterable[tuple[PersonKey, PersonKey]]:
        self.asked += 1
        return [pair for person in people for pair in self._led.get(person, ())]

    def spells(self, people: Collection[PersonKey], largest: int) -> Iterable[tuple[Circle, Spell]]:
        self.asked += 1
        found = [one for person in people for one in self._spells.get(person, ())]
        self.named |= {circle for circle, _spell in found if circle.size <= largest}
        return [one for one in found if one[0] in self.named]

    def people_of(self, circles: Collection[Circle]) -> Iterable[tuple[Circle, Sequence[PersonKey]]]:
        return [(circle, [spell.person for spell in members]) for circle, members in self.members(circles)]

    def members(self, circles: Collection[Circle], among: Among | None = None) -> Iterable[Place]:
        self.asked += 1
        places = [place for place in self.places if place[0] in circles]
        if among is None:
            return places
        now_there = (spell for circle, members in self.places if circle in among.places for spell in members)
        wanted = {*among.people, *(spell.person for spell in now_there if spell.now)}
        return [(circle, [one for one in members if one.person in wanted]) for circle, members in places]
