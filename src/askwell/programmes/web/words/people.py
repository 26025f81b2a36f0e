"""Words for codes of a programme's people."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from askwell.programmes.choices import Level

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
