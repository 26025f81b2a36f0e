"""Which moves an interview can make."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.interviews.choices import InterviewState, Step
from askwell.interviews.rules.states import MOVES, Happened, ImpossibleStep, Standing, can, move, state_of

NOON = datetime(2026, 11, 25, 20, tzinfo=UTC)


def happened(*steps: Step) -> list[Happened]:
    return [
        Happened(step, NOON + timedelta(hours=hour), NOON + timedelta(days=hour) if step is Step.AGREED else None)
        for hour, step in enumerate(steps)
    ]


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ((), InterviewState.PROPOSED),
        ((Step.PROPOSED, Step.AGREED), InterviewState.CONFIRMED),
        ((Step.AGREED, Step.CANCELLED), InterviewState.CANCELLED),
        ((Step.AGREED, Step.MISSED, Step.PROPOSED), InterviewState.PROPOSED),
        ((Step.AGREED, Step.HELD, Step.THANKED), InterviewState.THANKED),
        ((Step.HELD, Step.FINISHED), InterviewState.HELD),
        ((Step.HELD, Step.FINISHED, Step.THANKED), InterviewState.COMPLETE),
        ((Step.HELD, Step.THANKED, Step.FINISHED), InterviewState.COMPLETE),
    ],
)
def test_what_steps_add_up_to(steps: tuple[Step, ...], state: InterviewState) -> None:
    assert state_of(happened(*steps)).state is state


@pytest.mark.parametrize(
    "steps",
    [
        (Step.MISSED,),
        (Step.THANKED,),
        (Step.FINISHED,),
        (Step.HELD, Step.CANCELLED),
        (Step.HELD, Step.AGREED),
        (Step.AGREED, Step.CANCELLED, Step.MISSED),
    ],
)
def test_an_impossible_step_raises(steps: tuple[Step, ...]) -> None:
    with pytest.raises(ImpossibleStep) as refused:
        state_of(happened(*steps))
    assert refused.value.step is steps[-1]


def test_the_same_time_agreed_twice_is_no_move() -> None:
    agreed = Happened(Step.AGREED, NOON, NOON + timedelta(days=1))
    other = Happened(Step.AGREED, NOON, NOON + timedelta(days=2))
    assert state_of([agreed, agreed]).moved == 0
    assert state_of([agreed, other, agreed]).moved == 2


@given(st.lists(st.sampled_from(list(Step)), max_size=12))
def test_every_possible_history_replays_and_thanks_are_for_what_was_held(steps: list[Step]) -> None:
    standing = Standing()
    for one in happened(*steps):
        if can(standing.state, one.step):
            standing = move(standing, one)
        else:
            with pytest.raises(ImpossibleStep):
                move(standing, one)
    assert standing.state in MOVES
    assert (standing.held_at is not None) == (
        standing.state in (InterviewState.HELD, InterviewState.THANKED, InterviewState.COMPLETE)
    )
    assert standing.thanked_at is None or standing.held_at is not None
