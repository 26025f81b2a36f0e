"""Spreadsheets (.xlsx) as tables of text. A child process opens them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from askwell.protocols.contacts.model import UnreadableFile
from askwell.protocols.contacts.text_tables import Row
from askwell.protocols.sheets.model import SheetsError
from askwell.protocols.sheets.reader import Reader

OpenRows = Callable[[], Iterator[Row]]
_SECONDS, _SECONDS_A_MEGABYTE = 60.0, 10.0
"""Of a megabyte some twenty thousand rows are read, in three seconds; a small file that wants more is no list."""
_CODES = {"too_many_bytes": "too_large", "too_much_memory": "too_large", "crashed": "damaged"}


@contextmanager
def sheets(data: bytes, *, seconds: float = 0) -> Iterator[list[tuple[str, OpenRows]]]:
    """Every visible sheet's name and a function that reads its rows from the top, all of it within so many seconds
    of waiting, which its size says where nobody does. Raises UnreadableFile when the file is damaged, too large or
    takes too long; so do the functions."""
    with Reader(seconds=seconds or _SECONDS + _SECONDS_A_MEGABYTE * len(data) / (1 << 20)) as reader:
        try:
            names = reader.open(data)
        except SheetsError as error:
            raise UnreadableFile(_code(error)) from error
        yield [(name, partial(_rows, reader, place, name)) for place, name in enumerate(names)]


def _rows(reader: Reader, place: int, name: str) -> Iterator[Row]:
    number = 0
    try:
        for number, cells in enumerate(reader.rows(place), 1):
            yield Row(number, cells)
    except SheetsError as error:
        raise UnreadableFile(_code(error), sheet=name, row=number + 1) from error


def _code(error: SheetsError) -> str:
    return _CODES.get(error.code, error.code)
