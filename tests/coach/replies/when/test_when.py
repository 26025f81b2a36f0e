"""Days and hours are read as the writer means them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.replies.when import Grain, days_in, starts_in

WEDNESDAY = date(2026, 3, 4)


def starts(text: str, language: str = "en", received: date = WEDNESDAY) -> list[str]:
    return [start.isoformat() for start in starts_in(text, received, language)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Friday at 3", ["2026-03-06T15:00"]),
        ("Wednesday at 3", ["2026-03-11T15:00"]),
        ("next Tuesday, 10 am", ["2026-03-10T10:00"]),
        ("this Saturday at noon", ["2026-03-07T12:00"]),
        ("tomorrow at half past nine", ["2026-03-05T09:30"]),
        ("the day after tomorrow at a quarter to five", ["2026-03-06T16:45"]),
        ("at 10:30 on the 17th", ["2026-03-17T10:30"]),
        ("Monday the 9th or Wednesday the 11th at 1 pm", ["2026-03-09T13:00", "2026-03-11T13:00"]),
        ("Tuesday between 3 and 5", ["2026-03-10T15:00"]),
        ("Tuesday 3-5pm", ["2026-03-10T15:00"]),
        ("Tuesday 11-1pm", ["2026-03-10T11:00"]),
        ("Tuesday at 9:30 and 2", ["2026-03-10T09:30", "2026-03-10T14:00"]),
        ("Friday morning at 7", ["2026-03-06T07:00"]),
        ("Friday evening at 7", ["2026-03-06T19:00"]),
        ("March 12 or 13, any time after 2", ["2026-03-12T14:00", "2026-03-13T14:00"]),
        ("February 3 at 10", ["2027-02-03T10:00"]),
        ("2026-04-01 14:00", ["2026-04-01T14:00"]),
        ("Next week I'm open Tuesday and Thursday at 4", ["2026-03-10T16:00", "2026-03-12T16:00"]),
        ("Saturday mornings are best", []),
        ("every Friday at 3", []),
        ("for 20 minutes at most", []),
        ("I'll be 40 in May", []),
        ("Friday", ["2026-03-06"]),
    ],
)
def test_english_starts(text: str, wanted: list[str]) -> None:
    assert starts(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mardi prochain à 14 h 30", ["2026-03-10T14:30"]),
        ("jeudi à 9h", ["2026-03-05T09:00"]),
        ("demain à midi et demi", ["2026-03-05T12:30"]),
        ("après-demain vers 8 h 15", ["2026-03-06T08:15"]),
        ("le 22 ou le 23 mars à 16 heures", ["2026-03-22T16:00", "2026-03-23T16:00"]),
        ("lundi le 9 entre 14 h et 16 h", ["2026-03-09T14:00"]),
        ("mardi en huit à 10 h", ["2026-03-17T10:00"]),
        ("vendredi à 3 h de l'après-midi", ["2026-03-06T15:00"]),
        ("le 1er avril à 11 h moins le quart", ["2026-04-01T10:45"]),
        ("pendant 2 heures", []),
        ("tous les lundis à 9 h", []),
    ],
)
def test_french_starts(text: str, wanted: list[str]) -> None:
    assert starts(text, "fr") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("下周二下午三点", ["2026-03-10T15:00"]),
        ("周五上午十点半", ["2026-03-06T10:30"]),
        ("这周六晚上8点", ["2026-03-07T20:00"]),
        ("明晚七点一刻", ["2026-03-05T19:15"]),
        ("后天中午十二点", ["2026-03-06T12:00"]),
        ("3月12号、13号下午4点", ["2026-03-12T16:00", "2026-03-13T16:00"]),
        ("下周二下午三点或四点", ["2026-03-10T15:00", "2026-03-10T16:00"]),
        ("周四三点到五点", ["2026-03-05T15:00"]),
        ("十五号下午2:30", ["2026-03-15T14:30"]),
        ("下下周一早上九点", ["2026-03-16T09:00"]),
        ("早一点也行", []),
        ("每周五下午三点", []),
        ("周五下午一点十五分", ["2026-03-06T13:15"]),
    ],
)
def test_chinese_starts(text: str, wanted: list[str]) -> None:
    assert starts(text, "zh-Hans") == wanted


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "in March", None),
        ("en", "in April", "2026-04-01"),
        ("en", "mid-April", "2026-04-15"),
        ("en", "at the end of June", "2026-06-30"),
        ("en", "in two weeks", "2026-03-18"),
        ("en", "in the new year", "2027-01-01"),
        ("en", "the week of April 13", "2026-04-13"),
        ("en", "once March is over", "2026-04-01"),
        ("en", "next month", "2026-04-01"),
        ("fr", "à la mi-avril", "2026-04-15"),
        ("fr", "fin juin", "2026-06-30"),
        ("fr", "dans deux semaines", "2026-03-18"),
        ("fr", "dans quinze jours", "2026-03-18"),
        ("fr", "en janvier", "2027-01-01"),
        ("zh-Hans", "两周后", "2026-03-18"),
        ("zh-Hans", "五月再聊", "2026-05-01"),
        ("zh-Hans", "六月中旬", "2026-06-15"),
        ("zh-Hans", "下个月底", "2026-04-30"),
        ("zh-Hans", "元旦过后", "2027-01-01"),
    ],
)
def test_loose_days_are_their_beginning_middle_or_end(language: str, text: str, day: str | None) -> None:
    found = days_in(text, WEDNESDAY, language)
    assert all(mention.grain is Grain.LOOSE for mention in found)
    assert [mention.day.isoformat() for mention in found] == ([day] if day else ["2027-03-01"])


def test_days_on_which_they_are_away_are_left_out() -> None:
    text = "Not Thursday, but Friday at 3."
    assert [start.isoformat() for start in starts_in(text, WEDNESDAY, "en", [(0, 12)])] == ["2026-03-06T15:00"]


@given(
    st.text("0123456789 :-/.hampàthst月日号周下午点半一二三,", max_size=60),
    st.dates(date(1950, 1, 1), date(2190, 1, 1)),
)
def test_no_figures_make_it_stumble(text: str, received: date) -> None:
    for language in ("en", "fr", "zh-Hans"):
        for start in starts_in(text, received, language):
            assert text[start.start : start.end]
