"""How days and moments are worded, from tables: Wednesday 25 November 2026 is today."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from askwell.ui import moments

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("there", "style", "words"),
    [
        (date(2026, 11, 24), "", "Yesterday"),
        (date(2026, 11, 25), "", "Today"),
        (date(2026, 11, 26), "", "Tomorrow"),
        (date(2026, 11, 27), "", "Friday"),
        (date(2026, 12, 1), "", "Tuesday"),
        (date(2026, 12, 1), "short", "Tue"),
        (date(2026, 12, 2), "", "2\u00a0December"),
        (date(2026, 11, 23), "", "23\u00a0November"),
        (date(2025, 11, 23), "", "23\u00a0November\u00a02025"),
        (date(2026, 11, 25), "full", "25\u00a0November"),
        (date(2026, 11, 27), "full", "27\u00a0November"),
    ],
)
def test_a_day_in_english(there: date, style: str, words: str) -> None:
    with translation.override("en"):
        assert moments.day(there, TODAY, "en", style) == words


@pytest.mark.parametrize(
    ("there", "language", "words"),
    [
        (date(2026, 11, 17), "zh-hans", "11月17日"),
        (date(2025, 11, 17), "zh-hans", "2025年11月17日"),
        (date(2026, 11, 29), "zh-hans", "周日"),
        (date(2026, 11, 17), "fr", "17\u00a0novembre"),
        (date(2027, 1, 1), "fr", "1er\u00a0janvier\u00a02027"),
        (date(2026, 11, 27), "fr", "vendredi"),
    ],
)
def test_a_day_in_other_languages(there: date, language: str, words: str) -> None:
    with translation.override(language):
        assert moments.day(there, TODAY, language) == words


@pytest.mark.parametrize(
    ("at", "style", "words"),
    [
        (datetime(2026, 11, 25, 9, 12), "", "Today 9:12"),
        (datetime(2026, 11, 24, 15, 0), "", "Yesterday 15:00"),
        (datetime(2026, 11, 26, 0, 5), "", "Tomorrow 0:05"),
        (datetime(2026, 11, 26, 8, 30), "short", "Tomorrow 8:30"),
        (datetime(2026, 11, 28, 14, 0), "short", "Sat 14:00"),
        (datetime(2026, 12, 8, 8, 30), "", "8\u00a0December 8:30"),
        (datetime(2026, 11, 17, 15, 0), "", "17\u00a0November"),
        (datetime(2026, 11, 17, 15, 0), "full", "17\u00a0November 15:00"),
    ],
)
def test_a_moment_in_english(at: datetime, style: str, words: str) -> None:
    with translation.override("en"):
        assert moments.moment(at, TODAY, "en", style) == words


@pytest.mark.parametrize(("language", "words"), [("en", "9:05"), ("zh-hans", "9:05"), ("fr", "9\u00a0h\u00a005")])
def test_the_time_of_day(language: str, words: str) -> None:
    assert moments.clock(datetime(2026, 11, 25, 9, 5), language) == words


def test_a_full_hour_in_french_has_no_minutes() -> None:
    assert moments.clock(datetime(2026, 11, 25, 15, 0), "fr") == "15\u00a0h"


def test_the_tag_words_the_viewers_day_and_not_the_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    """At 4:30 UTC on the 26th it is still the 25th in Toronto, and midnight UTC was 19:00 that same day."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 26, 4, 30, tzinfo=UTC))
    moment = datetime(2026, 11, 26, 0, 0, tzinfo=UTC)
    with timezone.override(ZoneInfo("America/Toronto")), translation.override("en"):
        shown = Template("{% load ui %}{% when moment %}").render(Context({"moment": moment}))
    assert shown == '<time datetime="2026-11-25T19:00-05:00">Today 19:00</time>'


@pytest.mark.parametrize("tag", ["when", "day"])
def test_no_moment_no_words(tag: str) -> None:
    assert Template("{% load ui %}{% " + tag + " nothing %}").render(Context({"nothing": None})) == ""


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Jan\u00a02027"), ("fr", "jan.\u00a02027"), ("zh-hans", "2027年1月")]
)
def test_a_month_under_a_chart_says_its_year_where_asked(language: str, words: str) -> None:
    with translation.override(language):
        assert moments.month(date(2027, 1, 1), language, with_year=True) == words
        assert "2027" not in moments.month(date(2027, 1, 1), language, with_year=False)


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (date(TODAY.year, 12, 20), "1\u00a0November – 20\u00a0December"),
        (date(TODAY.year + 1, 2, 1), f"1\u00a0November\u00a0{TODAY.year} – 1\u00a0February\u00a0{TODAY.year + 1}"),
    ],
)
def test_two_days_say_both_their_years_or_none(last: date, words: str) -> None:
    assert " – ".join(moments.span(date(TODAY.year, 11, 1), last, TODAY, "en")) == words
