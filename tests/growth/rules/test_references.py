"""When to ask for a reference: after enough, before the end, once."""

from datetime import date, timedelta

import pytest

from askwell.growth.choices import ReferenceStage
from askwell.growth.rules.references import Role, is_time_to_ask, stage_of

TODAY = date(2026, 11, 25)
NOT_ASKED = ReferenceStage.NOT_ASKED


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("hours", "since", "ends", "is_time"),
    [
        (0, ago(100), None, False),
        (7.9, ago(100), None, False),
        (8, ago(42), None, True),
        (8, ago(41), None, False),
        (8, None, None, False),
        (19.9, ago(10), None, False),
        (20, ago(10), None, True),
        (20, None, None, True),
        (8, ago(10), TODAY + timedelta(days=14), True),
        (8, ago(10), TODAY + timedelta(days=15), False),
        (7, ago(10), TODAY + timedelta(days=3), False),
        (40, ago(90), TODAY, True),
        (40, ago(90), ago(1), False),
    ],
)
def test_after_enough_and_before_the_end(hours: float, since: date | None, ends: date | None, is_time: bool) -> None:
    assert is_time_to_ask(Role(hours, since, ends, NOT_ASKED), TODAY) is is_time


@pytest.mark.parametrize("stage", [stage for stage in ReferenceStage if stage is not NOT_ASKED])
def test_nobody_is_asked_twice_and_who_said_no_least_of_all(stage: ReferenceStage) -> None:
    assert not is_time_to_ask(Role(40, ago(90), None, stage), TODAY)


def test_how_far_it_is_follows_from_the_days() -> None:
    assert stage_of(None, None, None, given_on=None) is NOT_ASKED
    assert stage_of(TODAY, None, None, given_on=None) is ReferenceStage.ASKED
    assert stage_of(TODAY, TODAY, None, given_on=None) is ReferenceStage.AGREED
    assert stage_of(TODAY, None, TODAY, given_on=None) is ReferenceStage.DECLINED
    assert stage_of(TODAY, TODAY, None, given_on=TODAY) is ReferenceStage.GIVEN
