"""Tells questions that yes, no or an offered choice answers from those that ask to tell.

Goes by what is asked for: "Could you tell me how…" is open, "Could you tell me whether…" is not.
"""

from askwell.coach.questions import chinese, english, french
from askwell.coach.questions.languages import CHINESE, FRENCH

Span = tuple[int, int]
_closed = {CHINESE: chinese.closed, FRENCH: french.closed}
_favour = {CHINESE: chinese.favour, FRENCH: french.favour}


def closed(question: str, language: str, *, is_job: bool = False) -> Span | None:
    """The words that close one question; None when it is open.

    `is_job`: the question asks for a job; then a favour ("Could you pass on…") is a request and not closed.
    """
    if is_job and _favour.get(language, english.favour)(question):
        return None
    return _closed.get(language, english.closed)(question)
