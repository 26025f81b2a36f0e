"""What a question means, as it was learned from the labelled cases; what rules found in it is one of the signs."""

from functools import lru_cache

from askwell.coach import learned
from askwell.coach.learned import Layout
from askwell.coach.questions import double
from askwell.coach.questions.languages import CHINESE
from askwell.coach.questions.parts import asked
from askwell.coach.questions.requests import asks_no_job
from askwell.coach.questions.ruled import by_rules
from askwell.coach.questions.topics import by_words
from askwell.coach.questions.values import Code

SET = "questions"
JUDGED = (
    Code.CLOSED, Code.ASKS_FOR_JOB, Code.PUBLIC_FACT, Code.DOUBLE, Code.LEADING, Code.TOO_PERSONAL, Code.VAGUE,
)  # fmt: skip
TOPICS = ("trends", "insights", "advice", "resources", "assignments", "path", "closing")
MOST = 6.0
"""What is counted counts no further: no case has more."""

LAYOUT = Layout(signs=len(JUDGED) + len(TOPICS) + 4)


def signs(text: str, language: str) -> tuple[float, ...]:
    """What rules tell of a plain text in a settled language, and what can be counted in it."""
    ruled, topic, parts = by_rules(text, language), by_words(text, language), asked(text)
    return (
        *(float(code in ruled) for code in JUDGED),
        *(float(topic == one) for one in TOPICS),
        *(
            min(float(count), MOST)
            for count in (
                text.count("?"),
                len(parts),
                len(double.split(parts, language)),
                len(text) / (30 if language == CHINESE else 100),
            )
        ),
    )


@lru_cache(maxsize=1024)
def flaws(text: str, language: str) -> frozenset[str]:
    """The flaws of a plain text that asks something, in a settled language."""
    found = learned.found(SET, likely(text, language))
    if Code.ASKS_FOR_JOB not in by_rules(text, language) and asks_no_job(text):
        found.discard(Code.ASKS_FOR_JOB)
    return frozenset(found)


@lru_cache(maxsize=1024)
def subject(text: str, language: str) -> str:
    """What it asks about: trends, insights, advice, resources, assignments or rapport."""
    return learned.likeliest("topic", likely(text, language))


@lru_cache(maxsize=64)
def likely(text: str, language: str) -> dict[str, float]:
    """How likely a plain text in a settled language has each flaw and topic."""
    return learned.probabilities(SET, text, signs=signs(text, language))
