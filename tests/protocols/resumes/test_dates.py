"""Dates and stretches of time as resumes in three languages write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.resumes.dates import find_span, is_current, parse_date


@pytest.mark.parametrize(
    ("text", "start", "end", "rest"),
    [
        ("Jul 2025 – Present", "2025-07", "", ""),
        ("Clerk, Teal Mill (Mar 2020 - May 2021)", "2020-03", "2021-05", "Clerk, Teal Mill ()"),
        ("Teal Mill\t08/2024 to Present", "2024-08", "", "Teal Mill\t"),
        ("2021年3月—至今", "2021-03", "", ""),
        ("2021年3月-8月", "2021-03", "2021-08", ""),
        ("2021.03-2022.06 青禾染坊", "2021-03", "2022-06", " 青禾染坊"),
        ("自2021年3月起", "2021-03", "", ""),
        ("mars 2021 à aujourd’hui", "2021-03", "", ""),
        ("de mars 2021 à mai 2022", "2021-03", "2022-05", ""),
        ("1er mai 2019 au 3 juin 2020", "2019-05-01", "2020-06-03", ""),
        ("août 2018 – en cours", "2018-08", "", ""),
        ("Depuis 2019", "2019", "", ""),
        ("Mar – Aug 2021", "2021-03", "2021-08", ""),
        ("2019–21", "2019", "2021", ""),
        ("Sep ’19 – Mar ’21", "2019-09", "2021-03", ""),
        ("12.2020 – 03.2022", "2020-12", "2022-03", ""),
        ("MARCH 2021 - PRESENT", "2021-03", "", ""),
        ("2019 - 2021 (2 years, 3 months)", "2019", "2021", ""),
        ("Collège des Trois-Rives\t2017 – 2019", "2017", "2019", "Collège des Trois-Rives\t"),
    ],
)
def test_a_stretch_of_time_is_found_and_the_rest_is_left(text: str, start: str, end: str, rest: str) -> None:
    span = find_span(text)
    assert span is not None
    assert (span.start, span.end, span.alone) == (start, end, False)
    assert text[: span.first] + text[span.last :] == rest


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Summer 2019", "2019"),
        ("Dyer’s Licence, 3 May 2021", "2021-05-03"),
        ("Licence (2021年)", "2021"),
        ("Toast 2020", "2020"),
    ],
)
def test_a_single_date_is_both(text: str, date: str) -> None:
    span = find_span(text)
    assert span is not None
    assert (span.start, span.end, span.alone) == (date, date, True)


@pytest.mark.parametrize("text", ["(604) 555-0130", "Cut costs by 20%", "Room 20214", "99.2021.5", ""])
def test_other_figures_are_no_dates(text: str) -> None:
    assert find_span(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [("2021-03-15", "2021-03-15"), ("2021-3", "2021-03"), ("2021", "2021"), ("March 2021", "2021-03"), ("2021年3月", "2021-03"),
     ("févr. 2021", "2021-02"), ("03/2021", "2021-03"), ("soon", ""), ("2021-13", ""), ("in 2021 or so", "")],
)  # fmt: skip
def test_a_cell_is_a_date_or_none(text: str, date: str) -> None:
    assert parse_date(text) == date


@given(st.dates().filter(lambda day: 1900 <= day.year < 2100))
def test_a_date_as_we_write_it_comes_back(day: object) -> None:
    assert parse_date(str(day)) == str(day)
    assert parse_date(str(day)[:7]) == str(day)[:7]


@given(st.text(max_size=60))
def test_any_text_is_looked_through(text: str) -> None:
    span = find_span(text)
    assert span is None or 0 <= span.first < span.last <= len(text)


def test_words_for_now() -> None:
    words = ("Present", "current", "aujourd'hui", "en cours", "至今", "目前", "soon")
    assert [word for word in words if not is_current(word)] == ["soon"]
