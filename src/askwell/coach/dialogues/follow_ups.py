"""Whether the seeker took up what the insider said."""

import re

import numpy as np

from askwell.coach import learned, meaning
from askwell.coach.dialogues.acts import LONGEST, sentences_of
from askwell.coach.questions.parts import plain
from askwell.lib.text import HAN

HOOKS, FOLLOWS = "hooks", "follow_ups"
PLAINLY = 0.75
"""From which probability on: of the turns of a talk few invite, of the cases learned from half do."""

_points_back = re.compile(
    r"\b(?:that|this|it|they|them|he|him|she|her|there|those|these|then|both|which one|so what|how so|how come|"
    r"in what way|"
    r"what happened|for example|which|tell me more|go on)\b|"
    r"\b(?:cela|ça|celle?-?(?:ci|là)?|celui|lequel|laquelle|lesquels|y|en|là|ce|cette|cet|alors|comment ça|et après|"
    r"par exemple|quelle?|la suite)\b|"
    r"那|这|后来|然后|他|她|它|怎么(?:会|了)|为什么|什么(?:事|话|办法|样|习惯|原因)|哪(?:一)?[个位步面次点]|具体|比如|接着|结果",
    re.IGNORECASE,
)
_usual = re.compile(r"[的了是我你您他她们在和有就不也都很吗呢啊吧么这那个一上来到说要会]")
_word = re.compile(rf"[{HAN}]|[^\W\d_{HAN}]+|\d+")


def pieces(said: str) -> list[str]:
    """What of an insider's turn can invite by itself: each sentence, and two in a row."""
    found = sentences_of(said)
    return [*found, *(f"{one} {other}" for one, other in zip(found, found[1:], strict=False))]


def invites(said: str) -> bool:
    """Whether what the insider said plainly invites a follow-up."""
    likely = (learned.probabilities(HOOKS, text)["invites"] for text in pieces(said))
    return max(likely, default=0.0) >= PLAINLY


def taken_up(said: str, then: str) -> bool:
    """Whether what the seeker said then takes up what the insider had said."""
    return "follows" in learned.found(
        FOLLOWS, learned.probabilities(FOLLOWS, then, beside=said, signs=signs(said, then))
    )


def echoes(said: str, then: str) -> bool:
    """Whether the seeker used words of the insider's, more than grammar."""
    return bool(_content(said) & _content(then))


def points_back(said: str, then: str) -> bool:
    """Whether words alone show that the second turn takes up the first."""
    return bool(_points_back.search(plain(then[:LONGEST])) or _content(said) & _content(then))


def signs(said: str, then: str) -> tuple[float, ...]:
    """How near the two turns are, in meaning and words, and whether the second points back at the first."""
    before = meaning.vectors(sentences_of(said))
    after = meaning.vectors(sentences_of(then))
    near = float(np.max(before @ after.T)) if len(before) and len(after) else 0.0
    shared = _content(said) & _content(then)
    words = len(_word.findall(then[:LONGEST]))
    return (
        4.0 * near,
        1.5 * min(len(shared), 3),
        2.0 * bool(_points_back.search(plain(then[:LONGEST]))),
        min(words, 40) / 20,
    )


def _content(text: str) -> set[str]:
    """Beginnings of the longer words, and pairs of Chinese characters that are more than grammar."""
    tokens = _word.findall(plain(text[:LONGEST]).lower())
    words = {token[:5] for token in tokens if len(token) > 4}
    pairs = {a + b for a, b in zip(tokens, tokens[1:], strict=False) if _is_telling(a) and _is_telling(b)}
    return words | pairs


def _is_telling(token: str) -> bool:
    return len(token) == 1 and not token.isascii() and not token.isdigit() and not _usual.match(token)
