"""Judges the questions prepared for an information interview, in English, Chinese and French.

`check` says what is wrong with one question, `topic_of` what it asks about, `better` puts a flawed one right, `mix`
sums up a set. All are pure, learned from labelled cases and by rules, and quick enough to run on every keystroke.
Codes are put into words by the pages.
"""

from askwell.coach.questions.checks import check
from askwell.coach.questions.rewording import better
from askwell.coach.questions.sets import Mix, Share, mix
from askwell.coach.questions.subjects import subject_of, topic_of
from askwell.coach.questions.values import Code, Finding, Question, Severity

__all__ = [
    "Code",
    "Finding",
    "Mix",
    "Question",
    "Severity",
    "Share",
    "better",
    "check",
    "mix",
    "subject_of",
    "topic_of",
]
