"""Why a pair is not allowed, each reason by its name. A pair without any is allowed."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from askwell.programmes.choices import Barrier
from askwell.programmes.rules.people import Pair, Round
from askwell.programmes.rules.tables import Bytes, Ints, Listed, Tables, turned, union

Marks = NDArray[np.bool_]


def why_not(the_round: Round, tables: Tables, pair: Pair) -> tuple[Barrier, ...]:
    """All reasons against one pair of people of the round."""
    marks = Barriers(the_round, tables).of_pairs(*tables.places([pair]))
    outside = the_round.among is not None and pair[1] not in the_round.among.get(pair[0], ())
    found = [barrier for barrier, against in marks.items() if against[0]]
    return (*found, *([Barrier.NOT_A_CANDIDATE] if outside else []))


class Barriers:
    """Of all pairs of a round, whoever `Round.among` says."""

    def __init__(self, the_round: Round, tables: Tables) -> None:
        excluded = ((seeker, insider.id) for insider in tables.insiders for seeker in insider.excluded_seekers)
        self.tables = tables
        self.named = {
            Barrier.SEEKER_EXCLUDED: tables.places(excluded),
            Barrier.CONFLICT: tables.places(the_round.conflicts),
            Barrier.FORBIDDEN: tables.places(the_round.forbidden),
        }

    def of_pairs(self, rows: Ints, columns: Ints) -> dict[Barrier, Marks]:
        """For each reason, which of the pairs of seekers `rows` and insiders `columns` it stands against."""
        tables = self.tables
        employer = tables.seeker_employers[rows]
        same = employer == tables.insider_employers[columns]
        unwilling = (tables.unwilling[employer, columns >> 3] & _bit(columns)) != 0
        language = tables.seeker_language_bits[rows] & tables.insider_language_bits[columns]
        hours = tables.seeker_hours[rows] & tables.insider_hours[columns]
        return {
            Barrier.LANGUAGE: ~language.any(axis=1),
            Barrier.HOUR: ~hours.any(axis=1),
            Barrier.SAME_EMPLOYER: same,
            Barrier.EMPLOYER_EXCLUDED: unwilling & ~same,
            **{barrier: self._named(barrier, rows, columns) for barrier in self.named},
        }

    def of_seekers(self, rows: Ints) -> dict[Barrier, Bytes]:
        """For each reason, the insiders that it keeps from these seekers, as bits."""
        tables = self.tables
        employer = tables.seeker_employers[rows]
        same = tables.colleagues[employer]
        return {
            Barrier.LANGUAGE: self._all & ~union(tables.seeker_languages.only(rows), self._by_language),
            Barrier.HOUR: self._all & ~union(tables.seeker_windows.only(rows), self._by_window),
            Barrier.SAME_EMPLOYER: same,
            Barrier.EMPLOYER_EXCLUDED: tables.unwilling[employer] & ~same,
            **{barrier: self._named_bits(barrier, rows) for barrier in self.named},
        }

    @cached_property
    def _all(self) -> Bytes:
        return np.packbits(np.ones(len(self.tables.insiders), np.uint8))

    @cached_property
    def _by_language(self) -> Bytes:
        return turned(self.tables.insider_language_bits, len(self.tables.languages))

    @cached_property
    def _by_window(self) -> Bytes:
        """Window -> the insiders who have an hour in it."""
        hours = np.unpackbits(self.tables.window_hours, axis=1, count=len(self.tables.hours))
        starts = np.concatenate(([0], np.cumsum(hours.sum(axis=1, dtype=np.int64))))
        return union(Listed(starts, np.nonzero(hours)[1]), turned(self.tables.insider_hours, len(self.tables.hours)))

    def _named(self, barrier: Barrier, rows: Ints, columns: Ints) -> Marks:
        """Which of the pairs were ruled out by name."""
        seekers, insiders = self.named[barrier]
        near = np.isin(seekers, rows)
        if not near.any():
            return np.zeros(len(rows), np.bool_)
        width = len(self.tables.insiders)
        return np.isin(rows * width + columns, seekers[near] * width + insiders[near])

    def _named_bits(self, barrier: Barrier, rows: Ints) -> Bytes:
        seekers, insiders = self.named[barrier]
        bits = np.zeros((len(rows), len(self._all)), np.uint8)
        near = np.isin(seekers, rows)
        place = np.searchsorted(rows, seekers[near])
        np.bitwise_or.at(bits, (place, insiders[near] >> 3), _bit(insiders[near]))
        return bits


def _bit(columns: Ints) -> Bytes:
    return (128 >> (columns & 7)).astype(np.uint8)
