"""The allowed pairs of a round, made of those of the one before where little changed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

import numpy as np

from askwell.programmes.rules.pairs import Pairs, allowed_pairs
from askwell.programmes.rules.people import Round
from askwell.programmes.rules.tables import Ints, Tables


class Changed(Protocol):
    """Seekers and insiders to look at anew, and pairs to leave out."""

    @property
    def seekers(self) -> Ints: ...
    @property
    def insiders(self) -> Ints: ...
    @property
    def banned(self) -> tuple[Ints, Ints]: ...


def merged(before: Pairs, the_round: Round, tables: Tables, change: Changed) -> tuple[Pairs, Callable[[Ints], Ints]]:
    """The pairs now, and what number a pair has that had one before: -1 if it is gone or has another score now, or was
    -1."""
    width = len(tables.insiders)
    gone = _gone(before, len(tables.seekers), width, change)
    starts = np.append(before.starts, np.full(len(tables.seekers) + 1 - len(before.starts), before.starts[-1]))
    rows, columns, scores = _anew(the_round, tables, change)
    lost = starts - np.searchsorted(gone, starts)
    insider, score = np.delete(before.insider, gone), np.delete(before.score, gone)
    if not len(rows):
        back = np.full(len(gone), -1)
        return Pairs(lost, insider, score), lambda numbers: _moved(numbers, gone, back, np.zeros(0, np.int64))
    kept = np.repeat(np.arange(len(starts) - 1), np.diff(lost)) * width + insider
    keys = rows * width + columns
    at = np.searchsorted(kept, keys)
    after = lost + np.searchsorted(rows, np.arange(len(starts)))
    pairs = Pairs(after, np.insert(insider, at, columns.astype(np.int32)), np.insert(score, at, scores))
    old = before.seeker[gone].astype(np.int64) * width + before.insider[gone]
    same = np.minimum(np.searchsorted(keys, old), len(keys) - 1)
    back = np.where((keys[same] == old) & (scores[same] == before.score[gone]), at[same] + same, -1)
    return pairs, lambda numbers: _moved(numbers, gone, back, at)


def _moved(numbers: Ints, gone: Ints, back: Ints, added: Ints) -> Ints:
    """Where these numbers are once `gone` are taken out and then others put in before the places `added`. Some that are
    gone come `back` at these numbers."""
    fewer = np.searchsorted(gone, numbers)
    lost = np.append(gone, -1)[fewer] == numbers
    kept = numbers - fewer
    there = np.where(lost, np.append(back, -1)[fewer], kept + np.searchsorted(added, kept, side="right"))
    return np.where(numbers < 0, -1, there)


def _gone(before: Pairs, seekers: int, insiders: int, change: Changed) -> Ints:
    """The numbers of the pairs that have to go, or to be looked at anew."""
    known = change.seekers[change.seekers < len(before.starts) - 1]
    found = [np.arange(before.starts[seeker], before.starts[seeker + 1]) for seeker in known]
    if len(change.insiders):
        chosen = np.zeros(insiders, np.bool_)
        chosen[change.insiders] = True
        found.append(np.flatnonzero(chosen[before.insider]))
    for seeker, insider in zip(*map(np.ndarray.tolist, change.banned), strict=True):
        number = before.find(seeker, insider) if seeker < len(before.starts) - 1 else None
        found.append(np.array([number] if number is not None else [], np.int64))
    return np.unique(np.concatenate([*found, np.zeros(0, np.int64)]))


def _anew(the_round: Round, tables: Tables, change: Changed) -> tuple[Ints, Ints, Ints]:
    """The allowed pairs of changed seekers and insiders, in order."""
    some = tuple(tables.seekers[place] for place in change.seekers)
    others = tuple(tables.insiders[place] for place in change.insiders)
    first = _rows(replace(the_round, seekers=some)) if some else _no_rows()
    second = _rows(replace(the_round, insiders=others)) if others else _no_rows()
    new = ~np.isin(second[0], change.seekers)
    rows = np.concatenate((change.seekers[first[0]], second[0][new]))
    columns = np.concatenate((first[1], change.insiders[second[1]][new] if others else second[1]))
    scores = np.concatenate((first[2], second[2][new]))
    order = np.lexsort((columns, rows))
    return rows[order], columns[order], scores[order]


def _rows(part: Round) -> tuple[Ints, Ints, Ints]:
    pairs = allowed_pairs(part, Tables.of(part))
    return pairs.seeker.astype(np.int64), pairs.insider.astype(np.int64), pairs.score.astype(np.int64)


def _no_rows() -> tuple[Ints, Ints, Ints]:
    return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64)
