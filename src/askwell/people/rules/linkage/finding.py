"""Finds the records of one person in a whole network, and of new records in a network that is known."""

import gc
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain

from askwell.people.rules.linkage import employers as employment
from askwell.people.rules.linkage.blocking import FEW, Blocks
from askwell.people.rules.linkage.clusters import cluster
from askwell.people.rules.linkage.comparing import DIFFER, LINK, VARIABLES, compare
from askwell.people.rules.linkage.features import Features, features_of, spellings
from askwell.people.rules.linkage.judging import Outcome, Reason, outcome_of, reasons_of
from askwell.people.rules.linkage.keys import (
    FEW_BEAR,
    SMALL_BOOK,
    common_names,
    name_keys,
    shared_addresses,
    strong_keys,
    voting_keys,
)
from askwell.people.rules.linkage.naming import NameLevel, name_level
from askwell.people.rules.linkage.records import Record
from askwell.people.rules.linkage.weights import Pattern, Weights, background, learn


@dataclass(frozen=True, slots=True)
class Match:
    """Two records, by their places (the lower first), that are or may be one person. `weight`: bits of odds."""

    one: int
    other: int
    outcome: Outcome
    weight: float
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Found:
    """`matches`: certain and likely pairs, the surest first. `certain`, `likely`: the group of each record,
    named by its lowest place, by certain pairs alone and by both. `compared`: how many pairs were."""

    matches: tuple[Match, ...]
    certain: Sequence[int]
    likely: Sequence[int]
    compared: int


