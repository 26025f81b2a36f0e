"""Which tags are one."""

from askwell.lib.text import clean, fold


def tag_key(name: str) -> str:
    """What makes two tags one, however they are written: folded, or the signs themselves where there is no letter
    (★ is not ♥). Empty for nothing at all. At most 60 characters, as the column is."""
    tidy = clean(name, limit=60)
    return fold(tidy)[:60] or tidy.casefold()[:60]
