"""While the talk goes on: the clock, the notes, and what is caught on the way.

Everything here may come late or twice from a device that was without network: saving the same again changes
nothing, and what was written on two devices is never thrown away.
"""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from askwell.accounts.models import Workspace
from askwell.interviews.actions.errors import EmptyTextError, StaleNoteError
from askwell.interviews.actions.following import locked, refresh
from askwell.interviews.choices import Caught
from askwell.interviews.models import Advice, Insight, Interview, Lead, Question, Referral
from askwell.lib.ids import uuid7
from askwell.lib.text import clean, clean_block

MOST = 20_000  # characters of one note


@transaction.atomic
def begin_talk(*, workspace: Workspace, interview_id: UUID, now: datetime) -> Interview:
    """Start the clock; one that runs already runs on. Raises Interview.DoesNotExist."""
    interview = locked(workspace, interview_id)
    if interview.began_at is None or interview.ended_at is not None:
        interview.began_at, interview.ended_at = now, None
        interview.save(update_fields=["began_at", "ended_at"])
    return interview


@transaction.atomic
def end_talk(*, workspace: Workspace, interview_id: UUID, now: datetime) -> Interview:
    """Stop the clock. Raises Interview.DoesNotExist."""
    interview = locked(workspace, interview_id)
    if interview.began_at and interview.ended_at is None:
        interview.ended_at = now
        interview.save(update_fields=["ended_at"])
    return interview


@transaction.atomic
def save_note(*, workspace: Workspace, interview_id: UUID, question_id: UUID | None, text: str, version: int) -> int:
    """Keep the note on a question, or (None) the one that belongs to no question; returns its new version.

    `version` is that of the text it was typed on. Raises StaleNoteError when another device wrote something
    else since; a question that is gone leaves its note among those that belong to none. Raises
    Interview.DoesNotExist.
    """
    interview = locked(workspace, interview_id)
    text = clean_block(text, limit=MOST)
    if question_id is None:
        return _write(interview, "note", "note_version", text, version)
    question = Question.objects.of(workspace).filter(interview=interview, pk=question_id).first()
    if question is None:
        return _rescue(interview, text)
    return _write(question, "note", "note_version", text, version)


def _write(row: Interview | Question, field: str, counter: str, text: str, version: int) -> int:
    current: int = getattr(row, counter)
    if getattr(row, field) == text:
        return current
    if current != version:
        raise StaleNoteError(getattr(row, field), current)
    setattr(row, field, text)
    setattr(row, counter, current + 1)
    row.save(update_fields=[field, counter])
    return current + 1


def _rescue(interview: Interview, text: str) -> int:
    if text and text not in interview.note:
        interview.note = f"{interview.note}\n\n{text}".strip()
        interview.note_version += 1
        interview.save(update_fields=["note", "note_version"])
    return interview.note_version


@transaction.atomic
def catch(*, workspace: Workspace, interview_id: UUID, kind: Caught, text: str, key: UUID, now: datetime) -> UUID:
    """Keep somebody named, an insight, something to do or an opening; returns its id.

    `key` is the id that the device gave it, so that sending it again makes no second one. Raises EmptyTextError,
    Interview.DoesNotExist.
    """
    interview = locked(workspace, interview_id)
    text = clean(text, limit=300)
    if not text:
        raise EmptyTextError
    if not _is_there(workspace, kind, key):
        try:
            with transaction.atomic():
                _keep(interview, kind, text, key, now)
        except IntegrityError:
            key = uuid7()  # somebody else's id: nobody learns more of it
            _keep(interview, kind, text, key, now)
        refresh(interview, now=now)
    return key


TABLES: dict[Caught, type[Referral | Insight | Advice | Lead]] = {
    Caught.PERSON: Referral,
    Caught.INSIGHT: Insight,
    Caught.ACTION: Advice,
    Caught.LEAD: Lead,
}


def _is_there(workspace: Workspace, kind: Caught, key: UUID) -> bool:
    return TABLES[kind].objects.of(workspace).filter(pk=key).exists()


def _keep(interview: Interview, kind: Caught, text: str, key: UUID, now: datetime) -> None:
    workspace = interview.workspace
    match kind:
        case Caught.PERSON:
            Referral.objects.create(pk=key, workspace=workspace, interview=interview, text=text, named_at=now)
        case Caught.INSIGHT:
            said_by = interview.person
            Insight.objects.create(
                pk=key, workspace=workspace, interview=interview, text=text, person=said_by, said_at=now
            )
        case Caught.ACTION:
            Advice.objects.create(pk=key, workspace=workspace, interview=interview, text=text, noted_at=now)
        case Caught.LEAD:
            Lead.objects.create(pk=key, workspace=workspace, interview=interview, text=text, noted_at=now)


@transaction.atomic
def let_go(*, workspace: Workspace, interview_id: UUID, kind: Caught, key: UUID, now: datetime) -> str:
    """Take one caught thing away again; returns its text, with which `catch` brings it back.

    Raises ObjectDoesNotExist.
    """
    interview = locked(workspace, interview_id)
    row = TABLES[kind].objects.of(workspace).get(pk=key, interview=interview)
    text = row.text
    row.delete()
    refresh(interview, now=now)
    return text
