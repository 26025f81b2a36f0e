"""Rows of a table to records, by what their columns mean."""

import re
from collections.abc import Iterator, Sequence

from askwell.lib.emails import find_emails
from askwell.protocols.contacts.assemble import Parts, assemble, split_tags
from askwell.protocols.contacts.columns import looks_like_value
from askwell.protocols.contacts.dates import parse_day
from askwell.protocols.contacts.headings import heading_key
from askwell.protocols.contacts.layouts import is_blank, is_heading
from askwell.protocols.contacts.model import Aside, ContactRecord, Field, Layout, Sheet
from askwell.protocols.contacts.text_tables import Row
from askwell.protocols.csv_out import bare

# Fields of which the first filled column counts, named as the attributes of Parts.
_SINGLE: tuple[Field | None, ...] = (
    Field.GIVEN, Field.FAMILY, Field.MIDDLE, Field.FULL_NAME, Field.NATIVE_NAME, Field.NICKNAME, Field.PREFIX,
    Field.SUFFIX, Field.ORGANISATION, Field.DEPARTMENT, Field.TITLE, Field.WECHAT, Field.OWN,
)  # fmt: skip
_MANY = {Field.EMAIL: "emails", Field.PHONE: "phones", Field.LINK: "links", Field.LANGUAGE: "languages"}
_NOTE_HEADINGS = frozenset(
    (
        "note", "notes", "comment", "comments", "remark", "remarks", "memo", "description", "remarque", "remarques",
        "notiz", "notizen", "bemerkung", "bemerkungen", "nota", "notas", "observaciones", "observacoes",
        "备注", "備註", "附注", "附註", "说明", "說明", "笔记", "备注信息", "メモ", "備考", "메모", "비고",
    )
)  # fmt: skip
_PLACE_GROUP = re.compile(r"^(address \d+|business|home|other|商务|住宅|其他)", re.IGNORECASE)
_GROUP_SEPARATORS = re.compile(r"[\n\r]+")


class TableReader:
    """Reads the rows of one file's tables with the meaning that the layout gives its columns; of the first `after`
    records nothing is made."""

    def __init__(self, layout: Layout, *, after: int = 0) -> None:
        self._layout, self._after = layout, after
        self._number = 0

    def read(self, sheet: Sheet, rows: Iterator[Row]) -> Iterator[ContactRecord | Aside]:
        """Every record of a sheet, in order; blank rows are passed over."""
        heading = {column.index: column.heading for column in self._layout.columns}
        headings = [heading.get(index, "") for index in sheet.indexes]
        table = _Mapping(self._layout, sheet)
        for line, cells in rows:
            if line <= sheet.heading_line or is_blank(cells):
                continue
            if is_heading(cells, headings):
                yield Aside(0, line, sheet.name, "repeated_heading", tuple(cells))
                continue
            self._number += 1
            if self._number > self._after:
                yield table.record(self._number, line, cells)


