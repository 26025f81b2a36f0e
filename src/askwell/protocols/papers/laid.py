"""A document as laid out: every word that is printed, in the order in which it is read, without saying how it looks."""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["entries", "short", "rows", "text"]
"""How the entries of a section stand: with lines below them, on one line each, as a name with words beside it, or as
running text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A way to be reached; `url` is where it leads, "" where it is only read."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done. `first` is what stands out, `second` says more of it, then come its text and lines.
    Except in rows, there is no second without a first."""

    first: str = ""
    second: str = ""
    when: str = ""
    text: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """`heading` may be "": then it needs none."""

    code: str
    heading: str
    shape: Shape
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A resume. `title` names the document, `when_first` says that an entry's dates are read before its second line
    rather than after it, `right_to_left` that most of what was written runs so."""

    language: str
    title: str
    name: str
    native_name: str
    headline: str
    reach: tuple[Piece, ...]
    sections: tuple[Section, ...]
    when_first: bool
    right_to_left: bool


Role = Literal["sender", "date", "recipient", "subject", "greeting", "body", "closing", "name"]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a letter, with its lines or paragraphs."""

    role: Role
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaidLetter:
    """A letter, its parts in the order of its language."""

    language: str
    title: str
    name: str
    blocks: tuple[Block, ...]
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A heading, the heads of its columns, and rows; what stands in the first column names the row."""

    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LaidReport:
    """A report: who gives it, of what, its tables, and what its words mean."""

    language: str
    title: str
    name: str
    lines: tuple[str, ...]
    tables: tuple[LaidTable, ...]
    notes_heading: str
    notes: tuple[tuple[str, str], ...]
    right_to_left: bool
