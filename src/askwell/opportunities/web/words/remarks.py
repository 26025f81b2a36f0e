"""What was not taken over of what was brought, in words."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from askwell.protocols.postings import MOST_POSTINGS

REMARKS: dict[str, Promise] = {
    "repaired": _("Its data were broken in places and were read as far as they made sense: look twice."),
    "text_cut": _("Long descriptions were shortened."),
    "link_dropped": _("Addresses that are not of the web were left out."),
}
_CUT = _("It holds more than %(n)s openings: these are the first. Bring the others in parts.")


def remark_lines(remarks: Sequence[Mapping[str, str]]) -> list[str]:
    """Each once."""
    codes = [remark.get("code", "") for remark in remarks]
    lines = [str(words) for code, words in REMARKS.items() if code in codes]
    if untitled := codes.count("no_title"):
        words = ngettext("%(n)s without a title was left out.", "%(n)s without a title were left out.", untitled)
        lines.append(words % {"n": untitled})
    if "list_cut" in codes:
        lines.insert(0, str(_CUT) % {"n": MOST_POSTINGS})
    return lines
