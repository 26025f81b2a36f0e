"""What each fact of a likely pair says for one person or for two."""

from askwell.lib.text import fold
from askwell.people.rules.names import Agreement, NameKey, agreement
from askwell.people.rules.organisations import organisation_keys

Sign = tuple[str, str]
"""("for", "against" or "neutral", the code of why)."""
ONE_SIDED: Sign = ("neutral", "one_sided")
_SAME: Sign = ("for", "the_same")


def name_sign(one: NameKey, other: NameKey, *, alike: bool) -> Sign:
    """`alike`: both are written the same way."""
    how = agreement(one, other)
    if how is Agreement.SAME:
        return _SAME if alike else ("for", "name_written_otherwise")
    return ("for", "name_close") if how is Agreement.CLOSE else ("against", "names_differ")


def fact_sign(fact: str, kept: str, said: str) -> Sign:
    """`fact`: employer, role, email, phone, link or known_since; several addresses are parted by commas."""
    if not kept or not said:
        return ONE_SIDED
    if fold(kept) == fold(said):
        return _SAME
    if fact == "employer":
        one = set(organisation_keys(kept)) & set(organisation_keys(said))
        return ("for", "employer_written_otherwise") if one else ("against", "employers_differ")
    if fact in ("email", "phone", "link"):
        common = {fold(part) for part in kept.split(", ")} & {fold(part) for part in said.split(", ")}
        if common:
            return _SAME
        return ("against", "two_profiles") if fact == "link" else ("neutral", "several_addresses")
    return ("neutral", "may_change") if fact == "role" else ("neutral", "says_little")
