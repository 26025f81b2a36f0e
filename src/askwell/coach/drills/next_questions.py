"""Judges what somebody would ask next: whether it takes up the hook in what an insider said.

How likely it does is one logistic regression over ten numbers (`signs`): how near the question comes in meaning to
the hook, to all that was said, to the mere role and to the nearest sentence, how many words it takes from the hook and
from all, and what kind of question it is. `tools/weigh_next_questions.py` finds the weights, and scores them on
exercises that they were not found on. A question that says a telling word of the hook takes it up; one
that says none must be nearer to this exercise than to nearly all others (`MOST_NEARER`).
"""

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np

from askwell.coach import meaning
from askwell.coach.drills.items import Next, items
from askwell.coach.questions import Code, Finding, Question, check
from askwell.coach.questions.judging import likely
from askwell.coach.questions.parts import asks, plain, sentences

Vectors = np.ndarray[tuple[int, ...], np.dtype[np.float32]]

LONGEST = 400
"""Characters of a question that are looked at."""
WEIGHTS = (2.7, 6.2, -3.72, 2.52, 1.09, 0.73, -0.6, -0.32, 0.0, -0.19)
BIAS = -9.10
SURE, UNSURE = 0.5, 0.25
"""From which likelihood on a question follows; under which it does not."""
MOST_NEARER = 4
"""From how many other exercises that are nearer in meaning on a question might be asked of anybody."""
FAULTS = {Code.CLOSED, Code.ASKS_FOR_JOB, Code.PUBLIC_FACT, Code.DOUBLE}
"""What counts against a question here. Vague, leading or personal is judged without what was said before it, and "What
was that word?" is none of these after an insider spoke of a word."""
KINDS = ("public_fact", "closed", "topic:insights", "asks_for_job")
_FARTHEST = 7.0
_MOST_WORDS = 3

_han = re.compile(r"[\u4e00-\u9fff]+")
_word = re.compile(r"[^\W\d_]{4,}")
_usual_characters = set("的了是我你您他她它这那个一不在有没么们什怎哪就也都很")
_usual_words = {
    "that", "with", "when", "from", "have", "this", "they", "their", "them", "were", "your", "what", "which", "then",
    "there", "than", "would", "about", "pour", "dans", "avec", "cette", "vous", "votre", "nous", "elle", "leur", "plus",
    "quand", "comme", "être", "avez", "avait", "sans", "tout", "quel", "quell", "sont", "mais",
}  # fmt: skip
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
        return self.follows is Following.YES and self.asks and not self.findings


def judge_next(item: Next, text: str) -> NextJudgement:
    """Judge one question. An empty one follows nothing."""
    text = text[:LONGEST].strip()
    names_it = bool(_telling(text) & _telling(item.hook))
    faults = FAULTS - {Code.PUBLIC_FACT} if names_it else FAULTS
    findings = tuple(one for one in check(Question(text, item.language)) if one.code in faults)
    return NextJudgement(_follows(item, text, names_it=names_it), asks(plain(text)), findings)


def _follows(item: Next, text: str, *, names_it: bool) -> Following:
    chance = _chance(signs(item, text)) if text else 0.0
    if names_it or (chance >= SURE and _stands_out(item, text)):
        return Following.YES
    return Following.PERHAPS if chance >= UNSURE else Following.NO


def _stands_out(item: Next, text: str) -> bool:
    """Whether few other exercises are nearer to it in meaning: what fits as many of them might be asked of anybody."""
    asked, (keys, hooks, told) = meaning.vector(text), _all(item.language)
    place = keys.index(item.id)
    return any(int((many @ asked > many[place] @ asked).sum()) < MOST_NEARER for many in (hooks, told))


@cache
def _all(language: str) -> tuple[list[str], Vectors, Vectors]:
    """The ids of a language's exercises, the vectors of their hooks and of all that is said in them."""
    every = [one for one in items().values() if isinstance(one, Next) and one.language == language]
    hooks, told = (
        np.array([meaning.vector(one.hook) for one in every]),
        np.array([meaning.vector(one.said) for one in every]),
    )
    return [one.id for one in every], hooks, told


def signs(item: Next, text: str) -> tuple[float, ...]:
    """The numbers that the weights are for."""
    asked, kind = meaning.vector(text), likely(plain(text), item.language)
    nearness = [float(asked @ meaning.vector(other)) for other in (item.hook, item.said, item.role)]
    nearest = max(float(asked @ meaning.vector(part.text)) for part in sentences(plain(item.said)))
    shared = [min(len(_words(text) & _words(other)), _MOST_WORDS) for other in (item.hook, item.said)]
    return (*nearness, nearest, *shared, *(_odds(kind[label]) for label in KINDS))


def _chance(numbers: tuple[float, ...]) -> float:
    score = BIAS + sum(weight * number for weight, number in zip(WEIGHTS, numbers, strict=True))
    return 1 / (1 + math.exp(-score))


def _odds(chance: float) -> float:
    within = min(max(chance, 1e-6), 1 - 1e-6)
    return max(-_FARTHEST, min(_FARTHEST, math.log(within / (1 - within))))


def _telling(text: str) -> set[str]:
    """Its words without those that every text has: a short question that says one of the hook's is about it."""
    return {word for word in _words(text) if word not in _usual_words and not _usual_characters & set(word)}


def _words(text: str) -> set[str]:
    """Beginnings of its longer words; of Chinese, every two characters that stand together."""
    pairs = {run[at : at + 2] for run in _han.findall(text) for at in range(len(run) - 1)}
    return pairs | {word[:_BEGINNING] for word in _word.findall(_han.sub(" ", text.lower()))}
