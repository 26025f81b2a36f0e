"""Finds the weights of `coach/drills/next_questions.py`, and prints how they do on exercises that they never saw.

Questions that follow are the two good ones of each exercise; those that do not are its weak one, and a good one that
belongs to another exercise in the same language.
"""

import sys

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from askwell.coach.drills.items import Next, items
from askwell.coach.drills.next_questions import SURE, UNSURE, signs

FOLDS = 9
PULL = 1.0
"""How much large weights cost."""
WEIGH = {"good": 0.5, "weak": 1.0, "another's": 0.25}
"""How much each counts: another exercise's good question may well follow this one's hook too."""

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def told(every: list[Next]) -> list[tuple[int, str, bool, str]]:
    """The place of an exercise, a question, whether it follows, and what it is."""
    rows = []
    for place, one in enumerate(every):
        mates = [other for other in every if other.language == one.language]
        other = mates[(mates.index(one) + len(mates) // 2) % len(mates)]
        rows += [(place, text, True, "good") for text in one.good]
        rows += [(place, text, False, "weak") for text in one.weak]
        rows.append((place, other.good[place % 2], False, "another's"))
    return rows


def learn(seen: Numbers, truth: Numbers, weigh: Numbers) -> Numbers:
    """Weights and, last, the bias."""
    middle, spread = seen.mean(axis=0), seen.std(axis=0)
    scaled, sign = (seen - middle) / spread, np.where(truth, 1.0, -1.0)

    def cost(weights: Numbers) -> float:
        margin = sign * (scaled @ weights[:-1] + weights[-1])
        return float((weigh * np.logaddexp(0, -margin)).sum() + PULL * (weights[:-1] ** 2).sum() / 2)

    best = np.asarray(minimize(cost, np.zeros(seen.shape[1] + 1), method="L-BFGS-B").x)
    return np.append(best[:-1] / spread, best[-1] - (best[:-1] * middle / spread).sum())


def main() -> int:
    every = [one for one in items().values() if isinstance(one, Next)]
    rows = told(every)
    seen = np.array([signs(every[place], text) for place, text, _truth, _what in rows])
    truth = np.array([follows for _place, _text, follows, _what in rows])
    fold = np.array([place % FOLDS for place, *_rest in rows])
    weigh = np.array([WEIGH[what] for _place, _text, _follows, what in rows])
    likely = np.zeros(len(rows))
    for number in range(FOLDS):
        known = fold != number
        weights = learn(seen[known], truth[known], weigh[known])
        likely[~known] = expit(seen[~known] @ weights[:-1] + weights[-1])
    for language in sorted({one.language for one in every}):
        for what in ("good", "weak", "another's"):
            here = [at for at, row in enumerate(rows) if row[3] == what and every[row[0]].language == language]
            follows, passes_by = (likely[here] >= SURE).mean(), (likely[here] < UNSURE).mean()
            sys.stdout.write(f"{language} {what} ({len(here)}): follows {follows:.3f}, does not {passes_by:.3f}\n")
    weights = learn(seen, truth, weigh)
    sys.stdout.write(f"WEIGHTS = {tuple(round(float(one), 2) for one in weights[:-1])}\nBIAS = {weights[-1]:.2f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
