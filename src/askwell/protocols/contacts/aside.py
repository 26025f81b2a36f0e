"""The rows set aside, as a file to mend and import again."""

from collections.abc import Callable, Iterable, Sequence

from askwell.protocols.contacts.model import Aside
from askwell.protocols.csv_out import write_csv

HEADINGS = ("line", "sheet", "reason")


def write_aside_csv(
    rows: Iterable[Aside], *, headings: Sequence[str] = HEADINGS, words: Callable[[str], str] = str
) -> bytes:
    """The rows as CSV (UTF-8 with mark): line, sheet, reason, then the cells as they were.

    `headings` names the first three columns and `words` turns a reason's code into what the reader
    understands. Cells that a spreadsheet would run as a formula are made harmless.
    """
    table = [(str(row.line), row.sheet, words(row.reason), *row.raw) for row in rows]
    width = max(map(len, table), default=len(headings))
    return write_csv([*headings, *[""] * (width - len(headings))], table)
