"""What a text asks for, among things that are known by their words: in which sentence, what it waives, and what it
names as one of several.

"No French needed" asks for nothing; "a diploma or a CPA" asks for one of two; English Bay is no language.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

Group = tuple[str, ...]
"""Keys of which one is enough."""
Signs = Mapping[str, re.Pattern[str]]

_ANY = re.IGNORECASE
_SENTENCES = re.compile(r"[.!?](?=\s|$)|[\n;。！？；]")
_CLAUSES = re.compile(
    r"[,，:：(（]|\s[-–—]\s|\bbut\b|\bmais\b|但|(?<=needed|quired|essary|requis)\s+(?:and|et)\b", _ANY
)
_WAIVES = re.compile(
    r"\b(?:no(?! later| less)|not(?! only| limited)|without|never|nor|pas|aucune?|non|sans|ni)\b|n[’']t\b"
    r"|不需|不要求|不必|不限|不用|无需|無需|无须|非必须|非必需|没有要求",
    _ANY,
)
_OR = re.compile(r"\b(?:or|ou)\b|或|/", _ANY)
_AND = re.compile(r"\b(?:and|et|plus|as well as)\b|和|及|与|并", _ANY)
_LISTED = re.compile(r"[,，、]")
_APART = 40
"""Characters between two of a list, at most."""

Found = tuple[int, int, str]


def asked(text: str, signs: Signs, is_meant: Callable[[str, int, int], bool] | None = None) -> Iterator[Group]:
    """What is asked for, in the text's order. `is_meant(sentence, start, end)`: whether a word there is meant so."""
    for sentence in _SENTENCES.split(text):
        found = [
            (one.start(), one.end(), key)
            for key, sign in signs.items()
            for one in sign.finditer(sentence)
            if is_meant is None or is_meant(sentence, *one.span())
        ]
        if found:
            yield from _groups(sentence, [one for one in sorted(found) if not _is_waived(sentence, one)])


def _is_waived(sentence: str, found: Found) -> bool:
    start = max((cut.end() for cut in _CLAUSES.finditer(sentence, 0, found[0])), default=0)
    cut = _CLAUSES.search(sentence, found[1])
    return bool(_WAIVES.search(sentence, start, cut.start() if cut else len(sentence)))


def _groups(sentence: str, found: Sequence[Found]) -> Iterator[Group]:
    group: list[str] = []
    for place, one in enumerate(found):
        group.append(one[2])
        if not _goes_on(sentence, found[place:]):
            yield tuple(dict.fromkeys(group))
            group = []


def _goes_on(sentence: str, found: Sequence[Found]) -> bool:
    """Whether the first and the next of these are named as either, or stand in a list that ends in one: A, B or C."""
    for one, after in zip(found, found[1:], strict=False):
        between = sentence[one[1] : after[0]]
        if len(between) > _APART or _AND.search(between):
            return False
        if _OR.search(between):
            return True
        if not _LISTED.search(between):
            return False
    return False
