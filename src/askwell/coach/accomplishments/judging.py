"""Judges a line: what can be counted is counted, what means something was learned from cases."""

from askwell.coach import learned
from askwell.coach.accomplishments import counting
from askwell.coach.accomplishments.rewrites import without
from askwell.coach.accomplishments.values import Code, Finding, Judgement
from askwell.coach.foreign import is_foreign
from askwell.coach.questions.languages import settled

SET = "accomplishments"
LONGEST = 1000
"""Characters of a line that are looked at; only its length is counted to the end."""


def judge(text: str, language: str = "") -> Judgement:
    """Judge one line of a story or resume. An empty line holds nothing, and nothing weakens it; one in a
    language that the coach does not know has only that finding."""
    if not any(map(str.isalnum, text)):
        return Judgement()
    if is_foreign(text):
        return Judgement(findings=(Finding(Code.UNKNOWN_LANGUAGE),))
    language = settled(language, text[:LONGEST])
    found = _found(text, language)
    return Judgement(
        has_action="action" in found,
        has_task_context="task_context" in found,
        has_result="result" in found,
        has_measure="measure" in found,
        findings=tuple(_finding(code, found, text, language) for code in Code if code in found),
    )


def _found(text: str, language: str) -> dict[str, float]:
    """The parts that a line holds and what weakens it, each with how likely it is."""
    start = text[:LONGEST]
    likely = learned.probabilities(SET, start, signs=counting.signs(start, language))
    counted = {
        "measure": counting.measure(start, language) is not None,
        Code.FIRST_PERSON: counting.first_person(start, language) is not None,
        Code.TOO_LONG: counting.too_long(text, language),
    }
    found = learned.found(SET, likely) - set(counted) | {label for label, is_there in counted.items() if is_there}
    shown: dict[str, bool] = {Code.VAGUE: counting.only_present(start), Code.DUTY_ONLY: counting.only_in_charge(start)}
    found |= {label for label, is_there in shown.items() if is_there}
    return {label: 1.0 if label in counted or shown.get(label) else likely[label] for label in found}


def _finding(code: Code, found: dict[str, float], text: str, language: str) -> Finding:
    span = counting.first_person(text[:LONGEST], language) if code is Code.FIRST_PERSON else None
    return Finding(code, span, found[code], _better(code, found, text[:LONGEST], language))


def _better(code: Code, found: dict[str, float], text: str, language: str) -> str | None:
    """The first rewrite that, judged itself, lost this weakness, gained none, and still says what was done."""
    allowed = set(Code) & set(found) - {code}
    for line in without(code, text, language):
        again = _found(line, language)
        if set(Code) & set(again) <= allowed and "action" in again:
            return line
    return None
