"""Which moves an interview can make: proposed → confirmed → held → thanked → complete, or cancelled, or missed.

The state is the replay of what happened (`state_of`), so an undo is a replay without the last step.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from askwell.interviews.choices import InterviewState, Step

_I, _S = InterviewState, Step
_TO_COME: Mapping[Step, InterviewState] = {
    _S.AGREED: _I.CONFIRMED,
    _S.HELD: _I.HELD,
    _S.CANCELLED: _I.CANCELLED,
}
_FELL_THROUGH: Mapping[Step, InterviewState] = {**_TO_COME, _S.PROPOSED: _I.PROPOSED}
MOVES: Mapping[InterviewState, Mapping[Step, InterviewState]] = {
    _I.PROPOSED: {**_TO_COME, _S.PROPOSED: _I.PROPOSED},
    _I.CONFIRMED: {**_TO_COME, _S.PROPOSED: _I.CONFIRMED, _S.MISSED: _I.MISSED},
    _I.CANCELLED: _FELL_THROUGH,
    _I.MISSED: _FELL_THROUGH,
    _I.HELD: {_S.THANKED: _I.THANKED, _S.FINISHED: _I.HELD},
    _I.THANKED: {_S.THANKED: _I.THANKED, _S.FINISHED: _I.COMPLETE},
    _I.COMPLETE: {_S.THANKED: _I.COMPLETE, _S.FINISHED: _I.COMPLETE},
}

TAKES_TIME = frozenset({_I.CONFIRMED, _I.HELD, _I.THANKED, _I.COMPLETE})
"""The states in which it stands in a calendar."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One step, and when it was (aware, UTC). `starts_at` goes with AGREED."""

    step: Step
    at: datetime
    starts_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The sum of the steps. `moved` counts the times that an agreed time was replaced by another."""

    state: InterviewState = InterviewState.PROPOSED
    starts_at: datetime | None = None
    moved: int = 0
    held_at: datetime | None = None
    thanked_at: datetime | None = None
    is_finished: bool = False


class ImpossibleStep(Exception):
    """The step cannot happen in this state."""

    def __init__(self, state: InterviewState, step: Step) -> None:
        self.state, self.step = state, step
        super().__init__(f"{step.value} is not possible while {state.value}")


def can(state: InterviewState, step: Step) -> bool:
    """Whether the table allows the step."""
    return step in MOVES[state]


def move(standing: Standing, happened: Happened) -> Standing:
    """The standing after one step. Raises ImpossibleStep."""
    step = happened.step
    state = MOVES[standing.state].get(step)
    if state is None:
        raise ImpossibleStep(standing.state, step)
    match step:
        case Step.AGREED:
            moved = standing.moved + _is_another(standing.starts_at, happened.starts_at)
            return replace(standing, state=state, starts_at=happened.starts_at, moved=moved)
        case Step.HELD:
            return replace(standing, state=state, held_at=happened.at)
        case Step.THANKED:
            thanked_at = standing.thanked_at or happened.at
            state = InterviewState.COMPLETE if standing.is_finished else state
            return replace(standing, state=state, thanked_at=thanked_at)
        case Step.FINISHED:
            return replace(standing, state=state, is_finished=True)
    return replace(standing, state=state)


def state_of(steps: Iterable[Happened]) -> Standing:
    """Replay the steps in the order given. Raises ImpossibleStep when they are no possible history."""
    standing = Standing()
    for happened in steps:
        standing = move(standing, happened)
    return standing


def is_another(before: datetime | None, after: datetime | None, *, sequence: int) -> bool:
    """Whether calendars must be told a higher SEQUENCE: what they hold has changed since they could first hold it,
    also when it comes back after it was off."""
    return before != after and (before is not None or sequence > 0)


def _is_another(before: datetime | None, after: datetime | None) -> bool:
    return before is not None and before != after
