"""Weekly hours on the clocks of several zones, in a week in which some of them change."""

from datetime import date, time

import pytest

from askwell.programmes.rules.people import WEEK, Window
from askwell.programmes.rules.weeks import ClockWindow, in_utc

QUIET, CANADA_FORWARD = date(2025, 6, 2), date(2025, 3, 3)
EUROPE_FORWARD, EUROPE_BACK = date(2025, 3, 24), date(2025, 10, 20)


def minutes(day: int, hour: int, minute: int = 0) -> int:
    return (day * 24 + hour) * 60 + minute


@pytest.mark.parametrize(
    ("zone", "week", "start"),
    [
        ("America/Toronto", QUIET, minutes(6, 14)),
        ("Asia/Shanghai", QUIET, minutes(6, 2)),
        ("Europe/Paris", QUIET, minutes(6, 8)),
        ("America/Toronto", CANADA_FORWARD, minutes(6, 14)),
        ("America/Toronto", date(2025, 2, 24), minutes(6, 15)),
        ("Europe/Paris", CANADA_FORWARD, minutes(6, 9)),
        ("Europe/Paris", EUROPE_FORWARD, minutes(6, 8)),
        ("Europe/Paris", EUROPE_BACK, minutes(6, 9)),
    ],
)
def test_sunday_at_ten(zone: str, week: date, start: int) -> None:
    assert in_utc([ClockWindow(6, time(10), time(12), zone)], week) == [Window(start, start + 120)]


def test_three_zones_have_an_hour_in_common_in_one_week_and_not_in_the_next() -> None:
    """Between the days on which Canada's and Europe's clocks change."""

    def shared(week: date) -> int:
        spans = in_utc([ClockWindow(2, time(12), time(13), "America/Toronto"),
                        ClockWindow(2, time(18), time(19), "Europe/Paris"),
                        ClockWindow(3, time(0), time(2), "Asia/Shanghai")], week)  # fmt: skip
        return min(span.end for span in spans) - max(span.start for span in spans)

    assert (shared(date(2025, 2, 24)), shared(date(2025, 3, 17))) == (60, 0)


def test_the_week_is_round() -> None:
    monday, sunday = (
        ClockWindow(0, time(6), time(9), "Asia/Shanghai"),
        ClockWindow(6, time(20), time(23), "America/Toronto"),
    )
    assert in_utc([monday, sunday], QUIET) == [Window(minutes(6, 22), minutes(6, 22) + 180), Window(0, 180)]
    assert minutes(6, 22) + 180 > WEEK


def test_an_hour_that_the_clock_leaves_out() -> None:
    """In Paris the clock went from 2 to 3 on Sunday, 30 March 2025."""
    span = [ClockWindow(6, time(1), time(4), "Europe/Paris"), ClockWindow(6, time(2, 15), time(2, 45), "Europe/Paris"),
            ClockWindow(6, time(2, 30), time(4), "Europe/Paris")]  # fmt: skip
    assert in_utc(span, EUROPE_FORWARD) == [Window(minutes(6, 0), minutes(6, 2)), Window(minutes(6, 1), minutes(6, 2))]


def test_an_hour_that_comes_twice() -> None:
    """In Paris the clock went from 3 back to 2 on Sunday, 26 October 2025."""
    span = [ClockWindow(6, time(1), time(4), "Europe/Paris"), ClockWindow(6, time(2), time(2, 30), "Europe/Paris")]
    assert in_utc(span, EUROPE_BACK) == [
        Window(minutes(5, 23), minutes(6, 3)),
        Window(minutes(6, 0), minutes(6, 1, 30)),
    ]


def test_over_midnight() -> None:
    assert in_utc([ClockWindow(4, time(22), time(1), "UTC")], QUIET) == [Window(minutes(4, 22), minutes(5, 1))]
