"""Capitals: repaired where they only shout, used where they point out the family name."""

import re

from askwell.lib.names.surnames import weight
from askwell.lib.names.tables import PARTICLES
from askwell.lib.text import fold

_piece = re.compile(r"[^\W\d_]+")
_apostrophe_s = re.compile(r"(?<=\w\w)(['’][A-Z])\b")
_mc = re.compile(r"\bMc([a-z])")
_vowel = re.compile("[aeiouy]")


def is_shouted(word: str) -> bool:
    """Return whether `word` is a whole word in capitals, not an initial or a pair of them (JP)."""
    return len(word) > 1 and word.isupper() and (len(word) > 2 or weight(word) > 0) and "." not in word


def capitalised(words: list[str]) -> list[str]:
    """Return the words with shouted ones, or a name all in small letters, in ordinary capitals."""
    if all(word.islower() for word in words):
        return [_capitalise(word, n) for n, word in enumerate(words)]
    loud = all(word.isupper() for word in words)
    return [
        _capitalise(word, n) if is_shouted(word) or (loud and _can_be_spoken(word)) else word
        for n, word in enumerate(words)
    ]


def _can_be_spoken(word: str) -> bool:
    return len(word) > 1 and "." not in word and bool(_vowel.search(fold(word)))


def _capitalise(word: str, position: int) -> str:
    if position and fold(word) in PARTICLES and len(word) <= 3:
        return word.lower()
    titled = _piece.sub(lambda match: match[0].capitalize(), word.lower())
    titled = _apostrophe_s.sub(lambda match: match[0].lower(), titled)
    return _mc.sub(lambda match: "Mc" + match[1].upper(), titled)
