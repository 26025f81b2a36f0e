"""Guesses what a reply means from examples, where no words of the lexicon are found.

Multinomial naive Bayes (McCallum and Nigam 1998) over the sets of character n-grams:

1. A text becomes the set of its runs of one to five characters, inside words padded with blanks; Chinese is one word.
2. Each example counts each of its n-grams once for its meaning; counts are smoothed by `_SMOOTHING`.
3. The meaning whose n-grams make the text likeliest is the answer; all meanings are equally likely beforehand.

The examples are our own (`examples_english` and its siblings). A language is learned when it is first needed, in a few
hundredths of a second.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from askwell.coach.replies import examples_chinese, examples_english, examples_french
from askwell.coach.replies.values import Intent

_SMOOTHING = 0.05
_LONGEST = 600
_texts: dict[str, Mapping[Intent, str]] = {
    "en": examples_english.EXAMPLES,
    "fr": examples_french.EXAMPLES,
    "zh-Hans": examples_chinese.EXAMPLES,
}


@dataclass(frozen=True, slots=True)
class Learned:
    """For each n-gram the logarithm of its likelihood under each meaning."""

    meanings: tuple[Intent, ...]
    grams: Mapping[str, tuple[float, ...]]


def like_examples(text: str, language: str) -> tuple[Intent, float]:
    """The meaning whose examples the text is most like, and how much more than the next (0 to 1)."""
    learned = _learned(language)
    known = [learned.grams[gram] for gram in _grams(text) if gram in learned.grams]
    sums = [sum(column) for column in zip(*known, strict=True)] if known else [0.0] * len(learned.meanings)
    best, second = sorted(sums, reverse=True)[:2]
    return learned.meanings[sums.index(best)], 1 - math.exp(second - best)


@cache
def _learned(language: str) -> Learned:
    counts: dict[Intent, Counter[str]] = {
        meaning: Counter(gram for example in lines.split("|") for gram in _grams(example))
        for meaning, lines in _texts[language].items()
    }
    known = set().union(*counts.values())
    totals = {meaning: math.log(grams.total() + _SMOOTHING * len(known)) for meaning, grams in counts.items()}
    return Learned(
        tuple(counts),
        {
            gram: tuple(math.log(grams[gram] + _SMOOTHING) - totals[meaning] for meaning, grams in counts.items())
            for gram in known
        },
    )


def _grams(text: str) -> set[str]:
    words = [f" {word} " for word in text[:_LONGEST].lower().replace("’", "'").split()]
    return {
        word[start : start + size] for word in words for size in range(1, 6) for start in range(len(word) - size + 1)
    }
