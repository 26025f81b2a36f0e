"""A workbook read in a child process."""

import time
from collections.abc import Iterator

from askwell.protocols.child import Answer, Child
from askwell.protocols.sheets.model import SheetsError

MOST_MEMORY = 1 << 30
"""Address space in bytes; what all cells share of their text is held at once."""


class Reader(Child):
    """Opens one workbook and reads its sheets. `seconds` are those of waiting for all of its answers together."""

    package, refusal = "askwell.protocols.sheets", SheetsError

    def __init__(self, *, memory: int = MOST_MEMORY, seconds: float = 60) -> None:
        super().__init__(memory=memory, seconds=seconds)

    def ask(self, data: bytes, *, how: str = "") -> Answer:
        began = time.monotonic()
        try:
            return super().ask(data, how=how)
        finally:
            self._seconds -= time.monotonic() - began

    def open(self, data: bytes) -> list[str]:
        """The names of its visible sheets. Raises SheetsError."""
        told, _ = self.ask(data)
        return list(told["names"])

    def rows(self, place: int) -> Iterator[list[str]]:
        """The rows of the sheet at that place, blank ones included, streaming. Raises SheetsError after those that
        could be read."""
        after, then = 0, "more"
        while then == "more":
            told, _ = self.ask(b"", how=f"{place} {after}")
            yield from told["rows"]
            after, then = after + len(told["rows"]), told["then"]
        if then:
            raise SheetsError(then)
