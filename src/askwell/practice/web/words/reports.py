"""What went well, what to change and where a talk turned: as words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from askwell.practice.choices import Lesson, Moment, Praise
from askwell.practice.queries.reporting import ReportPage
from askwell.practice.rules.fitting import for_lesson
from askwell.practice.rules.phrases import phrase
from askwell.practice.rules.record import SHARE, Line
from askwell.practice.rules.report import Change, Turning, Well, topics

HEADINGS = {
    Praise.AIM: gettext_lazy("What you practised worked"),
    Praise.FOLLOWED: gettext_lazy("You took up their words"),
    Praise.NAMED: gettext_lazy("You came away with a name"),
    Praise.CLOSED: gettext_lazy("You closed it well"),
    Praise.LISTENED: gettext_lazy("You listened more than you spoke"),
    Praise.LESS: gettext_lazy("You listened more than last time"),
    Praise.OPENED: gettext_lazy("You began well"),
    Praise.RANGE: gettext_lazy("You asked about many sides"),
    Praise.OPEN: gettext_lazy("You asked so that they could tell"),
    Praise.ASKED: gettext_lazy("You sat down and tried"),
}
LESSONS = {
    Lesson.JOB: gettext_lazy("Ask for advice, not for a job"),
    Lesson.MISSED: gettext_lazy("Take up their words"),
    Lesson.PERSONAL: gettext_lazy("Ask about the work, not about them"),
    Lesson.TALKED: gettext_lazy("Say less, ask sooner"),
    Lesson.CLOSED: gettext_lazy("Ask so that they can tell"),
    Lesson.DOUBLE: gettext_lazy("Ask one thing at a time"),
    Lesson.CLOSING: gettext_lazy("Close in three sentences"),
    Lesson.OPENING: gettext_lazy("Begin in one breath"),
    Lesson.RANGE: gettext_lazy("Ask about more than one thing"),
    Lesson.FEW: gettext_lazy("Ask more"),
}
MOMENTS = {
    Moment.OPENED: (
        gettext_lazy("A door opened"),
        gettext_lazy("You took up what they had said, and they told more."),
    ),
    Moment.NAMED: (
        gettext_lazy("They gave you a name"),
        gettext_lazy("In a real talk this is how the next door opens."),
    ),
    Moment.MISSED: (
        gettext_lazy("A story went by"),
        gettext_lazy("There was more behind their words, and you went on to something else."),
    ),
    Moment.JOB: (
        gettext_lazy("You asked for a job"),
        gettext_lazy("They came to give advice. From here on they are careful."),
    ),
    Moment.COOLED: (gettext_lazy("They drew back"), gettext_lazy("Their answers get shorter from here.")),
}


@dataclass(frozen=True, slots=True)
class Point:
    """One thing of the report. `quote` are words of the talk, `says` a sentence to try, `drill` trains it, `places`
    (number, seconds)."""

    title: str
    why: str = ""
    quote: str = ""
    says: str = ""
    drill: str = ""
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Turned:
    """Where it turned: the line before and the line that turned it, as (is it the seeker's, text)."""

    title: str
    why: str
    is_good: bool
    place: int
    at: int
    lines: tuple[Line, ...]
    says: str = ""
    drill: str = ""


def heading(page: ReportPage) -> str:
    return str(HEADINGS[page.report.well[0].what])


def lesson_word(code: str) -> str:
    """The one thing that is practised; empty where nothing special is."""
    return str(LESSONS[Lesson(code)]) if code in set(Lesson) else ""


def praise(page: ReportPage, one: Well) -> Point:
    """One thing that went well."""
    record = page.record
    match one.what:
        case Praise.AIM:
            return Point(_("You practised one thing, and it worked"), why=lesson_word(page.rehearsal.aim))
        case Praise.FOLLOWED:
            times = len(one.places)
            words = ngettext("You took up their words once", "You took up their words %(n)s times", times)
            return Point(words % {"n": times}, quote=_best(page.lines, one.places))
        case Praise.NAMED:
            return Point(_("They named somebody to you"), quote=page.lines[one.places[0]].named)
        case Praise.LISTENED | Praise.LESS:
            return Point(_("You talked %(share)s %% of the time") % {"share": record.share}, why=_compared(page))
        case Praise.RANGE:
            return Point(_("You asked about %(n)s of five kinds of things") % {"n": topics(record)})
        case Praise.OPEN:
            return Point(_("Not one of your questions could be answered with yes or no"))
        case Praise.ASKED:
            words = ngettext("You asked %(n)s question", "You asked %(n)s questions", len(one.places))
            why = _("Beginning is the hardest part; it gets easier each time.")
            return Point(words % {"n": len(one.places)}, why=why)
        case Praise.CLOSED:
            return Point(_("You thanked them and asked who else to talk to"))
        case Praise.OPENED:
            return Point(_("You greeted them, thanked them and said who you are"))


def change(page: ReportPage, one: Change) -> Point:
    """One thing to change: why, with the places, and a sentence to try."""
    places = tuple((place, page.lines[place].at) for place in one.places[:3] if place < len(page.lines))
    quote = page.lines[one.places[0]].hook if one.what is Lesson.MISSED and places else ""
    says = phrase(one.what, page.rehearsal.language)
    return Point(str(LESSONS[one.what]), _change_why(page, one), quote, says, for_lesson(one.what), places)


def _change_why(page: ReportPage, one: Change) -> str:
    record, count = page.record, len(one.places)
    figures = {"n": count, "of": len(record.asked), "share": record.share, "limit": SHARE, "topics": topics(record)}
    words = {
        Lesson.JOB: _("They came to give advice; asked for a job, they have to say no, and become careful."),
        Lesson.MISSED: ngettext(
            "Once there was a story behind what they said, and you went on to something else.",
            "%(n)s times there was a story behind what they said, and you went on to something else.",
            count,
        ),
        Lesson.PERSONAL: _("Pay, age, family and faith are theirs to tell. Ask what the work pays, not them."),
        Lesson.TALKED: _("You talked %(share)s %% of the time; the line is at %(limit)s. One question, then wait."),
        Lesson.CLOSED: _("Yes or no answers %(n)s of your %(of)s questions. Begin with what, how or which."),
        Lesson.DOUBLE: _("Of two questions in one only the last gets answered."),
        Lesson.CLOSING: _("Thank them, say what you take with you, and ask who else to talk to."),
        Lesson.OPENING: _("Greet them, thank them for the time, and say in one sentence who you are."),
        Lesson.RANGE: _("Trends, insights, advice, resources, assignments: you touched %(topics)s of five."),
        Lesson.FEW: _("The more you ask, follow-ups above all, the more you are liked (grade A, Huang et al. 2017)."),
    }
    return words[one.what] % figures


def turned(page: ReportPage, one: Turning) -> Turned:
    """A turning point, with the two lines that show it."""
    title, why = MOMENTS[one.what]
    first = one.at - 1 if one.what is Moment.OPENED else one.at
    is_good = one.what in (Moment.OPENED, Moment.NAMED)
    lesson = {Moment.JOB: Lesson.JOB, Moment.MISSED: Lesson.MISSED}.get(one.what)
    says = phrase(lesson, page.rehearsal.language) if lesson else ""
    shown = page.lines[max(first, 0) : first + 2]
    drill = for_lesson(lesson) if lesson else ""
    return Turned(str(title), str(why), is_good, one.at, page.lines[one.at].at, tuple(shown), says, drill)


def _compared(page: ReportPage) -> str:
    if page.before is None:
        return _("The line is at %(limit)s.") % {"limit": SHARE}
    figures = {"limit": SHARE, "before": page.before.share}
    return _("The line is at %(limit)s; in the rehearsal before it was %(before)s %%.") % figures


def _best(lines: Sequence[Line], places: Sequence[int]) -> str:
    """The question that got the longest answer."""
    return max((lines[place : place + 2] for place in places), key=lambda two: len(two[-1].turn.text))[0].turn.text
