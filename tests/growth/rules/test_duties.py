"""What a step asks for on a day."""

from datetime import date, timedelta
from typing import Any

import pytest

from askwell.growth.choices import DutyKind, ReferenceStage, StepKind, StepState
from askwell.growth.rules.duties import Duty, Standing, duty_of

TODAY = date(2026, 11, 25)
COURSE, ROLE = StepKind.COURSE, StepKind.VOLUNTEER
PLANNED, UNDER_WAY = StepState.PLANNED, StepState.UNDER_WAY


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def due(kind: StepKind, state: StepState, **facts: Any) -> Duty | None:
    return duty_of(Standing(kind, state, **facts), TODAY)


def test_what_is_planned_is_due_three_days_before_it_begins() -> None:
    assert due(COURSE, PLANNED, starts=day(4)) is None
    assert due(COURSE, PLANNED, starts=day(3)) == Duty(DutyKind.BEGIN, day(3))
    assert due(COURSE, PLANNED, starts=day(-9)) == Duty(DutyKind.BEGIN, day(-9))
    assert due(COURSE, PLANNED) is None


def test_what_has_ended_wants_to_be_finished() -> None:
    assert due(COURSE, UNDER_WAY, ends=day(0)) is None
    assert due(COURSE, UNDER_WAY, ends=day(-1)) == Duty(DutyKind.FINISH, day(-1))
    assert due(ROLE, UNDER_WAY, ends=day(-1), hours=30) == Duty(DutyKind.FINISH, day(-1))


def test_hours_are_asked_for_after_ten_quiet_days() -> None:
    assert due(ROLE, UNDER_WAY, starts=day(-60), hours=6, last_on=day(-9)) is None
    assert due(ROLE, UNDER_WAY, starts=day(-60), hours=6, last_on=day(-10)) == Duty(DutyKind.LOG_HOURS, day(-10))
    assert due(ROLE, UNDER_WAY, starts=day(-10)) == Duty(DutyKind.LOG_HOURS, day(-10))
    assert due(ROLE, UNDER_WAY) is None
    assert due(COURSE, UNDER_WAY, starts=day(-60)) is None


def test_a_reference_comes_before_the_hours() -> None:
    told = {"starts": day(-60), "hours": 20, "last_on": day(-30)}
    assert due(ROLE, UNDER_WAY, **told) == Duty(DutyKind.REFERENCE, TODAY)
    assert due(ROLE, UNDER_WAY, **told, ends=day(5)) == Duty(DutyKind.REFERENCE, day(5))
    asked = due(ROLE, UNDER_WAY, **told, stage=ReferenceStage.ASKED)
    assert asked == Duty(DutyKind.LOG_HOURS, day(-30))


@pytest.mark.parametrize("state", [StepState.IDEA, StepState.DONE, StepState.DROPPED])
def test_nothing_is_due_of_what_is_not_going_on(state: StepState) -> None:
    assert due(ROLE, state, starts=day(-60), ends=day(-3), hours=40) is None


def test_what_was_put_off_waits() -> None:
    assert due(COURSE, UNDER_WAY, ends=day(-1), put_off_to=day(1)) is None
    assert due(COURSE, UNDER_WAY, ends=day(-1), put_off_to=TODAY) == Duty(DutyKind.FINISH, day(-1))
