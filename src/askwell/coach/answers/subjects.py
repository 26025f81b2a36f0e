"""Whether an answer is about what was asked: what both are about, and how near their meanings are.

What a text is about was learned from `cases/answer_subjects`: questions, and sentences out of stories.
"""

from askwell.coach import learned, meaning
from askwell.coach.answers import counting
from askwell.coach.answers.sentences import LONGEST, odds, pieces

SET, OFF = "answer_subjects", "off_question"
"""What texts are about, and whether an answer is about something else than its question."""

ANY = "subject:broad"
"""The label of questions that nearly any story answers."""

_MATCH, _NEAR = 2.0, 5.0
"""How much the signs count, so that each spreads by about one."""


def missed(question: str, answer: str, language: str) -> float:
    """How likely the answer is about something else than the question."""
    answer = answer[:LONGEST]
    return learned.probabilities(OFF, answer, beside=question, signs=signs(question, answer, language))[OFF]


def signs(question: str, answer: str, language: str) -> tuple[float, ...]:
    """Lengths, how much the answer is about the question's subject, and how near its nearest sentence and all of it
    are."""
    asked = meaning.vector(question)
    near = (float(meaning.vector(part.text) @ asked) for part, _ in pieces(answer))
    whole = float(meaning.vector(answer) @ asked)
    about = _MATCH * match(question, answer)
    return *counting.signs(answer, language), about, _NEAR * max(near, default=0.0), _NEAR * whole


def match(question: str, answer: str) -> float:
    """The odds that the answer is about each subject, against all others, by how likely the question asks for it."""
    asked, told = learned.probabilities(SET, question), learned.probabilities(SET, answer)
    beyond = {label: float(odds(likely)) for label, likely in told.items() if label != ANY}
    middle = sum(beyond.values()) / len(beyond)
    return sum(asked[label] * (value - middle) for label, value in beyond.items()) / sum(asked.values())
