"""Whether the account that opens a seeker's link seems to be that seeker's."""

from collections.abc import Iterable

from askwell.lib.text import fold


def seems_other(*, names: Iterable[str], email: str, own_names: Iterable[str], own_emails: Iterable[str]) -> bool:
    """Whether neither an address nor a name of the account is the one that the link was made for."""
    if email and email.strip().lower() in {one.strip().lower() for one in own_emails}:
        return False
    return _keys(names).isdisjoint(_keys(own_names))


def _keys(names: Iterable[str]) -> set[tuple[str, ...]]:
    """Names, whichever of their words stands first."""
    return {tuple(sorted(fold(name).split())) for name in names if name.strip()}
