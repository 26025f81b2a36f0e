"""Recognising a table: its delimiter, its heading, its columns, how many records it has."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest

from askwell.protocols.contacts.columns import heading_score, looks_like_value, meanings
from askwell.protocols.contacts.dates import day_order
from askwell.protocols.contacts.headings import heading_key
from askwell.protocols.contacts.model import Column, Field, Layout, Sheet, Source, UnreadableFile
from askwell.protocols.contacts.text_tables import Row, rows

_PREVIEW = 2000
_HEADING_WITHIN = 60
_SAMPLES = 200
_DATES = 20_000
_DELIMITERS = (",", "\t", ";", "|", "，")
_PERSON = {Field.FULL_NAME, Field.GIVEN, Field.FAMILY, Field.NATIVE_NAME, Field.EMAIL, Field.LINK, Field.PHONE}


def text_layout(data: bytes, encoding: str, filename: str, member: str) -> Layout:
    """The layout of a table written as text; raises UnreadableFile when it is no table of people."""
    delimiter = delimiter_of(data, encoding)
    return _layout(
        [("", lambda: rows(data, encoding, delimiter))],
        source=lambda columns: _source(columns, delimiter, filename),
        encoding=encoding,
        delimiter=delimiter,
        member=member,
    )


def sheet_layout(sheets: Sequence[tuple[str, Callable[[], Iterator[Row]]]]) -> Layout:
    """The layout of a workbook: sheets whose headings are the same share their columns."""
    return _layout(sheets, source=lambda columns: Source.SPREADSHEET, encoding="", delimiter="", member="")


def is_blank(cells: Sequence[str]) -> bool:
    """Whether a row holds nothing but white space."""
    return not any(cells) or not any(map(str.strip, cells))


def is_heading(cells: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether a row repeats the heading."""
    return cells[0] == headings[0] and [cell.strip() for cell in cells[: len(headings)]] == headings


def _layout(
    sheets: Sequence[tuple[str, Callable[[], Iterator[Row]]]],
    *,
    source: Callable[[Sequence[Column]], Source],
    encoding: str,
    delimiter: str,
    member: str,
) -> Layout:
    found: list[Sheet] = []
    survey = _Survey()
    skipped = 0
    for name, open_rows in sheets:
        preview = list(islice(open_rows(), _PREVIEW))
        place = _heading_place(preview)
        headings = _headings(preview, place)
        if not headings:
            continue
        line = preview[place].line if place >= 0 else 0
        skipped = skipped or max(0, line - 1)
        found.append(Sheet(name, line, survey.adopt(headings, preview[place + 1 :])))
    fields = meanings(survey.headings, survey.values) if found else []
    if not {field for field, _ in fields} & _PERSON:
        raise UnreadableFile("not_a_table")
    dated = {index for index, (field, _) in enumerate(fields) if field is Field.KNOWN_SINCE}
    openers = dict(sheets)
    for sheet in found:
        survey.count(sheet, openers[sheet.name](), dated)
    columns = survey.columns(fields)
    if not survey.rows:
        raise UnreadableFile("no_records")
    day_first, why = day_order(survey.dates)
    return Layout(
        source(columns), encoding, delimiter, skipped, columns, day_first, why, survey.rows, tuple(found), member
    )


class _Survey:
    """What all rows together tell about the columns."""

    def __init__(self) -> None:
        self.headings: list[str] = []
        self.values: list[list[str]] = []
        self.filled: Counter[int] = Counter()
        self.rows = 0
        self.dates: dict[str, None] = {}

    def adopt(self, headings: Sequence[str], preview: Iterable[Row]) -> tuple[int, ...]:
        """The columns' places for a sheet with these headings; new ones are added."""
        free = list(enumerate(heading_key(heading) or heading for heading in self.headings))
        indexes = []
        for heading in headings:
            key = heading_key(heading) or heading
            index = next((index for index, known in free if known == key), None)
            if index is None:
                index = len(self.headings)
                self.headings.append(heading)
                self.values.append([])
            else:
                free.remove((index, key))
            indexes.append(index)
        for row in preview:
            for index, cell in zip(indexes, row.cells, strict=False):
                if cell and len(self.values[index]) < _SAMPLES and cell.strip() and cell.strip() not in headings:
                    self.values[index].append(cell)
        return tuple(indexes)

    def count(self, sheet: Sheet, table: Iterator[Row], dated: set[int]) -> None:
        """Go through all rows of the sheet: how many records, how many cells filled, which dates."""
        headings = [self.headings[index] for index in sheet.indexes]
        body = (row.cells for row in table if row.line > sheet.heading_line)
        while batch := list(islice(body, 2000)):
            kept = [cells for cells in batch if not is_blank(cells) and not is_heading(cells, headings)]
            self.rows += len(kept)
            for index, values in zip(sheet.indexes, zip_longest(*kept, fillvalue=""), strict=False):
                self.filled[index] += len(values) - values.count("")
                if index in dated and len(self.dates) < _DATES:
                    self.dates.update(dict.fromkeys(values))

    def columns(self, fields: Sequence[tuple[Field | None, str]]) -> tuple[Column, ...]:
        """The columns with their meanings."""
        return tuple(
            Column(index, heading, field, why, _first_different(self.values[index]), self.filled[index])
            for index, (heading, (field, why)) in enumerate(zip(self.headings, fields, strict=True))
        )