class Network:
    """Everyone known, filed and weighed once, so that new records are compared with few.

    `apart`: pairs of places that the user said are two people; they are never suggested again, nor joined over a
    third. Places number the records in the order given, added ones after them.
    """

    def __init__(self, records: Iterable[Record], *, apart: Collection[tuple[int, int]] = ()) -> None:
        with _uncollected():
            self.people = [features_of(record) for record in records]
            self._aliases = _aliases(self.people)
            if self._aliases:
                self.people = [employment.under_one_key(person, self._aliases) for person in self.people]
            self._said = {(min(pair), max(pair)) for pair in apart}
            self._small = len(self.people) <= SMALL_BOOK
            self._strong = Blocks()
            self._weak = Blocks(few=FEW if self._small else FEW_BEAR, neighbours=0)
            for place, person in enumerate(self.people):
                self._file(place, person)
            self._shared = shared_addresses(self.people, self._strong)
            self._common = common_names(self.people, self._weak)
            candidates: set[int] = set()
            self._patterns = self._compared(candidates)
            self.weights = self._learned(candidates)
        self._judged: dict[Pattern, tuple[float, Outcome]] = {}

    def keep_apart(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Note more pairs of places that the user said are two people."""
        self._said.update((min(pair), max(pair)) for pair in pairs)

    def open(self) -> None:
        """Get ready for new records now; else the first `add` does, once."""
        self._strong.open()
        self._weak.open()

    def find(self, *, settled: int = 0) -> Found:
        """All pairs that are one person, certainly or likely, and the groups that they make.

        The first `settled` records are known to be as many people: no pair is of two of them, and no group.
        """
        with _uncollected():
            return self._found(settled)

    def _found(self, settled: int) -> Found:
        matches = [match for match in self._matches(self._patterns) if match.other >= settled]
        matches.sort(key=lambda match: (-match.weight, match.one, match.other))
        certain = [(m.weight, m.one, m.other) for m in matches if m.outcome is Outcome.CERTAIN]
        first = 1000.0  # certain pairs join first, so that what is merged stays one group among the likely ones
        every = [
            (m.weight + first * (m.outcome is Outcome.CERTAIN), m.one, m.other)
            for m in matches
            if m.pattern[LINK] != DIFFER  # asked about, but `_apart`
        ]
        size, apart = len(self.people), self._apart(settled)
        groups = cluster(size, certain, apart), cluster(size, every, apart)
        return Found(tuple(matches), *groups, len(self._patterns))

    def add(self, record: Record) -> list[Match]:
        """File one more record; whom it is or may be, the surest first.

        Weights, aliases and rarity stay as learned; look-alikes past the block's bound are not compared.
        """
        person = employment.under_one_key(features_of(record), self._aliases)
        place = len(self.people)
        near = {other for key in strong_keys(person) for other in self._strong.near(key)}
        near.update(other for key in name_keys(person, small=self._small) for other in self._weak.near(key))
        self.people.append(person)
        self._file(place, person)
        patterns = [(self._compare(other, place), other, place) for other in sorted(near)]
        return sorted(self._matches(patterns), key=lambda match: (-match.weight, match.one))

    def reasons(self, match: Match, records: tuple[Record, Record] | None = None) -> tuple[Reason, ...]:
        """Why, as codes with values, the weightiest first: values as they stand in these two `records` (of
        `match.one` and `match.other`), without them folded."""
        told = reasons_of(match.pattern, self.people[match.one], self.people[match.other], self.weights.levels)
        if records is None:
            return told
        one, other = (spellings(record, self._aliases) for record in records)
        return tuple(
            replace(reason, one=one.get(reason.one, reason.one), other=other.get(reason.other, reason.other))
            for reason in told
        )

    def _file(self, place: int, person: Features) -> None:
        self._strong.file(place, strong_keys(person))
        self._weak.file(place, name_keys(person, small=self._small))

    def _compare(self, one: int, other: int) -> Pattern:
        return compare(self.people[one], self.people[other], self._shared, self._common)

    def _compared(self, seen: set[int]) -> list[tuple[Pattern, int, int]]:
        """All pairs that share a key; each is noted in `seen` as `one * size + other`."""
        patterns: dict[Pattern, Pattern] = {}

        compared: list[tuple[Pattern, int, int]] = []

        def order(place: int) -> str:
            return self.people[place].same_name

        for blocks in (self._strong, self._weak):
            for one, other in blocks.pairs(order, seen):
                pattern = self._compare(one, other)
                compared.append((patterns.setdefault(pattern, pattern), one, other))
            blocks.forget()
        return compared

    def _learned(self, candidates: set[int]) -> Weights:
        rest = background(len(self.people), candidates, self._compare)
        return learn(Counter(pattern for pattern, _, _ in self._patterns), rest, VARIABLES)

    def _matches(self, patterns: Iterable[tuple[Pattern, int, int]]) -> Iterator[Match]:
        for pattern, one, other in patterns:
            if pattern not in self._judged:
                weight = self.weights.weight(pattern)
                self._judged[pattern] = weight, outcome_of(pattern, weight)
            weight, outcome = self._judged[pattern]
            if outcome is not Outcome.NO and (one, other) not in self._said:
                yield Match(one, other, outcome, weight, pattern)

    def _apart(self, settled: int) -> Callable[[int, int], bool]:
        people, said = self.people, self._said

        def apart(one: int, other: int) -> bool:
            if one < settled and other < settled:
                return True
            if said and (min(one, other), max(one, other)) in said:
                return True
            a, b = people[one], people[other]
            if a.links and b.links and set(a.links).isdisjoint(b.links):
                return True
            return name_level(a.names, b.names) == NameLevel.DIFFER

        return apart


def find(records: Iterable[Record], *, apart: Collection[tuple[int, int]] = ()) -> Found:
    """All pairs of `records` that are one person, certainly or likely; see `Network`."""
    return Network(records, apart=apart).find()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles, which would walk hundreds of thousands of new tuples again and again: a sixth
    of the time. There are no cycles among them. Afterwards they count as old, else it would walk them all at once."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if on:
            gc.enable()


def _aliases(people: Sequence[Features]) -> dict[str, str]:
    told = {**employment.bilingual(people), **employment.domains(people)}
    employers = set(chain.from_iterable(person.employers for person in people))
    employers.update(chain.from_iterable(person.formers for person in people))
    if all(map(employment.is_latin, employers)):
        return told
    blocks = Blocks()
    for place, person in enumerate(people):
        blocks.file(place, voting_keys(person))
    return told | employment.translations(people, blocks, voting_keys, told)
