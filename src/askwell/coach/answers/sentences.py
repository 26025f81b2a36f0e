"""What each sentence of an answer shows: a story has a part, or a fault, when one of its sentences has."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from askwell.coach import learned
from askwell.coach.questions.parts import Part, plain, sentences

SET = "answer_sentences"
MOST, LONGEST = 30, 6000
"""Sentences and characters of one answer that are looked at."""


def pieces(answer: str) -> list[tuple[Part, tuple[float, ...]]]:
    """The sentences, each with numbers that say where it stands."""
    found = list(sentences(plain(answer[:LONGEST])))[:MOST]
    last = len(found) - 1
    return [
        (part, (1.5 * (number == 0), 1.5 * (number == last), number / last if last else 0.0))
        for number, part in enumerate(found)
    ]


def shown(answer: str) -> dict[str, tuple[float, Part]]:
    """For each label of the set: how likely the answer has it, and the sentence that shows it most."""
    best: dict[str, tuple[float, Part]] = {}
    for part, likely in _judged(answer):
        for label, value in likely.items():
            if label not in best or value > best[label][0]:
                best[label] = (value, part)
    return best


def _judged(answer: str) -> Iterator[tuple[Part, dict[str, float]]]:
    for part, place in pieces(answer):
        yield part, learned.probabilities(SET, part.text, signs=place)


def margin(name: str, label: str, likely: float) -> float:
    """How far a probability is beyond the threshold of its label, in log odds."""
    weights = learned.load(name)
    least = weights.thresholds[weights.labels.index(label)]
    return float(odds(likely) - odds(least))


def odds(likely: float) -> NDArray[np.float64]:
    """The log odds of a probability, kept within reason."""
    within = np.clip(likely, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(within / (1 - within)))
