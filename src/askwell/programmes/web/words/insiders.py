"""Words about insiders: how they stand, their hours, what a list's columns and faults are called."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from itertools import groupby

from django.utils.translation import get_language, gettext_lazy, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from askwell.programmes.actions.insiders.volunteering import SIGNED_UP, WAS_SEEKER
from askwell.programmes.choices import Audience, InsiderState, MatchState, RowFault, Side
from askwell.programmes.queries.insiders.outcomes import Talk
from askwell.programmes.rules.columns import Column
from askwell.ui.moments import clock, weekday
from askwell.ui.words import SPOKEN

STATES = {
    InsiderState.INVITED: pgettext_lazy("insider", "on the list"),
    InsiderState.APPLIED: pgettext_lazy("insider", "waits for your yes"),
    InsiderState.ACTIVE: pgettext_lazy("insider", "in"),
    InsiderState.PAUSED: pgettext_lazy("insider", "pauses"),
    InsiderState.LEFT: pgettext_lazy("insider", "left"),
}
TONES = {InsiderState.ACTIVE: "good", InsiderState.APPLIED: "due", InsiderState.LEFT: "bad"}
COLUMNS = {
    "": gettext_lazy("Leave out"),
    Column.NAME: gettext_lazy("Full name"),
    Column.GIVEN: gettext_lazy("Given name"),
    Column.FAMILY: gettext_lazy("Family name"),
    Column.NATIVE_NAME: gettext_lazy("Name in Chinese characters"),
    Column.EMAIL: gettext_lazy("E-mail"),
    Column.PHONE: gettext_lazy("Phone"),
    Column.ORGANISATION: gettext_lazy("Employer"),
    Column.TITLE: gettext_lazy("Role"),
    Column.FIELD: pgettext_lazy("line of work", "Field"),
    Column.TOPICS: gettext_lazy("Topics"),
    Column.LANGUAGES: gettext_lazy("Languages"),
    Column.LEVEL: pgettext_lazy("career", "Level"),
    Column.TALKS: gettext_lazy("Talks a month"),
    Column.HOURS: gettext_lazy("Free hours"),
    Column.ZONE: gettext_lazy("Time zone"),
    Column.PAGE_LANGUAGE: gettext_lazy("Page language"),
    Column.NOT_EMPLOYERS: gettext_lazy("Excluded employers"),
    Column.NOT_PEOPLE: gettext_lazy("Excluded people"),
    Column.COHORT: gettext_lazy("Cohort"),
    Column.NOTE: pgettext_lazy("of a person", "Note"),
}
WANTED = gettext_lazy("Talks wanted")
"""What `Column.TALKS` is for seekers."""
FAULTS = {
    RowFault.NO_NAME: gettext_lazy("There is no name."),
    RowFault.BAD_EMAIL: gettext_lazy("“%(detail)s” is no e-mail address."),
    RowFault.TWICE: gettext_lazy("The same e-mail address stands in row %(detail)s already."),
    RowFault.TWICE_NAME: gettext_lazy("The same name and employer stand in row %(detail)s already."),
    RowFault.STOPPED: gettext_lazy("%(detail)s asked for no mail of this programme."),
    RowFault.NO_CAPACITY: gettext_lazy("“%(detail)s” talks: nobody could be matched with that."),
    RowFault.NEGATIVE_CAPACITY: gettext_lazy("“%(detail)s” talks: fewer than none."),
    RowFault.NO_NUMBER: gettext_lazy("“%(detail)s” is no number of talks from 1 to 31: 1 is taken."),
    RowFault.IMPOSSIBLE_HOURS: gettext_lazy(
        "“%(detail)s” was not understood as hours; “Mon 18:00-20:00; Sat mornings” would be."
    ),
    RowFault.UNKNOWN_LANGUAGE: gettext_lazy("“%(detail)s” is no language that is known here."),
    RowFault.UNKNOWN_LEVEL: gettext_lazy("“%(detail)s” is none of student, entry, mid, senior, lead."),
    RowFault.UNKNOWN_ZONE: gettext_lazy("“%(detail)s” is no time zone."),
    RowFault.UNKNOWN_COHORT: gettext_lazy("There is no cohort “%(detail)s”."),
}
REFUSED = {
    "empty": gettext_lazy("The file is empty."),
    "picture": gettext_lazy("That is a picture. A list is a spreadsheet (.xlsx) or a CSV file."),
    "pdf": gettext_lazy("That is a PDF. A list is a spreadsheet (.xlsx) or a CSV file."),
    "document": gettext_lazy("That is a text document. A list is a spreadsheet (.xlsx) or a CSV file."),
    "encrypted": gettext_lazy("The file is locked with a password. Save it without one."),
    "old_excel": gettext_lazy("That is an old Excel file. Save it as .xlsx or CSV."),
    "other_spreadsheet": gettext_lazy("That kind of spreadsheet is not read. Save it as .xlsx or CSV."),
    "too_large": gettext_lazy("The file unpacks to more than is read at once. Save it as CSV."),
    "too_slow": gettext_lazy("Reading the file took too long. Save its table as CSV and try that."),
    "unsafe": gettext_lazy("The file declares things that no spreadsheet needs, so it is not opened."),
    "damaged": gettext_lazy("The file is damaged. Open it in your spreadsheet program and save it anew."),
    "web_page": gettext_lazy("That is a web page. Save the table as .xlsx or CSV."),
    "no_records": gettext_lazy("There are no rows in it."),
    "no_names": gettext_lazy("No column holds names. Say below which one does."),
}
UNREADABLE = gettext_lazy("No table of people was found in it. A list is a spreadsheet (.xlsx) or a CSV file.")
OBTAINED = {
    SIGNED_UP: gettext_lazy("signed up on the programme’s open page"),
    WAS_SEEKER: gettext_lazy("took part as a seeker"),
}
TALKS = {
    MatchState.WAITING: gettext_lazy("waits until the seeker has joined"),
    MatchState.ASKED: gettext_lazy("was asked"),
    MatchState.AGREED: gettext_lazy("agreed"),
    MatchState.HELD: gettext_lazy("held"),
    MatchState.DECLINED: gettext_lazy("declined"),
    MatchState.MISSED: gettext_lazy("missed"),
    MatchState.CANCELLED: gettext_lazy("called off"),
}
AUDIENCES = {Audience.INSIDERS: gettext_lazy("Insiders"), Audience.SEEKERS: gettext_lazy("Seekers")}


def column_name(column: str, audience: str) -> str:
    """What a list of theirs calls a column."""
    return str(WANTED if column == Column.TALKS and audience == Audience.SEEKERS else COLUMNS[column])


def obtained(text: str) -> str:
    return str(OBTAINED.get(text, text))


def spoken(codes: Iterable[str]) -> str:
    return pgettext("list", ", ").join(str(SPOKEN.get(code, code)) for code in codes)


def talk_word(talk: Talk) -> str:
    """How a talk stands, and whose doing it was where it failed."""
    if talk.missed_by == Side.INSIDER:
        return _("missed, or called off late, by the insider")
    if talk.missed_by == Side.SEEKER:
        return _("missed, or called off late, by the seeker")
    return str(TALKS.get(talk.state, talk.state))


def fault(code: str, detail: str) -> str:
    known = FAULTS.get(RowFault(code)) if code in set(RowFault) else None
    return str(known) % {"detail": detail} if known else code


def refusal(code: str) -> str:
    return str(REFUSED.get(code, UNREADABLE))


def week(windows: Sequence[Sequence[object]]) -> list[str]:
    """A week's free hours, days with the same hours together: "Monday–Friday 17:00–21:00"."""
    by_day: dict[int, list[str]] = {}
    for day, start, end in windows:
        by_day.setdefault(int(str(day)), []).append(f"{_clock(start)}–{_clock(end)}")
    spans = [(day, pgettext("list", ", ").join(by_day[day])) for day in sorted(by_day)]
    found: dict[str, list[int]] = {}
    for day, told in spans:
        found.setdefault(told, []).append(day)
    return [f"{_days(days)} {told}" for told, days in found.items()]


def _clock(told: object) -> str:
    """As hours are told elsewhere; what is none stays as it was told."""
    try:
        return clock(datetime.combine(date.min, time.fromisoformat(str(told))), get_language() or "en")
    except ValueError:
        return str(told)


def _days(days: Sequence[int]) -> str:
    code = get_language() or "en"
    runs = [[day for _place, day in run] for _key, run in groupby(enumerate(days), lambda pair: pair[1] - pair[0])]
    words = []
    for run in runs:
        named = [weekday(day, code) for day in run]
        words += [f"{named[0]}–{named[-1]}"] if len(run) > 2 else named
    return pgettext("list", ", ").join(words)
