"""Tables as a spreadsheet, without anything in it being run."""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from askwell.lib.text import clean, clean_block

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
LONGEST_TITLE, NARROWEST, WIDEST = 31, 12, 60
Sheet = tuple[str, Sequence[Sequence[str]]]


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Each sheet is a title and rows. What is only digits is a number, but for the first of a row; everything else is
    text, also where it begins like a formula, and keeps its lines."""
    from openpyxl import Workbook  # noqa: PLC0415 - it loads Pillow where that is installed: not for a page's sake

    book = Workbook()
    for place, (title, rows) in enumerate(sheets):
        page = book.worksheets[0] if place == 0 else book.create_sheet()
        page.title = _title(title, [one.title for one in book.worksheets if one is not page], place)
        _fill(page, rows)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _title(title: str, taken: Sequence[str], place: int) -> str:
    short = clean(_NOT_IN_TITLES.sub(" ", title), limit=LONGEST_TITLE).strip("'") or str(place + 1)
    return short if short not in taken else f"{short[: LONGEST_TITLE - 4]} {place + 1}"


def _fill(page: "Worksheet", rows: Sequence[Sequence[str]]) -> None:
    from openpyxl.cell import Cell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415

    widest: dict[str, int] = {}
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row, start=1):
            cell = page.cell(number, place)
            assert isinstance(cell, Cell)
            _put(cell, text, first=place == 1)
            if number == 1:
                cell.font = Font(bold=True)
            widest[cell.column_letter] = max(
                widest.get(cell.column_letter, NARROWEST), max(map(len, text.splitlines()), default=0) + 2
            )
    for letter, width in widest.items():
        page.column_dimensions[letter].width = min(width, WIDEST)


def _put(cell: "Cell", text: str, *, first: bool) -> None:
    from openpyxl.styles import Alignment  # noqa: PLC0415

    if text.isascii() and text.isdecimal() and not first:
        cell.value = int(text)
        return
    cell.value = clean_block(text)
    cell.data_type = "s"
    cell.quotePrefix = True
    if "\n" in cell.value:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
