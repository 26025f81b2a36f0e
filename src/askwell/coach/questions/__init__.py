"""Judges the questions prepared for an information interview, in English, Chinese and French.

`check` says what is wrong with one question, `topic_of` guesses what it asks about, `mix` sums up a set.
All are pure, by rules that need no training, and quick enough to run on every keystroke. Codes are put into
words by the pages.
"""

from askwell.coach.questions.checks import check
from askwell.coach.questions.sets import Mix, Share, mix
from askwell.coach.questions.topics import topic_of
from askwell.coach.questions.values import Code, Finding, Question, Severity

__all__ = ["Code", "Finding", "Mix", "Question", "Severity", "Share", "check", "mix", "topic_of"]
