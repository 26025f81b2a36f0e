"""A mock job interview: begun, answered, answered again."""

from collections import Counter
from datetime import datetime, timedelta

import pytest

from askwell.accounts.models import User, Workspace
from askwell.practice.actions.errors import (
    AnsweredElsewhereError,
    ConcernError,
    EmptyAnswerError,
    LongAnswerError,
    NoSuchExerciseError,
    NoSuchJobInterviewError,
)
from askwell.practice.actions.job_interviews import answer, begin
from askwell.practice.models import JobAnswer, JobInterview
from askwell.practice.queries.job_interviews import count, recent, report, sitting, verdicts
from tests.factories.job_interviews import ANSWER, make_job_interview

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def said(interview: JobInterview, now: datetime, *, place: int = 0, tries: int = 0, text: str = ANSWER) -> JobAnswer:
    where = {"workspace": interview.workspace, "job_interview_id": interview.pk, "now": now}
    return answer(place=place, tries=tries, text=text, **where)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [{"trade": "astronaut"}, {"level": "god"}, {"language": "de"}, {"count": 4}], ids=str)
def test_only_what_is_offered_can_be_begun(workspace: Workspace, now: datetime, wrong: dict[str, object]) -> None:
    with pytest.raises(NoSuchJobInterviewError):
        make_job_interview(workspace, now, **wrong)
    assert not JobInterview.objects.of(workspace).exists()


def test_the_next_interview_asks_other_questions(workspace: Workspace, now: datetime) -> None:
    every = [make_job_interview(workspace, now + MINUTE * number, seed=7) for number in range(3)]
    assert max(Counter(key for one in every for key in one.questions).values()) == 1


def test_questions_are_answered_in_any_order_and_the_last_try_counts(workspace: Workspace, now: datetime) -> None:
    interview = make_job_interview(workspace, now)
    said(interview, now, place=2)
    said(interview, now, place=0, text="Short.")
    better = said(interview, now, place=0, tries=1)
    page = sitting(workspace, interview.pk)
    assert [(one.tries, one.answer is not None) for one in page.asked] == [(2, True), (0, False), (1, True)]
    assert (page.asked[0].answer, page.answered) == (better, 2)
    assert page.next
    assert page.next.place == 1
    assert report(verdicts(page)).answered == 2


def test_nothing_too_much_and_what_was_not_asked_are_refused(workspace: Workspace, now: datetime) -> None:
    interview = make_job_interview(workspace, now)
    for text, error in (
        (" \u200b", EmptyAnswerError),
        ("x" * 6001, LongAnswerError),
        ("I want to kill myself.", ConcernError),
    ):
        with pytest.raises(error):
            said(interview, now, text=text)
    for place in (-1, 3):
        with pytest.raises(NoSuchExerciseError):
            said(interview, now, place=place)
    assert not JobAnswer.objects.of(workspace).exists()


def test_the_second_of_two_tabs_is_told_and_writes_nothing(workspace: Workspace, now: datetime) -> None:
    interview = make_job_interview(workspace, now)
    said(interview, now)
    with pytest.raises(AnsweredElsewhereError):
        said(interview, now)
    assert JobAnswer.objects.of(workspace).count() == 1


def test_a_stranger_finds_nothing(workspace: Workspace, stranger: User, now: datetime) -> None:
    interview = make_job_interview(workspace, now)
    assert stranger.workspace
    with pytest.raises(JobInterview.DoesNotExist):
        sitting(stranger.workspace, interview.pk)
    with pytest.raises(JobInterview.DoesNotExist):
        answer(workspace=stranger.workspace, job_interview_id=interview.pk, place=0, text="x", tries=0, now=now)
    assert (count(stranger.workspace), recent(stranger.workspace)) == (0, ())


def test_the_list_counts_questions_not_tries(workspace: Workspace, now: datetime) -> None:
    interview = make_job_interview(workspace, now)
    said(interview, now)
    said(interview, now, tries=1)
    [row] = recent(workspace)
    assert (row.id, row.answered, row.total) == (interview.pk, 1, 3)


def test_any_work_is_a_trade_too(workspace: Workspace, now: datetime) -> None:
    one = begin(workspace=workspace, trade="", level="lead", language="fr", count=8, seed=1, now=now)
    assert len(sitting(workspace, one.pk).asked) == 8
