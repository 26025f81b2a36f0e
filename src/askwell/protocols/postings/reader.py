"""Postings read in a child process."""

import json

from askwell.protocols.child import Child
from askwell.protocols.postings.model import MOST_BYTES, PostingsError, Read
from askwell.protocols.postings.passing import unpacked

MOST_MEMORY = 1 << 30
"""Address space in bytes."""
MOST_SECONDS = 30.0
_LONGEST_NAME = 200
_LONGEST_ADDRESS = 2000


class Reader(Child):
    """Reads pages, feeds, boards, tables and pasted texts one by one."""

    package, refusal = "askwell.protocols.postings", PostingsError

    def __init__(self, *, memory: int = MOST_MEMORY, seconds: float = MOST_SECONDS) -> None:
        super().__init__(memory=memory, seconds=seconds)

    def read(self, data: bytes, *, address: str = "", filename: str = "") -> Read:
        """As `reading.read`. Raises PostingsError; the next one is read all the same."""
        if len(data) > MOST_BYTES:
            raise PostingsError("too_many_bytes")
        told, _ = self.ask(data, how=json.dumps([address[:_LONGEST_ADDRESS], filename[-_LONGEST_NAME:]]))
        return unpacked(told)


def read_in_child(data: bytes, *, address: str = "", filename: str = "") -> Read:
    """One of them read by a `Reader` of its own."""
    with Reader() as reader:
        return reader.read(data, address=address, filename=filename)
