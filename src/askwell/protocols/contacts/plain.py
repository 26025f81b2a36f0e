"""A table of text or a workbook as rows of cells, whatever its columns mean: for lists that are no address book."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from askwell.protocols.contacts import workbooks
from askwell.protocols.contacts.containers import Content, unpack
from askwell.protocols.contacts.encodings import detect_encoding
from askwell.protocols.contacts.layouts import delimiter_of, is_blank
from askwell.protocols.contacts.model import UnreadableFile
from askwell.protocols.contacts.text_tables import Row, rows
from askwell.protocols.zips import ZipError, opened

MOST_UNPACKED = 60 << 20
"""What a workbook may grow to: some thousand rows take a few megabytes."""
_MOST_LINES = 50_000
"""Lines that are looked at, blank ones included."""
_CELL = 4000
_SECONDS = 60.0
"""Of waiting for a workbook's rows: a page is being answered meanwhile."""


def read_table(data: bytes, *, most: int) -> list[Row]:
    """Its rows that are not blank, `most` of them and one more if there are more; of a workbook those of the first
    visible sheet that has any. Cells are cut to what a form would take.

    Raises UnreadableFile with the reason's code, as `inspect` does."""
    _refuse_bombs(data)
    content = unpack(data)[0]
    with _tables(content) as tables:
        for open_rows in tables:
            filled = (row for row in islice(open_rows(), _MOST_LINES) if not is_blank(row.cells))
            if found := [_cut(row) for row in islice(filled, most + 1)]:
                return found
    raise UnreadableFile("no_records")


def _refuse_bombs(data: bytes) -> None:
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return
    try:
        with opened(data, entries=2000, unpacked=MOST_UNPACKED):
            return
    except ZipError as error:
        raise UnreadableFile(error.code) from error


@contextmanager
def _tables(content: Content) -> Iterator[list[workbooks.OpenRows]]:
    if content.kind == "workbook":
        with workbooks.sheets(content.data, seconds=_SECONDS) as sheets:
            yield [open_rows for _name, open_rows in sheets]
        return
    encoding = detect_encoding(content.data)
    delimiter = delimiter_of(content.data, encoding)
    yield [lambda: rows(content.data, encoding, delimiter)]


def _cut(row: Row) -> Row:
    return Row(row.line, [cell[:_CELL].strip() for cell in row.cells[:200]])
