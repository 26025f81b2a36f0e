"""Answering situations at work, and taking an answer back."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from askwell.accounts.models import Workspace
from askwell.coach.etiquette import Situation, situations
from askwell.practice.actions.errors import (
    AnsweredElsewhereError,
    LaterAnswerError,
    NothingChosenError,
    UnknownSituationError,
)
from askwell.practice.models import SituationAnswer, SituationCard
from askwell.practice.rules.repeating import Memory, Recall, recalled


@transaction.atomic
def answer(*, workspace: Workspace, situation_id: str, chosen: int, seen: int, now: datetime) -> SituationAnswer:
    """Note which option was chosen, from 0, and when to ask again. `seen`: answers to it when the page was made.

    Raises UnknownSituationError, NothingChosenError, AnsweredElsewhereError.
    """
    situation = situations().get(situation_id)
    if situation is None:
        raise UnknownSituationError
    if chosen not in range(len(situation.told["en"].options)):
        raise NothingChosenError
    return _noted(_card(workspace, situation, now), chosen, chosen == situation.best, seen, now)


def _card(workspace: Workspace, situation: Situation, now: datetime) -> SituationCard:
    first = {"state": 0, "due_at": now}
    card, _new = SituationCard.objects.of(workspace).get_or_create(
        workspace=workspace, situation=situation.id, defaults=first
    )
    return card


def _noted(card: SituationCard, chosen: int, right: bool, seen: int, now: datetime) -> SituationAnswer:
    if card.answers.count() != seen:
        raise AnsweredElsewhereError
    try:
        with transaction.atomic():
            given = SituationAnswer.objects.create(
                workspace=card.workspace, card=card, number=seen + 1, chosen=chosen, right=right, answered_at=now
            )
    except IntegrityError:
        raise AnsweredElsewhereError from None
    _settle(card)
    return given


@transaction.atomic
def call_guess(*, workspace: Workspace, answer_id: UUID, guessed: bool) -> SituationAnswer:
    """Say that the last answer was a guess, or was not: a guess is asked again sooner. Raises LaterAnswerError."""
    given = _last(workspace, answer_id)
    given.guessed = guessed
    given.save(update_fields=["guessed"])
    _settle(given.card)
    return given


@transaction.atomic
def take_back(*, workspace: Workspace, answer_id: UUID) -> str:
    """Undo the last answer to a situation; returns the situation's id. Raises LaterAnswerError."""
    given = _last(workspace, answer_id)
    card = given.card
    given.delete()
    _settle(card)
    return card.situation


def _last(workspace: Workspace, answer_id: UUID) -> SituationAnswer:
    given = SituationAnswer.objects.of(workspace).select_related("card").get(pk=answer_id)
    if given.card.answers.filter(number__gt=given.number).exists():
        raise LaterAnswerError
    return given


def _settle(card: SituationCard) -> None:
    """What all answers come to, one after the other; a card without any is gone."""
    memory: Memory | None = None
    for given in card.answers.all():
        recall = Recall.WRONG if not given.right else Recall.GUESSED if given.guessed else Recall.KNOWN
        memory = recalled(memory, recall, given.answered_at)
    if memory is None:
        card.delete()
        return
    card.state, card.step, card.stability, card.difficulty = (
        memory.state, memory.step, memory.stability, memory.difficulty,
    )  # fmt: skip
    card.due_at, card.last_at = memory.due, memory.last
    card.save()
