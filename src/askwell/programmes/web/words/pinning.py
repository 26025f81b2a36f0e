"""Why two cannot be pinned, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from askwell.programmes.choices import Barrier, Fault, Side
from askwell.programmes.models import Insider, Participant, Round
from askwell.programmes.rules.intake import Problem
from askwell.programmes.web.words.reasons import BARRIERS

UNTOLD = {Fault.NO_LANGUAGE: Barrier.LANGUAGE, Fault.NO_HOURS: Barrier.HOUR}
"""Whoever told nothing has nothing in common either: that goes without saying."""


def cannot_meet(problems: Iterable[Problem], row: Round, seeker: Participant, insider: Insider) -> str:
    """One sentence; empty where nothing keeps the two apart."""
    told = list(problems)
    untold = {UNTOLD[one.fault].value for one in told if one.fault in UNTOLD}
    parts = [words for one in told for words in _words(one, row, seeker, insider, untold)]
    joined = pgettext("list", ", ").join(dict.fromkeys(parts))
    return _("They cannot meet: %(reasons)s.") % {"reasons": joined} if parts else ""


def _words(problem: Problem, row: Round, seeker: Participant, insider: Insider, untold: set[str]) -> list[str]:
    names = {str(seeker.pk): seeker.name, str(insider.pk): insider.name}
    told = {"who": names.get(problem.who[0], ""), "seeker": seeker.name, "insider": insider.name}
    match problem.fault:
        case Fault.PIN_NOT_ALLOWED:
            return [str(BARRIERS[Barrier(code)]) for code in problem.detail if code not in untold]
        case Fault.UNKNOWN_PERSON:
            return [_away(side, row, seeker) % told for side in problem.detail]
        case Fault.NO_LANGUAGE:
            return [_("%(who)s has told no language") % told]
        case Fault.NO_HOURS:
            return [_("%(who)s has told no hours") % told]
        case Fault.PIN_OVER_WANTED:
            return [_("%(seeker)s wants no further talk") % told]
    return [_("%(insider)s has no place left") % told]


def _away(side: str, row: Round, seeker: Participant) -> str:
    if side == Side.INSIDER:
        return _("%(insider)s takes no talks now: they pause, rest, or are not in")
    if seeker.seeker_workspace_id is None and not row.with_unjoined:
        return _("%(seeker)s has not joined yet, and this round leaves such seekers out")
    return _("%(seeker)s does not take part in this round")
