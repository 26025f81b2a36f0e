"""A report of tables as data, and its words on the page."""

from dataclasses import dataclass

from askwell.protocols.papers.cleaning import cleaned
from askwell.protocols.papers.laid import LaidReport, LaidTable
from askwell.protocols.papers.laying import runs_right_to_left
from askwell.protocols.papers.words import words_of


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table: `heads` begins with that of the rows' names, each row with its name. No text may be empty."""

    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report in one language ("en", "zh-Hans", "fr"). `name` is whose it is, `lines` say of what; `notes` are words
    with what they mean."""

    language: str
    title: str
    name: str
    lines: tuple[str, ...]
    tables: tuple[ReportTable, ...]
    notes_heading: str
    notes: tuple[tuple[str, str], ...]


def lay_report(report: Report) -> LaidReport:
    """What is printed of a report, in order."""
    report = cleaned(report)
    return LaidReport(
        language=words_of(report.language).tag,
        title=report.title,
        name=report.name,
        lines=report.lines,
        tables=tuple(LaidTable(one.heading, one.heads, one.rows) for one in report.tables),
        notes_heading=report.notes_heading,
        notes=report.notes,
        right_to_left=runs_right_to_left((report.title, *report.lines)),
    )
