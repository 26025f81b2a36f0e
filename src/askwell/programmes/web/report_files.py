"""The report: one value that page, PDF, spreadsheet and CSV are all made of."""

from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from askwell.lib.zones import city
from askwell.programmes.choices import Breakdown, Measure
from askwell.programmes.models import Cohort, Programme
from askwell.programmes.queries.numbers import REPORTED, Period
from askwell.programmes.rules.showing import Numbers, Shown, Table
from askwell.programmes.web.words.numbers import FEW, MEANINGS, MEASURES, drawn, in_table, number_words
from askwell.protocols.csv_out import write_csv
from askwell.protocols.papers import Layout, Report, ReportTable, pdf
from askwell.protocols.xlsx_out import write_xlsx
from askwell.ui import moments
from askwell.ui.rooms import bcp47

MOST_PAGES = 40


def report_of(programme: Programme, period: Period, numbers: Numbers, cohort: Cohort | None) -> Report:
    """In the active language. Of one cohort only its own row is told, hidden as among all cohorts: tables of one could
    be subtracted from those of all."""
    row = next((row for row in numbers.table(Breakdown.COHORT).rows if cohort and row.key == cohort.pk), None)
    whole = _whole(dict(numbers.totals))
    tables = [_table(table) for table in numbers.tables if table.rows]
    if cohort:
        cells = row.cells if row else ()
        whole, tables = _whole(dict(zip(numbers.table(Breakdown.COHORT).measures, cells, strict=False))), []
    return Report(
        language=bcp47(translation.get_language() or "en"),
        title=_("Report of the programme"),
        name=programme.name,
        lines=tuple(filter(None, _lines(programme, period, cohort))),
        tables=(whole, *tables),
        notes_heading=_("What the numbers mean"),
        notes=(*((str(MEASURES[one]), str(MEANINGS[one])) for one in REPORTED), *_hidden()),
    )


def _lines(programme: Programme, period: Period, cohort: Cohort | None) -> tuple[str, ...]:
    language = translation.get_language() or "en"
    first, last = (moments.day(one, date.min, language, "full") for one in (period.first, period.last))
    days = {"first": first, "last": last, "zone": city(programme.zone, language)}
    return (
        programme.organisation,
        _("From %(first)s to %(last)s, both days counted, by the clock of %(zone)s.") % days,
        _("Cohort: %(name)s") % {"name": cohort.name} if cohort else "",
        _("Paid for by %(name)s") % {"name": cohort.funder} if cohort and cohort.funder else "",
    )


def _whole(shown: dict[Measure, Shown]) -> ReportTable:
    heads = (_("What was counted"), _("Number"))
    return ReportTable(_("In all"), heads, tuple((str(MEASURES[key]), number_words(one)) for key, one in shown.items()))


def _table(table: Table) -> ReportTable:
    told = drawn(table)
    return ReportTable(told.title, told.heads, tuple((name, *map(in_table, cells)) for name, cells in told.rows))


def _hidden() -> tuple[tuple[str, str], ...]:
    return (
        (
            f"{_('fewer than 5')}, {FEW}",
            _("Fewer than five people stand behind the number, so it is not told: it could be about somebody."),
        ),
        (_("withheld"), _("Not told, because with it a smaller group’s number could be reckoned from the total.")),
        (
            _("Seekers who left"),
            _("They still count, without their names."),
        ),
    )


def as_pdf(report: Report) -> bytes:
    """Tagged, in the language of the report."""
    return pdf(report, Layout(pages=MOST_PAGES)).data


def as_xlsx(report: Report) -> bytes:
    """A sheet of its own for each table and for what the words mean."""
    first = ("", [(report.title, report.name), *((line,) for line in report.lines)])
    sheets = [(one.heading, [one.heads, *one.rows]) for one in report.tables]
    notes = (report.notes_heading, [(report.notes_heading, ""), *report.notes])
    return write_xlsx([(report.title, first[1]), *sheets, notes])


def as_csv(report: Report) -> bytes:
    """One table after the other."""
    rows = [[line] for line in report.lines]
    for one in report.tables:
        rows += [[], [one.heading], list(one.heads), *map(list, one.rows)]
    rows += [[], [report.notes_heading], *map(list, report.notes)]
    return write_csv([report.title, report.name], rows)
