"""Spreadsheets (.xlsx) as tables of text."""

import io
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from askwell.protocols.contacts.model import UnreadableFile
from askwell.protocols.contacts.text_tables import Row

if TYPE_CHECKING:
    import openpyxl

_MAX_COLUMNS = 256
_MAX_CELLS = 30_000_000
# What openpyxl raises on damaged files: it checks little, and passes on whatever goes wrong inside; damaged XML is a
# SyntaxError in each of the two parsers that it uses, lxml where that is installed.
DAMAGE = (
    zipfile.BadZipFile, SyntaxError, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError,
    OverflowError, NotImplementedError,
)  # fmt: skip

OpenRows = Callable[[], Iterator[Row]]


def sheets(data: bytes) -> list[tuple[str, OpenRows]]:
    """Every visible sheet's name and a function that reads its rows from the top. Raises UnreadableFile
    when the file is damaged; so do the functions."""
    import openpyxl  # noqa: PLC0415 - it loads Pillow and NumPy where they are installed: not for a page's sake

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except DAMAGE as error:
        raise UnreadableFile("damaged") from error
    return [(name, _opener(book, name)) for name in names]


def _opener(book: "openpyxl.Workbook", name: str) -> OpenRows:
    def open_rows() -> Iterator[Row]:
        sheet = book[name]
        number = total = 0
        try:
            sheet.reset_dimensions()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                    total += len(cells)
                    if total > _MAX_CELLS:
                        raise UnreadableFile("too_large", sheet=name)
                    yield Row(number, _texts(cells[:_MAX_COLUMNS]))
        except DAMAGE as error:
            raise UnreadableFile("damaged", sheet=name, row=number + 1) from error

    return open_rows


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
