"""What each thing that can be shared is called (to the seeker, and to staff), what is seen of it, and what never is."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from askwell.growth.choices import StepState
from askwell.opportunities.choices import Kind, Stage
from askwell.portfolio.choices import ChapterKind
from askwell.programmes.choices import ConsentItem

YEAR = 12


@dataclass(frozen=True, slots=True)
class Words:
    title: Promise
    theirs: Promise
    seen: Promise
    unseen: Promise


CONSENTS = {
    ConsentItem.TARGET: Words(
        _("What you aim at"),
        _("What they aim at"),
        _("The occupation, and the employers on your list of targets."),
        _("Not how much you want each, nor your notes on them."),
    ),
    ConsentItem.PROGRESS: Words(
        _("How far you are"),
        _("How far they are"),
        _("How many people you asked, how many talks you held, how many were successful, how many duties are late."),
        _("Numbers only: not whom, and not what was said."),
    ),
    ConsentItem.STORY: Words(
        _("Your story"),
        _("Their story"),
        _("Work, education, volunteering and skills: what, where, and how long."),
        _("Not from when to when, so no pauses; nor references, or answers about yourself."),
    ),
    ConsentItem.PRACTICE: Words(
        _("Your practice"),
        _("Their practice"),
        _("How often you rehearsed, when last, and how much of the talk was yours."),
        _("Not a word of what you said."),
    ),
    ConsentItem.OPENINGS: Words(
        _("Openings you applied to"),
        _("Openings that they applied to"),
        _("Title, employer, and how it stands."),
        _("Not those you only look at, nor your notes."),
    ),
    ConsentItem.PLAN: Words(
        _("Your plan"),
        _("Their plan"),
        _("Courses, volunteer roles and practice on your plans, and how far they are."),
        _("Not conversations: they name people."),
    ),
    ConsentItem.OUTCOME: Words(
        _("Work that you found"),
        _("Work that they found"),
        _("In which month and field, and whether it is a job, a volunteer role or a course."),
        _("Not where."),
    ),
}


def lasted(months: int) -> str:
    """How long something took, in full years."""
    if months < YEAR:
        return pgettext("how long", "less than a year")
    years = months // YEAR
    return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}


CHAPTERS = {
    ChapterKind.WORK: pgettext_lazy("chapter", "Work"),
    ChapterKind.VOLUNTEERING: _("Volunteering"),
    ChapterKind.EDUCATION: pgettext_lazy("chapter", "Education"),
    ChapterKind.COURSE: _("Course"),
    ChapterKind.CERTIFICATE: _("Certificate"),
    ChapterKind.PROJECT: _("Project"),
    ChapterKind.AWARD: _("Award"),
    ChapterKind.PUBLICATION: _("Publication"),
}
STAGES = {
    Stage.APPLIED: pgettext_lazy("stage", "Applied"),
    Stage.JOB_INTERVIEW: pgettext_lazy("stage", "Job interview"),
    Stage.OFFER: pgettext_lazy("stage", "Offer"),
    Stage.ACCEPTED: pgettext_lazy("stage", "Accepted"),
    Stage.DECLINED: pgettext_lazy("stage", "Declined"),
    Stage.SILENT: pgettext_lazy("stage", "Silent"),
}
STEPS = {
    StepState.IDEA: pgettext_lazy("step", "an idea"),
    StepState.PLANNED: pgettext_lazy("step", "planned"),
    StepState.UNDER_WAY: pgettext_lazy("step", "under way"),
    StepState.DONE: pgettext_lazy("step", "done"),
    StepState.DROPPED: pgettext_lazy("step", "dropped"),
}
FOUND = {
    Kind.JOB: _("Job"),
    Kind.VOLUNTEER: _("Volunteer role"),
    Kind.COURSE: _("Course"),
    Kind.EVENT: _("Event"),
}
