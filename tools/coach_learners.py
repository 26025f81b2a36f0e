"""How weights are learned: of whole texts, or of the pieces of texts of which only the whole is labelled."""

import numpy as np
from coach_sets import Case, Learned, Piece
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

from askwell.coach.grams import SIZE
from askwell.coach.learned.features import features

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Which = NDArray[np.int64]
SMALLEST, MOST = 1e-7, 1500
"""Directions of the rows that are kept: those that tell next to nothing are not learned on."""
ROUNDS = 2
"""How often the piece that shows a label is chosen anew."""


class Whole:
    """One text a case."""

    def __init__(self, one: Learned, cases: list[Case], truth: Flags) -> None:
        self.seen = Turned(one, [(one.text(case), one.beside(case), one.signs(case)) for case in cases])
        self.truth, self.strength = truth, one.strength

    def learn(self, which: Which) -> Numbers:
        return learn(self.seen.rows[which], self.truth[which], self.strength)

    def likely(self, which: Which, weights: Numbers) -> Numbers:
        """The probability of each label of each of these cases."""
        return np.asarray(expit(scores(self.seen.rows[which], weights)))


class Pooled:
    """Several pieces a case. A case has a label when one of its pieces has, and lacks it when none has:

    1. At first every piece of a case counts as having its labels.
    2. Of a case that has a label, only the piece that shows it most is kept for it, and weights are learned anew.
    3. So again, a few times.
    """

    def __init__(self, one: Learned, cases: list[Case], truth: Flags, labels: list[str]) -> None:
        pieces = [one.pieces(case) if one.pieces else [] for case in cases]
        self.seen = Turned(one, [piece for each in pieces for piece in each])
        self.owner = np.repeat(np.arange(len(cases)), [len(each) for each in pieces])
        told = [one.tells(case) for case in cases]
        self.told = np.array([[names is None or label in names for label in labels] for names in told])
        self.truth, self.strength = truth, one.strength

    def learn(self, which: Which) -> Numbers:
        mine = np.flatnonzero(np.isin(self.owner, which))
        owner, seen = self.owner[mine], self.seen.rows[mine]
        truth, counts = self.truth[owner], self.told[owner]
        weights = learn(seen, truth, self.strength, counts)
        for _ in range(ROUNDS):
            counts = self.told[owner] & (~truth | _highest(scores(seen, weights), owner))
            weights = learn(seen, truth, self.strength, counts, weights)
        return weights

    def likely(self, which: Which, weights: Numbers) -> Numbers:
        mine = np.flatnonzero(np.isin(self.owner, which))
        found = scores(self.seen.rows[mine], weights)
        return np.array([expit(found[self.owner[mine] == case].max(axis=0)) for case in which])


def _highest(found: Numbers, owner: Which) -> Flags:
    """Of each label, which piece shows it most among those of its owner."""
    highest = np.zeros(found.shape, bool)
    for case in np.unique(owner):
        rows = np.flatnonzero(owner == case)
        highest[rows[found[rows].argmax(axis=0)], np.arange(found.shape[1])] = True
    return highest


class Turned:
    """The features of all rows, turned so that each row has as many numbers as there are rows.

    Products of rows stay what they were, so that weights learned here are those learned on the features, only sooner;
    `back` turns them into weights on the features.
    """

    def __init__(self, one: Learned, pieces: list[Piece]) -> None:
        self._dense, self._sparse = table(one, pieces)
        values, vectors = np.linalg.eigh(self._dense @ self._dense.T + (self._sparse @ self._sparse.T).toarray())
        kept = np.flatnonzero(values > values[-1] * SMALLEST)[-MOST:]
        self.rows: Numbers = vectors[:, kept] * np.sqrt(values[kept])
        self._back: Numbers = vectors[:, kept] / np.sqrt(values[kept])

    def back(self, weights: Numbers) -> Numbers:
        """Weights of the dense features, then of the table of words and letters, the last row the bias."""
        over_rows = self._back @ weights[:-1]
        return np.vstack([self._dense.T @ over_rows, self._sparse.T @ over_rows, weights[-1:]])


def table(one: Learned, pieces: list[Piece]) -> tuple[Numbers, csr_matrix]:
    rows = [features(text, one.layout, beside=beside, signs=signs) for text, beside, signs in pieces]
    starts = np.cumsum([0, *(len(words.places) for _, words in rows)])
    places = np.concatenate([words.places for _, words in rows])
    strengths = np.concatenate([words.strengths for _, words in rows]).astype(np.float64)
    sparse = csr_matrix((strengths, places, starts), shape=(len(rows), SIZE))
    return np.stack([dense for dense, _ in rows]).astype(np.float64), sparse


def learn(
    rows: Numbers, truth: Flags, strength: float, counts: Flags | None = None, begin: Numbers | None = None
) -> Numbers:
    """Weights, one column a label, the last row the bias: logistic regressions, both classes weighing the same.

    `counts`: which rows count for which label; all, when it is not given. `begin`: weights to go on from.
    """
    counts = np.ones(truth.shape, bool) if counts is None else counts
    width, many = truth.shape[1], np.maximum(2, counts.sum(axis=0))
    share = np.clip((truth & counts).sum(axis=0) / many, 1 / many, 1 - 1 / many)
    weigh = np.where(truth, 0.5 / share, 0.5 / (1 - share)) * strength * counts
    sign = np.where(truth, 1.0, -1.0)

    def cost(flat: Numbers) -> tuple[float, Numbers]:
        weights = flat.reshape(-1, width)
        margin = sign * scores(rows, weights)
        pull = -weigh * sign * expit(-margin)
        slope = np.vstack([rows.T @ pull, pull.sum(axis=0)])
        slope[:-1] += weights[:-1]
        loss = (weigh * np.logaddexp(0, -margin)).sum() + (weights[:-1] ** 2).sum() / 2
        return float(loss), slope.ravel()

    start = np.zeros((rows.shape[1] + 1) * width) if begin is None else begin.ravel()
    best = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": 200, "maxcor": 10})
    return np.asarray(best.x).reshape(-1, width)


def scores(rows: Numbers, weights: Numbers) -> Numbers:
    return np.asarray(rows @ weights[:-1] + weights[-1])
