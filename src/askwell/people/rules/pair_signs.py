"""What a fact of a likely pair says where linkage has no reason for it."""

from askwell.lib.text import fold

Sign = tuple[str, str]
"""("for", "against" or "neutral", the code of why)."""


def fact_sign(fact: str, kept: str, said: str) -> Sign:
    """`fact`: name, employer, role, email, phone, link or known_since."""
    if not kept or not said:
        return "neutral", "one_sided"
    if fold(kept) == fold(said):
        return "for", "the_same"
    if fact in ("email", "phone", "link"):
        shared = set(fold(kept).split(", ")) & set(fold(said).split(", "))
        return ("for", "one_the_same") if shared else ("neutral", "several_addresses")
    return ("neutral", "may_change") if fact == "role" else ("neutral", "says_little")
