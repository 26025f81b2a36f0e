"""A rehearsal from its beginning to its end. The clock is the server's; every change counts the version up."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.coach import insider
from askwell.coach.dialogues import Turn
from askwell.coach.foreign import is_foreign
from askwell.coach.insider import Reply
from askwell.coach.safety import Concern
from askwell.interviews.models import Interview
from askwell.lib.text import clean_block
from askwell.practice.actions.errors import (
    ConcernError,
    EmptyTurnError,
    LongTurnError,
    NoSuchInsiderError,
    OverError,
    StaleTalkError,
)
from askwell.practice.actions.modelling import spoken, wake_model
from askwell.practice.actions.unsent import unsent as kept_unsent
from askwell.practice.choices import INSIDER, MINUTES, SEEKER, Lesson
from askwell.practice.models import Rehearsal, Utterance
from askwell.practice.queries.talks import (
    lines_of,
    persona_of,
    questions_of,
    rehearsal_of,
    turns_of,
    utterances_of,
)
from askwell.practice.rules.asking import asked_now
from askwell.practice.rules.clock import elapsed, moved
from askwell.practice.rules.record import record_of

MOST = 2000
"""Characters of one turn: five minutes of speaking."""


@transaction.atomic
def begin(
    *, workspace: Workspace, interview_id: UUID | None = None, trade: str, mood: str, minutes: int, language: str,
    aim: str = "", seed: int, now: datetime,
) -> Rehearsal:  # fmt: skip
    """Sit down with an insider, who greets; the clock runs from the first thing that the seeker says.

    Raises NoSuchInsiderError, Interview.DoesNotExist.
    """
    interview = Interview.objects.of(workspace).get(pk=interview_id) if interview_id else None
    if minutes not in MINUTES:
        raise NoSuchInsiderError
    rehearsal = Rehearsal(
        workspace=workspace, interview=interview, trade=trade, mood=mood, minutes=minutes, language=language,
        aim=aim if aim in set(Lesson) else "", seed=seed, began_at=now,
    )  # fmt: skip
    try:
        persona = persona_of(rehearsal)
    except Rehearsal.DoesNotExist:
        raise NoSuchInsiderError from None
    rehearsal.save()
    _append(rehearsal, 0, INSIDER, insider.opening(persona), 0)
    return rehearsal


def say(
    *, workspace: Workspace, rehearsal_id: UUID, text: str, version: int, now: datetime, host: str = ""
) -> Rehearsal:
    """The seeker's turn, and the insider's answer to it. A clock that stood still runs on. Nothing is locked while a
    language model is asked; where the talk went on elsewhere meanwhile, its answer is dropped. `host` is the server
    that the page said it tells: no other one is told.

    Raises EmptyTurnError, LongTurnError, StaleTalkError, OverError, ConcernError, Rehearsal.DoesNotExist.
    """
    rehearsal = _going_on(rehearsal_of(workspace, rehearsal_id), version)
    text = _sayable(text)
    at, _since = moved(rehearsal.spent, rehearsal.running_since, now)
    persona, turns = persona_of(rehearsal), (*turns_of(utterances_of(rehearsal)), Turn(SEEKER, text))
    reply = insider.answer(persona, turns, elapsed=at)
    if reply.help == Concern.SELF_HARM:
        raise ConcernError(reply.help)
    reply, by = spoken(workspace=workspace, persona=persona, turns=turns, reply=reply, now=now, host=host)
    return _said(_Exchange(rehearsal, len(turns) - 1, text, reply, by), now)


def _sayable(text: str) -> str:
    text = clean_block(text, limit=MOST + 1)
    if not text:
        raise EmptyTurnError
    if len(text) > MOST:
        raise LongTurnError
    return text


@dataclass(frozen=True, slots=True)
class _Exchange:
    """What both say, at a `place` of the talk as it was seen."""

    seen: Rehearsal
    place: int
    text: str
    reply: Reply
    by: str


@transaction.atomic
def _said(what: _Exchange, now: datetime) -> Rehearsal:
    rehearsal, reply = _locked(what.seen.workspace, what.seen.pk, what.seen.version), what.reply
    at, since = moved(rehearsal.spent, rehearsal.running_since, now)
    _append(rehearsal, what.place, SEEKER, what.text, at)
    if reply.text:
        _append(rehearsal, what.place + 1, INSIDER, reply.text, at, reply, what.by)
    if not reply.help and not is_foreign(what.text):
        _tick_asked(rehearsal, what.text)
    rehearsal.unsent = ""
    _keep(rehearsal, spent=at, running_since=None if reply.ending else since)
    return _closed(rehearsal, now) if reply.ending else rehearsal


@transaction.atomic
def take_back(*, workspace: Workspace, rehearsal_id: UUID, version: int, unsent: str = "", now: datetime) -> None:
    """Unsay the last thing the seeker said, with its answer and its time; it is `unsent` again, before what was typed
    since.

    Raises EmptyTurnError where nothing was said yet, ConcernError, StaleTalkError, OverError, Rehearsal.DoesNotExist.
    """
    rehearsal = _locked(workspace, rehearsal_id, version)
    said = utterances_of(rehearsal)
    last = next((one for one in reversed(said) if one.speaker == SEEKER), None)
    if last is None:
        raise EmptyTurnError
    Utterance.objects.of(workspace).filter(rehearsal=rehearsal, position__gte=last.position).delete()
    _untick_asked(rehearsal, last.text)
    rehearsal.unsent = "\n".join(filter(None, [last.text, kept_unsent(unsent, rehearsal.language)]))
    _keep(rehearsal, spent=said[last.position - 1].at, running_since=now if last.position > 1 else None)


@transaction.atomic
def pause(*, workspace: Workspace, rehearsal_id: UUID, version: int, unsent: str = "", now: datetime) -> None:
    """Stop the clock, and keep what is typed.

    Raises ConcernError, StaleTalkError, OverError, Rehearsal.DoesNotExist.
    """
    rehearsal = _locked(workspace, rehearsal_id, version)
    rehearsal.unsent = kept_unsent(unsent, rehearsal.language)
    _keep(rehearsal, spent=elapsed(rehearsal.spent, rehearsal.running_since, now), running_since=None)


@transaction.atomic
def go_on(*, workspace: Workspace, rehearsal_id: UUID, version: int, unsent: str = "", now: datetime) -> None:
    """Let the clock run; keeps and raises what `pause` does."""
    rehearsal = _locked(workspace, rehearsal_id, version)
    rehearsal.unsent = kept_unsent(unsent, rehearsal.language)
    spent, since = moved(rehearsal.spent, rehearsal.running_since, now)
    _keep(rehearsal, spent=spent, running_since=since)


@transaction.atomic
def ask_model_again(*, workspace: Workspace, rehearsal_id: UUID, version: int, unsent: str = "", now: datetime) -> None:
    """A language model that rests is asked with the next turn; keeps and raises what `pause` does."""
    rehearsal = _locked(workspace, rehearsal_id, version)
    rehearsal.unsent = kept_unsent(unsent, rehearsal.language)
    rehearsal.save(update_fields=["unsent"])
    wake_model(workspace=workspace)


@transaction.atomic
def tick(*, workspace: Workspace, rehearsal_id: UUID, question_id: UUID, unsent: str = "") -> None:
    """Mark a question of the brief as asked, or as not asked after all, and keep what is typed. Raises ConcernError,
    OverError, Rehearsal.DoesNotExist."""
    rehearsal = _locked(workspace, rehearsal_id)
    rehearsal.unsent = kept_unsent(unsent, rehearsal.language)
    if question_id in questions_of(rehearsal):
        key = str(question_id)
        rehearsal.asked = [one for one in rehearsal.asked if one != key] + [key] * (key not in rehearsal.asked)
    rehearsal.save(update_fields=["asked", "unsent"])


@transaction.atomic
def end(*, workspace: Workspace, rehearsal_id: UUID, now: datetime) -> Rehearsal | None:
    """Get up and have the talk judged; one that has ended stays as it is. Where the seeker said nothing there is
    nothing to judge, and it is forgotten: None. Raises Rehearsal.DoesNotExist."""
    rehearsal = _held(workspace, rehearsal_id)
    if rehearsal.ended_at is not None:
        return rehearsal
    if len(utterances_of(rehearsal)) < 2:
        rehearsal.delete()
        return None
    _keep(rehearsal, spent=elapsed(rehearsal.spent, rehearsal.running_since, now), running_since=None)
    return _closed(rehearsal, now)


def _closed(rehearsal: Rehearsal, now: datetime) -> Rehearsal:
    rehearsal.ended_at = now
    rehearsal.judgement = record_of(lines_of(utterances_of(rehearsal)), persona_of(rehearsal)).stored()
    rehearsal.save(update_fields=["ended_at", "judgement"])
    return rehearsal


def _held(workspace: Workspace, rehearsal_id: UUID) -> Rehearsal:
    rows = Rehearsal.kept(workspace).select_for_update(of=("self",))
    return rows.select_related("workspace").get(pk=rehearsal_id)


def _locked(workspace: Workspace, rehearsal_id: UUID, version: int | None = None) -> Rehearsal:
    """The rehearsal while it goes on, held until the transaction ends."""
    return _going_on(_held(workspace, rehearsal_id), version)


def _going_on(rehearsal: Rehearsal, version: int | None) -> Rehearsal:
    if rehearsal.ended_at is not None:
        raise OverError
    if version not in (None, rehearsal.version):
        raise StaleTalkError
    return rehearsal


def _keep(rehearsal: Rehearsal, *, spent: int, running_since: datetime | None) -> None:
    rehearsal.spent, rehearsal.running_since, rehearsal.version = spent, running_since, rehearsal.version + 1
    rehearsal.save(update_fields=["spent", "running_since", "version", "asked", "unsent"])


def _append(
    rehearsal: Rehearsal, position: int, speaker: str, text: str, at: int, reply: Reply | None = None, by: str = ""
) -> None:
    """One more utterance; with `reply` what the coach knows of the insider's words, and `by` whom they were spoken."""
    one = Utterance(
        workspace=rehearsal.workspace, rehearsal=rehearsal, position=position, speaker=speaker, text=text, at=at,
        spoken_by=by,
    )  # fmt: skip
    if reply:
        one.heard, one.hook, one.named, one.cooler = reply.heard or reply.help, reply.hook, reply.named, reply.cooler
    one.save(force_insert=True)


def _tick_asked(rehearsal: Rehearsal, text: str) -> None:
    asked = asked_now(text, questions_of(rehearsal))
    if asked is not None and str(asked) not in rehearsal.asked:
        rehearsal.asked = [*rehearsal.asked, str(asked)]


def _untick_asked(rehearsal: Rehearsal, text: str) -> None:
    """What was unsaid was not asked, unless an utterance that is left asked it too."""
    questions = questions_of(rehearsal)
    asked = asked_now(text, questions)
    left = (asked_now(one.text, questions) for one in utterances_of(rehearsal) if one.speaker == SEEKER)
    if asked is not None and asked not in left:
        rehearsal.asked = [one for one in rehearsal.asked if one != str(asked)]
