"""Whether two names can be one person's: across scripts, orders, nicknames, initials and slips of the pen."""

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from askwell.lib.names import PersonName
from askwell.lib.remembering import Remembered
from askwell.lib.text import fold
from askwell.people.rules.nicknames import full_names, is_western
from askwell.people.rules.romanisation import (
    family_forms,
    initials,
    is_pinyin,
    is_romanised,
    may_be_one_family,
    may_sound_alike,
)

_pet_ending = re.compile("(?:y|ie|i|ey)$")
_doubled = re.compile(r"(.)\1")


class Agreement(IntEnum):
    """How two names, or two parts of them, stand to each other."""

    DIFFER = 0
    UNKNOWN = 1  # one of them is missing, or they belong to two naming cultures (小明, Michael)
    CLOSE = 2  # nickname, initial, typing slip, romanisation, a part left out
    SAME = 3


class NameKey(NamedTuple):
    """A name prepared for comparing: everything folded. `given` keeps its words apart."""

    given: tuple[str, ...] = ()
    family: str = ""
    native: str = ""
    nickname: str = ""

    @property
    def joined(self) -> str:
        """The given name as one word: "da wei" and "dawei" are the same."""
        return self.given[0] if len(self.given) == 1 else "".join(self.given)


def name_key(name: PersonName) -> NameKey:
    """The comparing form of a name."""
    if name.native or name.nickname:
        return name_key_of(name.given, name.family, name.native, name.nickname)
    return NameKey(_words[name.given], _one_word[name.family])


def name_key_of(given: str, family: str, native: str, nickname: str) -> NameKey:
    """The comparing form of a name in its stored parts."""
    return NameKey(
        _words[given], _one_word[family], _one_word[native] if native else "", fold(nickname) if nickname else ""
    )


# A country has some thousands of given names and of family names.
_words = Remembered(lambda text: tuple(fold(text).replace(".", " ").split()))
_one_word = Remembered(lambda text: fold(text).replace(" ", "").replace(".", ""))


def agreement(one: NameKey, other: NameKey, parts: tuple[Agreement, Agreement] | None = None) -> Agreement:
    """How two whole names agree, whichever way round each is written.

    SAME and CLOSE need both the family and the given name; DIFFER says that they cannot be one
    person's unless family names changed by marriage (see `parts_agreement`, whose answer may be given as `parts`).
    """
    if not _named(one) or not _named(other):
        return Agreement.UNKNOWN
    if one.native and other.native:
        return Agreement.SAME if one.native == other.native else Agreement.DIFFER
    straight = _whole(*parts) if parts else _both(one, other)
    if straight >= Agreement.CLOSE:
        return straight
    swapped = max((_both(one, turned) for turned in _turned(other)), default=straight)
    return Agreement.CLOSE if swapped >= Agreement.CLOSE else straight


def _turned(name: NameKey) -> list[NameKey]:
    """The name read the other way round: Castañeda Ximena; Kong Wang Wai, of whom either end is the family name."""
    if not name.family or not name.given:
        return []
    if len(name.given) == 1:
        return [NameKey((name.family,), name.joined, name.native, name.nickname)]
    first, last = name.given[0], name.given[-1]
    return [
        NameKey((name.family,), name.joined, name.native, name.nickname),
        NameKey((*name.given[1:], name.family), first, name.native, name.nickname),
        NameKey((name.family, *name.given[:-1]), last, name.native, name.nickname),
    ]


def parts_agreement(one: NameKey, other: NameKey) -> tuple[Agreement, Agreement]:
    """How the family and the given names agree, each for itself."""
    return _family(one, other), _given(one, other)


def is_initials(name: NameKey) -> bool:
    """Whether the given name is only initials: S. Y. Li."""
    given = name.given
    return bool(given) and len(given[0]) == 1 and all(len(word) == 1 for word in given)


def _named(name: NameKey) -> bool:
    return bool(name.given or name.family or name.native)


def _both(one: NameKey, other: NameKey) -> Agreement:
    """Family and given names together; the given ones are dear to compare, and not where the others differ."""
    family = _family(one, other)
    if family is Agreement.DIFFER:
        return family
    return _whole(family, _given(one, other))


def _whole(family: Agreement, given: Agreement) -> Agreement:
    if Agreement.DIFFER in (family, given):
        return Agreement.DIFFER
    return Agreement.UNKNOWN if Agreement.UNKNOWN in (family, given) else min(family, given)


def _family(one: NameKey, other: NameKey) -> Agreement:
    if not one.family or not other.family:
        return Agreement.UNKNOWN
    if one.family == other.family:
        return Agreement.SAME
    alike = may_be_one_family(one.family, other.family) or _slip(one.family, other.family)
    return Agreement.CLOSE if alike else Agreement.DIFFER


