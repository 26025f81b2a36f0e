"""The door: bytes of any kind to postings."""

from askwell.protocols.postings.model import PostingsError, Read


def read(data: bytes, *, address: str = "", filename: str = "") -> Read:
    """The postings that a page, feed, board's answer, table or pasted text holds.

    `address` is where it was found: relative links hang on it. Raises PostingsError.
    """
    raise PostingsError("nothing_found")
