"""A round as arrays: inverted lists (topic, language, hour -> whom) and bit masks, so that no loop goes over pairs.

Bits lie in bytes, the first person or thing in the highest bit, as `numpy.packbits` has them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from askwell.programmes.rules.people import HOUR, LEVELS, WEEK, Insider, Pair, Round, Seeker, Window

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
BLOCK = 4096


@dataclass(frozen=True)
class Listed:
    """A list of whole numbers for each row, one after the other."""

    starts: Ints
    items: Ints

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> "Listed":
        lengths = np.fromiter(map(len, rows), np.int64, len(rows))
        items = np.fromiter((item for row in rows for item in row), np.int64, int(lengths.sum()))
        return cls(np.concatenate(([0], np.cumsum(lengths))), items)

    @property
    def owners(self) -> Ints:
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def bits(self, width: int) -> Bytes:
        """A row of bits for each row: which numbers are in its list."""
        packed = np.zeros((len(self.starts) - 1, -(-width // 8)), np.uint8)
        np.bitwise_or.at(packed, (self.owners, self.items >> 3), (128 >> (self.items & 7)).astype(np.uint8))
        return packed


def union(lists: Listed, masks: Bytes, first: int, last: int) -> Bytes:
    """For each row from `first` to before `last`, the masks of all its items together."""
    starts, items = lists.starts[first : last + 1], lists.items[lists.starts[first] : lists.starts[last]]
    out = np.zeros((last - first, masks.shape[1]), np.uint8)
    some = np.flatnonzero(np.diff(starts))
    if len(some):
        out[some] = np.bitwise_or.reduceat(masks[items], starts[some] - starts[0], axis=0)
    return out


@dataclass(frozen=True)
class Tables:
    """Seekers and insiders are numbered by their places."""

    seekers: tuple[Seeker, ...]
    insiders: tuple[Insider, ...]

    @classmethod
    def of(cls, the_round: Round) -> "Tables":
        return cls(the_round.seekers, the_round.insiders)

    @cached_property
    def seeker_place(self) -> dict[str, int]:
        return {seeker.id: place for place, seeker in enumerate(self.seekers)}

    @cached_property
    def insider_place(self) -> dict[str, int]:
        return {insider.id: place for place, insider in enumerate(self.insiders)}

    @cached_property
    def topics(self) -> dict[str, int]:
        return _places(topic for insider in self.insiders for topic in insider.topics)

    @cached_property
    def languages(self) -> dict[str, int]:
        everybody: tuple[Seeker | Insider, ...] = (*self.seekers, *self.insiders)
        return _places(language for person in everybody for language in person.languages)

    @cached_property
    def employers(self) -> dict[str, int]:
        return _places(seeker.employer for seeker in self.seekers if seeker.employer)

    @cached_property
    def hours(self) -> Ints:
        """The moments at which a talk of an hour could begin. Two persons have an hour in common exactly if they share
        one of these: the later of two beginnings is always among them."""
        everybody: tuple[Seeker | Insider, ...] = (*self.seekers, *self.insiders)
        windows = [window for person in everybody for window in person.windows]
        return np.unique(np.fromiter((window.start % WEEK for window in windows), np.int64, len(windows)))

    @cached_property
    def wanted(self) -> Ints:
        return np.fromiter((seeker.wanted for seeker in self.seekers), np.int64, len(self.seekers))

    @cached_property
    def capacity(self) -> Ints:
        return np.fromiter((insider.capacity for insider in self.insiders), np.int64, len(self.insiders))

    @cached_property
    def seeker_levels(self) -> Ints:
        return np.fromiter((LEVELS[seeker.level] for seeker in self.seekers), np.int64, len(self.seekers))

    @cached_property
    def insider_levels(self) -> Ints:
        return np.fromiter((LEVELS[insider.level] for insider in self.insiders), np.int64, len(self.insiders))

    @cached_property
    def seeker_languages(self) -> Listed:
        return Listed.of([[self.languages[name] for name in seeker.languages] for seeker in self.seekers])

    @cached_property
    def insider_languages(self) -> Listed:
        return Listed.of([[self.languages[name] for name in insider.languages] for insider in self.insiders])

    @cached_property
    def seeker_hours(self) -> Bytes:
        return _hour_bits([seeker.windows for seeker in self.seekers], self.hours)

    @cached_property
    def insider_hours(self) -> Bytes:
        return _hour_bits([insider.windows for insider in self.insiders], self.hours)

    @cached_property
    def goals(self) -> list[tuple[NDArray[np.int32], NDArray[np.int32]]]:
        """The first goals of all seekers, the second, …: where the goal's row of `covers` begins, and its weight. The
        row of a goal that no insider covers, or that is not there, is the empty one."""
        width = max((len(seeker.goals) for seeker in self.seekers), default=0)
        none = len(self.topics)
        rows = np.full((width, len(self.seekers)), none, np.int32)
        weights = np.zeros((width, len(self.seekers)), np.int32)
        for place, seeker in enumerate(self.seekers):
            for column, (topic, weight) in enumerate(seeker.goals.items()):
                rows[column, place], weights[column, place] = self.topics.get(topic, none), weight
        return list(zip(rows * np.int32(len(self.insiders)), weights, strict=True))

    @cached_property
    def goal_totals(self) -> NDArray[np.int32]:
        """What all goals of each seeker weigh, 1 where there are none."""
        total = sum((weight for _, weight in self.goals), np.zeros(len(self.seekers), np.int32))
        return np.maximum(total, 1)

    @cached_property
    def covers(self) -> NDArray[np.bool_]:
        """Topic, insider -> whether the insider covers it; the last row is empty."""
        table = np.zeros((len(self.topics) + 1, len(self.insiders)), np.bool_)
        for place, insider in enumerate(self.insiders):
            for topic in insider.topics:
                table[self.topics[topic], place] = True
        return table

    @cached_property
    def seeker_employers(self) -> Ints:
        """The number of each seeker's employer; who has none has the number after the last."""
        none = len(self.employers)
        return np.array([self.employers.get(seeker.employer, none) for seeker in self.seekers], np.int64)

    @cached_property
    def insider_employers(self) -> Ints:
        """The same of insiders, -1 for one where no seeker is."""
        return np.array([self.employers.get(insider.employer, -1) for insider in self.insiders], np.int64)

    @cached_property
    def seeker_language_bits(self) -> Bytes:
        return self.seeker_languages.bits(len(self.languages))

    @cached_property
    def insider_language_bits(self) -> Bytes:
        return self.insider_languages.bits(len(self.languages))

    @cached_property
    def barred_by_employer(self) -> Bytes:
        """Employer -> the insiders who work there or will not see people from there; the last row is empty."""
        lists: list[list[int]] = [[] for _ in range(len(self.employers) + 1)]
        for place, insider in enumerate(self.insiders):
            for employer in {insider.employer, *insider.excluded_employers} & self.employers.keys():
                lists[self.employers[employer]].append(place)
        return Listed.of(lists).bits(len(self.insiders))

    def places(self, pairs: Iterable[Pair]) -> tuple[Ints, Ints]:
        """Seekers and insiders of those pairs whose two are of this round."""
        known = [
            (self.seeker_place[seeker], self.insider_place[insider])
            for seeker, insider in pairs
            if seeker in self.seeker_place and insider in self.insider_place
        ]
        both = np.array(known, np.int64).reshape(-1, 2)
        return both[:, 0], both[:, 1]

    def banned(self, conflicts: Mapping[Pair, str], forbidden: Iterable[Pair]) -> tuple[Ints, Ints]:
        """The pairs that somebody ruled out by name."""
        excluded = ((seeker, insider.id) for insider in self.insiders for seeker in insider.excluded_seekers)
        return self.places((*conflicts, *forbidden, *excluded))


def longer(values: Ints, length: int) -> Ints:
    """With zeros added."""
    return np.append(values, np.zeros(length - len(values), np.int64))


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _hour_bits(people: Sequence[Sequence[Window]], hours: Ints) -> Bytes:
    """Person -> at which of `hours` one of their windows has an hour left."""
    packed = [_block_of_bits(people[first : first + BLOCK], hours) for first in range(0, len(people), BLOCK)]
    return np.concatenate(packed) if packed else np.zeros((0, -(-len(hours) // 8)), np.uint8)


def _block_of_bits(people: Sequence[Sequence[Window]], hours: Ints) -> Bytes:
    windows = [(row, window.start, window.end) for row, owned in enumerate(people) for window in owned]
    row, start, end = np.array(windows, np.int64).reshape(-1, 3).T
    fits = (hours - start[:, None]) % WEEK + HOUR <= (end - start)[:, None]
    free = np.zeros((len(people), len(hours)), np.bool_)
    somebody, first = np.unique(row, return_index=True)
    if len(somebody):
        free[somebody] = np.logical_or.reduceat(fits, first, axis=0)
    return np.packbits(free, axis=1)
