"""Dates of a story."""

import pytest

from askwell.portfolio.rules.dates import in_years, is_before, read_date


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2021-03", "2021-03"),
        ("March 2021", "2021-03"),
        ("2021年3月", "2021-03"),
        ("mars 2021", "2021-03"),
        ("03/2021", "2021-03"),
        ("2021", "2021"),
        ("15 March 2021", "2021-03-15"),
        (" ", ""),
    ],
)
def test_dates_are_read_as_people_write_them(typed: str, kept: str) -> None:
    assert read_date(typed) == kept


@pytest.mark.parametrize("typed", ["yesterday", "2021-13", "2021-02-30", "Marsh 2021", "21", "2021-"])
def test_what_is_no_date_is_none(typed: str) -> None:
    assert read_date(typed) is None


def test_one_lies_before_another_as_far_as_both_are_known() -> None:
    assert is_before("2019-03", "2019-05")
    assert is_before("2018", "2019-05")
    assert not is_before("2019", "2019-05")
    assert not is_before("", "2019-05")
    assert not is_before("2019-05", "2019-05")


def test_a_date_is_drawn_where_it_begins_or_ends() -> None:
    assert in_years("2021-07") == 2021.5
    assert in_years("2021") == 2021
    assert in_years("2021", last=True) == 2022
