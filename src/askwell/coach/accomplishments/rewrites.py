"""A line without a weakness, where words alone can mend it: nothing is added that the writer did not say."""

import re
from collections.abc import Iterator
from itertools import islice

from askwell.coach.accomplishments.counting import first_person
from askwell.coach.accomplishments.values import Code

_opening = {
    "en": re.compile(r"^\s*(?:(?:and|also|then|so)\s+)?I(?:\s+(?:also|then|always|personally|successfully))?\s+", re.I),
    "fr": re.compile(r"^\s*(?:(?:et|aussi|puis)\s+)?(?:j['’]ai|je\s+me\s+suis|je\s+suis)\s+", re.I),
    "zh-Hans": re.compile(r"^\s*(?:本人|我(?:自己)?)(?:曾经?|还|也)?"),
}
_inside = {
    "en": (
        (re.compile(r"(,?\s+(?:and|then|but)) I(?:\s+also)?\s+(?=[a-z])"), r"\1 "),
        (re.compile(r"\b(?:in|at|for|on|with|to|of|from) my\b"), lambda match: match.group().replace("my", "the")),
        (re.compile(r"\b[Mm]y\b"), "the"),
    ),
    "fr": (
        (re.compile(r"(,?\s+(?:et|puis)) j['’]ai\s+", re.I), r"\1 "),
        (re.compile(r"\bmon\b|\bma\b(?=\s+[^aeiouéèêh])"), lambda match: "le" if match.group() == "mon" else "la"),
        (re.compile(r"\bmes\b"), "les"),
    ),
    "zh-Hans": ((re.compile(r"本人|我(?=[把将用为在给的])"), ""),),
}
_unfit = {
    "en": re.compile(r"^(?:am|was|were|have|had|do|did|can|could|would|will|might|feel|like|love|want)\b", re.I),
    "fr": re.compile(r"^(?:été|eu|pu|voulu|dû|chargée?|responsable)\b", re.I),
    "zh-Hans": re.compile(r"^(?:是|被|很|有|会|能|想|喜欢|的|们)"),
}
_elided = re.compile(r"\b(?:le|la) (?=[aeiouéèêh])", re.I)
_cut = {
    "en": re.compile(r"[;:,—–]\s+(?:who\s+)?|\s+who\s+"),
    "fr": re.compile(r"\s*[;:,—–]\s+(?:qui\s+a(?:it)?\s+)?|\s+qui\s+(?:a\s+)?"),
    "zh-Hans": re.compile(r"[，；：,;:]\s*"),
}
MOST_CUTS = 4
"""Places at which the words before are dropped, to see whether the rest stands by itself."""


def without(code: Code, text: str, language: str) -> Iterator[str]:
    """Lines that may be without this weakness, the likeliest first; none where only the writer has the words."""
    if code is Code.FIRST_PERSON and (line := _impersonal(text, language)):
        yield line
    if code is Code.BUZZWORDS:
        for cut in islice(_cut[language].finditer(text), MOST_CUTS):
            yield _capital(text[cut.end() :])


def _impersonal(text: str, language: str) -> str | None:
    """The line without the person who speaks: "I sold 300 phones" becomes "Sold 300 phones"."""
    rest = _opening[language].sub("", text, count=1).strip()
    for pattern, instead in _inside[language]:
        rest = pattern.sub(instead, rest)
    if language == "fr":
        rest = _elided.sub("l'", rest)
    if not rest or rest == text or _unfit[language].match(rest) or first_person(rest, language):
        return None
    return _capital(rest)


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
