"""Tables as CSV that every spreadsheet opens, in any script, without running anything in it."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

_FORMULA = r"[ \n]*[=+\-@\t\r＝＋－＠]"
_RUNS = re.compile(rf"'*{_FORMULA}")
_MADE_HARMLESS = re.compile(rf"''*{_FORMULA}")


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with byte order mark, CRLF, quoted where needed. A cell that begins like a formula
    (=, +, -, @, tab, carriage return, also after blanks) gets an apostrophe before it."""
    return b"".join(csv_lines(headings, rows))


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """The same row by row, for a file that is sent while it is written."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    text.write("\ufeff")
    writer.writerow([neutral(cell) for cell in headings])
    for row in rows:
        writer.writerow([neutral(cell) for cell in row])
        if text.tell() > 1 << 16:
            yield text.getvalue().encode("utf-8", "replace")
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode("utf-8", "replace")


def neutral(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula, or where `bare` would
    take away one of its own."""
    plain = cell.replace("\0", "")
    return f"'{plain}" if _RUNS.match(plain) else plain


def bare(cell: str) -> str:
    """The cell without the apostrophe that `neutral` put before it."""
    return cell[1:] if _MADE_HARMLESS.match(cell) else cell
