"""The codes of opportunities as words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from askwell.opportunities.choices import GATHERINGS, Brought, Kind, Source, Stage

Words = dict[str, Promise]

KINDS: Words = {
    Kind.JOB: _("Job"),
    Kind.VOLUNTEER: _("Volunteer role"),
    Kind.COURSE: _("Course"),
    Kind.EVENT: _("Event"),
}
KINDS_MANY: Words = {
    Kind.JOB: _("Jobs"),
    Kind.VOLUNTEER: _("Volunteer roles"),
    Kind.COURSE: _("Courses"),
    Kind.EVENT: _("Events"),
}
SOURCES: Words = {
    Source.NETWORKING: _("Networking"),
    Source.BOARD: _("Job boards"),
    Source.VOLUNTEERING: _("Volunteering"),
    Source.PROGRAMME: pgettext_lazy("source", "A programme"),
    Source.OWN: _("Found myself"),
}
STAGES: Words = {
    Stage.INTERESTED: pgettext_lazy("stage", "Interested"),
    Stage.ASKED: pgettext_lazy("stage", "Asked insiders"),
    Stage.APPLIED: pgettext_lazy("stage", "Applied"),
    Stage.JOB_INTERVIEW: pgettext_lazy("stage", "Job interview"),
    Stage.OFFER: pgettext_lazy("stage", "Offer"),
    Stage.ACCEPTED: pgettext_lazy("stage", "Accepted"),
    Stage.DECLINED: pgettext_lazy("stage", "Declined"),
    Stage.SILENT: pgettext_lazy("stage", "Silent"),
}
MOVES: Words = {
    Stage.INTERESTED: _("I am interested again"),
    Stage.ASKED: _("I asked insiders"),
    Stage.APPLIED: _("I applied"),
    Stage.JOB_INTERVIEW: _("A job interview"),
    Stage.OFFER: _("An offer came"),
    Stage.ACCEPTED: _("I accepted"),
    Stage.DECLINED: _("Declined, by them or by me"),
    Stage.SILENT: _("No answer came"),
}
GATHERED: Words = {
    Stage.APPLIED: pgettext_lazy("stage", "Signed up"),
    Stage.ACCEPTED: pgettext_lazy("stage", "Was there"),
    Stage.DECLINED: pgettext_lazy("stage", "Not going"),
}
"""Stages of a course or an event, where they have other words."""
GATHERING_MOVES: Words = {
    Stage.APPLIED: _("I signed up"),
    Stage.ACCEPTED: _("I was there"),
    Stage.DECLINED: _("I am not going"),
}
HINTS: Words = {
    Stage.INTERESTED: _("ask insiders first"),
    Stage.ASKED: _("then apply"),
    Stage.APPLIED: _("follow up after two weeks"),
    Stage.JOB_INTERVIEW: _("thank them within a day"),
    Stage.OFFER: _("answer in time"),
}
EMPLOYMENT: Words = {
    "full_time": _("Full time"),
    "part_time": _("Part time"),
    "contract": _("Contract"),
    "internship": _("Internship"),
    "temporary": _("Temporary"),
    "volunteer": _("Voluntary"),
}
UNITS: Words = {
    "hour": _("an hour"),
    "day": _("a day"),
    "week": _("a week"),
    "month": _("a month"),
    "year": _("a year"),
}
CURRENCIES: Words = {"CAD": pgettext_lazy("currency", "CAD"), "USD": pgettext_lazy("currency", "USD")}
"""Others stand as they are written."""
EVENT_STATES: Words = {
    "scheduled": _("takes place"),
    "rescheduled": _("at another time than planned"),
    "postponed": _("put off, no new time yet"),
    "cancelled": _("cancelled"),
}
BROUGHT: Words = {
    Brought.PASTED: _("Pasted"),
    Brought.FILE: _("A file"),
    Brought.LINK: _("A page"),
    Brought.BOOKMARK: _("From your browser"),
    Brought.FEED: _("A feed"),
}
STATES: Words = {
    "reading": _("is being read"),
    "ready": _("waits for you"),
    "refused": _("could not be read"),
}


def stage_word(kind: str, stage: Stage) -> str:
    """A stage as one calls it of a job, or of what one goes to."""
    return str((STAGES | GATHERED if kind in GATHERINGS else STAGES)[stage])


def move_word(kind: str, to: Stage) -> str:
    """A move as a button says it."""
    return str((MOVES | GATHERING_MOVES if kind in GATHERINGS else MOVES)[to])


def of(words: Words, code: str) -> str:
    """The word of a code; nothing for none."""
    return str(words.get(code, ""))
