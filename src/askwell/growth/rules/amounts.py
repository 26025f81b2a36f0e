"""Money as people write it."""

import re

from askwell.lib.text import fold

FREE = {"free", "gratuit", "免费", "nothing", "rien", "0"}
_NUMBER = re.compile(r"^\D{0,6}?(\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d{1,9})([.,]\d{1,2})?\D{0,8}$")


def read_amount(text: str) -> float | None:
    """1800 of "$1,800", "1 800,50 $" or "1800 CAD", 0 of "free"; None where it is no amount."""
    typed = text.strip()
    if fold(typed) in FREE:
        return 0.0
    found = _NUMBER.match(typed)
    if found is None or "-" in typed or "−" in typed:
        return None
    whole, part = found.groups()
    return float(re.sub(r"\D", "", whole) + (part or "").replace(",", "."))
