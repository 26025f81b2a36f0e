"""What the child answers: a workbook's sheets, then the rows of one, some at a time."""

from collections.abc import Iterator
from itertools import islice

from askwell.protocols.child import Answer
from askwell.protocols.sheets.model import SheetsError
from askwell.protocols.sheets.opening import Book

_ROWS = 2000
_TEXT = 4 << 20


class Desk:
    """One workbook lies open on it, and one of its sheets is being read."""

    def __init__(self) -> None:
        self._book: Book | None = None
        self._rows: Iterator[list[str]] = iter(())
        self._at = (-1, 0)

    def answer(self, data: bytes, how: str) -> Answer:
        """With bytes the names of the workbook's sheets; without, `how` names a sheet's place and the row after which
        to go on. `then`: "more" rows are there, "" none, else the code of why no more are read."""
        if data:
            self._book = Book(data)
            return {"names": self._book.names}, b""
        if self._book is None:  # a child that was started anew was shown none
            raise SheetsError("crashed")
        place, after = map(int, how.split())
        if self._at != (place, after):
            self._rows = islice(self._book.rows(place), after, None)
        rows, then = self._some()
        self._at = (place, after + len(rows))
        return {"rows": rows, "then": then}, b""

    def _some(self) -> tuple[list[list[str]], str]:
        rows: list[list[str]] = []
        text = 0
        try:
            for row in self._rows:
                rows.append(row)
                text += sum(map(len, row))
                if len(rows) == _ROWS or text > _TEXT:
                    return rows, "more"
        except SheetsError as error:
            return rows, error.code
        return rows, ""
