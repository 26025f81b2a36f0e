"""What a step asks for today."""

from dataclasses import dataclass
from datetime import date, timedelta

from askwell.growth.choices import DutyKind, ReferenceStage, StepKind, StepState
from askwell.growth.rules.references import Role, is_time_to_ask

BEGINS_WITHIN = timedelta(days=3)
QUIET = timedelta(days=10)
"""After so long without an entry hours are forgotten."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A step as it stands. `hours` were logged, the first on `first_on`, the last on `last_on`."""

    kind: StepKind
    state: StepState
    starts: date | None = None
    ends: date | None = None
    hours: float = 0.0
    first_on: date | None = None
    last_on: date | None = None
    stage: ReferenceStage = ReferenceStage.NOT_ASKED
    put_off_to: date | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """`on`: since when, or by when."""

    kind: DutyKind
    on: date


def duty_of(step: Standing, today: date) -> Duty | None:
    """At most one thing; None where nothing is due, or it was put off."""
    if step.put_off_to and step.put_off_to > today:
        return None
    if step.state is StepState.PLANNED:
        return _begin(step, today)
    return _under_way(step, today) if step.state is StepState.UNDER_WAY else None


def _begin(step: Standing, today: date) -> Duty | None:
    is_near = step.starts and step.starts - today <= BEGINS_WITHIN
    return Duty(DutyKind.BEGIN, step.starts) if step.starts and is_near else None


def _under_way(step: Standing, today: date) -> Duty | None:
    if step.ends and step.ends < today:
        return Duty(DutyKind.FINISH, step.ends)
    if step.kind is not StepKind.VOLUNTEER:
        return None
    since = step.starts or step.first_on
    if is_time_to_ask(Role(step.hours, since, step.ends, step.stage), today):
        return Duty(DutyKind.REFERENCE, step.ends or today)
    last = step.last_on or since
    return Duty(DutyKind.LOG_HOURS, last) if last and today - last >= QUIET else None
