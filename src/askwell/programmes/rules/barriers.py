"""Why a pair is not allowed, each reason by its name. A pair without any is allowed."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from askwell.programmes.choices import Barrier
from askwell.programmes.rules.people import Pair, Round
from askwell.programmes.rules.tables import Ints, Tables

Marks = NDArray[np.bool_]


def why_not(the_round: Round, tables: Tables, pair: Pair) -> tuple[Barrier, ...]:
    """All reasons against one pair of people of the round."""
    rows, columns = tables.places([pair])
    found = [barrier for barrier, marks in barriers(the_round, tables, rows, columns).items() if marks[0]]
    outside = the_round.among is not None and pair[1] not in the_round.among.get(pair[0], ())
    return (*found, *([Barrier.NOT_A_CANDIDATE] if outside else []))


def barriers(the_round: Round, tables: Tables, rows: Ints, columns: Ints) -> dict[Barrier, Marks]:
    """For each reason, which of the pairs of seekers `rows` and insiders `columns` it stands against."""
    employer = tables.seeker_employers[rows]
    same = employer == tables.insider_employers[columns]
    bit = (128 >> (columns & 7)).astype(np.uint8)
    barred = (tables.barred_by_employer[employer, columns >> 3] & bit) != 0
    language = tables.seeker_language_bits[rows] & tables.insider_language_bits[columns]
    hours = tables.seeker_hours[rows] & tables.insider_hours[columns]
    excluded = [(seeker, insider.id) for insider in tables.insiders for seeker in insider.excluded_seekers]
    return {
        Barrier.LANGUAGE: ~language.any(axis=1),
        Barrier.HOUR: ~hours.any(axis=1),
        Barrier.SAME_EMPLOYER: same,
        Barrier.EMPLOYER_EXCLUDED: barred & ~same,
        Barrier.SEEKER_EXCLUDED: _named(tables, excluded, rows, columns),
        Barrier.CONFLICT: _named(tables, the_round.conflicts, rows, columns),
        Barrier.FORBIDDEN: _named(tables, the_round.forbidden, rows, columns),
    }


def _named(tables: Tables, pairs: Iterable[Pair], rows: Ints, columns: Ints) -> Marks:
    """Which of the pairs were ruled out by name."""
    marks = np.zeros(len(rows), np.bool_)
    seekers, insiders = tables.places(pairs)
    present = np.zeros(len(tables.seekers), np.bool_)
    present[rows] = True
    near = present[seekers]
    if near.any():
        width = len(tables.insiders)
        marks = np.isin(rows * width + columns, seekers[near] * width + insiders[near])
    return marks
