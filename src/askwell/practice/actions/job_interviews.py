"""Sitting down to a mock job interview, and answering its questions."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from askwell.accounts.models import Workspace
from askwell.coach.insider import trades
from askwell.coach.job_interviews import LANGUAGES, LEVELS, SHAPES, chosen
from askwell.coach.safety import Concern, look
from askwell.lib.text import clean_block
from askwell.practice.actions.errors import (
    AnsweredElsewhereError,
    ConcernError,
    EmptyAnswerError,
    LongAnswerError,
    NoSuchExerciseError,
    NoSuchJobInterviewError,
)
from askwell.practice.models import JobAnswer, JobInterview

MOST = 6000
"""Characters of one answer: ten minutes of speaking."""
REMEMBERED = 30
"""Mock interviews whose questions count as asked before."""


@transaction.atomic
def begin(
    *, workspace: Workspace, trade: str, level: str, language: str, count: int, seed: int, now: datetime
) -> JobInterview:
    """Choose the questions: those asked least often come first. An empty trade is any.

    Raises NoSuchJobInterviewError.
    """
    known = {"", *(one.code for one in trades())}
    if trade not in known or level not in LEVELS or language not in LANGUAGES or count not in SHAPES:
        raise NoSuchJobInterviewError
    recent = JobInterview.kept(workspace).order_by("-began_at").values_list("questions", flat=True)[:REMEMBERED]
    before = [one for asked in recent for one in asked]
    questions = [one.id for one in chosen(trade=trade, level=level, count=count, seed=seed, before=before)]
    return JobInterview.objects.create(
        workspace=workspace, trade=trade, level=level, language=language, questions=questions, began_at=now
    )


@transaction.atomic
def answer(
    *, workspace: Workspace, job_interview_id: UUID, place: int, text: str, tries: int, now: datetime
) -> JobAnswer:
    """Keep an answer to the question at `place`, from 0. `tries`: how many there were when the page was made.

    Raises NoSuchExerciseError, EmptyAnswerError, LongAnswerError, ConcernError, AnsweredElsewhereError,
    JobInterview.DoesNotExist.
    """
    interview = JobInterview.kept(workspace).select_related("workspace").get(pk=job_interview_id)
    if place not in range(len(interview.questions)):
        raise NoSuchExerciseError
    said = spoken(text, interview.language, MOST)
    if interview.answers.filter(place=place).count() != tries:
        raise AnsweredElsewhereError
    try:
        with transaction.atomic():
            return JobAnswer.objects.create(
                workspace=interview.workspace, job_interview=interview, place=place, number=tries + 1, text=said,
                answered_at=now,
            )  # fmt: skip
    except IntegrityError:
        raise AnsweredElsewhereError from None


def spoken(text: str, language: str, most: int) -> str:
    """What was typed, tidied. Raises EmptyAnswerError, LongAnswerError; ConcernError for words of despair, which are
    no answer and are not kept. (Of threats and insults an answer may well tell.)"""
    said = clean_block(text, limit=most + 1)
    if not said:
        raise EmptyAnswerError
    if len(said) > most:
        raise LongAnswerError
    if look(said, language) is Concern.SELF_HARM:
        raise ConcernError(Concern.SELF_HARM)
    return said
