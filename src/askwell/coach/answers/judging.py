"""Judges an answer: what was counted, what the whole and its sentences were learned to show, and what follows."""

import math
from collections.abc import Mapping

from askwell.coach import learned
from askwell.coach.answers import counting, subjects
from askwell.coach.answers.protected import disclosed
from askwell.coach.answers.sentences import LONGEST, SET, margin, shown
from askwell.coach.answers.subjects import OFF
from askwell.coach.answers.values import Code, Finding, Judgement, Span, Star
from askwell.coach.foreign import is_foreign
from askwell.coach.questions.languages import settled
from askwell.coach.questions.parts import Part

WHOLE = "answers"
TELLING = 600
"""Characters that tell the language."""

EXAMPLE = "example"
"""The label of answers that tell of an event."""

Margins = Mapping[str, float]
"""How far each label is beyond its threshold."""

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
    of_whole = {label: margin(WHOLE, label, likely) for label, likely in whole.items()}
    of_whole[OFF] = margin(OFF, OFF, subjects.missed(question, answer, language))
    margins = together(of_whole, {label: margin(SET, label, likely) for label, (likely, _) in one.items()})
    if not one:
        margins[EXAMPLE] = -abs(margins[EXAMPLE])
    parts, codes = concluded(margins, too_short=counting.too_short(answer, language))
    sure: dict[str, float] = {
        **margins,
        Code.NO_EXAMPLE: abs(margins[EXAMPLE]),
        Code.NO_RESULT: -margins[Star.RESULT],
    }
    star = {part: _span(one[part][1]) for part in Star if part in parts}
    found = {code: _finding(code, sure.get(code), one) for code in codes}
    if told := disclosed(answer[:LONGEST]):
        found[Code.DISCLOSES_PROTECTED_INFO] = Finding(Code.DISCLOSES_PROTECTED_INFO, told)
    return star, tuple(found[code] for code in Code if code in found)


def together(whole: Margins, one: Margins) -> dict[str, float]:
    """How plainly an answer has each label: what the whole says, and also its sentences where one of them is enough."""
    shared = {label for label in (Star.TASK, *_of_a_sentence) if label in one}
    return {label: (value + one[label]) / 2 if label in shared else value for label, value in whole.items()}


def concluded(margins: Margins, *, too_short: bool) -> tuple[set[Star], set[Code]]:
    """The parts and the problems that follow from how far each label is beyond its threshold."""
    star = {part for part in Star if margins[part] >= 0} if margins[EXAMPLE] >= 0 else set()
    codes = {code for code in (*_about_the_whole, *_of_a_sentence) if margins[code] >= 0}
    if not star:
        codes.add(Code.NO_EXAMPLE)
    elif Star.RESULT not in star:
        codes.add(Code.NO_RESULT)
    return star, codes | ({Code.TOO_SHORT} if too_short else set())


def _finding(code: Code, beyond: float | None, one: dict[str, tuple[float, Part]]) -> Finding:
    return Finding(code, _span(one[code][1]) if code in one else None, 1.0 if beyond is None else _sure(beyond))


def _span(part: Part) -> Span:
    return part.start, part.end


def _sure(beyond: float) -> float:
    """Between a half, on the threshold, and 1."""
    return 1 / (1 + math.exp(-beyond))
