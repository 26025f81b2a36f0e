"""A round as arrays: inverted lists (topic, language, hour -> whom) and bit masks, so that no loop goes over pairs.

Bits lie in bytes, the first person or thing in the highest bit, as `numpy.packbits` has them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from askwell.programmes.rules.people import HOUR, LEVELS, WEEK, Insider, Pair, Round, Seeker

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
BLOCK = 1024


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

    def only(self, rows: Ints) -> "Listed":
        """The lists of these rows."""
        counts = np.diff(self.starts)[rows]
        owner, place = each(counts)
        return Listed(np.concatenate(([0], np.cumsum(counts))), self.items[self.starts[rows][owner] + place])


def each(counts: Ints) -> tuple[Ints, Ints]:
    """The place of each count as often as it says, and 0, 1, 2, … beside it."""
    owner = np.repeat(np.arange(len(counts)), counts)
    return owner, np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)


def union(lists: Listed, masks: Bytes) -> Bytes:
    """For each row, the masks of all its items together."""
    out = np.zeros((len(lists.starts) - 1, masks.shape[1]), np.uint8)
    some = np.flatnonzero(np.diff(lists.starts))
    if len(some):
        out[some] = np.bitwise_or.reduceat(masks[lists.items], lists.starts[some], axis=0)
    return out


def turned(bits: Bytes, width: int) -> Bytes:
    """Rows and columns of a table of bits change places; there were `width` columns."""
    return np.packbits(np.unpackbits(bits, axis=1, count=width).T, axis=1)


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
    def windows(self) -> tuple[Ints, Listed]:
        """Beginning and end of every window that there is; whose they are, of all seekers and then insiders."""
        everybody: tuple[Seeker | Insider, ...] = (*self.seekers, *self.insiders)
        windows = [window for person in everybody for window in person.windows]
        start = np.fromiter((window.start for window in windows), np.int64, len(windows))
        end = np.fromiter((window.end for window in windows), np.int64, len(windows))
        width = int(end.max(initial=0)) + 1
        keys, which = np.unique(start * width + end, return_inverse=True)
        counts = np.fromiter((len(person.windows) for person in everybody), np.int64, len(everybody))
        return np.stack(np.divmod(keys, width), axis=1), Listed(np.concatenate(([0], np.cumsum(counts))), which)

    @cached_property
    def hours(self) -> Ints:
        """The moments at which a talk of an hour could begin. Two persons have an hour in common exactly if they share
        one of these: the later of two beginnings is always among them."""
        return np.unique(self.windows[0][:, 0] % WEEK)

    @cached_property
    def window_hours(self) -> Bytes:
        """Window -> at which of `hours` it has an hour left."""
        windows = self.windows[0]
        packed = [_hour_bits(windows[at : at + BLOCK], self.hours) for at in range(0, len(windows), BLOCK)]
        return np.concatenate([*packed, np.zeros((0, -(-len(self.hours) // 8)), np.uint8)])

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
    def seeker_windows(self) -> Listed:
        return self.windows[1].only(np.arange(len(self.seekers)))

    @cached_property
    def seeker_hours(self) -> Bytes:
        """Seeker -> at which of `hours` one of their windows has an hour left."""
        return union(self.seeker_windows, self.window_hours)

    @cached_property
    def insider_hours(self) -> Bytes:
        insiders = np.arange(len(self.insiders)) + len(self.seekers)
        return union(self.windows[1].only(insiders), self.window_hours)

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
    def colleagues(self) -> Bytes:
        """Employer -> the insiders who work there; the last row is empty."""
        return self._by_employer([(insider.employer,) for insider in self.insiders])

    @cached_property
    def unwilling(self) -> Bytes:
        """Employer -> the insiders who will not see people from there; the last row is empty."""
        return self._by_employer([insider.excluded_employers for insider in self.insiders])

    def _by_employer(self, employers: Sequence[Sequence[str]]) -> Bytes:
        lists: list[list[int]] = [[] for _ in range(len(self.employers) + 1)]
        for place, names in enumerate(employers):
            for name in self.employers.keys() & names:
                lists[self.employers[name]].append(place)
        return Listed.of(lists).bits(len(self.insiders))

    def candidates(self, among: Mapping[str, Sequence[str]], rows: Ints) -> Listed:
        """The insiders who are named for these seekers."""
        named = [among.get(self.seekers[row].id, ()) for row in rows.tolist()]
        return Listed.of([sorted({self.insider_place[name] for name in names}) for names in named])

    def places(self, pairs: Iterable[Pair]) -> tuple[Ints, Ints]:
        """Seekers and insiders of those pairs whose two are of this round."""
        known = [
            (self.seeker_place[seeker], self.insider_place[insider])
            for seeker, insider in pairs
            if seeker in self.seeker_place and insider in self.insider_place
        ]
        both = np.array(known, np.int64).reshape(-1, 2)
        return both[:, 0], both[:, 1]


def longer(values: Ints, length: int) -> Ints:
    """With zeros added."""
    return np.append(values, np.zeros(length - len(values), np.int64))


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _hour_bits(windows: Ints, hours: Ints) -> Bytes:
    start, end = windows.T[:, :, None]
    return np.packbits((hours - start) % WEEK + HOUR <= end - start, axis=1)
