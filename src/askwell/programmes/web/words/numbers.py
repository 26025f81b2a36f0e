"""Words of what a programme counts, and what each number means."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from askwell.programmes.choices import AttendanceState, Breakdown, Measure, OutcomeKind
from askwell.programmes.queries.counting import OTHER
from askwell.programmes.rules.hiding import Mark
from askwell.programmes.rules.showing import Row, Shown, Table
from askwell.ui.words import spoken_word

FEW = "<5"
MEASURES = {
    Measure.CAME: pgettext_lazy("number", "Seekers who came"),
    Measure.WAITING: pgettext_lazy("number", "Seekers waiting"),
    Measure.READY: pgettext_lazy("number", "Seekers with a talk ready"),
    Measure.TALKING: pgettext_lazy("number", "Seekers asked for or met"),
    Measure.SENT: pgettext_lazy("number", "Talks asked for"),
    Measure.UNDER_WAY: pgettext_lazy("number", "Talks under way"),
    Measure.AGREED: pgettext_lazy("number", "Time agreed"),
    Measure.HELD: pgettext_lazy("number", "Talks held"),
    Measure.SUCCESSFUL: pgettext_lazy("number", "Successful talks"),
    Measure.NAMED: pgettext_lazy("number", "Somebody named"),
    Measure.REFERRALS: pgettext_lazy("number", "Referrals"),
    Measure.ATTENDED: pgettext_lazy("number", "Came to sessions"),
    Measure.JOBS: pgettext_lazy("number", "Jobs"),
    Measure.VOLUNTEERING: pgettext_lazy("number", "Volunteer roles"),
    Measure.COURSES: pgettext_lazy("number", "Courses"),
}
MEANINGS = {
    Measure.CAME: gettext_lazy("Seekers who became part of the programme. Counted from the programme’s own list."),
    Measure.WAITING: gettext_lazy(
        "Seekers in the programme for whom nobody is proposed or asked, and who have met nobody. Counted from the "
        "programme’s own list."
    ),
    Measure.READY: gettext_lazy(
        "Seekers for whom somebody is proposed, or whose talk waits until they join: no insider was asked for them yet."
    ),
    Measure.TALKING: gettext_lazy(
        "Seekers for whom an insider was asked, or who met one. Together with those who wait and those with a talk "
        "ready they are all active seekers."
    ),
    Measure.SENT: gettext_lazy(
        "Talks for which an insider was really asked: the letter left, or was passed on and ticked off, or they "
        "answered. Not those that wait until the seeker joins. Counted by the day of asking."
    ),
    Measure.UNDER_WAY: gettext_lazy("Talks asked for or agreed, and not held yet."),
    Measure.HELD: gettext_lazy("Talks that took place, as the talk’s own page says. Counted by the day of the talk."),
    Measure.SUCCESSFUL: gettext_lazy(
        "Talks held of which the seeker told the programme afterwards that they were useful: 4 or 5 of 5. Talks "
        "without an answer are not counted. A seeker’s own reckoning in their workspace is theirs and is not counted "
        "here."
    ),
    Measure.REFERRALS: gettext_lazy(
        "Further people whom insiders named in talks held, as the seekers told the programme afterwards."
    ),
    Measure.ATTENDED: gettext_lazy("How often seekers came to sessions and workshops, as the attendance sheets say."),
    Measure.JOBS: gettext_lazy(
        "Work found, told by the seekers themselves or put down by staff with their consent. Counted by the day it "
        "began."
    ),
    Measure.VOLUNTEERING: gettext_lazy("Volunteer roles found, told or put down in the same way."),
    Measure.COURSES: gettext_lazy("Courses begun, told or put down in the same way."),
}
OUTCOMES = {
    OutcomeKind.JOB: pgettext_lazy("outcome", "Work"),
    OutcomeKind.VOLUNTEERING: pgettext_lazy("outcome", "A volunteer role"),
    OutcomeKind.COURSE: pgettext_lazy("outcome", "A course"),
}
ATTENDANCE = {
    AttendanceState.EXPECTED: pgettext_lazy("attendance", "not put down"),
    AttendanceState.CAME: pgettext_lazy("attendance", "came"),
    AttendanceState.EXCUSED: pgettext_lazy("attendance", "excused"),
    AttendanceState.MISSED: pgettext_lazy("attendance", "missed"),
}
TABLES = {
    Breakdown.COHORT: gettext_lazy("By cohort"),
    Breakdown.FIELD: gettext_lazy("By field"),
    Breakdown.LANGUAGE: gettext_lazy("By language of the talk"),
}
HEADS = {
    Breakdown.COHORT: pgettext_lazy("table", "Cohort"),
    Breakdown.FIELD: pgettext_lazy("table", "Field"),
    Breakdown.LANGUAGE: pgettext_lazy("table", "Language"),
}
NONE = {
    Breakdown.COHORT: gettext_lazy("In no cohort"),
    Breakdown.FIELD: gettext_lazy("Field not told"),
    Breakdown.LANGUAGE: gettext_lazy("Language not known"),
}


def number_words(shown: Shown) -> str:
    """A number as a page and a file write it: in digits, or why it is hidden."""
    if shown.mark is Mark.SMALL:
        return _("fewer than 5")
    return in_table(shown)


def in_table(shown: Shown) -> str:
    """The same where columns are narrow."""
    if shown.mark is Mark.SMALL:
        return FEW
    return _("withheld") if shown.mark is Mark.WITHHELD else str(shown.value)


def row_name(by: Breakdown, row: Row) -> str:
    """What a row of a table is called."""
    if row.key == OTHER:
        return _("Other languages") if by is Breakdown.LANGUAGE else _("Other fields")
    if not row.key:
        return str(NONE[by])
    return spoken_word(str(row.key)) if by is Breakdown.LANGUAGE else row.name


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table in words: its title, the heads of its columns, and rows of words with their numbers."""

    by: Breakdown
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Shown, ...]], ...]


def drawn(table: Table) -> Drawn:
    """A table of numbers as pages show it."""
    heads = (str(HEADS[table.by]), *(str(MEASURES[measure]) for measure in table.measures))
    rows = tuple((row_name(table.by, row), row.cells) for row in table.rows)
    return Drawn(table.by, str(TABLES[table.by]), heads, rows)
