"""Words that a search finds something by, in any script."""

import re
from collections.abc import Iterable

from askwell.lib.pinyin import spellings
from askwell.lib.text import HAN, fold

_word = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
_joined = re.compile(r"[^\W_]+(?:[-'][^\W_]+)+")


def search_tokens(*texts: str, native: str = "") -> list[str]:
    """Return the words under which something is found, each once, in order of appearance.

    Folded words of every text; Chinese comes as single simplified characters; a hyphenated or
    apostrophised word also comes joined (``Ka-chun``: ka, chun, kachun). `native` is a Chinese name: its
    characters, pinyin syllables, joined pinyin and initials are added (周敏: 周, 敏, zhou, min, zhoumin,
    minzhou, zm). Match the *beginning* of these with each of `query_tokens`.
    """
    tokens: dict[str, None] = {}
    for text in texts:
        tokens.update(dict.fromkeys(_words(text)))
        if "-" in text or "'" in text or "’" in text:
            tokens.update(dict.fromkeys(_joined_words(text)))
    if native:
        tokens.update(dict.fromkeys(_words(native)))
        tokens.update(dict.fromkeys(spellings(native)))
    return list(tokens)


def query_tokens(text: str) -> list[str]:
    """Return what was typed as folded words and single Chinese characters, each once.

    Something is found when every one of these begins one of its `search_tokens`.
    """
    return list(dict.fromkeys(_words(text)))


def _words(text: str) -> list[str]:
    folded = fold(text)
    if folded.isalnum() and folded.isascii():
        return [folded]
    return _word.findall(folded)


def _joined_words(text: str) -> Iterable[str]:
    for word in _joined.findall(text.replace("’", "'")):
        yield fold(word).replace(" ", "")
        yield from _word.findall(fold(word.replace("'", " ")))
