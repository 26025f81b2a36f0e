"""A set of questions summed up: what the readiness list and the picture of the mix need."""

from collections.abc import Iterable
from dataclasses import dataclass

from askwell.coach.questions.checks import check
from askwell.coach.questions.subjects import topic_of
from askwell.coach.questions.values import Code, Question


@dataclass(frozen=True, slots=True)
class Share:
    """Questions on one topic: how many, and how many of them have a flaw."""

    count: int = 0
    flawed: int = 0


@dataclass(frozen=True, slots=True)
class Mix:
    """Counts over a set; `topics` by topic, only those that occur."""

    count: int
    closed: int
    asking_for_job: int
    topics: dict[str, Share]


def mix(questions: Iterable[tuple[Question, str]]) -> Mix:
    """Sum up questions with the topic that the seeker chose for each (empty: guessed)."""
    count = closed = jobs = 0
    topics: dict[str, Share] = {}
    for question, chosen in questions:
        codes = {finding.code for finding in check(question)}
        topic = chosen or topic_of(question.text, question.language)
        share = topics.get(topic, Share())
        topics[topic] = Share(share.count + 1, share.flawed + bool(codes))
        count, closed, jobs = count + 1, closed + (Code.CLOSED in codes), jobs + (Code.ASKS_FOR_JOB in codes)
    return Mix(count, closed, jobs, topics)
