"""What becomes of a pair, and why."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from askwell.people.rules.linkage.comparing import (
    DIFFER,
    EMAIL,
    EMPLOYER,
    FORMER,
    LIKE,
    LINK,
    NAME,
    PHONE,
    SAME,
    SHARED,
    TITLE,
)
from askwell.people.rules.linkage.features import Features, shown_name
from askwell.people.rules.linkage.naming import NameLevel
from askwell.people.rules.linkage.weights import Pattern

CERTAIN_BITS, LIKELY_BITS = 6.6, 0.0  # 99 and 50 in a hundred
_HALF_A_NAME = (NameLevel.FAMILY, NameLevel.GIVEN)


class Outcome(StrEnum):
    """What becomes of a pair."""

    CERTAIN = "certain"  # merged by itself
    LIKELY = "likely"  # asked
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two records are or are not one person: a code and the two values it speaks of.

    Codes: name_same, name_close, name_initials, given_name_only, family_name_only, names_differ; email_same,
    email_shared, email_alike; phone_same, phone_shared; profile_same, two_profiles; employer_same,
    employer_former, employer_alike, employers_differ; title_same, title_alike. `bits`: how much it weighs, below
    0 against.
    """

    code: str
    one: str
    other: str
    bits: float

    def as_json(self) -> list[Any]:
        """As `ImportRow.facts` and `Pair.reasons` keep it."""
        return [self.code, self.one, self.other, self.bits]


def outcome_of(pattern: Pattern, weight: float) -> Outcome:
    """What becomes of a pair of this pattern and weight (in bits).

    Besides the weight: names that differ are two people, and so are two profiles without a common address; a
    name alone decides nothing; a merge without asking takes an address in common, or all of name, employer and
    title with no two addresses of a kind.
    """
    if weight < LIKELY_BITS or pattern[NAME] == NameLevel.DIFFER:
        return Outcome.NO
    address = pattern[EMAIL] == SAME or pattern[PHONE] == SAME or pattern[LINK] > DIFFER
    if not address and (pattern[LINK] == DIFFER or _colleagues(pattern) or _only_the_name(pattern)):
        return Outcome.NO
    if weight < CERTAIN_BITS or pattern[LINK] == DIFFER:
        return Outcome.LIKELY
    if address:
        return Outcome.LIKELY if pattern[NAME] in _HALF_A_NAME and not _twice(pattern) else Outcome.CERTAIN
    alike = pattern[NAME] >= NameLevel.SAME and pattern[EMPLOYER] == SAME and pattern[TITLE] > 1
    alike = alike and DIFFER not in (pattern[EMAIL], pattern[PHONE])
    return Outcome.CERTAIN if alike else Outcome.LIKELY


def _twice(pattern: Pattern) -> bool:
    """Whether more than one address agrees, or the employer beside one: a couple has not both."""
    agreeing = (pattern[EMAIL] == SAME) + (pattern[PHONE] == SAME) + (pattern[LINK] > DIFFER)
    return agreeing + (pattern[EMPLOYER] == SAME) > 1


def _colleagues(pattern: Pattern) -> bool:
    """Whether only half of a name agrees, and no more than an employer beside it."""
    if pattern[NAME] not in _HALF_A_NAME:
        return False
    return pattern[NAME] == NameLevel.GIVEN or not (pattern[EMPLOYER] == SAME and pattern[TITLE] > 0)


def _only_the_name(pattern: Pattern) -> bool:
    """Whether nothing but the name, or the name and a title at another employer, agrees while something differs."""
    if pattern[EMAIL] > DIFFER or pattern[PHONE] > DIFFER:
        return False
    if pattern[EMPLOYER] == DIFFER:
        return True
    return DIFFER in pattern[EMAIL:] and max(pattern[EMPLOYER], pattern[TITLE]) <= DIFFER


_NAME_CODES = {
    NameLevel.DIFFER: "names_differ",
    NameLevel.FAMILY: "family_name_only",
    NameLevel.GIVEN: "given_name_only",
    NameLevel.INITIALS: "name_initials",
    NameLevel.CLOSE: "name_close",
    NameLevel.SAME: "name_same",
    NameLevel.RARE: "name_same",
}
_CODES: dict[int, dict[int, str]] = {
    NAME: {int(level): code for level, code in _NAME_CODES.items()},
    EMAIL: {SHARED: "email_shared", LIKE: "email_alike", SAME: "email_same"},
    PHONE: {SHARED: "phone_shared", LIKE: "phone_same", SAME: "phone_same"},
    LINK: {0: "two_profiles", 1: "profile_same"},
    EMPLOYER: {0: "employers_differ", 1: "employer_alike", FORMER: "employer_former", SAME: "employer_same"},
    TITLE: {1: "title_alike", 2: "title_same"},
}


def reasons_of(
    pattern: Pattern, one: Features, other: Features, levels: tuple[tuple[float, ...], ...]
) -> tuple[Reason, ...]:
    """Why, the weightiest first. `levels`: the learned weights' bits."""
    found = [
        Reason(_CODES[variable][level], *_values(variable, one, other), round(levels[variable][level], 1))
        for variable, level in enumerate(pattern)
        if level in _CODES[variable]
    ]
    return tuple(sorted(found, key=lambda reason: -abs(reason.bits)))


def _values(variable: int, one: Features, other: Features) -> tuple[str, str]:
    """The two values a reason speaks of: those in common where there are."""
    if variable == NAME:
        both = next((name for name in one.names if name in other.names), None)
        return shown_name(both or one.names[0]), shown_name(both or other.names[0])
    field = {EMAIL: "emails", PHONE: "phones", LINK: "links", EMPLOYER: "employers", TITLE: "titles"}[variable]
    mine, yours = getattr(one, field), getattr(other, field)
    common = next((value for value in mine if value in yours), "")
    if variable == EMPLOYER and not common and (one.formers or other.formers):
        return next(iter(one.formers or mine), ""), next(iter(other.formers or yours), "")
    return (common, common) if common else (next(iter(mine), ""), next(iter(yours), ""))
