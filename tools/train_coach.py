"""Learns the coach's weights from the labelled cases: `train_coach.py SET … [--dry]`.

Prints, for each label and language, how well cases are judged that were not learned from: our own, a fifth at a time
and whole files together, and those of `first.jsonl` by weights that never saw it. Then learns from all of them and
writes `src/askwell/coach/learned/SET.npz`. The same cases give the same weights.
"""

import json
import sys
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import numpy as np
from coach_learners import Flags, Numbers, Pooled, Whole
from coach_sets import SETS, Case
from numpy.typing import NDArray

from askwell.coach.grams import SIZE

ROOT = Path(__file__).resolve().parents[1]
FIRST = "first.jsonl"
BESIDES = ("bank.jsonl", "rewritten.jsonl")
"""What Askwell itself proposes: always learned from, never scored, since it is easy."""

FOLDS = 5
SMALLEST = 0.02
"""Weights of words below this are dropped: they hardly move a judgement, and take most of the space."""


def files_of(name: str) -> list[Path]:
    return [
        file for folder in SETS[name].folders or (name,) for file in sorted((ROOT / "cases" / folder).glob("*.jsonl"))
    ]


def digest(name: str) -> str:
    """Of all cases of a set, so that weights tell which ones they were learned from."""
    return sha256(b"".join(file.read_bytes() for file in files_of(name))).hexdigest()


def read(name: str) -> tuple[list[Case], NDArray[np.str_]]:
    """All cases of a set, and the file of each."""
    lines = [
        (file.name if file.name in (FIRST, *BESIDES) else f"{file.parent.name}/{file.name}", line)
        for file in files_of(name)
        for line in file.read_text("utf-8").splitlines()
    ]
    held = [(one, file) for file, line in lines for one in SETS[name].cases(json.loads(line))]
    return [one for one, _ in held], np.array([file for _, file in held])


def folds(files: NDArray[np.str_]) -> NDArray[np.int64]:
    """The fold of each case: those of one file together, for neighbours are alike; FOLDS where always learned from."""
    names = sorted(set(files) - {FIRST, *BESIDES})
    numbers = {file: number % FOLDS for number, file in enumerate(names)} | {FIRST: -1} | dict.fromkeys(BESIDES, FOLDS)
    return np.array([numbers[file] for file in files])


def unseen(learner: Whole | Pooled, files: NDArray[np.str_]) -> Numbers:
    """The probability of each label of each case, by weights that saw neither its file nor `first.jsonl`."""
    fold = folds(files)
    likely = np.zeros(learner.truth.shape)
    for number in range(-1, FOLDS):
        learned, asked = np.flatnonzero((fold >= 0) & (fold != number)), np.flatnonzero(fold == number)
        if len(asked):
            likely[asked] = learner.likely(asked, learner.learn(learned))
    return likely


def f1(truth: Flags, found: Flags) -> float:
    return float(2 * (truth & found).sum() / max(1, truth.sum() + found.sum()))


def thresholds(truth: Flags, likely: Numbers) -> Numbers:
    """For each label the middle of where F1 is nearly best."""
    tried = np.arange(0.1, 0.95, 0.01)
    pairs = zip(truth.T, likely.T, strict=True)
    return np.array([_middle(tried, [f1(of, got >= least) for least in tried]) for of, got in pairs])


def _middle(tried: Numbers, reached: list[float]) -> float:
    return float(np.mean(tried[np.array(reached) >= max(reached) - 0.005]))


def judged(labels: list[str], likely: Numbers, least: Numbers) -> Flags:
    """What counts as found: beyond its threshold, or the likeliest of a field whose values shut each other out."""
    found = likely >= least
    for field in {label.partition(":")[0] for label in labels if ":" in label}:
        columns = [number for number, label in enumerate(labels) if label.startswith(f"{field}:")]
        best = np.array(columns)[likely[:, columns].argmax(axis=1)]
        found[:, columns] = best[:, None] == np.array(columns)
    return found


def report(labels: list[str], truth: Flags, found: Flags, languages: NDArray[np.str_], title: str) -> None:
    """Per language: each label's F1, their mean, the share of flawless cases left alone; how often a field is right."""
    for language in ["all", *sorted(set(languages))]:
        here = (languages == language) | (language == "all")
        plain = [number for number, label in enumerate(labels) if ":" not in label]
        each = {labels[number]: f1(truth[here, number], found[here, number]) for number in plain}
        flawless = here & ~truth[:, plain].any(axis=1)
        alone = ~found[flawless][:, plain].any(axis=1)
        words = [f"{label} {value:.2f}" for label, value in each.items()]
        words += [f"{field} {value:.3f} exact" for field, value in _exact(labels, truth[here], found[here]).items()]
        mean = f" mean F1 {np.mean(list(each.values())):.3f}, left alone {alone.mean():.3f}:" if each else ""
        sys.stdout.write(f"{title} {language} ({here.sum()}){mean} {', '.join(words)}\n")


def _exact(labels: list[str], truth: Flags, found: Flags) -> dict[str, float]:
    exact = {}
    for field in sorted({label.partition(":")[0] for label in labels if ":" in label}):
        columns = [number for number, label in enumerate(labels) if label.startswith(f"{field}:")]
        told = truth[:, columns].any(axis=1)
        exact[field] = float((truth[told][:, columns] == found[told][:, columns]).all(axis=1).mean())
    return exact


def write(name: str, labels: list[str], weights: Numbers, least: Numbers) -> None:
    one = SETS[name]
    wide = len(weights) - SIZE - 1
    words = np.where(np.abs(weights[wide:-1]) < SMALLEST, 0, weights[wide:-1])
    about = {"labels": labels, "layout": asdict(one.layout), "digest": digest(name), "folders": one.folders or (name,)}
    np.savez_compressed(
        ROOT / "src" / "askwell" / "coach" / "learned" / f"{name}.npz",
        dense=weights[:wide].astype(np.float16),
        sparse=words.astype(np.float16),
        bias=weights[-1].astype(np.float32),
        thresholds=least.astype(np.float32),
        about=np.array(json.dumps(about)),
    )


def train(name: str, *, dry: bool) -> None:
    one = SETS[name]
    cases, files = read(name)
    labels = sorted({label for case in cases for label in one.labels(case)})
    truth = np.array([[label in one.labels(case) for label in labels] for case in cases])
    languages = np.array([case["lang"] for case in cases])
    learner = Pooled(one, cases, truth, labels) if one.pieces else Whole(one, cases, truth)
    likely = unseen(learner, files)
    own = ~np.isin(files, [FIRST, *BESIDES])
    least = thresholds(truth[own], likely[own])
    found = judged(labels, likely, least)
    for title, which in (("own, unseen", own), (f"{FIRST}, unseen", files == FIRST)):
        if which.any():
            report(labels, truth[which], found[which], languages[which], f"{name} {title}:")
    if not dry:
        write(name, labels, learner.seen.back(learner.learn(np.arange(len(cases)))), least)


def main(arguments: list[str]) -> int:
    names = [word for word in arguments if word != "--dry"]
    if not names or set(names) - set(SETS):
        sys.stderr.write(f"usage: train_coach.py SET … [--dry]   sets: {', '.join(SETS)}\n")
        return 2
    for name in names:
        train(name, dry="--dry" in arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
