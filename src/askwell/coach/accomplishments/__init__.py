"""Judges lines of a story or resume: what each holds (action, task, result, measure), and what weakens it.

`judge` says what is there, `measure` only where a line says how much, `missing` which part to ask for first,
`compose` makes a line of the parts. All are pure.
Codes are put into words by the pages.
"""

from askwell.coach.accomplishments.counting import measure
from askwell.coach.accomplishments.judging import judge
from askwell.coach.accomplishments.parts import compose, missing
from askwell.coach.accomplishments.values import Code, Finding, Judgement, Part

__all__ = ["Code", "Finding", "Judgement", "Part", "compose", "judge", "measure", "missing"]
