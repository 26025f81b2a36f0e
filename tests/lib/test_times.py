import zoneinfo
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.times import UnknownZone, at_local, good_hour, is_night, local_day, use_pinned_zones, zone


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "day", "hours"),
    [
        ("America/Vancouver", date(2026, 7, 1), -7),
        ("America/Vancouver", date(2026, 11, 15), -7),
        ("America/Vancouver", date(2027, 1, 15), -7),
        ("America/Vancouver", date(2025, 12, 1), -8),
        ("America/Edmonton", date(2027, 1, 15), -6),
        ("America/Toronto", date(2027, 1, 15), -5),
        ("Asia/Shanghai", date(2027, 1, 15), 8),
    ],
)
def test_offsets_are_those_of_the_pinned_database(name: str, day: date, hours: int) -> None:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone(name))
    assert noon.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize(
    "name", ["", "Mars/Base", "../../etc/passwd", "America", "zone.tab", "America//Vancouver", "a\0b"]
)
def test_unknown_zones_are_refused_by_name(name: str) -> None:
    with pytest.raises(UnknownZone):
        zone(name)


def test_pinning_makes_the_whole_process_read_the_package() -> None:
    before = zoneinfo.TZPATH
    try:
        use_pinned_zones()
        assert zoneinfo.TZPATH == ()
        winter = datetime(2027, 1, 15, 12, tzinfo=zoneinfo.ZoneInfo("America/Vancouver"))
        assert winter.utcoffset() == timedelta(hours=-7)
    finally:
        zoneinfo.reset_tzpath(to=before)


def test_the_day_is_that_of_the_place() -> None:
    moment = utc("2026-11-27T03:00")
    assert local_day(moment, "America/Vancouver") == date(2026, 11, 26)
    assert local_day(moment, "Asia/Shanghai") == date(2026, 11, 27)


def test_local_times_become_utc() -> None:
    assert at_local(date(2026, 12, 1), 8, 30, "America/Vancouver") == utc("2026-12-01T15:30")
    assert at_local(date(2026, 12, 1), 8, 30, "Asia/Shanghai") == utc("2026-12-01T00:30")


def test_a_time_that_daylight_saving_skips_or_repeats_is_still_a_moment() -> None:
    assert at_local(date(2026, 3, 8), 2, 30, "America/Toronto") == utc("2026-03-08T07:30")
    assert at_local(date(2026, 11, 1), 1, 30, "America/Toronto") == utc("2026-11-01T05:30")


@pytest.mark.parametrize(
    ("now", "zone_name", "region", "then"),
    [
        ("2026-11-25T18:00", "America/Vancouver", None, "2026-11-25T18:00"),  # Wednesday 11:00
        ("2026-11-25T23:30", "America/Vancouver", None, "2026-11-25T23:30"),  # 16:30 still is
        ("2026-11-25T23:31", "America/Vancouver", None, "2026-11-26T15:30"),  # 16:31: tomorrow 8:30
        ("2026-11-25T12:00", "America/Vancouver", None, "2026-11-25T15:30"),  # 5:00: today 8:30
        ("2026-11-28T18:00", "America/Vancouver", None, "2026-11-30T15:30"),  # Saturday: Monday
        ("2026-11-27T23:45", "America/Vancouver", None, "2026-11-30T15:30"),  # Friday evening: Monday
        ("2026-12-25T18:00", "America/Vancouver", None, "2026-12-25T18:00"),  # holidays unknown without region
        ("2026-12-25T18:00", "America/Vancouver", "CA-BC", "2026-12-28T15:30"),
        ("2026-10-10T02:00", "Asia/Shanghai", "CN", "2026-10-10T02:00"),  # a Saturday that is worked
    ],
)
def test_messages_wait_for_a_good_hour(now: str, zone_name: str, region: str | None, then: str) -> None:
    assert good_hour(utc(now), zone_name, region=region) == utc(then)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(["America/Vancouver", "Asia/Kolkata", "Europe/Paris", "Pacific/Kiritimati", "America/St_Johns"]),
)
def test_a_good_hour_is_never_past_nor_more_than_three_days_away(now: datetime, zone_name: str) -> None:
    then = good_hour(now, zone_name)
    assert now <= then <= now + timedelta(days=3)
    assert good_hour(then, zone_name) == then
    assert then.astimezone(zone(zone_name)).weekday() < 5


@pytest.mark.parametrize(
    ("moment", "night"),
    [
        ("2026-11-25T10:00", True),  # 3:00 in Vancouver
        ("2026-11-25T13:59", True),
        ("2026-11-25T14:00", False),  # 7:00
        ("2026-11-26T03:59", False),
        ("2026-11-26T04:00", True),  # 21:00
    ],
)
def test_it_is_night_between_nine_and_seven(moment: str, night: bool) -> None:
    assert is_night(utc(moment), "America/Vancouver") is night
