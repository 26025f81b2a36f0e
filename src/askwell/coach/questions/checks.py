"""All findings on one question."""

from askwell.coach.foreign import is_foreign
from askwell.coach.questions import judging
from askwell.coach.questions.languages import settled
from askwell.coach.questions.parts import asked, plain
from askwell.coach.questions.ruled import Span, by_rules
from askwell.coach.questions.values import Code, Finding, Question, Severity

LONGEST = 2000
"""Characters of a question that are judged; who pastes more pasted something else."""


def check(question: Question) -> tuple[Finding, ...]:
    """Judge one question: its flaws in the order of `Code`, each once. An empty text has none.

    The place is that of the words that show the flaw, where they can be told; else it is all that is asked. A text in
    a language that the coach does not know has only that finding. A few milliseconds, once the encoder is loaded.
    """
    text = plain(question.text[:LONGEST])
    if not (parts := asked(text)) or not any(letter.isalnum() for letter in text):
        return ()
    if is_foreign(text):
        return (Finding(Code.UNKNOWN_LANGUAGE, Severity.WARN),)
    language, whole = settled(question.language, text), (parts[0].start, parts[-1].end)
    flaws, places = judging.flaws(text, language), by_rules(text, language)
    return tuple(_finding(code, places.get(code) or whole) for code in Code if code in flaws)


def _finding(code: Code, span: Span) -> Finding:
    return Finding(code, Severity.STOP if code is Code.ASKS_FOR_JOB else Severity.WARN, span)
