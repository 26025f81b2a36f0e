"""What METHOD.md asks of a prepared interview, as a list of checks.

At least 9 questions, at least one of each TIARA kind, at most a fifth closed, none that asks for a job; three
facts about the person with where they come from; what the two share; one goal sentence; a confirmed time.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from askwell.interviews.choices import TIARA, Topic

ENOUGH_QUESTIONS = 9
ENOUGH_FACTS = 3
CLOSED_AT_MOST = 5  # one in five


class Check(StrEnum):
    FACTS = "facts"  # count, of
    AIM = "aim"
    SHARED = "shared"
    QUESTIONS = "questions"  # count, of
    MIX = "mix"  # topics: those missing
    CLOSED = "closed"  # count, of
    JOB = "job"  # count
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as far as readiness goes."""

    topic: Topic
    is_closed: bool = False
    asks_for_job: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """One check: whether it is met, with its figures."""

    check: Check
    is_met: bool
    count: int = 0
    of: int = 0
    topics: tuple[Topic, ...] = ()


def checks(*, facts: int, aim: str, shared: str, questions: Sequence[Asked], is_confirmed: bool) -> tuple[Checked, ...]:
    """All checks, in the order to work on them. `facts` counts those with a source."""
    count = len(questions)
    closed = sum(one.is_closed for one in questions)
    jobs = sum(one.asks_for_job for one in questions)
    missing = missing_topics({one.topic for one in questions})
    return (
        Checked(Check.FACTS, facts >= ENOUGH_FACTS, facts, ENOUGH_FACTS),
        Checked(Check.AIM, bool(aim.strip())),
        Checked(Check.SHARED, bool(shared.strip())),
        Checked(Check.QUESTIONS, count >= ENOUGH_QUESTIONS, count, ENOUGH_QUESTIONS),
        Checked(Check.MIX, not missing, len(TIARA) - len(missing), len(TIARA), missing),
        Checked(Check.CLOSED, closed * CLOSED_AT_MOST <= count, closed, count),
        Checked(Check.JOB, jobs == 0, jobs),
        Checked(Check.CONFIRMED, is_confirmed),
    )


def missing_topics(topics: Collection[Topic]) -> tuple[Topic, ...]:
    """The TIARA kinds without a question."""
    return tuple(topic for topic in TIARA if topic not in topics)


def is_ready(checked: Sequence[Checked]) -> bool:
    """Prepared; confirming is the thread's own duty and does not keep a brief from being ready."""
    return all(one.is_met for one in checked if one.check is not Check.CONFIRMED)
