"""Why somebody is stuck, and what to do about it, in words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext, pgettext_lazy

from askwell.programmes.choices import Barrier, Lack, Stuck, Unmet
from askwell.programmes.rules.stuck import Reason

NAMES = {
    Stuck.MISSED_TALKS: pgettext_lazy("stuck", "Talks missed"),
    Stuck.MISSED_SESSIONS: pgettext_lazy("stuck", "Sessions missed"),
    Stuck.UNFIT: pgettext_lazy("stuck", "Something is missing"),
    Stuck.NO_MATCH: pgettext_lazy("stuck", "No match"),
    Stuck.NO_ANSWER: pgettext_lazy("stuck", "No answer"),
    Stuck.NOT_JOINED: pgettext_lazy("stuck", "Not joined"),
    Stuck.WAITS_TO_JOIN: pgettext_lazy("stuck", "Match waits for joining"),
    Stuck.NO_FEEDBACK: pgettext_lazy("stuck", "Nothing told"),
    Stuck.OVERDUE: pgettext_lazy("stuck", "Overdue"),
}
SENTENCES = {
    Stuck.NO_MATCH: _("No talk yet."),
    Stuck.NO_ANSWER: _("The insider was asked, and has not answered."),
    Stuck.NOT_JOINED: _("They were asked to join with an account, and have not."),
    Stuck.WAITS_TO_JOIN: _("A talk is ready for them; the insider is asked once they have joined."),
    Stuck.NO_FEEDBACK: _("A talk was held, and they have not told how it was."),
}
LACKS = {
    Lack.LANGUAGES: pgettext_lazy("missing", "languages"),
    Lack.HOURS: pgettext_lazy("missing", "hours when they are free"),
    Lack.TOPICS: pgettext_lazy("missing", "topics to ask about"),
}
COUNTED = {
    Stuck.MISSED_TALKS: ngettext_lazy("Missed %(n)s talk.", "Missed %(n)s talks.", "n"),
    Stuck.MISSED_SESSIONS: ngettext_lazy(
        "Missed the last session.", "Missed the last %(n)s sessions, one after the other.", "n"
    ),
    Stuck.OVERDUE: ngettext_lazy(
        "%(n)s thing to do is past its day, as they share with you.",
        "%(n)s things to do are past their day, as they share with you.",
        "n",
    ),
}
WHY = {
    Unmet.ALL_FULL: _("In the last round every insider who fits was full."),
    Unmet.NOBODY_ALLOWED: _("In the last round no insider fitted."),
}
AGAINST = {
    Barrier.LANGUAGE: _("Most often there is no common language."),
    Barrier.HOUR: _("Most often there is no common hour."),
    Barrier.SAME_EMPLOYER: _("Most often they work for the same employer."),
    Barrier.EMPLOYER_EXCLUDED: _("Most often the insider would rather not meet people of their employer."),
    Barrier.SEEKER_EXCLUDED: _("Most often the insider would rather not meet them."),
    Barrier.CONFLICT: _("Most often the two have met, or one of them said no."),
    Barrier.FORBIDDEN: _("Most often a coordinator ruled the pair out."),
    Barrier.SAID_NO: _("Most often the insider said “not this time” in the round."),
    Barrier.NOT_A_CANDIDATE: _("Most often their topics have nothing in common."),
}
STEPS = {
    Stuck.MISSED_TALKS: _("Talk with them"),
    Stuck.MISSED_SESSIONS: _("Talk with them"),
    Stuck.UNFIT: _("Complete their page"),
    Stuck.NO_MATCH: _("See the rounds"),
    Stuck.NO_ANSWER: _("See the rounds"),
    Stuck.NOT_JOINED: _("Remind them"),
    Stuck.WAITS_TO_JOIN: _("Remind them"),
    Stuck.NO_FEEDBACK: _("Ask them"),
    Stuck.OVERDUE: _("Talk with them"),
}
OF_ROUNDS = {Stuck.NO_MATCH, Stuck.NO_ANSWER}
"""Reasons whose next step is on the rounds' page; that of the others is on the seeker's."""


def stuck_words(reason: Reason) -> list[str]:
    """The reason as sentences."""
    if reason.code in COUNTED:
        return [str(COUNTED[reason.code] % {"n": reason.number})]
    if reason.code is Stuck.UNFIT:
        missing = pgettext("list", ", ").join(str(LACKS[one]) for one in reason.lacks)
        return [str(_("Nobody can be found for them. Missing on their page: %(what)s.") % {"what": missing})]
    said = [SENTENCES[reason.code]]
    if reason.why:
        said.append(WHY[reason.why])
    if reason.why is Unmet.NOBODY_ALLOWED and reason.against:
        said.append(AGAINST[reason.against])
    return [str(one) for one in said]
