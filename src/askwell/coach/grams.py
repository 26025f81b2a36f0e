"""The words and letters of a text as places in a fixed table, for weights that are learned on them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from askwell.lib.text import HAN

SIZE = 1 << 15
"""Places in the table: what falls on the same place counts as the same."""

LONGEST = 4000
"""Characters of one text that are looked at."""

_tokens = re.compile(rf"[{HAN}]|[^\W\d_{HAN}]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]")
_digits = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Grams:
    """The table's places that a text touches, each once, and how strongly; the strengths have length 1."""

    places: NDArray[np.int64]
    strengths: NDArray[np.float32]


def grams(text: str) -> Grams:
    """Words, pairs and threes of words, and the letters of words by two to five; case and width of letters aside."""
    counted = Counter(_pieces(text[:LONGEST]))
    if not counted:
        return Grams(np.zeros(0, np.int64), np.zeros(0, np.float32))
    found: dict[int, float] = {}
    for piece, times in counted.items():
        place = crc32(piece.encode("utf-8", "replace")) % SIZE
        found[place] = found.get(place, 0.0) + times**0.5
    strengths = np.fromiter(found.values(), np.float32)
    return Grams(np.fromiter(found, np.int64), strengths / np.linalg.norm(strengths))


def _pieces(text: str) -> Iterator[str]:
    plain = _digits.sub("0", unicodedata.normalize("NFKC", text).lower())
    tokens = _tokens.findall(plain)
    for length in (1, 2, 3):
        for start in range(len(tokens) - length + 1):
            yield " ".join(tokens[start : start + length])
    for token in tokens:
        framed = f"<{token}>"
        for length in (3, 4, 5):
            for start in range(len(framed) - length + 1):
                yield f"_{framed[start : start + length]}"