class _Mapping:
    """Where in a row each field stands."""

    def __init__(self, layout: Layout, sheet: Sheet) -> None:
        self._sheet = sheet
        self._day_first = layout.day_first
        self._width = len(sheet.indexes)
        meaning = {column.index: column for column in layout.columns}
        columns = [(cell, meaning[index]) for cell, index in enumerate(sheet.indexes) if index in meaning]
        self._single = [(cell, str(column.field)) for cell, column in columns if column.field in _SINGLE]
        self._many = [(cell, _MANY[column.field]) for cell, column in columns if column.field in _MANY]
        self._notes = [(cell, _note_label(column.heading)) for cell, column in columns if column.field is Field.NOTE]
        self._tags = [cell for cell, column in columns if column.field is Field.TAG]
        self._dates = [cell for cell, column in columns if column.field is Field.KNOWN_SINCE]
        self._places = [(cell, _place_group(column.heading)) for cell, column in columns if column.field is Field.PLACE]
        self._fields = {cell: column.field for cell, column in columns}

    def record(self, number: int, line: int, cells: list[str]) -> ContactRecord | Aside:
        raw = tuple(cells)
        cells = [bare(cell) if cell[:1] == "'" else cell for cell in cells]
        parts = Parts()
        if len(cells) != self._width:
            fitted = self._fit(cells)
            if fitted is None:
                return Aside(number, line, self._sheet.name, "too_many_cells", raw)
            if len(cells) > self._width and any(cells[self._width :]):
                parts.doubts += ("cells_rejoined",)
            cells = fitted
        self._fill(parts, cells)
        return assemble(parts, number, line, self._sheet.name, raw)

    def _fill(self, parts: Parts, cells: Sequence[str]) -> None:
        for cell, name in self._single:
            value = cells[cell]
            if value and not getattr(parts, name) and (value := value.strip()):
                setattr(parts, name, value)
        for cell, name in self._many:
            value = cells[cell]
            if value and not value.isspace():
                setattr(parts, name, (*getattr(parts, name), value.strip()))
        for cell in self._dates:
            if cells[cell] and parts.known_since is None:
                parts.known_since = parse_day(cells[cell], self._day_first)
                if parts.known_since is None and not cells[cell].isspace():
                    parts.doubts += ("date_unreadable",)
        for cell, label in self._notes:
            if value := cells[cell].strip():
                parts.notes += (f"{label}: {value}" if label else value,)
        for cell in self._tags:
            parts.tags += tuple(split_tags(cells[cell]))
        if self._places:
            parts.place = self._place(cells)

    def _place(self, cells: Sequence[str]) -> str:
        """City, region and country of the first address that has any."""
        groups: dict[str, dict[str, None]] = {}
        for cell, group in self._places:
            for value in _GROUP_SEPARATORS.split(cells[cell]):
                if value.strip():
                    groups.setdefault(group, {})[value.strip()] = None
        return ", ".join(next(iter(groups.values()), {}))

    def _fit(self, cells: list[str]) -> list[str] | None:
        """A row of another length made as long as the heading: short ones filled up; in long ones a text
        that an unquoted delimiter tore apart put together again, if only one place fits."""
        surplus = len(cells) - self._width
        if surplus <= 0:
            return cells + [""] * -surplus
        if not any(map(str.strip, cells[self._width :])):
            return cells[: self._width]
        texts = (Field.ORGANISATION, Field.TITLE, Field.NOTE, Field.FULL_NAME, Field.DEPARTMENT)
        fits = []
        for place in range(self._width):
            if self._fields.get(place) in texts:
                joined = ", ".join(part.strip() for part in cells[place : place + surplus + 1])
                row = [*cells[:place], joined, *cells[place + surplus + 1 :]]
                if self._is_plausible(row):
                    fits.append((cells[place + 1][:1] == " ", row))
        marked = [row for blank, row in fits if blank]
        return marked[0] if len(marked) == 1 else fits[0][1] if len(fits) == 1 else None

    def _is_plausible(self, cells: Sequence[str]) -> bool:
        """Whether addresses and dates stand where they belong, and nowhere else."""
        for place, value in enumerate(cells):
            meaning = self._fields.get(place)
            if not value.strip():
                continue
            if meaning is Field.EMAIL and not find_emails(value):
                return False
            if meaning in (Field.LINK, Field.PHONE) and not looks_like_value(value):
                return False
            if meaning is Field.KNOWN_SINCE and not parse_day(value, day_first=True):
                return False
            if meaning in (Field.TITLE, Field.ORGANISATION) and (
                looks_like_value(value) or parse_day(value, day_first=True)
            ):
                return False
        return True


def _note_label(heading: str) -> str:
    return "" if not heading or heading_key(heading) in _NOTE_HEADINGS else heading.strip()


def _place_group(heading: str) -> str:
    found = _PLACE_GROUP.match(heading)
    return found[1].lower() if found else ""
