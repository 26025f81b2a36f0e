"""Times that are offered to two who were matched."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from askwell.programmes.rules.meeting_times import clock_windows, times_to_offer
from askwell.programmes.rules.weeks import ClockWindow

NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)  # a Wednesday, 10:00 in Vancouver
PACIFIC, EASTERN, CHINA = "America/Vancouver", "America/Toronto", "Asia/Shanghai"


def every_day(start: int, end: int, zone: str = PACIFIC, days: range = range(7)) -> list[ClockWindow]:
    return [ClockWindow(day, time(start), time(end % 24), zone) for day in days]


def offered(seeker: list[ClockWindow], insider: list[ClockWindow], **more: object) -> list[datetime]:
    told = {"minutes": 20, "works": lambda day: day.weekday() < 5, "answer_by": NOW} | more
    return list(times_to_offer(NOW, seeker, insider, **told))


def at(zone: str, moments: list[datetime]) -> list[str]:
    return [moment.astimezone(ZoneInfo(zone)).strftime("%a %d %H:%M") for moment in moments]


def test_three_business_days_one_time_each_from_the_day_after_tomorrow_on() -> None:
    times = offered(every_day(17, 21), every_day(18, 22))
    assert at(PACIFIC, times) == ["Fri 27 18:00", "Mon 30 18:00", "Tue 01 18:00"]


def test_more_times_of_a_day_only_where_there_are_too_few_days_and_as_far_apart_as_can_be() -> None:
    tuesdays = every_day(9, 13, days=range(1, 2))
    assert at(PACIFIC, offered(tuesdays, tuesdays)) == ["Tue 01 09:00", "Tue 08 09:00", "Tue 15 09:00"]
    short = every_day(9, 11, days=range(1, 2))
    late = offered(short, short, answer_by=NOW + timedelta(days=7))
    assert at(PACIFIC, late) == ["Tue 08 09:00", "Tue 08 10:00", "Tue 15 09:00"]


def test_an_answer_is_asked_for_a_day_before_the_first_time() -> None:
    times = offered(every_day(17, 21), every_day(18, 22), answer_by=NOW + timedelta(days=7))
    assert at(PACIFIC, times) == ["Thu 03 18:00", "Fri 04 18:00", "Mon 07 18:00"]


def test_where_no_later_hour_is_common_an_earlier_one_is_offered() -> None:
    fridays = every_day(18, 19, days=range(4, 5))
    times = offered(fridays, fridays, answer_by=NOW + timedelta(days=30))
    assert at(PACIFIC, times) == ["Fri 27 18:00", "Fri 04 18:00", "Fri 11 18:00"]


def test_hours_are_common_across_zones_and_midnight() -> None:
    times = offered(every_day(18, 21, EASTERN), every_day(7, 9, CHINA))
    assert at(EASTERN, times)[0] == "Sun 29 18:00"
    assert at(CHINA, times)[0] == "Mon 30 07:00"  # a business day there, while it is Sunday evening here
    assert {moment[-5:] for moment in at(CHINA, times)} == {"07:00"}


def test_a_change_of_clocks_moves_what_is_common() -> None:
    now = datetime(2026, 10, 28, 18, 0, tzinfo=UTC)
    noons, mornings = (
        every_day(12, 13, "Europe/Paris"),
        every_day(6, 7, EASTERN),
    )  # Paris changed before, Toronto not yet
    times = times_to_offer(now, mornings, noons, minutes=20, works=lambda _day: True, answer_by=now)
    assert at("Europe/Paris", list(times))[:2] == ["Sun 01 12:00", "Mon 02 12:00"]


def test_nothing_is_offered_when_the_seeker_is_busy() -> None:
    zone = ZoneInfo(PACIFIC)
    busy = (datetime(2026, 11, 27, 17, 30, tzinfo=zone), datetime(2026, 11, 27, 19, tzinfo=zone))
    times = offered(every_day(18, 20), every_day(18, 20), taken=[busy])
    assert at(PACIFIC, times)[0] == "Fri 27 19:00"


def test_other_days_only_where_no_business_day_fits() -> None:
    saturdays = every_day(10, 11, days=range(5, 6))
    assert at(PACIFIC, offered(saturdays, saturdays)) == ["Sat 28 10:00", "Sat 05 10:00", "Sat 12 10:00"]


@pytest.mark.parametrize("insider", [[], every_day(12, 13)])
def test_without_a_common_hour_there_is_none(insider: list[ClockWindow]) -> None:
    assert offered(every_day(17, 21), insider) == []


def test_windows_that_are_none_are_left_out() -> None:
    rows = [[0, "18:00", "20:00"], [7, "18:00", "20:00"], ["x", "18:00", "20:00"], [1, "25:00", "26:00"], [2]]
    assert clock_windows(rows, PACIFIC) == [ClockWindow(0, time(18), time(20), PACIFIC)]


def test_the_day_is_the_insiders() -> None:
    assert date(2026, 11, 30).weekday() == 0
    assert NOW + timedelta(days=2) <= min(offered(every_day(17, 20), every_day(8, 10, CHINA)))
