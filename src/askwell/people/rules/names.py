"""Whether two names can be one person's: across scripts, orders, nicknames, initials and slips of the pen."""

import re
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz.distance import OSA

from askwell.lib.names import PersonName
from askwell.lib.text import fold
from askwell.people.rules.nicknames import full_names, is_western
from askwell.people.rules.romanisation import family_forms, initials, is_pinyin, is_romanised, may_sound_alike

_pet_ending = re.compile("(?:y|ie|i|ey)$")


class Agreement(IntEnum):
    """How two names, or two parts of them, stand to each other."""

    DIFFER = 0
    UNKNOWN = 1  # one of them is missing, or they belong to two naming cultures (小明, Michael)
    CLOSE = 2  # nickname, initial, typing slip, romanisation, a part left out
    SAME = 3


@dataclass(frozen=True, slots=True)
class NameKey:
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
    return name_key_of(name.given, name.family, name.native, name.nickname)


def name_key_of(given: str, family: str, native: str, nickname: str) -> NameKey:
    """The comparing form of a name in its stored parts."""
    return NameKey(
        tuple(fold(given).replace(".", " ").split()),
        fold(family).replace(" ", "").replace(".", ""),
        fold(native).replace(" ", "") if native else "",
        fold(nickname) if nickname else "",
    )


def agreement(one: NameKey, other: NameKey) -> Agreement:
    """How two whole names agree, whichever way round each is written.

    SAME and CLOSE need both the family and the given name; DIFFER says that they cannot be one
    person's unless family names changed by marriage (see `may_share_an_address`).
    """
    if not _named(one) or not _named(other):
        return Agreement.UNKNOWN
    if one.native and other.native:
        return Agreement.SAME if one.native == other.native else Agreement.DIFFER
    straight = _whole(_family(one, other), _given(one, other))
    if straight >= Agreement.CLOSE:
        return straight
    turned = NameKey((other.family,), other.joined, other.native, other.nickname)
    swapped = _whole(_family(one, turned), _given(one, turned)) if other.family and other.given else straight
    return Agreement.CLOSE if swapped >= Agreement.CLOSE else straight


def may_share_an_address(one: NameKey, other: NameKey) -> bool:
    """Whether two names under one personal address are one person's.

    So when nothing speaks against it: a name missing, a nickname, another script, a new family name
    beside the same given one. Two given names under one family name are a couple.
    """
    whole = agreement(one, other)
    if whole >= Agreement.CLOSE or whole is Agreement.UNKNOWN:
        return True
    if one.native and other.native:
        return False
    given, family = _given(one, other), _family(one, other)
    if given is Agreement.SAME or (given is Agreement.CLOSE and not _only_initials(one, other)):
        return True
    return given is Agreement.UNKNOWN and family >= Agreement.CLOSE


def _named(name: NameKey) -> bool:
    return bool(name.given or name.family or name.native)


def _whole(family: Agreement, given: Agreement) -> Agreement:
    if family >= Agreement.CLOSE and given >= Agreement.CLOSE:
        return min(family, given)
    if Agreement.DIFFER in (family, given):
        return Agreement.DIFFER
    return Agreement.UNKNOWN


def _family(one: NameKey, other: NameKey) -> Agreement:
    if not one.family or not other.family:
        return Agreement.UNKNOWN
    if one.family == other.family:
        return Agreement.SAME
    if family_forms(one.family) & family_forms(other.family) or _slip(one.family, other.family):
        return Agreement.CLOSE
    if set(one.family.split("-")) & set(other.family.split("-")):
        return Agreement.CLOSE
    return Agreement.DIFFER


def _given(one: NameKey, other: NameKey) -> Agreement:
    if not one.given or not other.given:
        return Agreement.UNKNOWN
    if one.joined == other.joined:
        return Agreement.SAME
    if _called(one) & _called(other) or _slip(one.joined, other.joined) or _initials_fit(one, other):
        return Agreement.CLOSE
    if _slip(one.given[0], other.given[0]) or _shortened(one.joined, other.joined):
        return Agreement.CLOSE
    return _across_cultures(one, other)


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


def _called(name: NameKey) -> set[str]:
    """What a person may be called: each full given name, nicknames, the words together."""
    words = [name.joined, *(word for word in name.given[:1] if len(word) > 1)]
    if name.nickname:
        words.append(name.nickname.replace(" ", ""))
    return {full for word in words for full in full_names(word)}


def _slip(one: str, other: str) -> bool:
    """One letter wrong, missing, doubled or swapped, in a word long enough to tell."""
    return min(len(one), len(other)) >= 5 and OSA.distance(one, other, score_cutoff=1) <= 1


def _shortened(one: str, other: str) -> bool:
    """Max and Maxwell, Gaby and Gabriela; not Li and Liling."""
    short, long = sorted((one, other), key=len)
    stem = _pet_ending.sub("", short)
    return len(stem) >= 3 and long.startswith(stem)


def _initials_fit(one: NameKey, other: NameKey) -> bool:
    short, long = (one, other) if _are_initials(one) else (other, one)
    if not _are_initials(short):
        return False
    letters = short.joined
    if _are_initials(long):
        return letters[0] == long.joined[0]
    starts = "".join(word[0] for word in long.given)
    if starts.startswith(letters) or letters.startswith(starts) and len(starts) > 1:
        return True
    return long.joined[0] == letters[0] and all(letter in long.joined[1:] for letter in letters[1:])


def _are_initials(name: NameKey) -> bool:
    return bool(name.given) and all(len(word) == 1 for word in name.given)


def _only_initials(one: NameKey, other: NameKey) -> bool:
    return _are_initials(one) or _are_initials(other)


def _kind(name: NameKey) -> str:
    if not name.native and is_romanised(name.given, name.family):
        return "romanised"
    return "chinese" if name.native or (is_pinyin(name.joined) and not is_western(name.joined)) else "western"
