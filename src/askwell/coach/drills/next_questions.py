"""Judges what somebody would ask next: whether it takes up the hook in what an insider said.

How likely it does is one logistic regression over ten numbers (`signs`): how near the question comes in meaning to the
hook, to all that was said, to its nearest sentence and to the mere role, how many words it takes from the hook and from
the rest, and what kind of question it is. `tools/weigh_next_questions.py` finds the weights, and scores them on exercises
that they were not found on.
"""

import math
import re
from dataclasses import dataclass
from enum import StrEnum

from askwell.coach import meaning
from askwell.coach.drills.items import Next
from askwell.coach.questions import Code, Finding, Question, check, subject_of
from askwell.coach.questions.parts import asks, plain, sentences

LONGEST = 400
"""Characters of a question that are looked at."""
WEIGHTS = (2.45, 6.78, -3.45, 2.18, 1.19, 0.67, -0.68, -0.36, 0.0, -0.23)
BIAS = -10.29
SURE, UNSURE = 0.5, 0.25
"""From which likelihood on a question follows; under which it does not."""
FLAWS = (Code.PUBLIC_FACT, Code.CLOSED, Code.ASKS_FOR_JOB)
_MOST_WORDS = 3

_han = re.compile(r"[\u4e00-\u9fff]+")
_word = re.compile(r"[^\W\d_]{4,}")
_BEGINNING = 5
"""Words with the same first letters are one word: served, serves."""


class Following(StrEnum):
    """Whether a question takes up the hook."""

    YES = "yes"
    PERHAPS = "perhaps"  # open, but it might be asked of anybody
    NO = "no"


@dataclass(frozen=True, slots=True)
class NextJudgement:
    """`asks`: it shows that it is a question; `findings`: what is wrong with it as one."""

    follows: Following
    asks: bool
    findings: tuple[Finding, ...]

    @property
    def is_good(self) -> bool:
        return self.follows is not Following.NO and self.asks and not self.findings


def judge_next(item: Next, text: str) -> NextJudgement:
    """Judge one question. An empty one follows nothing."""
    text = text[:LONGEST].strip()
    return NextJudgement(_follows(item, text), asks(plain(text)), check(Question(text, item.language)))


def _follows(item: Next, text: str) -> Following:
    likely = _likely(signs(item, text)) if text else 0.0
    return Following.YES if likely >= SURE else Following.NO if likely < UNSURE else Following.PERHAPS


def signs(item: Next, text: str) -> tuple[float, ...]:
    """The numbers that the weights are for."""
    asked, flaws = meaning.vector(text), {finding.code for finding in check(Question(text, item.language))}
    nearness = [float(asked @ meaning.vector(other)) for other in (item.hook, item.said, item.role)]
    nearest = max(float(asked @ meaning.vector(part.text)) for part in sentences(plain(item.said)))
    shared = [min(len(_words(text) & _words(other)), _MOST_WORDS) for other in (item.hook, item.said)]
    kind = (*(float(flaw in flaws) for flaw in FLAWS), float(subject_of(text, item.language) == "insights"))
    return (*nearness, nearest, *shared, *kind)


def _likely(numbers: tuple[float, ...]) -> float:
    score = BIAS + sum(weight * number for weight, number in zip(WEIGHTS, numbers, strict=True))
    return 1 / (1 + math.exp(-score))


def _words(text: str) -> set[str]:
    """Beginnings of its longer words; of Chinese, every two characters that stand together."""
    pairs = {run[at : at + 2] for run in _han.findall(text) for at in range(len(run) - 1)}
    return pairs | {word[:_BEGINNING] for word in _word.findall(_han.sub(" ", text.lower()))}
