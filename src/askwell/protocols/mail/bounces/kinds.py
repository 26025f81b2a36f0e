"""What became of a letter that could not be delivered."""

from enum import StrEnum


class Kind(StrEnum):
    """Why a letter did not arrive."""

    PERMANENT = "permanent"
    """Nobody can be reached at this address: it, or its domain, does not exist or has moved."""
    TEMPORARY = "temporary"
    """Something on the way is broken, closed or slow; the address may be right."""
    MAILBOX_FULL = "mailbox_full"
    BLOCKED = "blocked"
    """The letter was refused for what it is, how large it is or where it comes from; not for its address."""
