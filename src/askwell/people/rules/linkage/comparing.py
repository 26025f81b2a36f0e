"""What two records have in common, variable by variable, as levels of agreement."""

from rapidfuzz.distance import OSA

from askwell.people.rules.duplicates import is_shared_mailbox
from askwell.people.rules.linkage.features import Features
from askwell.people.rules.linkage.glossary import meaning, overlap, title_overlap
from askwell.people.rules.linkage.naming import NameLevel, name_level
from askwell.people.rules.linkage.weights import MISSING, Pattern, Variable

NAME, EMAIL, PHONE, LINK, EMPLOYER, TITLE = range(6)
DIFFER, SHARED, LIKE, SAME = range(4)
ALIKE, FORMER = 1, 2

VARIABLES = (
    Variable("name", (0.01, 0.05, 0.04, 0.04, 0.16, 0.30, 0.40), (0.98, 0.009, 0.005, 0.002, 0.002, 0.001, 0.001)),
    Variable("email", (0.35, 0.02, 0.08, 0.55), (0.9988, 0.0005, 0.0005, 0.0002)),
    Variable("phone", (0.25, 0.03, 0.02, 0.70), (0.9988, 0.0005, 0.0005, 0.0002)),
    Variable("link", (0.03, 0.97), (0.9999, 0.0001)),
    Variable("employer", (0.20, 0.04, 0.04, 0.72), (0.985, 0.004, 0.001, 0.01)),
    Variable("title", (0.25, 0.15, 0.60), (0.92, 0.04, 0.04)),
)
"""Levels of email and phone: DIFFER, SHARED (an office's, a family's), LIKE (the same before the @, a slip),
SAME. Of link: differ, same. Of employer: differ, a short or translated name, a former one (in a note), same. Of title:
differ, like, same. Prior shares by judgement for an address book of a few hundred."""

_ALIKE, _MUCH_ALIKE = 0.45, 0.8


def compare(one: Features, other: Features, shared: frozenset[str], common: frozenset[str]) -> Pattern:
    """The pattern of two records. `shared`: addresses that several people were seen to use; `common`: names that many
    bear."""
    name = name_level(one.names, other.names)
    if name == NameLevel.SAME and not (
        one.same_name in common and (one.names == other.names or other.same_name in common)
    ):
        name = NameLevel.RARE
    return (
        name,
        _emails(one, other, shared) if one.emails and other.emails else MISSING,
        _phones(one.phones, other.phones, shared) if one.phones and other.phones else MISSING,
        int(not set(one.links).isdisjoint(other.links)) if one.links and other.links else MISSING,
        _employers(one, other),
        _titles(one.titles, other.titles) if one.titles and other.titles else MISSING,
    )


def _emails(one: Features, other: Features, shared: frozenset[str]) -> int:
    common = set(one.emails).intersection(other.emails)
    if common:
        return SHARED if all(email in shared or is_shared_mailbox(email) for email in common) else SAME
    return LIKE if any(_alike(a, b, one) for a in one.emails for b in other.emails) else DIFFER


def _alike(one: str, other: str, person: Features) -> bool:
    """One letter wrong, or the same before the @ at another provider: not where it only spells the name, as any
    namesake's would."""
    mine, _, host = one.rpartition("@")
    yours, _, there = other.rpartition("@")
    if mine == yours:
        return len(mine) >= 6 and (_one_letter(host, there) or not _spells_a_name(mine, person))
    return host == there and len(mine) >= 8 and not (mine[-1:] + yours[-1:]).isdigit() and _one_letter(mine, yours)


def _spells_a_name(local: str, person: Features) -> bool:
    letters = "".join(filter(str.isalnum, local))
    if not letters.isalpha():
        return False
    return not person.names or any(
        letters in (name.joined + name.family, name.family + name.joined) or len(letters) - len(name.family) <= 2
        for name in person.names
    )


def _one_letter(one: str, other: str) -> bool:
    return OSA.distance(one, other, score_cutoff=1) <= 1


def _phones(one: tuple[str, ...], other: tuple[str, ...], shared: frozenset[str]) -> int:
    common = set(one).intersection(other)
    if common:
        return SHARED if common <= shared else SAME
    mains = {phone.partition(";")[0] for phone in one if ";" in phone}
    others = {phone.partition(";")[0] for phone in other if ";" in phone}
    both = mains.intersection(other) or others.intersection(one)
    return SHARED if both else DIFFER


def _employers(one: Features, other: Features) -> int:
    mine, yours = one.employers, other.employers
    if mine and yours and (mine == yours or any(employer in yours for employer in mine)):
        return SAME
    if (one.formers and _was_at(one.formers, yours)) or (other.formers and _was_at(other.formers, mine)):
        return FORMER
    if not mine or not yours:
        return MISSING
    if len(mine) == len(yours) == 1:
        return _one_employer(mine[0], yours[0])
    levels = {_one_employer(a, b) for a in mine for b in yours}
    return ALIKE if ALIKE in levels else MISSING if MISSING in levels else DIFFER


def _one_employer(one: str, other: str) -> int:
    """ALIKE, or DIFFER where two keys are surely of two employers: not where they may translate each other."""
    if _short_for(one, other):
        return ALIKE
    if one.isascii() == other.isascii():
        return DIFFER
    said = meaning(other if one.isascii() else one)
    told = 2 * sum(map(bool, said)) > len(said) and not overlap(said, meaning(one if one.isascii() else other))
    return DIFFER if told else MISSING


def _was_at(formers: tuple[str, ...], employers: tuple[str, ...]) -> bool:
    return any(a == b or _short_for(a, b) for a in formers for b in employers)


def _short_for(one: str, other: str) -> bool:
    """Whether one key is the other's beginning (Cedar & Pine, Cedar & Pine Foods), its initials or its words in
    the other language."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if long.startswith(short) and len(short) >= 3 and (not short.isascii() or long[len(short)] == " "):
        return True
    if short.isascii() != long.isascii():
        return overlap(meaning(short), meaning(long)) >= 0.6
    if " " in short or short[0] != long[0]:
        return False
    words = long.split()
    return len(words) > 2 and short == "".join(word[0] for word in words)


def _titles(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    if one == other:
        return 2
    if len(one) == len(other) == 1:
        best = title_overlap(one[0], other[0])
    else:
        best = max(title_overlap(a, b) for a in one for b in other)
    return 2 if best >= _MUCH_ALIKE else int(best >= _ALIKE)
