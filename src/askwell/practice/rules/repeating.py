"""When something learned is asked again: FSRS, free spaced repetition, as the package `fsrs` implements it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import lru_cache

from fsrs import Card, Rating, Scheduler, State

RETENTION = 0.9
"""How likely it should still be known when it is asked again."""
STICKS = State.Review.value
"""The state of what has left the minutes of being learned and is repeated after days."""


class Recall(Enum):
    """How it went: not known, guessed, known."""

    WRONG = Rating.Again
    GUESSED = Rating.Hard
    KNOWN = Rating.Good


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of how well one thing sticks. Moments are in UTC."""

    state: int
    step: int | None
    stability: float | None
    difficulty: float | None
    due: datetime
    last: datetime | None


def recalled(memory: Memory | None, recall: Recall, now: datetime) -> Memory:
    """How well it sticks after it was asked at `now`; `memory` is None the first time."""
    card, _log = _scheduler().review_card(_card(memory, now), recall.value, now)
    return Memory(card.state.value, card.step, card.stability, card.difficulty, card.due, card.last_review)


@lru_cache(maxsize=1)
def _scheduler() -> Scheduler:
    return Scheduler(desired_retention=RETENTION, enable_fuzzing=False)


def _card(memory: Memory | None, now: datetime) -> Card:
    if memory is None:
        return Card(card_id=1, due=now)
    return Card(
        1, State(memory.state), memory.step, memory.stability, memory.difficulty, memory.due, memory.last
    )  # fmt: skip
