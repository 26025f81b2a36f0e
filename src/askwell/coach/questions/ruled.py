"""What rules find in a question: by its shape and its words, each with the place that shows it."""

from collections.abc import Iterator
from functools import lru_cache

from askwell.coach.drafts.jobs import job_ask
from askwell.coach.questions import closed, double, words
from askwell.coach.questions.parts import Part, asked
from askwell.coach.questions.values import Code

Span = tuple[int, int]

WORDED = (Code.PUBLIC_FACT, Code.LEADING, Code.TOO_PERSONAL, Code.VAGUE)


@lru_cache(maxsize=1024)
def by_rules(text: str, language: str) -> dict[Code, Span | None]:
    """The flaws of a plain text in a settled language, and their places."""
    return dict(_found(text, language, asked(text)))


def _found(text: str, language: str, parts: list[Part]) -> Iterator[tuple[Code, Span | None]]:
    job, single = _job(text, language), double.split(parts, language)
    yes_or_no = [closed.closed(part.text, language, is_job=bool(job)) for part in single]
    if yes_or_no and all(yes_or_no):
        yield Code.CLOSED, _within(single[0], yes_or_no[0])
    if job:
        yield Code.ASKS_FOR_JOB, job
    found = {code: match.span() for code in WORDED if (match := words.search(code, text, language))}
    if job or len(single) > 1 or Code.PUBLIC_FACT in found:
        found.pop(Code.VAGUE, None)
    if len(single) > 1:
        found[Code.DOUBLE] = (single[1].start, single[1].end)
    yield from found.items()


def _within(part: Part, span: Span | None) -> Span | None:
    return (part.start + span[0], part.start + span[1]) if span else None


def _job(text: str, language: str) -> Span | None:
    asking = words.without_job_talk(text, language)
    match = job_ask(asking) or words.search(Code.ASKS_FOR_JOB, asking, language)
    return match.span() if match else None
