"""Judges a line: what can be counted is counted, what means something was learned from cases."""

from askwell.coach import learned
from askwell.coach.accomplishments import counting
from askwell.coach.accomplishments.rewrites import better
from askwell.coach.accomplishments.values import Code, Finding, Judgement
from askwell.coach.questions.languages import settled

SET = "accomplishments"
LONGEST = 1000
"""Characters of a line that are looked at; only its length is counted to the end."""

_counted = {Code.FIRST_PERSON, Code.TOO_LONG}


def judge(text: str, language: str = "") -> Judgement:
    """Judge one line of a story or resume. An empty line holds nothing, and nothing weakens it."""
    if not any(map(str.isalnum, text)):
        return Judgement()
    language = settled(language, text[:LONGEST])
    is_long, text = counting.too_long(text, language), text[:LONGEST]
    likely = learned.probabilities(SET, text, signs=counting.signs(text, language))
    found = learned.found(SET, likely) - {Code.TOO_LONG} | ({Code.TOO_LONG} if is_long else set())
    findings = (_finding(code, likely, found, text, language) for code in Code)
    return Judgement(
        has_action="action" in found,
        has_task_context="task_context" in found,
        has_result="result" in found,
        has_measure=counting.measure(text, language) is not None,
        findings=tuple(finding for finding in findings if finding),
    )


def _finding(code: Code, likely: dict[str, float], found: set[str], text: str, language: str) -> Finding | None:
    span = counting.first_person(text, language) if code is Code.FIRST_PERSON else None
    if not (span if code is Code.FIRST_PERSON else code in found):
        return None
    return Finding(code, span, 1.0 if code in _counted else likely[code], better(code, text, language))
