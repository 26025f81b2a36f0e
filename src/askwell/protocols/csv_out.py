"""Tables as CSV that every spreadsheet opens, in any script, without running anything in it."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with byte order mark, CRLF, quoted where needed. A cell that begins like a formula
    (=, +, -, @, tab, carriage return, also after blanks) gets an apostrophe before it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([neutral(cell) for cell in headings])
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def neutral(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    plain = cell.replace("\0", "")
    return f"'{plain}" if plain.startswith(_FORMULA) or plain.lstrip(" \n").startswith(_FORMULA) else plain
