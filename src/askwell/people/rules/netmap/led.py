"""Who led to whom: from where the first ones came to what came of it."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from askwell.people.choices import Obtained, TieKind
from askwell.people.rules.netmap.groups import CLOSE, Acquaintance, Reached

DEEPEST = 40
"""Deeper than this a chain is cut; no search gets there."""


class Root(StrEnum):
    """Where somebody came from whom nobody named."""

    CARD = "card"
    EVENT = "event"
    PROFESSOR = "professor"
    ALUMNI = "alumni"
    PROGRAMME = "programme"
    CLOSE = "close"  # family, friends and neighbours
    COLLEAGUES = "colleagues"
    LINKEDIN = "linkedin"
    ADDRESS_BOOK = "address_book"
    PUBLISHED = "published"
    BY_HAND = "by_hand"


_BY_TIE: dict[str, Root] = {
    TieKind.PROFESSOR: Root.PROFESSOR,
    TieKind.ALUMNI: Root.ALUMNI,
    TieKind.CLASSMATE: Root.ALUMNI,
    TieKind.PROGRAMME: Root.PROGRAMME,
    TieKind.COLLEAGUE: Root.COLLEAGUES,
    TieKind.FORMER_COLLEAGUE: Root.COLLEAGUES,
    TieKind.MET_AT_EVENT: Root.EVENT,
    **dict.fromkeys(CLOSE, Root.CLOSE),
}
_BY_ORIGIN: dict[str, Root] = {
    Obtained.PUBLISHED: Root.PUBLISHED,
    Obtained.PROGRAMME: Root.PROGRAMME,
    Obtained.LINKEDIN: Root.LINKEDIN,
    **dict.fromkeys(
        (Obtained.GOOGLE, Obtained.OUTLOOK, Obtained.VCARD, Obtained.SPREADSHEET, Obtained.PASTED, Obtained.CSV),
        Root.ADDRESS_BOOK,
    ),
}


class Led(NamedTuple):
    """One person led the seeker to another."""

    introducer: Hashable
    introduced: Hashable
    on: date


@dataclass(slots=True)
class Counts:
    """What somebody brought: people (themselves included), of them written to and talked with, and openings heard
    of."""

    people: int = 0
    written: int = 0
    talked: int = 0
    leads: int = 0

    def add(self, other: "Counts") -> None:
        self.people += other.people
        self.written += other.written
        self.talked += other.talked
        self.leads += other.leads

    @property
    def worth(self) -> tuple[int, int, int, int]:
        return self.leads, self.talked, self.written, self.people


@dataclass(slots=True)
class Tree:
    """A person, what all of the tree brought, and those to whom the person led."""

    person: Hashable
    own: Acquaintance
    counts: Counts
    led: list["Tree"] = field(default_factory=list)

    @property
    def size(self) -> int:
        return self.counts.people


@dataclass(slots=True)
class Source:
    """A root, what it brought in all, and those of its people who led further, the most fruitful first."""

    root: Root
    counts: Counts
    trees: list[Tree]


def root_of(one: Acquaintance) -> Root:
    """Where a person came from, by the most telling of what is known."""
    if one.obtained == Obtained.CARD:
        return Root.CARD
    if one.at_event:
        return Root.EVENT
    return _BY_TIE.get(one.tie) or _BY_ORIGIN.get(one.obtained, Root.BY_HAND)


def led_to(everyone: Iterable[Acquaintance], led: Sequence[Led], leads: Mapping[Hashable, int]) -> list[Source]:
    """All sources, the most fruitful first. Of several who named somebody the first one counts, so that every person
    is counted once. `leads`: openings that each person mentioned."""
    trees = {one.person: Tree(one.person, one, _own(one, leads)) for one in everyone}
    children = _children(trees, led)
    sources: dict[Root, Source] = {}
    for tree in trees.values():
        if tree.person not in children:
            _sum_up(tree)
            source = sources.setdefault(root_of(tree.own), Source(root_of(tree.own), Counts(), []))
            source.counts.add(tree.counts)
            if tree.led:
                source.trees.append(tree)
    for source in sources.values():
        source.trees.sort(key=lambda tree: tree.counts.worth, reverse=True)
    return sorted(sources.values(), key=lambda source: (source.counts.worth, source.root), reverse=True)


def _own(one: Acquaintance, leads: Mapping[Hashable, int]) -> Counts:
    return Counts(1, int(one.reached >= Reached.WRITTEN), int(one.reached is Reached.TALKED), leads.get(one.person, 0))


def _children(trees: Mapping[Hashable, Tree], led: Sequence[Led]) -> set[Hashable]:
    """Hangs everyone under who named them first, and says who hangs somewhere; a circle is not closed."""
    parent: dict[Hashable, Hashable] = {}
    for introducer, introduced, _on in sorted(led, key=lambda one: one.on):
        known = introducer in trees and introduced in trees and introduced not in parent
        if known and not _leads_back(parent, introducer, introduced):
            parent[introduced] = introducer
            trees[introducer].led.append(trees[introduced])
    return set(parent)


def _leads_back(parent: Mapping[Hashable, Hashable], person: Hashable, to: Hashable) -> bool:
    """Whether `to` stands above the person, or they hang too deep already."""
    for _step in range(DEEPEST):
        if person == to:
            return True
        if person not in parent:
            return False
        person = parent[person]
    return True


def _sum_up(tree: Tree) -> None:
    for child in tree.led:
        _sum_up(child)
        tree.counts.add(child.counts)
    tree.led.sort(key=lambda child: child.counts.worth, reverse=True)