def _given(one: NameKey, other: NameKey) -> Agreement:
    if not one.given or not other.given:
        return Agreement.UNKNOWN
    if one.joined == other.joined:
        return Agreement.SAME
    if not _called(one.given, one.nickname).isdisjoint(_called(other.given, other.nickname)):
        return Agreement.CLOSE
    if _slip(one.joined, other.joined) or _initials_fit(one, other):
        return Agreement.CLOSE
    several = len(one.given) > 1 or len(other.given) > 1
    if several and _slip(one.given[0], other.given[0]) or _shortened(one.joined, other.joined):
        return Agreement.CLOSE
    if _only_initials(one, other):
        return _initials_beside_another(one, other)
    return _across_cultures(one, other)


def _initials_beside_another(one: NameKey, other: NameKey) -> Agreement:
    """Initials that do not fit: of the Chinese name of one who has a Western one, they say nothing."""
    long = other if is_initials(one) else one
    chinese = is_pinyin(one.family) or len(family_forms(one.family)) > 1
    return Agreement.UNKNOWN if chinese and not is_pinyin(long.joined) else Agreement.DIFFER


def _across_cultures(one: NameKey, other: NameKey) -> Agreement:
    """Two given names that are spelled differently.

    A Chinese one beside a Western one says nothing: many use both. Two Chinese ones in two
    romanisations agree when their syllables can begin the same.
    """
    kinds = (_kind(one), _kind(other))
    if "western" in kinds and kinds[0] != kinds[1]:
        return Agreement.UNKNOWN
    if "romanised" in kinds and may_sound_alike(initials(one.given), initials(other.given)):
        return Agreement.CLOSE
    return Agreement.DIFFER


@lru_cache(maxsize=1 << 14)
def _called(given: tuple[str, ...], nickname: str) -> frozenset[str]:
    """What a person may be called: each full given name, nicknames, the words together."""
    words = ["".join(given), *(word for word in given[:1] if len(word) > 1)]
    if nickname:
        words.append(nickname.replace(" ", ""))
    return frozenset[str]().union(*map(full_names, words))


def _slip(one: str, other: str) -> bool:
    """One letter wrong, missing, doubled or swapped, in a word long enough to tell; or letters that were lost
    on the way and became question marks."""
    if "?" in one or "?" in other:
        return _fits_lost(one, other) or _fits_lost(other, one)
    if min(len(one), len(other)) >= 5:
        return OSA.distance(one, other, score_cutoff=1) <= 1
    return _short_slip(one, other)


def _short_slip(one: str, other: str) -> bool:
    """In a short word only what makes no other name of it: a doubled letter, or one that leaves no syllable."""
    if min(len(one), len(other)) < 3 or max(len(one), len(other)) < 4 or set(one) != set(other):
        return False
    if _doubled.sub(r"\1", one) == _doubled.sub(r"\1", other):
        return True
    if len(one) != len(other) or sorted(one) != sorted(other) or OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    return not (is_pinyin(one) and is_pinyin(other))


def _fits_lost(lost: str, whole: str) -> bool:
    """Whether `lost`, each of its question marks any letter or none, can be `whole`: th??o, thao."""
    kept = lost.replace("?", "")
    pattern = re.sub(r"(?:\\\?)+", ".{0,2}", re.escape(lost))
    return bool(kept) and "?" in lost and re.fullmatch(pattern, whole) is not None


def _shortened(one: str, other: str) -> bool:
    """Max and Maxwell, Gaby and Gabriela; not Li and Liling, Yan and Yang, Mary and Mark."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if is_pinyin(short) and is_pinyin(long) and not is_western(short):
        return False
    stem = _pet_ending.sub("", short)
    return len(stem) >= 3 and len(long) > len(stem) + 1 and long.startswith(stem)


def _initials_fit(one: NameKey, other: NameKey) -> bool:
    short, long = (one, other) if is_initials(one) else (other, one)
    if not is_initials(short):
        return False
    letters = short.joined
    if is_initials(long):
        return letters[0] == long.joined[0]
    starts = "".join(word[0] for word in long.given)
    if starts.startswith(letters) or letters.startswith(starts) and len(starts) > 1:
        return True
    if long.joined[0] == letters[0] and all(letter in long.joined[1:] for letter in letters[1:]):
        return True
    return is_pinyin(long.joined) and may_sound_alike(letters, initials(long.given)[: len(letters)])


def _only_initials(one: NameKey, other: NameKey) -> bool:
    return is_initials(one) or is_initials(other)


def _kind(name: NameKey) -> str:
    if not name.native and is_romanised(name.given, name.family):
        return "romanised"
    return "chinese" if name.native or (is_pinyin(name.joined) and not is_western(name.joined)) else "western"
