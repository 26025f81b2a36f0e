"""Times offered on two clocks, and which hours suit both."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.interviews.rules.offers import Offer, good_times, offer, offered_lines
from askwell.lib.times import zone
from askwell.lib.zones import city
from askwell.outreach.choices import MeetingBy

ZONES = ("America/Vancouver", "Asia/Shanghai", "Europe/Paris", "Pacific/Auckland", "Asia/Kolkata", "America/St_Johns")


def about(language: str, at: datetime, theirs: str, own: str = "America/Vancouver") -> Offer:
    return Offer(language, "Min", "Mei", (at,), 20, MeetingBy.VIDEO, own, theirs)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Friday 27 November, 9:30–9:50 in Beijing (Thursday 26 November 18:30 in Vancouver)"),
        ("fr", "vendredi 27 novembre, 9 h 30–9 h 50 à Pékin (jeudi 26 novembre 18 h 30 à Vancouver)"),
        ("zh-Hans", "北京时间11月27日周五 9:30–9:50（温哥华时间11月26日周四 18:30）"),
    ],
)
def test_the_reader_reads_their_own_date_first(language: str, line: str) -> None:
    at = datetime(2026, 11, 27, 1, 30, tzinfo=UTC)
    assert offered_lines(about(language, at, "Asia/Shanghai")) == [line]


def test_the_same_clock_is_named_once_and_an_unknown_one_is_the_seekers() -> None:
    at = datetime(2026, 11, 27, 18, tzinfo=UTC)
    assert offered_lines(about("en", at, "America/Vancouver")) == ["Friday 27 November, 11:00–11:20"]
    assert offered_lines(about("en", at, "")) == ["Friday 27 November, 11:00–11:20 in Vancouver"]


def test_over_a_clock_change_the_same_hour_here_is_another_one_there() -> None:
    before, after = (datetime(2027, 3, day, 16, tzinfo=UTC) for day in (12, 15))
    lines = [offered_lines(about("en", at, "America/Toronto"))[0] for at in (before, after)]
    assert lines == [
        "Friday 12 March, 11:00–11:20 in Toronto (9:00 in Vancouver)",
        "Monday 15 March, 12:00–12:20 in Toronto (9:00 in Vancouver)",
    ]


def test_a_talk_over_a_clock_change_ends_when_it_ends() -> None:
    at = datetime(2027, 3, 14, 6, 50, tzinfo=UTC)
    assert offered_lines(about("en", at, "", own="America/Toronto")) == ["Sunday 14 March, 1:50–3:10 in Toronto"]


def test_british_columbia_changes_its_clocks_no_more() -> None:
    lines = offered_lines(about("en", datetime(2027, 1, 15, 17, tzinfo=UTC), ""))
    assert lines == ["Friday 15 January, 10:00–10:20 in Vancouver"]


@pytest.mark.parametrize("language", ["en", "fr", "zh-Hans", "pa"])
def test_every_language_has_a_greeting_the_times_and_a_way_out(language: str) -> None:
    subject, body = offer(about(language, datetime(2026, 11, 27, 1, 30, tzinfo=UTC), "Asia/Shanghai"))
    assert subject
    assert "\n- " in body
    assert body.startswith({"fr": "Bonjour Min,", "zh-Hans": "Min，您好："}.get(language, "Hi Min,"))
    assert body.endswith("Mei")


@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    theirs=st.sampled_from(ZONES),
    own=st.sampled_from(ZONES),
)
def test_good_times_are_to_come_in_order_and_in_their_working_day(moment: datetime, theirs: str, own: str) -> None:
    found = good_times(moment, theirs=theirs, region="CA-BC", own=own)
    assert len(found) == 6
    assert list(found) == sorted(set(found))
    assert found[0] >= moment + timedelta(hours=24)
    for one in found:
        there = one.astimezone(zone(theirs))
        assert there.weekday() < 5
        assert 9 <= there.hour <= 16


def test_holidays_of_the_reader_are_left_out() -> None:
    found = good_times(
        datetime(2026, 12, 23, 18, tzinfo=UTC), theirs="America/Vancouver", region="CA-BC", own="America/Vancouver"
    )
    assert datetime(2026, 12, 25).date() not in {one.astimezone(zone("America/Vancouver")).date() for one in found}


@pytest.mark.parametrize(
    ("name", "language", "word"),
    [
        ("Asia/Shanghai", "en", "Beijing"),
        ("Asia/Shanghai", "zh-hans", "北京"),
        ("America/New_York", "fr", "New York"),
        ("Europe/London", "fr", "Londres"),
        ("America/Argentina/Buenos_Aires", "zh-hans", "Buenos Aires"),
    ],
)
def test_a_clock_is_named_after_its_city(name: str, language: str, word: str) -> None:
    assert city(name, language) == word


def test_a_day_whose_fitting_hours_are_over_is_skipped_though_later_hours_are_left() -> None:
    now = datetime(2026, 11, 26, 2, 10, tzinfo=UTC)  # a day on it is 10:10 in Shanghai, and 18:10 in Vancouver
    found = good_times(now, theirs="Asia/Shanghai", region="CN", own="America/Vancouver")
    assert {moment.astimezone(zone("Asia/Shanghai")).hour for moment in found} == {9, 10}


@pytest.mark.parametrize(("language", "end"), [("en", "Thank you."), ("fr", "Merci encore."), ("zh-Hans", "谢谢！")])
def test_without_a_name_the_closing_is_a_sentence(language: str, end: str) -> None:
    nameless = replace(about(language, datetime(2026, 11, 27, 17, 30, tzinfo=UTC), ""), sender="")
    assert offer(nameless)[1].endswith(f"\n\n{end}")
