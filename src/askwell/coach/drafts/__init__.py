"""Judges a first message by the rules of the method that need no training.

`check` gives the findings, `figures` the live numbers beside the text field. Both are pure and quick
enough to run on every keystroke. Codes are put into words by the pages.
"""

from askwell.coach.drafts.checks import check
from askwell.coach.drafts.counting import figures, size, unit_of
from askwell.coach.drafts.rewrites import apply
from askwell.coach.drafts.values import Code, Figures, Finding, Message, Severity

__all__ = ["Code", "Figures", "Finding", "Message", "Severity", "apply", "check", "figures", "size", "unit_of"]
