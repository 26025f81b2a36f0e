"""Cuts what was typed into the questions it asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_plain = str.maketrans(
    {"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "?": "?", "？": "?", "，": ",", "；": ";", "：": ":"}
)
_sentence = re.compile(
    r"[^.?!。！\n]*(?:(?:\.(?=\w)|(?<=\b[A-Z])\.|(?<=\bMr)\.|(?<=\bDr)\.|"
    r"(?<=\bMrs)\.)[^.?!。！\n]*)*[.?!。！]*"
)
_asks_without_mark = re.compile(
    r"(?:please |could you |can you |would you |so |and |also )*(?:tell|describe|explain|share|walk|talk|"
    r"take) "
    r"|(?:et |alors )?(?:parlez|décrivez|racontez|expliquez|dites|partagez)-"
    r"|(?:还)?(?:麻烦|想|希望|能)?(?:您|你)?请(?:您|你|教)?|想(?:请教|问|听|了解|知道)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the plain text that asks one thing: plain[start:end] is `text`."""

    text: str
    start: int
    end: int


def plain(text: str) -> str:
    """The text with one kind of apostrophe, space, comma and question mark: as long as before."""
    return text.translate(_plain)


def sentences(text: str) -> Iterator[Part]:
    for match in _sentence.finditer(text):
        stripped = match.group().strip()
        if stripped.strip(".?!。！ "):
            start = match.start() + match.group().index(stripped)
            yield Part(stripped, start, start + len(stripped))


def asks(text: str) -> bool:
    """Whether the plain text shows that it asks: by a question mark, or by words as "tell me"."""
    return any(_shows_asking(part) for part in sentences(text))


def asked(text: str) -> list[Part]:
    """The sentences of the plain text that ask; when none shows it, the last is taken to."""
    found = list(sentences(text))
    return [part for part in found if _shows_asking(part)] or found[-1:]


def _shows_asking(part: Part) -> bool:
    return part.text.endswith("?") or bool(_asks_without_mark.match(part.text))
