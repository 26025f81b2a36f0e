"""A text as numbers that weights are learned on: its meaning, its words and letters, and what rules found in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from askwell.coach import meaning
from askwell.coach.grams import Grams, grams

_MEANING, _GRAMS = 2.0, 2.0
"""How much each kind counts: found by trying, held-out cases decide."""

_MOST_SENTENCES = 30
_sentence = re.compile(r"[^.?!。？！\n]+[.?!。？！]*")


@dataclass(frozen=True, slots=True)
class Layout:
    """What a set looks at besides the whole text: its sentences, also the first and the last by themselves (`ends`,
    with `sentences` only), a second text beside it and what the two have in common (`across`), its words and letters,
    how many signs of rules."""

    sentences: bool = False
    ends: bool = False
    beside: bool = False
    across: bool = True
    words: bool = True
    signs: int = 0


def features(
    text: str, layout: Layout, *, beside: str = "", signs: Sequence[float] = ()
) -> tuple[NDArray[np.float32], Grams]:
    """The dense numbers, whose order the layout settles, and the places in the table of words and letters."""
    if len(signs) != layout.signs:
        raise ValueError(f"{layout.signs} signs expected, {len(signs)} given")
    whole = meaning.vector(text)
    blocks = [_MEANING * whole]
    if layout.sentences:
        blocks.extend(_MEANING * block for block in _of_sentences(text)[: None if layout.ends else 2])
    if layout.beside:
        other = meaning.vector(beside)
        common = np.sqrt(meaning.SIZE, dtype=np.float32) * whole * other
        blocks += [_MEANING * block for block in (other, common)[: None if layout.across else 1]]
    blocks.append(np.asarray(signs, np.float32))
    words = grams(text if layout.words else "")
    return np.concatenate(blocks), Grams(words.places, np.float32(_GRAMS) * words.strengths)


def _of_sentences(text: str) -> list[NDArray[np.float32]]:
    """The mean of what the sentences mean, the highest of each number, the first and the last."""
    found = [match.group().strip() for match in _sentence.finditer(text)]
    one_each = meaning.vectors([sentence for sentence in found if sentence][:_MOST_SENTENCES])
    if not len(one_each):
        return [np.zeros(meaning.SIZE, np.float32)] * 4
    return [one_each.mean(axis=0), one_each.max(axis=0), one_each[0], one_each[-1]]
