"""Which way a step of a plan may go. Every move can be taken back, one by one, to where it began."""

from collections.abc import Mapping
from dataclasses import dataclass

from askwell.growth.choices import StepState

IDEA, PLANNED, UNDER_WAY, DONE, DROPPED = StepState
MOVES: Mapping[StepState, tuple[StepState, ...]] = {
    IDEA: (PLANNED, UNDER_WAY, DONE, DROPPED),
    PLANNED: (UNDER_WAY, DONE, IDEA, DROPPED),
    UNDER_WAY: (DONE, PLANNED, DROPPED),
    DONE: (),
    DROPPED: (PLANNED, IDEA),
}
"""The nearest first. What is done stands in the story: it only goes back by taking the move back."""
MOST_KEPT = 50


class ImpossibleMoveError(Exception):
    """A step cannot go there from where it is."""


class NothingToTakeBackError(Exception):
    """It never was anywhere else."""


@dataclass(frozen=True, slots=True)
class Life:
    """Where a step is, and where it was before, the last one last."""

    state: StepState = IDEA
    before: tuple[StepState, ...] = ()


def read(state: str, trail: object) -> Life:
    """As it is kept; what no longer makes sense is left out."""
    known = set(StepState)
    kept = trail if isinstance(trail, list) else ()
    was = tuple(StepState(one) for one in kept if isinstance(one, str) and one in known)
    return Life(StepState(state) if state in known else IDEA, was)


def moved(life: Life, to: StepState) -> Life:
    """Raises ImpossibleMoveError."""
    if to not in MOVES[life.state]:
        raise ImpossibleMoveError(f"{life.state} → {to}")
    return Life(to, (*life.before, life.state)[-MOST_KEPT:])


def taken_back(life: Life) -> Life:
    """Raises NothingToTakeBackError."""
    if not life.before:
        raise NothingToTakeBackError
    return Life(life.before[-1], life.before[:-1])
