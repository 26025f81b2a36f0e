"""What was learned from the labelled cases: how likely a text has each label of a set.

The weights of a set lie in SET.npz beside this file and are made by `tools/train_coach.py` from `cases/SET`. They are
loaded with the first text, and so is the encoder of sentences (`askwell.coach.meaning.warm` does it ahead).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from askwell.coach.learned.features import Layout, features

_folder = Path(__file__).parent

__all__ = ["Layout", "Weights", "features", "found", "likeliest", "load", "probabilities"]


@dataclass(frozen=True, slots=True)
class Weights:
    """Of one set. `thresholds`: from which probability on a label counts as found. `digest`: of the cases, which
    lie in `folders`."""

    labels: tuple[str, ...]
    dense: NDArray[np.float32]
    sparse: NDArray[np.float32]
    bias: NDArray[np.float32]
    thresholds: NDArray[np.float32]
    layout: Layout
    digest: str
    folders: tuple[str, ...]


@cache
def load(name: str) -> Weights:
    """The weights of a set."""
    with np.load(_folder / f"{name}.npz", allow_pickle=False) as stored:
        about = json.loads(str(stored["about"]))
        return Weights(
            labels=tuple(about["labels"]),
            dense=stored["dense"].astype(np.float32),
            sparse=stored["sparse"].astype(np.float32),
            bias=stored["bias"],
            thresholds=stored["thresholds"],
            layout=Layout(**about["layout"]),
            digest=about["digest"],
            folders=tuple(about.get("folders", [name])),
        )


def probabilities(name: str, text: str, *, beside: str = "", signs: Sequence[float] = ()) -> dict[str, float]:
    """How likely `text` has each label of the set `name`.

    `beside` is a second text that it is judged with (the question of an answer), `signs` what rules found, one number
    each; both as the set was trained. Labels that shut each other out are called FIELD:VALUE.
    """
    weights = load(name)
    dense, grams = features(text, weights.layout, beside=beside, signs=signs)
    scores = dense @ weights.dense + grams.strengths @ weights.sparse[grams.places] + weights.bias
    return dict(zip(weights.labels, ((1 + np.tanh(scores / 2)) / 2).tolist(), strict=True))


def found(name: str, likely: dict[str, float]) -> set[str]:
    """The labels that are likely enough, of what `probabilities` gave."""
    weights = load(name)
    return {label for label, least in zip(weights.labels, weights.thresholds, strict=True) if likely[label] >= least}


def likeliest(field: str, likely: dict[str, float]) -> str:
    """The likeliest value of a field whose values shut each other out, of what `probabilities` gave."""
    labels = [label for label in likely if label.startswith(f"{field}:")]
    return max(labels, key=likely.__getitem__).partition(":")[2]
