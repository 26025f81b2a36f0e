"""Keys of rows that stay the same when their release is loaded anew."""

from uuid import UUID, uuid5

_SPACE = UUID("6f0f4a3e-7c55-5d0e-9f5b-0c6a2f6a4b11")


def key_of(source: str, code: str) -> UUID:
    """The key of an occupation or a skill that its source calls `code`."""
    return uuid5(_SPACE, f"{source}:{code}")
