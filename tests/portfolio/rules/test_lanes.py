"""A life drawn in lanes."""

from dataclasses import dataclass
from datetime import date

from askwell.portfolio.rules.lanes import MOST_ROWS, Lane, Place, lanes

TODAY = date(2026, 11, 25)


@dataclass(frozen=True)
class One:
    kind: str
    start: str
    end: str = ""
    title: str = ""
    organisation: str = "Lantian"


def test_without_a_date_there_is_nothing_to_draw() -> None:
    assert lanes([One("work", "", "")], landed="", today=TODAY) is None
    assert lanes([One("award", "", "2020")], landed="", today=TODAY) is None


def test_bars_lie_in_their_lanes_from_the_first_year_to_today() -> None:
    told = [One("education", "2009", "2013"), One("work", "2013-01", "2019-06"), One("volunteering", "2024-04")]
    drawn = lanes(told, landed="2023-03", today=TODAY)

    assert drawn
    assert [track.lane for track in drawn.tracks] == [Lane.EDUCATION, Lane.WORK, Lane.VOLUNTEERING]
    bars = [track.bars[0] for track in drawn.tracks]
    assert bars[0].x == 0
    assert round(bars[2].end) == 100
    assert bars[0].width > bars[2].width
    assert drawn.years == 18
    assert [year for year, _x in drawn.ticks] == [2010, 2015, 2020, 2025]
    assert drawn.landed
    assert 75 < drawn.landed < 85


def test_what_lies_beside_each_other_in_time_stands_in_rows_and_never_in_more_than_four() -> None:
    drawn = lanes([One("work", f"20{10 + number}") for number in range(9)], landed="", today=TODAY)
    assert drawn
    assert {bar.row for bar in drawn.tracks[0].bars} == set(range(MOST_ROWS))


def test_one_that_begins_in_the_month_in_which_another_ended_stays_in_its_row() -> None:
    drawn = lanes([One("work", "2010-01", "2019-06"), One("pause", "2019-06", "2023-03")], landed="", today=TODAY)
    assert drawn
    assert [bar.row for bar in drawn.tracks[0].bars] == [0, 0]


def test_landing_outside_of_what_is_told_is_not_drawn() -> None:
    drawn = lanes([One("work", "2010")], landed="2005", today=TODAY)
    assert drawn
    assert drawn.landed is None


def test_a_label_stands_where_there_is_room() -> None:
    told = [
        One("work", "2000", "2015", organisation="Lantian"),
        One("work", "2026-06", organisation="Maple Basket Market"),
    ]
    drawn = lanes(told, landed="", today=TODAY)
    assert drawn
    assert [bar.place for bar in drawn.tracks[0].bars] == [Place.INSIDE, Place.BEFORE]


def test_a_label_that_fits_nowhere_is_cut_between_words_or_left_out() -> None:
    told = [
        One("work", "2010", "2024-06", organisation="Lantian"),
        One("work", "2024-07", organisation="Maple Basket Market of Burnaby"),
    ]
    drawn = lanes(told, landed="", today=TODAY)
    assert drawn
    cut = drawn.tracks[0].bars[1]
    assert (cut.label, cut.whole, cut.place) == ("Maple Basket…", "Maple Basket Market of Burnaby", Place.INSIDE)
