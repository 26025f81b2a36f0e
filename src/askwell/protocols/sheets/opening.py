"""A workbook's rows, one at a time. Only the child process calls this: openpyxl and the parsers below it check little
of what they are given."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time

import openpyxl

from askwell.protocols.sheets.model import SheetsError

_MAX_COLUMNS = 256
_MAX_CELLS = 30_000_000
_MAX_TEXT = 400 << 20
"""Characters of a sheet: a long text that many cells share counts with each."""
_MAX_TEXT_OF_ROW = 8 << 20
# What openpyxl raises on damaged files: it passes on whatever goes wrong inside; damaged XML is a SyntaxError in each
# of the two parsers that it uses, lxml where that is installed.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError,
    EOFError, OverflowError, NotImplementedError,
)  # fmt: skip


class Book:
    """An open workbook. Raises SheetsError, and so does `rows`."""

    def __init__(self, data: bytes) -> None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
                self._sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
                self.names = [sheet.title for sheet in self._sheets]
        except DAMAGE as error:
            raise SheetsError("damaged") from error

    def rows(self, place: int) -> Iterator[list[str]]:
        """Every row of the sheet at that place among the visible ones, blank ones included, from the top."""
        sheet = self._sheets[place]
        cells = text = 0
        try:
            sheet.reset_dimensions()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                for values in sheet.iter_rows(values_only=True):
                    row = _texts(values[:_MAX_COLUMNS])
                    length = sum(map(len, row))
                    cells, text = cells + len(values), text + length
                    if cells > _MAX_CELLS or text > _MAX_TEXT or length > _MAX_TEXT_OF_ROW:
                        raise SheetsError("too_large")
                    yield row
        except DAMAGE as error:
            raise SheetsError("damaged") from error


def _texts(values: tuple[object, ...]) -> list[str]:
    """The cells as text, without the empty ones at the end."""
    cells = [_text(value) for value in values]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e16 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value)
