"""What a network is made of, and what a way through it is."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

PersonKey = Hashable
"""Whatever names a person: the search only compares it."""


class LinkKind(StrEnum):
    """Why two persons may know each other. Only the first is known, the rest are guesses."""

    INTRODUCED = "introduced"  # one led the seeker to the other
    COLLEAGUES = "colleagues"  # both are there now
    OVERLAPPED = "overlapped"  # they were there at one time, by the dates of both
    PERHAPS = "perhaps"  # both were there, nobody knows whether at one time
    SUCCESSIVE = "successive"  # one came after the other had left
    SCHOOL = "school"
    EVENT = "event"


class CircleKind(StrEnum):
    """What brings people together."""

    EMPLOYER = "employer"
    SCHOOL = "school"
    EVENT = "event"


class Spell(NamedTuple):
    """One person's time in a circle. Dates are ISO 8601 (YYYY-MM-DD), empty where unknown; `now`: still there."""

    person: PersonKey
    now: bool = True
    start: str = ""
    end: str = ""


class Circle(NamedTuple):
    """A place through which persons may know each other. `size` counts all who are or were there."""

    kind: CircleKind
    key: Hashable
    size: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the seeker stands with a person: `strength` 1 to 3 (0: no tie), whether the two ever talked, which duty
    is owed to them first ("" for none), and whether they must not be asked or named at all."""

    strength: int = 0
    talked: bool = False
    owed: str = ""
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """One person leads to the next: why that may be, through which circle (None for an introduction), how likely."""

    kind: LinkKind
    circle: Circle | None
    likelihood: float

    @property
    def known(self) -> bool:
        return self.kind is LinkKind.INTRODUCED


@dataclass(frozen=True, slots=True)
class Way:
    """`people` from the one to ask first to the goal itself, `links` between neighbours among them. One person
    alone: the seeker knows somebody who is the goal."""

    people: tuple[PersonKey, ...]
    links: tuple[Link, ...]
    likelihood: float
    first: Standing

    @property
    def owed(self) -> str:
        """The duty to do before the first one may be asked; empty when they may be."""
        return self.first.owed


@dataclass(frozen=True, slots=True)
class Among:
    """Only these are wanted of a circle: `people`, and whoever is now at one of `places`."""

    people: Collection[PersonKey]
    places: Collection[Circle] = ()


class Network(Protocol):
    """Answers about many persons at once: a search asks some dozens of times, whatever the size."""

    def askable(self, most: int) -> Mapping[PersonKey, Standing] | None:
        """Everyone whom the seeker can ask (a tie or a talk, and not blocked); None when they are more than that."""
        ...

    def standings(self, people: Collection[PersonKey]) -> Mapping[PersonKey, Standing]:
        """Of each of these persons; whoever is absent is a stranger who may be named."""
        ...

    def introductions(self, people: Collection[PersonKey]) -> Iterable[tuple[PersonKey, PersonKey]]:
        """Both persons of every introduction in which one of these had a part."""
        ...

    def spells(self, people: Collection[PersonKey], largest: int) -> Iterable[tuple[Circle, Spell]]:
        """Every circle of each of these persons, with their time there. Circles of more than `largest` people may be
        left out, except those that were an answer before, and of large ones (`likelihood.LARGE`) those where the
        person is no longer."""
        ...

    def people_of(self, circles: Collection[Circle]) -> Iterable[tuple[Circle, Sequence[PersonKey]]]:
        """Who is or was in each of these circles, which are not large: without their time there."""
        ...

    def members(
        self, circles: Collection[Circle], among: Among | None = None
    ) -> Iterable[tuple[Circle, Sequence[Spell]]]:
        """Who is or was in each of these circles, at least all that are wanted; of a large one (`likelihood.LARGE`)
        whom the seeker knows there now is enough."""
        ...
