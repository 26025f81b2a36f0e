"""What reading an address book gives: the layout that was recognised, records, and rows set aside."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from askwell.lib.names import PersonName
from askwell.protocols.contacts.own import OwnFacts


class UnreadableFile(Exception):
    """The bytes hold no address book that can be read.

    `code` says why ("empty", "picture", "pdf", "document", "encrypted", "old_excel", "other_spreadsheet",
    "too_large", "too_slow", "unsafe", "damaged", "no_contacts_in_zip", "web_page", "binary", "not_a_table",
    "no_records"); `detail` carries values for the sentence shown (never words for the screen).
    """

    def __init__(self, code: str, **detail: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.detail: dict[str, str | int] = detail


class Field(StrEnum):
    """What a column can hold of a person; only what a person record keeps."""

    GIVEN = "given"
    FAMILY = "family"
    MIDDLE = "middle"
    FULL_NAME = "full_name"
    NATIVE_NAME = "native_name"
    NICKNAME = "nickname"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    ORGANISATION = "organisation"
    TITLE = "title"
    DEPARTMENT = "department"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    WECHAT = "wechat"
    PLACE = "place"
    NOTE = "note"
    KNOWN_SINCE = "known_since"
    LANGUAGE = "language"
    TAG = "tag"
    OWN = "own"


class Source(StrEnum):
    """Where an address book comes from, as far as its shape tells."""

    LINKEDIN = "linkedin"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    VCARD = "vcard"
    SPREADSHEET = "spreadsheet"
    PASTED = "pasted"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Column:
    """One column and what it is taken for.

    `field` None leaves the column out. `why`: "known_heading", "values_look_like", "not_kept" (a known
    heading, but nothing a person record keeps), "unknown". `samples`: the first three different values.
    """

    index: int
    heading: str
    field: Field | None
    why: str
    samples: tuple[str, ...] = ()
    filled: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the file: its name, the line (row) of its heading, 0 without one, and for each of its
    cells the index of the layout's column (sheets of a workbook may order theirs differently)."""

    name: str
    heading_line: int
    indexes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is built, and how its columns are understood.

    Change what a column means with `dataclasses.replace(layout, columns=…)` and read with the result.
    `skipped_lines`: physical lines before the heading. `day_first`: order of dates such as 03/04/2021,
    None when nothing decides it (`day_first_why`: "values", "no_such_dates", "undecided", "mixed").
    `rows` counts records. `member`: the file inside a zip, "" otherwise.
    """

    source: Source
    encoding: str
    delimiter: str
    skipped_lines: int
    columns: tuple[Column, ...]
    day_first: bool | None
    day_first_why: str
    rows: int
    sheets: tuple[Sheet, ...] = ()
    member: str = ""


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """One person as one record of the file tells of them.

    `number` counts records from 1 as they stand in the file (headings and blank rows are none); `line`
    is the physical line, in a workbook the sheet's row. `phones` are E.164, with ";ext=…" where one is
    given; `languages` BCP 47 tags. `doubts` names what could not be kept whole: "note_trimmed",
    "email_unreadable", "phone_unreadable", "date_unreadable", "cells_rejoined". `raw`: the original cells, for a vCard
    its text. `own`: what more an export of Askwell tells (all roles, ties, notes, where addresses came from).
    """

    number: int
    line: int
    sheet: str
    name: PersonName
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    wechat: str = ""
    organisation: str = ""
    department: str = ""
    title: str = ""
    place: str = ""
    note: str = ""
    known_since: date | None = None
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    own: OwnFacts | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that became no person, with the reason.

    `reason`: "no_name_nor_address", "not_a_person", "group_card", "unreadable_card",
    "cut_off" (the file ends within it), "too_many_cells", "repeated_heading" (that one is no record: its
    `number` is 0).
    """

    number: int
    line: int
    sheet: str
    reason: str
    raw: tuple[str, ...]
