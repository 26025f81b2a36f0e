"""Judges a first message by the rules of the method, and by what was learned from labelled cases.

`check` gives the findings, `by_rules` only what rules tell (without loading the encoder of sentences), `figures` the
live numbers beside the text field. All are pure and quick enough to run on every keystroke. Codes are put into words
by the pages.
"""

from askwell.coach.drafts.checks import check
from askwell.coach.drafts.counting import figures, size, unit_of
from askwell.coach.drafts.rewrites import apply, mended
from askwell.coach.drafts.ruled import by_rules
from askwell.coach.drafts.values import Code, Figures, Finding, Message, Severity

__all__ = [
    "Code",
    "Figures",
    "Finding",
    "Message",
    "Severity",
    "apply",
    "by_rules",
    "check",
    "figures",
    "mended",
    "size",
    "unit_of",
]
