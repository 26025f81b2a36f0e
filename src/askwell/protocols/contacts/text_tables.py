"""Tables written as text: where one record ends and the next begins."""

import csv
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from askwell.protocols.contacts.encodings import lines

# Python's csv module gives up on a cell longer than 128 KB unless told otherwise, for the whole process;
# a note of 2 MB must not end the import.
csv.field_size_limit(8 << 20)

MAX_CELLS = 1000
# Physical lines that may be read twice while looking for the end of quotation marks never closed.
_PATIENCE = 200_000


class Row(NamedTuple):
    """The cells of one record and the physical line on which it starts."""

    line: int
    cells: list[str]


class _Feed:
    """Hands lines to csv.reader and remembers those of the record being read."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._again: deque[str] = deque()
        self.current: list[str] = []

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._source)
        self.current.append(line)
        return line

    def push_back(self, unread: list[str]) -> None:
        self._again.extendleft(reversed(unread))


def rows(data: bytes, encoding: str, delimiter: str) -> Iterator[Row]:
    """Every record, blank ones included, streaming.

    A record over several lines counts only if its quotation marks are sound; otherwise its first line is
    a record of its own and the rest is read anew, so that a mark never closed costs one record and not
    all that follow.
    """
    feed = _Feed(lines(data, encoding))
    patience = _PATIENCE
    line = 1
    reader = csv.reader(feed, delimiter=delimiter)
    while True:
        feed.current.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = []
        count = len(feed.current)
        if (count > 1 or not cells) and not _is_sound(feed.current, cells, delimiter):
            patience -= count
            feed.push_back(feed.current[1:])
            cells = _lenient(feed.current[0], delimiter)
            count = 1
            reader = csv.reader(feed, delimiter=delimiter)
        yield Row(line, cells[:MAX_CELLS])
        line += count
        if patience < 0:
            yield from _line_by_line(feed, delimiter, line)
            return


def _line_by_line(feed: _Feed, delimiter: str, line: int) -> Iterator[Row]:
    for number, text in enumerate(feed, line):
        feed.current.clear()
        yield Row(number, _lenient(text, delimiter)[:MAX_CELLS])


def _is_sound(text: list[str], cells: list[str], delimiter: str) -> bool:
    if len(text) == 1 and not text[0].strip():
        return True
    if not cells:
        return False
    try:
        return len(list(csv.reader(text, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False


def _lenient(text: str, delimiter: str) -> list[str]:
    """One line whose quotation marks cannot be trusted."""
    try:
        found = list(csv.reader([text], delimiter=delimiter, strict=True))
        if len(found) == 1:
            return found[0]
    except csv.Error:
        pass
    plain = text.rstrip("\r\n").replace("\r", " ")
    return [_unquoted(cell) for cell in plain.split(delimiter)]


def _unquoted(cell: str) -> str:
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell.lstrip('"') if cell.count('"') % 2 else cell
