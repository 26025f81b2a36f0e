"""Words as they are compared: without case, accents and plurals. Chinese is compared character by character."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from askwell.lib.text import HAN, fold

Key = tuple[str, ...]
_TOKEN = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:[+#]+)?|&")

_VOWEL = re.compile("[aeiouy]")


@lru_cache(maxsize=4096)
def key_of(text: str) -> Key:
    """The words of a text, each by its stem; of Chinese the characters."""
    return tuple(stem(word) for word in _TOKEN.findall(fold(text)))


def keys_of(text: str) -> tuple[Key, ...]:
    """The same, line by line: no term runs over the end of one."""
    return tuple(key for line in text.splitlines() if (key := key_of(line)))


def is_said(key: Key, lines: Iterable[Sequence[str]]) -> bool:
    """Whether these words stand one after the other in a line; of several words also in another form: hydraulic
    models, hydraulic modelling."""
    size = len(key)
    if size < 2:
        return any(word in line for word in key for line in lines)
    wanted = rooted(key)
    for line in map(rooted, map(tuple, lines)):
        if wanted[0] in line and any(line[place : place + size] == wanted for place in range(len(line) - size + 1)):
            return True
    return False


@lru_cache(maxsize=4096)
def rooted(key: Key) -> Key:
    """The words without the endings of what is done: modelling → model, purchasing → purchas, as purchase."""
    return tuple(map(_root, key))


def _root(word: str) -> str:
    base = word[:-3] if len(word) > 5 and word.endswith("ing") and _VOWEL.search(word[:-3]) else word
    base = base[:-1] if len(base) > 4 and base.endswith("e") else base
    return base[:-1] if len(base) > 3 and base[-1] == base[-2] else base


def stem(word: str) -> str:
    """One word without its plural: suppliers → supplier, inventories → inventory, travaux → travail."""
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("aux") and len(word) > 4:
        return word[:-3] + "al"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
