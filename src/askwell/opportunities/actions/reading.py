"""Bytes, or what lies at an address, as postings: read in a child process, with one error for whatever goes wrong."""

from django.conf import settings

from askwell.opportunities.actions.errors import OpportunityError
from askwell.protocols.fetching import FetchError
from askwell.protocols.postings import PostingsError, Read, fetch, read_in_child


class UnreadableError(OpportunityError):
    """Nothing was read; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_bytes(data: bytes, *, address: str = "", filename: str = "") -> Read:
    """Raises UnreadableError."""
    try:
        return read_in_child(data, address=address, filename=filename)
    except PostingsError as error:
        raise UnreadableError(error.code) from error


def read_address(address: str) -> Read:
    """What lies there; where others use this installation too, private addresses are refused. Raises
    UnreadableError."""
    try:
        found = fetch(address, guarded=settings.HOSTED)
    except FetchError as error:
        raise UnreadableError(error.trouble.value) from error
    return read_bytes(found.data, address=found.address)
