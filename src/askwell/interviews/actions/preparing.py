"""The brief and the questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max

from askwell.accounts.models import Workspace
from askwell.coach import questions as coach
from askwell.interviews.actions.errors import EmptyTextError, StaleBriefError, StaleQuestionError
from askwell.interviews.actions.following import locked, refresh
from askwell.interviews.choices import Topic
from askwell.interviews.models import Insight, Interview, Question
from askwell.interviews.rules.bank import BankQuestion
from askwell.lib.text import clean, clean_block

MOST = 2000  # characters of one question; who pastes more pasted something else


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about the person, and where it comes from."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What the seeker keeps beside them. `path` has one stage a line."""

    path: str
    shared: str
    facts: Sequence[Fact]
    aim: str


@transaction.atomic
def save_brief(*, workspace: Workspace, interview_id: UUID, version: int, brief: Brief, now: datetime) -> Interview:
    """Write the brief as the form has it. Raises StaleBriefError, Interview.DoesNotExist."""
    interview = locked(workspace, interview_id)
    if interview.version != version:
        raise StaleBriefError
    facts = [Fact(clean(fact.text, limit=400), clean(fact.source, limit=400)) for fact in brief.facts]
    interview.path, interview.shared = clean_block(brief.path, limit=MOST), clean_block(brief.shared, limit=MOST)
    interview.facts = [{"text": fact.text, "source": fact.source} for fact in facts if fact.text or fact.source]
    interview.aim, interview.version = clean(brief.aim, limit=400), version + 1
    interview.save(update_fields=["path", "shared", "facts", "aim", "version"])
    refresh(interview, now=now)
    return interview


@transaction.atomic
def add_question(
    *, workspace: Workspace, interview_id: UUID, text: str, topic: Topic | None = None, now: datetime
) -> Question:
    """A question of one's own, the last; without a topic it is guessed. Raises EmptyTextError."""
    return _append(locked(workspace, interview_id), text, topic, "", now)


@transaction.atomic
def ask_about(*, workspace: Workspace, interview_id: UUID, insight_id: UUID, text: str, now: datetime) -> Question:
    """A question about what somebody else said, the last; it remembers what it is about. Raises EmptyTextError,
    Interview.DoesNotExist, Insight.DoesNotExist."""
    insight = Insight.objects.of(workspace).get(pk=insight_id, set_aside_at=None)
    question = _append(locked(workspace, interview_id), text, None, "", now)
    question.insight = insight
    question.save(update_fields=["insight"])
    return question


@transaction.atomic
def add_from_bank(
    *, workspace: Workspace, interview_id: UUID, question: BankQuestion, language: str, now: datetime
) -> Question:
    """A question of the bank, the last; one that is there already stays where it is."""
    interview = locked(workspace, interview_id)
    there = Question.objects.of(workspace).filter(interview=interview, bank_id=question.id).first()
    return there or _append(interview, question.text_in(language), question.topic, question.id, now)


def _append(interview: Interview, text: str, topic: Topic | None, bank_id: str, now: datetime) -> Question:
    text = clean(text, limit=MOST)
    if not text:
        raise EmptyTextError
    questions = Question.objects.of(interview.workspace).filter(interview=interview)
    last = questions.aggregate(last=Max("position"))["last"] or 0
    question = Question.objects.create(
        workspace=interview.workspace,
        interview=interview,
        position=last + 1,
        text=text,
        topic=topic or Topic(coach.topic_of(text)),
        bank_id=bank_id,
    )
    refresh(interview, now=now)
    return question


@transaction.atomic
def edit_question(
    *, workspace: Workspace, question_id: UUID, text: str, topic: Topic, was: str | None = None, now: datetime
) -> Question:
    """Other words or another kind. `was` is the text that was edited.

    Raises EmptyTextError, StaleQuestionError when it reads otherwise by now, Question.DoesNotExist.
    """
    question = _locked_question(workspace, question_id)
    text = clean(text, limit=MOST)
    if not text:
        raise EmptyTextError
    if was is not None and question.text not in (clean(was, limit=MOST), text):
        raise StaleQuestionError(question.text)
    question.text, question.topic = text, topic
    question.save(update_fields=["text", "topic"])
    refresh(question.interview, now=now)
    return question


@transaction.atomic
def keep_question(*, workspace: Workspace, question_id: UUID, kept: bool = True) -> Question:
    """The seeker has read the remarks and keeps these words; with `kept` off, the remarks come back.

    Other words get remarks of their own. Raises Question.DoesNotExist.
    """
    question = _locked_question(workspace, question_id)
    question.kept_text = question.text if kept else ""
    question.save(update_fields=["kept_text"])
    return question


@transaction.atomic
def move_question(*, workspace: Workspace, question_id: UUID, to: int, now: datetime) -> None:
    """To place number `to`, counted from 1; the others close up. Raises Question.DoesNotExist."""
    question = _locked_question(workspace, question_id)
    others = Question.objects.of(workspace).filter(interview=question.interview_id).exclude(pk=question.pk)
    ordered = list(others.order_by("position", "id"))
    ordered.insert(min(max(to, 1), len(ordered) + 1) - 1, question)
    for position, one in enumerate(ordered, 1):
        one.position = position
    Question.objects.of(workspace).bulk_update(ordered, ["position"])


@transaction.atomic
def remove_question(*, workspace: Workspace, question_id: UUID, now: datetime) -> Question:
    """Returns what was removed, with its id, for `put_back`. Raises Question.DoesNotExist."""
    question = _locked_question(workspace, question_id)
    removed = Question.objects.of(workspace).get(pk=question.pk)
    interview = question.interview
    if question.note:
        _keep_note(interview, question)
    question.delete()
    refresh(interview, now=now)
    return removed


def _keep_note(interview: Interview, question: Question) -> None:
    """What was answered outlives the question."""
    interview.note = "\n\n".join(part for part in (interview.note, f"{question.text}\n{question.note}") if part)
    interview.note_version += 1
    interview.save(update_fields=["note", "note_version"])


@transaction.atomic
def put_back(
    *,
    workspace: Workspace,
    interview_id: UUID,
    text: str,
    topic: Topic,
    position: int,
    bank_id: str,
    insight_id: UUID | None = None,
    now: datetime,
) -> Question:
    """Undo of `remove_question`, at its old place."""
    interview = locked(workspace, interview_id)
    after = Question.objects.of(workspace).filter(interview=interview, position__gte=position)
    after.update(position=F("position") + 1)
    question = Question.objects.create(
        workspace=workspace,
        interview=interview,
        position=position,
        text=clean(text, limit=MOST),
        topic=topic,
        bank_id=bank_id,
        insight=Insight.objects.of(workspace).filter(pk=insight_id).first() if insight_id else None,
    )
    refresh(interview, now=now)
    return question


def _locked_question(workspace: Workspace, question_id: UUID) -> Question:
    question = Question.objects.of(workspace).get(pk=question_id)
    question.interview = locked(workspace, question.interview_id)
    return question
