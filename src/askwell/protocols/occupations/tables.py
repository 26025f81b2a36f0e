"""The files of a release, in a folder, a zip or alone, and their rows."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from askwell.protocols.occupations.model import Remark

if TYPE_CHECKING:
    from _csv import Reader

LONGEST_LINE = 1 << 20
MOST_FILES = 2000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
Remarks = list[Remark]
BROKEN = (OSError, EOFError, zipfile.BadZipFile, zlib.error, csv.Error, NotImplementedError, RuntimeError)
"""What a file raises that cannot be read to its end."""


@dataclass(frozen=True, slots=True)
class Source:
    """A folder, a zip, or one file."""

    path: Path

    def names(self) -> list[str]:
        """Its tables, sorted: paths within it."""
        if self.path.is_dir():
            found = [str(one.relative_to(self.path)) for one in self.path.rglob("*") if one.is_file()]
        elif zipfile.is_zipfile(self.path):
            with zipfile.ZipFile(self.path) as archive:
                found = archive.namelist()
        else:
            found = [self.path.name]
        tables = (name for name in found if name.lower().endswith((".txt", ".csv")) and "__MACOSX" not in name)
        return sorted(tables)[:MOST_FILES]

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        if self.path.is_dir():
            with (self.path / name).open("rb") as stream:
                yield stream
        elif zipfile.is_zipfile(self.path):
            with zipfile.ZipFile(self.path) as archive, archive.open(name) as stream:
                yield stream
        else:
            with self.path.open("rb") as stream:
                yield stream


@dataclass(frozen=True, slots=True)
class Line:
    """A row by its columns, and where it stands. A column is there or was remarked on before."""

    file: str
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(slots=True)
class Table:
    """One file of a source. `remarks` gathers what is wrong with it while it is read."""

    source: Source
    name: str
    remarks: Remarks = field(default_factory=list)

    @property
    def short(self) -> str:
        return self.name.rsplit("/", 1)[-1]

    @property
    def is_tabbed(self) -> bool:
        return self.name.lower().endswith(".txt")

    def columns(self) -> list[str]:
        """The names in its first row; none of one that cannot be read."""
        try:
            with self.source.opened(self.name) as stream:
                fresh = Table(self.source, self.name)  # what is wrong with the first row is remarked on by `rows`
                return [one.strip() for one in next(fresh._csv(fresh._text(stream)), [])]
        except BROKEN:
            return []

    def rows(self, wanted: Sequence[str]) -> Iterator[Line]:
        """Its rows, unless a wanted column is missing; of a damaged file those before the damage."""
        missing = [column for column in wanted if column not in self.columns()]
        self.remarks += [Remark("missing_column", self.short, 1, column) for column in missing]
        if missing:
            return
        try:
            with self.source.opened(self.name) as stream:
                yield from self._rows(stream)
        except (
            OSError,
            EOFError,
            zipfile.BadZipFile,
            zlib.error,
            csv.Error,
            NotImplementedError,
            RuntimeError,
        ) as what:
            self.remarks.append(Remark("damaged", self.short, found=str(what)[:120]))

    def _rows(self, stream: IO[bytes]) -> Iterator[Line]:
        reader = self._csv(self._text(stream))
        columns = [one.strip() for one in next(reader, [])]
        file = self.short
        for cells in reader:
            if not any(cells):
                continue
            if len(cells) < len(columns):
                self.remarks.append(Remark("short", file, reader.line_num, columns[len(cells)]))
                continue
            yield Line(file, reader.line_num, dict(zip(columns, cells, strict=False)))

    def _csv(self, lines: Iterator[str]) -> "Reader":
        if self.is_tabbed:
            return csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        first = next(lines, "")
        mark = max(",;\t", key=first.count)
        return csv.reader(_again(first, lines), delimiter=mark)

    def _text(self, stream: IO[bytes]) -> Iterator[str]:
        """Line by line: UTF-8, and where a line is not, Windows-1252, which is remarked on."""
        number = 0
        start = stream.readline(LONGEST_LINE)
        if start[:2] in _UTF16:
            rest = stream.read() if self.source.path.stat().st_size < LONGEST_LINE * 16 else b""
            yield from io.StringIO((start + rest).decode("utf-16", "replace"))
            return
        line = start.removeprefix(b"\xef\xbb\xbf")
        while line:
            number += 1
            yield self._decoded(line, number)
            line = stream.readline(LONGEST_LINE)

    def _decoded(self, line: bytes, number: int) -> str:
        try:
            text = line.decode()
        except UnicodeDecodeError as wrong:
            self.remarks.append(Remark("encoding", self.short, number, found=_around(line, wrong.start)))
            text = line.decode("cp1252", "replace")
        return text.replace("\0", "")


def _again(first: str, lines: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from lines


def _around(line: bytes, place: int) -> str:
    return re.sub(r"\s+", " ", line[max(place - 15, 0) : place + 15].decode("cp1252", "replace")).strip()


def number_in(line: Line, column: str, low: float, high: float, remarks: Remarks) -> float | None:
    """The number in a cell, if it lies between these two; else a remark. Of a blank cell None."""
    said = line[column].strip().replace(" ", "")
    if said.lower() in ("", "n/a", "na", "-"):
        return None
    try:
        value = float(said.replace(",", "." if "." not in said else ""))
    except ValueError:
        value = low - 1
    if not low <= value <= high:
        remarks.append(Remark("number", line.file, line.number, column, said[:40]))
        return None
    return value
