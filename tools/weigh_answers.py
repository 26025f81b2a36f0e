"""How well answers are judged by weights that never saw them: `weigh_answers.py`.

Whole files of our own cases are left out at a time, and `first.jsonl` always; thresholds are chosen on the other files.
What follows is what `askwell.coach.answers.judge` concludes. The last line: how often a question that a story of
`cases/answer_pairs` answers counts as nearer to it than one that it does not answer; of these nothing is learned.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from coach_learners import Numbers, Pooled, Whole
from coach_sets import SETS, Case
from train_coach import FIRST, folds, read, thresholds, unseen

from askwell.coach.answers import Star, counting, subjects
from askwell.coach.answers.judging import WHOLE, concluded, together
from askwell.coach.answers.sentences import SET, odds
from askwell.coach.answers.subjects import OFF

PAIRS = Path(__file__).resolve().parents[1] / "cases" / "answer_pairs"
Found = tuple[set[str], set[str], int]
"""Parts, problems and band."""

Judged = list[tuple[Case, str, Found]]
"""Each case, its file and what was found in it."""


def margins(name: str) -> tuple[list[Case], list[str], list[dict[str, float]]]:
    """All cases of a set, the file of each, and how far each label is beyond its threshold, by unseen weights."""
    one = SETS[name]
    cases, files = read(name)
    labels = sorted({label for case in cases for label in one.labels(case)})
    truth = np.array([[label in one.labels(case) for label in labels] for case in cases])
    learner = Pooled(one, cases, truth, labels) if one.pieces else Whole(one, cases, truth)
    likely, fold = unseen(learner, files), folds(files)
    beyond: Numbers = np.zeros(likely.shape)
    for number in set(fold):
        others, mine = (fold != number) & (files != FIRST), fold == number
        beyond[mine] = _odds(likely[mine]) - _odds(thresholds(truth[others], likely[others]))
    return cases, files.tolist(), [dict(zip(labels, row.tolist(), strict=True)) for row in beyond]


def _odds(likely: Numbers) -> Numbers:
    return np.asarray(np.vectorize(odds, otypes=[float])(likely))


def judged() -> Judged:
    cases, files, whole = margins(WHOLE)
    off = margins(OFF)[2]
    of_sentences, _, one = margins(SET)
    shown = {case["id"]: found for case, found in zip(of_sentences, one, strict=True)}
    return [
        (case, file, _found(case, together({**found, **missed}, shown[case["id"]])))
        for case, file, found, missed in zip(cases, files, whole, off, strict=True)
    ]


def _found(case: Case, beyond: dict[str, float]) -> Found:
    star, codes = concluded(beyond, too_short=counting.too_short(case["answer"], case["lang"]))
    return {str(part) for part in star}, {str(code) for code in codes}, counting.band(star, codes)


def told(case: Case) -> set[str]:
    return {part for part, is_there in case["star"].items() if is_there}


def f1(pairs: Sequence[tuple[Iterable[str], set[str]]], label: str) -> float:
    both = sum(label in truth and label in found for truth, found in pairs)
    return 2 * both / max(1, sum((label in truth) + (label in found) for truth, found in pairs))


def report(title: str, some: Judged) -> None:
    off = np.array([abs(found[2] - case["score_band"]) for case, _, found in some])
    problems = [(case["problems"], found[1]) for case, _, found in some]
    each = {label: f1(problems, label) for label in sorted({label for truth, _ in problems for label in truth})}
    star = np.mean([f1([(told(case), found[0]) for case, _, found in some], part) for part in Star])
    words = ", ".join(f"{label} {value:.2f}" for label, value in each.items())
    sys.stdout.write(
        f"{title} ({len(some)}): within one {(off <= 1).mean():.3f}, exact {(off == 0).mean():.3f}, "
        f"problems {np.mean(list(each.values())):.3f}, star {star:.3f}; {words}\n"
    )


def nearer(case: dict[str, Any]) -> float:
    """How often a question that the story answers counts as nearer than one that it does not."""
    fits, misses = ([subjects.match(question, case["answer"]) for question in case[key]] for key in ("fits", "misses"))
    return float(np.mean([fit > miss for fit in fits for miss in misses]))


def main() -> int:
    found = judged()
    of: dict[str, Callable[[str], bool]] = {"own": lambda file: file != FIRST, FIRST: lambda file: file == FIRST}
    for title, chosen in of.items():
        some = [one for one in found if chosen(one[1])]
        report(title, some)
        for language in ("en", "zh-Hans", "fr"):
            report(f"{title} {language}", [one for one in some if one[0]["lang"] == language])
    pairs = [
        json.loads(line) for file in sorted(PAIRS.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    ]
    sys.stdout.write(f"pairs ({len(pairs)} stories): {np.mean([nearer(case) for case in pairs]):.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
