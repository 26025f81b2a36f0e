"""Which moves are allowed, and what falls due while an application rests."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.opportunities.choices import Kind, Stage
from askwell.opportunities.rules.stages import (
    ENDED,
    MOVES,
    OPEN,
    Due,
    ImpossibleDayError,
    ImpossibleMoveError,
    Resting,
    begins_on,
    check_days,
    check_move,
    due_of,
    how_far,
)

TODAY = date(2026, 11, 25)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_every_stage_is_open_or_ended_and_has_its_moves() -> None:
    assert set(OPEN) | set(ENDED) == set(Stage) == set(MOVES)
    assert set(OPEN) & set(ENDED) == set()


def test_the_usual_way_goes_from_interest_to_a_job() -> None:
    for stage, to in zip(OPEN, [*OPEN[1:], Stage.ACCEPTED], strict=True):
        check_move(stage, to)


@pytest.mark.parametrize(
    ("stage", "to"),
    [(Stage.INTERESTED, Stage.ACCEPTED), (Stage.OFFER, Stage.APPLIED), (Stage.ACCEPTED, Stage.SILENT),
     (Stage.APPLIED, Stage.APPLIED)],
)  # fmt: skip
def test_some_moves_are_impossible(stage: Stage, to: Stage) -> None:
    with pytest.raises(ImpossibleMoveError) as refused:
        check_move(stage, to)
    assert (refused.value.stage, refused.value.to) == (stage, to)


def test_a_stage_of_the_seekers_own_lies_within_one_of_ours() -> None:
    check_move(Stage.JOB_INTERVIEW, Stage.JOB_INTERVIEW, is_own=True)


def test_days_go_forward_and_not_into_the_future() -> None:
    check_days([ago(3), ago(3), TODAY], TODAY)
    for days in ([ago(2), ago(3)], [ago(1), TODAY + timedelta(days=1)]):
        with pytest.raises(ImpossibleDayError):
            check_days(days, TODAY)


@pytest.mark.parametrize(
    ("stage", "rested", "due"),
    [
        (Stage.INTERESTED, 6, None), (Stage.INTERESTED, 7, Due.ASK),
        (Stage.ASKED, 4, None), (Stage.ASKED, 5, Due.APPLY),
        (Stage.APPLIED, 13, None), (Stage.APPLIED, 14, Due.FOLLOW_UP),
        (Stage.JOB_INTERVIEW, 0, None), (Stage.JOB_INTERVIEW, 1, Due.THANK),
        (Stage.JOB_INTERVIEW, 7, Due.HOW_IT_STANDS),
        (Stage.OFFER, 1, None), (Stage.OFFER, 2, Due.ANSWER),
        (Stage.ACCEPTED, 99, None), (Stage.DECLINED, 99, None), (Stage.SILENT, 99, None),
    ],
)  # fmt: skip
def test_what_rests_falls_due(stage: Stage, rested: int, due: Due | None) -> None:
    assert due_of(Resting(stage, ago(rested)), TODAY) == due


@pytest.mark.parametrize(("left", "due"), [(8, None), (7, Due.CLOSING), (0, Due.CLOSING), (-1, Due.CLOSED)])
def test_what_closes_soon_comes_first(left: int, due: Due | None) -> None:
    assert due_of(Resting(Stage.ASKED, TODAY, closes=TODAY + timedelta(days=left)), TODAY) == due


def test_what_was_applied_for_closes_no_more() -> None:
    assert due_of(Resting(Stage.APPLIED, TODAY, closes=TODAY), TODAY) is None


def test_what_was_put_off_is_not_due_until_then() -> None:
    one = Resting(Stage.APPLIED, ago(30), put_off_to=TODAY + timedelta(days=1))
    assert due_of(one, TODAY) is None
    assert due_of(one, TODAY + timedelta(days=1)) is Due.FOLLOW_UP


def test_an_event_only_closes() -> None:
    assert due_of(Resting(Stage.INTERESTED, ago(90), Kind.EVENT), TODAY) is None


@given(st.lists(st.sampled_from(Stage), max_size=12))
def test_whatever_is_tried_an_application_is_only_where_a_move_led(tried: list[Stage]) -> None:
    stage = Stage.INTERESTED
    for to in tried:
        try:
            check_move(stage, to)
        except ImpossibleMoveError:
            assert to not in MOVES[stage]
        else:
            assert to in MOVES[stage]
            stage = to


def test_how_far_it_came_whatever_became_of_it() -> None:
    assert how_far([Stage.INTERESTED, Stage.APPLIED, Stage.DECLINED]) > how_far([Stage.INTERESTED, Stage.ASKED])
    assert how_far([Stage.DECLINED]) == how_far([Stage.INTERESTED]) == 0


def test_an_event_is_reminded_of_the_day_before_and_on_its_day() -> None:
    told = {"stage": Stage.APPLIED, "since": date(2026, 11, 1), "kind": Kind.EVENT, "begins": date(2026, 12, 9)}
    days = [date(2026, 12, day) for day in (7, 8, 9, 10)]
    assert [due_of(Resting(**told), day) for day in days] == [None, Due.TAKES_PLACE, Due.TAKES_PLACE, None]
    assert due_of(Resting(**told | {"stage": Stage.DECLINED}), date(2026, 12, 8)) is None


def test_a_moment_in_utc_is_a_day_here() -> None:
    zone = ZoneInfo("America/Vancouver")
    assert begins_on("2026-12-10T02:00:00Z", zone) == begins_on("2026-12-09", zone) == date(2026, 12, 9)
    assert begins_on("next week", zone) is None


def test_a_course_is_signed_up_for_and_gone_to() -> None:
    check_move(Stage.APPLIED, Stage.ACCEPTED, kind=Kind.COURSE)
    for to in (Stage.JOB_INTERVIEW, Stage.OFFER):
        with pytest.raises(ImpossibleMoveError):
            check_move(Stage.APPLIED, to, kind=Kind.COURSE)
