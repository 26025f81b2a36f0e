"""Judges answers in a mock job interview: the parts of a story, problems, a band from 1 to 4, how long it takes.

`judge` is pure; what means something was learned from `cases/answers`, `cases/answer_sentences` and
`cases/answer_subjects`, what can be counted is counted. Codes are put into words by the pages.
"""

from askwell.coach.answers.judging import judge
from askwell.coach.answers.values import Code, Finding, Judgement, Star

__all__ = ["Code", "Finding", "Judgement", "Star", "judge"]
