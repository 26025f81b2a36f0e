"""Titles as words that a search compares: without case, accents, plural and gender, in three languages.

Of Chinese, each character and each two that stand beside each other are a word.
"""

import re
from functools import lru_cache

from askwell.lib.text import HAN, fold

_PIECE = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+(?:[+#]+)?")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_IS_HAN = re.compile(f"[{HAN}]")
_JOINING = (
    "of and the a an in at for to with or my un une de du des la le les l d en et au aux dans pour chez ou sur",
    "的 和 在 与",
)
NOTHING = frozenset(word for line in _JOINING for word in line.split(" "))
"""Words that tell nothing about an occupation."""
_FEMININE = (
    ("trice", "teur"), ("iere", "ier"), ("euse", "eur"), ("ienne", "ien"), ("onne", "on"), ("enne", "en"),
    ("ive", "if"), ("elle", "el"), ("ine", "in"),
)  # fmt: skip


def words_of(text: str) -> tuple[str, ...]:
    """The words of a title or of what was typed, in order, each once."""
    joined = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    return tuple(dict.fromkeys(word for piece in _PIECE.findall(fold(joined)) for word in _words(piece)))


def is_han(word: str) -> bool:
    return _IS_HAN.match(word) is not None


def _words(piece: str) -> tuple[str, ...]:
    if piece in NOTHING:
        return ()
    if not is_han(piece):
        return (stem(piece),)
    pairs = tuple(piece[place : place + 2] for place in range(len(piece) - 1))
    return (*(sign for sign in piece if sign not in NOTHING), *pairs)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """One folded word without plural and gender: nurses → nurs, infirmieres → infirmier, travaux → travail."""
    if len(word) < 4 or not word.isalpha():
        return word
    return _masculine(_singular(word))


def _singular(word: str) -> str:
    if word.endswith("aux") and len(word) > 5:
        return word[:-3] + "al"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _masculine(word: str) -> str:
    for feminine, masculine in _FEMININE:
        if word.endswith(feminine) and len(word) > len(feminine) + 1:
            return word[: -len(feminine)] + masculine
    return word[:-1] if word.endswith("e") and len(word) > 4 else word
