"""Judges an answer: what was counted, what the whole and its sentences were learned to show, and what follows."""

import math

from askwell.coach import learned
from askwell.coach.answers import counting
from askwell.coach.answers.protected import disclosed
from askwell.coach.answers.sentences import LONGEST, SET, margin, shown
from askwell.coach.answers.values import Code, Finding, Judgement, Span, Star
from askwell.coach.foreign import is_foreign
from askwell.coach.questions.languages import settled
from askwell.coach.questions.parts import Part

WHOLE = "answers"
TELLING = 600
"""Characters that tell the language."""

EXAMPLE = "example"
"""The label of answers that tell of an event."""

_about_the_whole = (Code.OFF_QUESTION, Code.RAMBLING)
_of_a_sentence = (Code.WE_NOT_I, Code.NEGATIVE_ABOUT_EMPLOYER, Code.DISCLOSES_PROTECTED_INFO)


def judge(question: str, answer: str, language: str = "") -> Judgement:
    """Judge what was answered to a question of a job interview. An empty answer is too short and has no story;
    one in a language that the coach does not know has only that finding."""
    if is_foreign(answer):
        unknown = (Finding(Code.UNKNOWN_LANGUAGE),)
        return Judgement({}, unknown, 0, counting.words(answer, language), counting.seconds(answer, language))
    language = settled(language, answer[:TELLING])
    length, time = counting.words(answer, language), counting.seconds(answer, language)
    star, findings = _found(question, answer, language)
    band = counting.band(star, [finding.code for finding in findings])
    return Judgement(star, findings, band, length, time)


def _found(question: str, answer: str, language: str) -> tuple[dict[Star, Span], tuple[Finding, ...]]:
    whole = learned.probabilities(
        WHOLE, answer[:LONGEST], beside=question, signs=counting.signs(answer[:LONGEST], language)
    )
    one = shown(answer)
    margins = {label: _margin(label, whole, one) for label in whole}
    tells = bool(one) and margins[EXAMPLE] >= 0
    star = {part: _span(one[part][1]) for part in Star if margins[part] >= 0} if tells else {}
    found = {
        code: _finding(code, margins[code], one) for code in (*_about_the_whole, *_of_a_sentence) if margins[code] >= 0
    }
    if told := disclosed(answer[:LONGEST]):
        found[Code.DISCLOSES_PROTECTED_INFO] = Finding(Code.DISCLOSES_PROTECTED_INFO, told)
    if not star:
        found[Code.NO_EXAMPLE] = Finding(Code.NO_EXAMPLE, None, _sure(abs(margins[EXAMPLE])))
    elif Star.RESULT not in star:
        found[Code.NO_RESULT] = Finding(Code.NO_RESULT, None, _sure(-margins[Star.RESULT]))
    if counting.too_short(answer, language):
        found[Code.TOO_SHORT] = Finding(Code.TOO_SHORT)
    return star, tuple(found[code] for code in Code if code in found)


def _margin(label: str, whole: dict[str, float], one: dict[str, tuple[float, Part]]) -> float:
    """How plainly an answer has a label: what the whole says, and also its sentences where one of them is enough."""
    of_whole = margin(WHOLE, label, whole[label])
    if label not in one or label not in (Star.TASK, *_of_a_sentence):
        return of_whole
    return (of_whole + margin(SET, label, one[label][0])) / 2


def _finding(code: Code, beyond: float, one: dict[str, tuple[float, Part]]) -> Finding:
    return Finding(code, _span(one[code][1]) if code in one else None, _sure(beyond))


def _span(part: Part) -> Span:
    return part.start, part.end


def _sure(beyond: float) -> float:
    """Between a half, on the threshold, and 1."""
    return 1 / (1 + math.exp(-beyond))
