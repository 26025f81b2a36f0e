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
    return Barriers(the_round, tables).of_pair(pair)


class Barriers:
    """Of all pairs of a round, whoever `Round.among` says."""

    def __init__(self, the_round: Round, tables: Tables) -> None:
        excluded = ((seeker, insider.id) for insider in tables.insiders for seeker in insider.excluded_seekers)
        self.tables, self.among = tables, the_round.among
        self.named = {
            Barrier.SEEKER_EXCLUDED: tables.places(excluded),
            Barrier.CONFLICT: tables.places(the_round.conflicts),
            Barrier.FORBIDDEN: tables.places(the_round.forbidden),
        }
        self.unwilling = np.array(
            sorted(tables.insider_place[one] for one in the_round.unwilling if one in tables.insider_place), np.int64
        )
        self.pinned = tables.places(pair for pair in the_round.pins if pair[1] in the_round.unwilling)

    def of_pair(self, pair: Pair) -> tuple[Barrier, ...]:
        """All reasons against one pair, also that they are not looked at together."""
        marks = self.of_pairs(*self.tables.places([pair]))
        outside = self.among is not None and pair[1] not in self.among.get(pair[0], ())
        found = [barrier for barrier, against in marks.items() if against[0]]
        return (*found, *([Barrier.NOT_A_CANDIDATE] if outside else []))

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
            **{barrier: self._among(self.named[barrier], rows, columns) for barrier in self.named},
            **self._said_no(rows, columns),
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
            **{barrier: self._bits(self.named[barrier], rows) for barrier in self.named},
            **self._said_no_bits(rows),
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

    def _said_no(self, rows: Ints, columns: Ints) -> dict[Barrier, Marks]:
        """Nothing where nobody is unwilling: few rounds have any."""
        if not len(self.unwilling):
            return {}
        against: Marks = np.isin(columns, self.unwilling) & ~self._among(self.pinned, rows, columns)
        return {Barrier.SAID_NO: against}

    def _said_no_bits(self, rows: Ints) -> dict[Barrier, Bytes]:
        if not len(self.unwilling):
            return {}
        row = np.zeros(len(self._all), np.uint8)
        np.bitwise_or.at(row, self.unwilling >> 3, _bit(self.unwilling))
        return {Barrier.SAID_NO: row & ~self._bits(self.pinned, rows)}

    def _among(self, pairs: tuple[Ints, Ints], rows: Ints, columns: Ints) -> Marks:
        """Which of the pairs of seekers `rows` and insiders `columns` are among `pairs`."""
        seekers, insiders = pairs
        near = np.isin(seekers, rows)
        if not near.any():
            return np.zeros(len(rows), np.bool_)
        width = len(self.tables.insiders)
        return np.isin(rows * width + columns, seekers[near] * width + insiders[near])

    def _bits(self, pairs: tuple[Ints, Ints], rows: Ints) -> Bytes:
        """For each of these seekers, the insiders of `pairs` with them."""
        seekers, insiders = pairs
        bits = np.zeros((len(rows), len(self._all)), np.uint8)
        near = np.isin(seekers, rows)
        place = np.searchsorted(rows, seekers[near])
        np.bitwise_or.at(bits, (place, insiders[near] >> 3), _bit(insiders[near]))
        return bits


def _bit(columns: Ints) -> Bytes:
    return (128 >> (columns & 7)).astype(np.uint8)
