"""Primary keys that sort by the time they were made."""

from uuid import UUID

import uuid_utils.compat


def uuid7() -> UUID:
    """Return a new UUIDv7 (RFC 9562): time-ordered, unique without asking the database."""
    return uuid_utils.compat.uuid7()


def id_of(text: str) -> UUID | None:
    """The id that a text spells; None for any other text."""
    try:
        return UUID(text)
    except ValueError:
        return None