def _first_different(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(islice(dict.fromkeys(" ".join(value[:200].split()) for value in values), 3))


def _heading_place(preview: Sequence[Row]) -> int:
    """Which of the rows is the heading: the one with most known headings; -1 for none."""
    scores = [heading_score(row.cells) for row in preview[:_HEADING_WITHIN]]
    best = max(scores, default=0)
    if best >= 2:
        return scores.index(best)
    first = next((place for place, row in enumerate(preview) if not is_blank(row.cells)), -1)
    if first < 0 or any(looks_like_value(cell) for cell in preview[first].cells):
        return -1
    if best == 1 and heading_score(preview[first].cells) == 1:
        return first
    return first if _differs_in_kind(preview, first) else -1


def _differs_in_kind(preview: Sequence[Row], first: int) -> bool:
    """Whether a column holds addresses below a first row that has none: that row is then a heading."""
    below = [row.cells for row in preview[first + 1 : first + 50] if not is_blank(row.cells)]
    for column in zip_longest(*below, fillvalue=""):
        filled = [cell for cell in column if cell.strip()]
        if filled and sum(map(looks_like_value, filled)) > len(filled) / 2:
            return True
    return False


def _headings(preview: Sequence[Row], place: int) -> list[str]:
    """The headings, empty ones where the table has none; trailing empty columns are left out."""
    below = [row.cells for row in preview[place + 1 :]]
    if place < 0:
        return [""] * max(Counter(len(cells) for cells in below if not is_blank(cells)) or [0])
    headings = [cell.strip().lstrip("\ufeff") for cell in preview[place].cells]
    while headings and not headings[-1] and not any(len(c) >= len(headings) and c[len(headings) - 1] for c in below):
        headings.pop()
    return headings


def delimiter_of(data: bytes, encoding: str) -> str:
    """The delimiter under which most headings are known, else the one that makes most rows alike."""

    def fit(delimiter: str) -> tuple[int, int, int]:
        sample = [row.cells for row in islice(rows(data, encoding, delimiter), _HEADING_WITHIN)]
        widths = Counter(len(cells) for cells in sample if len(cells) > 1)
        alike = max(widths.values(), default=0)
        return max(map(heading_score, sample), default=0), alike, -_DELIMITERS.index(delimiter)

    return max(_DELIMITERS, key=fit)


def _source(columns: Sequence[Column], delimiter: str, filename: str) -> Source:
    keys = {heading_key(column.heading) for column in columns}
    fields = {column.field for column in columns}
    if Field.OWN in fields:
        return Source.CSV
    if {"email type", "email value"} <= keys or {"email label", "email value"} <= keys:
        return Source.GOOGLE
    if _OUTLOOK & keys and len(columns) > 20:
        return Source.OUTLOOK
    links = chain.from_iterable(column.samples for column in columns if column.field is Field.LINK)
    if (
        Field.KNOWN_SINCE in fields
        and {Field.GIVEN, Field.FAMILY} <= fields
        or (Field.GIVEN in fields and any("linkedin.com/in/" in link for link in links) and Field.TITLE in fields)
    ):
        return Source.LINKEDIN
    pasted = not filename or (delimiter == "\t" and not filename.lower().endswith(".csv"))
    return Source.PASTED if pasted else Source.CSV


_OUTLOOK = frozenset(
    heading_key(text)
    for text in (
        "E-mail Display Name", "Business Street", "TTY/TDD Phone", "Directory Server", "电子邮件显示名称",
        "商务地址 街道", "Nom complet de l'adresse de messagerie", "Rue (bureau)", "Straße geschäftlich",
        "Calle del trabajo", "電子郵件顯示名稱",
    )
)  # fmt: skip
