"""Mock job interviews: the question that is asked, what was answered, and the report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from askwell.accounts.models import Workspace
from askwell.coach.job_interviews import Question, questions
from askwell.practice.models import JobAnswer, JobInterview
from askwell.practice.rules.answering import Report, Verdict, report_of, verdict

RECENT = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is asked in an interview. `answer` is the last try, None: not answered; `tries` counts them."""

    place: int
    question: Question
    language: str
    tries: int
    answer: JobAnswer | None

    @property
    def text(self) -> str:
        return self.question.told[self.language].text

    @property
    def wants(self) -> str:
        return self.question.told[self.language].wants


@dataclass(frozen=True, slots=True)
class Sitting:
    """An interview with its questions."""

    interview: JobInterview
    asked: Sequence[Asked]

    @property
    def answered(self) -> int:
        return sum(one.answer is not None for one in self.asked)

    @property
    def next(self) -> Asked | None:
        """The first question that waits."""
        return next((one for one in self.asked if one.answer is None), None)


@dataclass(frozen=True, slots=True)
class Past:
    """A mock interview in the list."""

    id: UUID
    trade: str
    level: str
    began_at: datetime
    answered: int
    total: int


def sitting(workspace: Workspace, job_interview_id: UUID) -> Sitting:
    """Two queries. Raises JobInterview.DoesNotExist."""
    interview = JobInterview.kept(workspace).get(pk=job_interview_id)
    tries: dict[int, list[JobAnswer]] = {}
    for one in JobAnswer.objects.of(workspace).filter(job_interview=interview):
        tries.setdefault(one.place, []).append(one)
    asked = [
        Asked(place, questions()[key], interview.language, len(tries.get(place, [])), tries.get(place, [None])[-1])
        for place, key in enumerate(interview.questions)
        if key in questions()
    ]
    return Sitting(interview, asked)


def judged(one: Asked) -> Verdict | None:
    """What the coach says of the last answer to a question; None: there is none."""
    return verdict(one.question.kind, one.text, one.answer.text, one.language) if one.answer else None


def verdicts(one: Sitting) -> list[tuple[Asked, Verdict | None]]:
    """Every question with what the coach says of its last answer."""
    return [(asked, judged(asked)) for asked in one.asked]


def report(said: Sequence[tuple[Asked, Verdict | None]]) -> Report:
    """Of all questions that were answered; `said` are the interview's `verdicts`, so that each is judged once."""
    return report_of([(asked.question.kind, one) for asked, one in said if one])


def answer_of(workspace: Workspace, job_answer_id: UUID) -> JobAnswer:
    """Raises JobAnswer.DoesNotExist."""
    return JobAnswer.objects.of(workspace).get(pk=job_answer_id)


def recent(workspace: Workspace) -> tuple[Past, ...]:
    """The last mock interviews, the newest first; one query."""
    counted = JobInterview.kept(workspace).annotate(answered=Count("answers__place", distinct=True))
    columns = ("id", "trade", "level", "began_at", "answered", "questions")
    rows = counted.order_by("-began_at", "-id").values_list(*columns)[:RECENT]
    return tuple(
        Past(key, trade, level, began_at, answered, len(asked)) for key, trade, level, began_at, answered, asked in rows
    )


def count(workspace: Workspace) -> int:
    """How many were begun; one query."""
    return JobInterview.kept(workspace).count()
