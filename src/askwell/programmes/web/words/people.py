"""Words for codes of a programme's people."""

from collections.abc import Sequence

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from askwell.accounts.choices import MembershipRole
from askwell.programmes.choices import Level, ParticipantState
from askwell.ui.words import SPOKEN

LEVELS = {
    Level.STUDENT: _("Student"),
    Level.ENTRY: pgettext_lazy("level", "At the beginning"),
    Level.MID: _("Some years in"),
    Level.SENIOR: pgettext_lazy("level", "Senior"),
    Level.LEAD: _("Leads others"),
}
WEIGHTS = {
    1: pgettext_lazy("weight", "nice to hear"),
    2: pgettext_lazy("weight", "matters"),
    3: pgettext_lazy("weight", "matters most"),
}
STATES = {
    ParticipantState.INVITED: pgettext_lazy("participant", "invited"),
    ParticipantState.APPLIED: pgettext_lazy("participant", "applied"),
    ParticipantState.ACTIVE: pgettext_lazy("participant", "in"),
    ParticipantState.TURNED_DOWN: pgettext_lazy("participant", "turned down"),
    ParticipantState.LEFT: pgettext_lazy("participant", "left"),
}
ROLES = {
    MembershipRole.OWNER: _("Owner"),
    MembershipRole.COORDINATOR: _("Coordinator"),
    MembershipRole.CASEWORKER: _("Caseworker"),
}
ROLES_DO = {
    MembershipRole.OWNER: _("Everything, the team too."),
    MembershipRole.COORDINATOR: _("Decides who is in, who meets whom, and what is sent."),
    MembershipRole.CASEWORKER: _("Looks after the seekers given to them, and sees no others."),
}


def languages(codes: Sequence[str]) -> str:
    """By name, as a list in the reader's language."""
    names = [str(SPOKEN.get(code, code)) for code in codes]
    return ("、" if (get_language() or "").startswith("zh") else ", ").join(names)
