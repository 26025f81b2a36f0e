"""Which words are the family name."""

from askwell.lib.names.surnames import (
    SINGLE_GIVEN,
    VIETNAMESE_SURNAMES,
    is_hyphenated_given,
    is_pinyin,
    is_syllable,
    is_two_syllables,
    is_vietnamese,
    key,
    weight,
)
from askwell.lib.names.tables import (
    ALSO_GIVEN,
    DEVOTIONAL,
    ENGLISH_GIVEN,
    IBERIAN_SURNAMES,
    PARTICLES,
    STRONG_PARTICLES,
)

_SURE = 3
"""A family name of this weight is one even where the other word could be one."""
_CLEARLY = 2
"""By so much must family-name-first be likelier before it is assumed."""


def split_words(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the given and the family name's words.

    Western order, unless the words are an East Asian name whose family name comes first: known family
    names, their frequency and the shape of the other syllables decide; in doubt it is Western order.
    """
    if len(words) < 2:
        return words, []
    if len(words) == 2:
        return ([words[1]], [words[0]]) if _family_first(*words) else ([words[0]], [words[1]])
    return _east_asian(words) or _western(words)


def is_family_first(first: str, last: str) -> bool:
    """Return whether two separate cells, given and family name, were certainly filled the wrong way round."""
    return weight(first) >= _CLEARLY and not weight(last) and _family_first(first, last)


def can_be_given(family: str, given: str) -> bool:
    """Return whether `given` reads as the given name to the family name before its comma: Chen, Lei."""
    words = given.split()
    if all(_is_english(word) for word in words):
        return not _is_english(family)
    return bool(weight(family)) and _all_syllables(words)


def _is_english(word: str) -> bool:
    return key(word) in ENGLISH_GIVEN or key(word) in ALSO_GIVEN


def _family_first(first: str, last: str) -> bool:
    if not weight(first):
        return is_vietnamese([first, last])
    if is_vietnamese([first, last]):
        return True
    if is_hyphenated_given(last):
        return not _double_surname(last)
    if not weight(last):
        return _is_given_alone(first, last)
    east = weight(first) + _givenness(last)
    return east - (weight(last) + _givenness(first)) >= _CLEARLY


def _double_surname(word: str) -> bool:
    return all(weight(part) >= _SURE for part in word.split("-"))


def _is_given_alone(surname: str, word: str) -> bool:
    """Whether `word`, no family name, is a given name behind `surname`."""
    if len(word.rstrip(".")) == 1:
        return key(surname) not in ENGLISH_GIVEN and key(surname) not in ALSO_GIVEN
    if is_pinyin(word):
        return True
    sure = weight(surname) >= _SURE and key(surname) not in ALSO_GIVEN
    return sure and (key(word) in ENGLISH_GIVEN or is_two_syllables(word))


def _givenness(word: str) -> int:
    return 2 if key(word) in ALSO_GIVEN or key(word) in ENGLISH_GIVEN else int(key(word) in SINGLE_GIVEN)


def _east_asian(words: list[str]) -> tuple[list[str], list[str]] | None:
    """Three or more words: Wong Ka Chun, Ka Chun Wong, Peter Chan Tai Man, Nguyen Van Minh; else None."""
    if is_vietnamese(words):
        return words[1:], words[:1]
    size = 2 if weight(words[0] + words[1]) else 1
    english = [word for word in words if key(word) in ENGLISH_GIVEN]
    rest = words[size:]
    if english == words[-1:] and _all_syllables(words[:-1]):
        given, family = split_words(words[:-1])
        return [words[-1], *given], family
    if english == words[:1]:
        return _english_first(words)
    if not _all_syllables(words):
        return None
    if _starts_with_family(words, size):
        return rest, words[:size]
    return words[:-1], words[-1:]


def _english_first(words: list[str]) -> tuple[list[str], list[str]] | None:
    rest = words[1:]
    if len(rest) in (2, 3) and _all_syllables(rest) and weight(rest[0]) and _starts_with_family(rest, 1):
        return [words[0], *rest[1:]], rest[:1]
    return None


def _all_syllables(words: list[str]) -> bool:
    return all(is_syllable(word) or is_hyphenated_given(word) or is_pinyin(word) for word in words)


def _starts_with_family(words: list[str], size: int) -> bool:
    if size == 2 or not weight(words[0]) or not weight(words[-1]):
        return size == 2 or bool(weight(words[0]))
    east = weight(words[0]) + _givenness(words[-1])
    west = weight(words[-1]) + _givenness(words[0])
    return east > west or (east == west and not all(map(is_pinyin, words)))


def _western(words: list[str]) -> tuple[list[str], list[str]]:
    start = _lower_particle(words) or _last_name(words)
    while start > 1 and _is_particle(words, start - 1):
        start -= 1
    return words[:start], words[start:]


def _lower_particle(words: list[str]) -> int:
    """Where a small "van", "de la" … begins the family name; 0 when none does."""
    for at in range(1, len(words) - 1):
        if words[at] in STRONG_PARTICLES and words[at].islower():
            following = next((key(word) for word in words[at + 1 :] if key(word) not in PARTICLES), "")
            return 0 if following in DEVOTIONAL else at
    return 0


def _is_particle(words: list[str], at: int) -> bool:
    word = words[at].rstrip(".").lower().replace("’", "'")
    return word in PARTICLES and key(words[at + 1]) not in VIETNAMESE_SURNAMES and not _devout(words, at)


def _devout(words: list[str], at: int) -> bool:
    following = next((key(word) for word in words[at + 1 :] if key(word) not in PARTICLES), "")
    return following in DEVOTIONAL and words[-1] != following


def _last_name(words: list[str]) -> int:
    last = len(words) - 1
    if last > 2 and words[last - 1] in ("y", "e", "i"):
        return last - 2
    both = last > 1 and key(words[last]) in IBERIAN_SURNAMES and key(words[last - 1]) in IBERIAN_SURNAMES
    return last - 1 if both else last
