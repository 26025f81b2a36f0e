"""How well two persons' names agree, over every way that each of them is called."""

from enum import IntEnum

from askwell.lib.pinyin import reading_parts
from askwell.people.rules.names import Agreement, NameKey, agreement, is_initials, parts_agreement


class NameLevel(IntEnum):
    """Levels of agreement, from none to the same name."""

    DIFFER = 0
    FAMILY = 1  # the family name, and nothing against it: Michael Wang, 王小明; also homophones: 王晓明
    GIVEN = 2  # the given name beside another family name: marriage, or two people
    INITIALS = 3
    CLOSE = 4  # nickname, slip, romanisation, the other way round
    SAME = 5
    RARE = 6  # the same, and few bear it in this network


def name_level(one: tuple[NameKey, ...], other: tuple[NameKey, ...]) -> int:
    """The best agreement of any two of their names; MISSING (-1) where either has none."""
    if not one or not other:
        return -1
    if one[0] == other[0]:
        return NameLevel.INITIALS if is_initials(one[0]) else NameLevel.SAME
    if one[0].native and other[0].native:
        return _native_level(one[0], other[0])
    best = 0
    for a in one:
        for b in other:
            best = max(best, _level(a, b))
            if best >= NameLevel.SAME:
                return best
    return best


def _native_level(one: NameKey, other: NameKey) -> int:
    if one.native == other.native:
        return NameLevel.SAME
    short, long = sorted((one.native, other.native), key=len)
    if len(short) == 1 and long[0] == short:
        return NameLevel.FAMILY
    if sorted(short) == sorted(long):
        return NameLevel.CLOSE
    alike = len(short) == len(long) and reading_parts(short) == reading_parts(long)
    return NameLevel.FAMILY if alike else NameLevel.DIFFER


def _level(one: NameKey, other: NameKey) -> int:
    family, given = parts_agreement(one, other)
    whole = agreement(one, other, (family, given))
    if whole >= Agreement.CLOSE:
        if is_initials(one) or is_initials(other):
            return NameLevel.INITIALS
        return NameLevel.SAME if whole is Agreement.SAME else NameLevel.CLOSE
    if given >= Agreement.CLOSE and family is Agreement.DIFFER and not (is_initials(one) or is_initials(other)):
        return NameLevel.GIVEN
    if family >= Agreement.CLOSE and given is Agreement.UNKNOWN:
        return NameLevel.FAMILY
    if given >= Agreement.CLOSE and family is Agreement.UNKNOWN:
        return NameLevel.FAMILY if is_initials(one) or is_initials(other) else NameLevel.GIVEN
    return NameLevel.DIFFER
