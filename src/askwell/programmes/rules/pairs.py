"""All allowed pairs of a round with their scores, found by inverted lists and bit masks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce

import numpy as np
from numpy.typing import NDArray

from askwell.programmes.rules.barriers import Barriers
from askwell.programmes.rules.people import Round, Weights
from askwell.programmes.rules.tables import Ints, Tables

ROWS = 1024
CHUNK = 1 << 15
"""So many pairs are scored at once: what is needed for them stays in the processor's cache."""
FIT = ((0, 0, 0, 0, 6, 10, 10, 6, 3), 10)
"""Tenths of the points for seniority, by the insider's level less the seeker's, from -4 to +4: never somebody below,
best one or two steps above."""


@dataclass(frozen=True)
class Pairs:
    """The pairs of seeker `s` are those from `starts[s]` to before `starts[s + 1]`, by insider."""

    starts: Ints
    insider: NDArray[np.int32]
    score: NDArray[np.int16]

    @cached_property
    def seeker(self) -> NDArray[np.int32]:
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), np.diff(self.starts))

    @cached_property
    def top(self) -> int:
        """One more than the highest score."""
        return int(self.score.max(initial=0)) + 1

    @cached_property
    def kind(self) -> NDArray[np.int32]:
        """A number for the seeker and the score of each pair together."""
        return self.seeker * np.int32(self.top) + self.score

    def kind_there(self, part: slice) -> NDArray[np.int32]:
        """The same for the insider and the score, of some pairs."""
        return self.insider[part] * np.int32(self.top) + self.score[part]

    def __len__(self) -> int:
        return len(self.insider)

    def find(self, seeker: int, insider: int) -> int | None:
        """The number of a pair, if it is allowed."""
        first, last = self.starts[seeker], self.starts[seeker + 1]
        place = int(first + np.searchsorted(self.insider[first:last], insider))
        return place if place < last and self.insider[place] == insider else None

    def only(self, numbers: Ints) -> "Pairs":
        """Only these, given in order."""
        return Pairs(np.searchsorted(numbers, self.starts), self.insider[numbers], self.score[numbers])


def allowed_pairs(the_round: Round, tables: Tables) -> Pairs:
    """Every pair that breaks no rule."""
    barriers = Barriers(the_round, tables)
    blocks = _found(tables, barriers) if the_round.among is None else _filtered(tables, barriers, the_round.among)
    lengths, insiders, scores = [np.zeros(1, np.int64)], [np.zeros(0, np.int32)], [np.zeros(0, np.int16)]
    for first, rows, columns in blocks:
        here = min(ROWS, len(tables.seekers) - first)
        lengths.append(np.bincount(rows - first, minlength=here))
        insiders.append(columns.astype(np.int32))
        scores.append(scores_of(tables, the_round.weights, rows, columns))
    return Pairs(np.cumsum(np.concatenate(lengths)), np.concatenate(insiders), np.concatenate(scores))


def _found(tables: Tables, barriers: Barriers) -> Iterator[tuple[int, Ints, Ints]]:
    """Block by block of seekers: their first, and seekers and insiders of the allowed pairs."""
    count = len(tables.insiders)
    for first in range(0, len(tables.seekers), ROWS):
        seekers = np.arange(first, min(first + ROWS, len(tables.seekers)))
        against = reduce(np.bitwise_or, barriers.of_seekers(seekers).values())
        allowed = np.unpackbits(~against, axis=1, count=count).view(np.bool_)
        rows = np.repeat(seekers, allowed.sum(axis=1, dtype=np.int64))
        yield first, rows, np.flatnonzero(allowed) - (rows - first) * count


def _filtered(
    tables: Tables, barriers: Barriers, among: Mapping[str, Sequence[str]]
) -> Iterator[tuple[int, Ints, Ints]]:
    """The same, of given candidates."""
    for first in range(0, len(tables.seekers), ROWS):
        listed = tables.candidates(among, np.arange(first, min(first + ROWS, len(tables.seekers))))
        rows, columns = listed.owners + first, listed.items
        good = ~reduce(np.logical_or, barriers.of_pairs(rows, columns).values())
        yield first, rows[good], columns[good]


def scores_of(tables: Tables, weights: Weights, rows: Ints, columns: Ints) -> NDArray[np.int16]:
    """Scores of the pairs of seekers `rows` and insiders `columns`."""
    parts = [
        sum(score_parts(tables, weights, rows[at : at + CHUNK], columns[at : at + CHUNK]))
        for at in range(0, len(rows), CHUNK)
    ]
    return np.concatenate(parts).astype(np.int16) if parts else np.zeros(0, np.int16)


def score_parts(tables: Tables, weights: Weights, rows: Ints, columns: Ints) -> tuple[Ints, Ints, Ints]:
    """Points for topics, languages and seniority."""
    covers, total = tables.covers.ravel(), tables.goal_totals
    covered = np.zeros(len(rows), np.int32)
    for goal, importance in tables.goals:
        covered += importance[rows] * covers[goal[rows] + columns]
    common = np.zeros(len(rows), np.uint8)
    for spoken, understood in zip(tables.seeker_language_bits.T, tables.insider_language_bits.T, strict=True):
        common += np.bitwise_count(spoken[rows] & understood[columns])
    steps = tables.insider_levels[columns] - tables.seeker_levels[rows]
    fit: Ints = (weights.seniority * np.array(FIT[0]) // FIT[1])[steps + 4]
    topics: Ints = weights.topics * covered.astype(np.int64) // total[rows]
    language: Ints = weights.language * np.minimum(common, 2).astype(np.int64)
    return topics, language, fit
