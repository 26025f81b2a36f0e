"""Chapters and lines as the rules see them, without a database."""

from dataclasses import dataclass
from dataclasses import field as fresh
from uuid import UUID, uuid4

from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.rules.bringing.entries import Entry


@dataclass(frozen=True)
class Line:
    text: str
    language: str = "en"
    id: UUID = fresh(default_factory=uuid4)


@dataclass(frozen=True)
class Part:
    title: str = ""
    organisation: str = ""
    start: str = ""
    end: str = ""
    kind: str = "work"
    lines: tuple[Line, ...] = ()
    language: str = "en"
    field: str = ""
    id: UUID = fresh(default_factory=uuid4)


def entry(
    title: str = "",
    organisation: str = "",
    start: str = "",
    end: str = "",
    kind: str = "work",
    lines: tuple[str, ...] = (),
) -> Entry:
    return Entry("x-0", ChapterKind(kind), title, organisation, start=start, end=end, lines=lines)
