"""What opened doors, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.opportunities.rules.doors import FEW, Comparison, Rate, Way
from askwell.opportunities.web.words import codes


def share_words(rate: Rate) -> str:
    """2 of 7, probably between 12 % and 52 %; of a few the counts alone."""
    if not rate.tries:
        return _("nothing to count yet")
    if rate.tries < FEW:
        return _("%(yes)s of %(tried)s") % {"yes": rate.successes, "tried": rate.tries}
    low, high = (round(end * 100) for end in rate.bounds)
    told = {"yes": rate.successes, "tried": rate.tries, "low": low, "high": high}
    return _("%(yes)s of %(tried)s, probably between %(low)s\u00a0%% and %(high)s\u00a0%%") % told


def way_line(way: Way) -> str:
    """What can be said of one source."""
    if not way.applied:
        return _("No application yet.")
    if way.is_few:
        return ngettext(
            "%(count)s application: far too few to say anything.",
            "%(count)s applications: too few to say much.",
            way.applied,
        ) % {"count": way.applied}
    return ""


def remark(compared: Comparison) -> str:
    """What the comparison says, and no more than it does."""
    if not compared.applied:
        return _("Once you have applied, your own counts stand here: no number of somebody else.")
    if compared.compared < 2:
        return _(
            "There are too few applications to compare: a source counts from five on. Keep noting how you found each "
            "one."
        )
    if compared.best is None or compared.worst is None:
        return _("The ranges overlap: which source works better for you cannot be said yet.")
    told = {
        "best": codes.of(codes.SOURCES, compared.best.source), "worst": codes.of(codes.SOURCES, compared.worst.source),
        "count": compared.compared,
    }  # fmt: skip
    words = _(
        "For you, “%(best)s” has led to job interviews more often than “%(worst)s”: their ranges do not meet. "
        "With %(count)s sources, one such difference may also come by chance. "
        "It need not be the source alone: what you found in one way may have suited you better from the start."
    )
    return words % told
