"""Dates as exporters write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.contacts.dates import day_order, parse_day

SEVENTH = date(2025, 2, 7)


@pytest.mark.parametrize(
    "text",
    [
        "07 Feb 2025", "7 February 2025", "Feb 7, 2025", "February 7th, 2025", "7 févr. 2025", "7. Februar 2025",
        "7 de febrero de 2025", "7 de fev. de 2025", "2025-02-07", "2025/2/7", "2025年2月7日", "2025년 2월 7일",
        "20250207", "2025-02-07T10:00:00Z", "2025-02-07 10:00", "45695", "7 фев. 2025", "7-Feb-25",
    ],
)  # fmt: skip
def test_dates_that_can_be_read_in_one_way(text: str) -> None:
    assert parse_day(text, None) == SEVENTH


@pytest.mark.parametrize(("day_first", "day"), [(True, SEVENTH), (False, date(2025, 7, 2)), (None, None)])
@pytest.mark.parametrize("text", ["07/02/2025", "7.2.25", "07-02-2025"])
def test_figures_alone_need_the_order(text: str, day_first: bool | None, day: date | None) -> None:
    assert parse_day(text, day_first) == day


def test_figures_that_fit_only_one_way_do_not() -> None:
    assert parse_day("25/02/2025", False) == date(2025, 2, 25)
    assert parse_day("02/25/2025", True) == date(2025, 2, 25)
    assert parse_day("04/04/2025", None) == date(2025, 4, 4)


@pytest.mark.parametrize(
    "text", ["", "Class of 2003", "'14", "2013", "--08-15", "0/0/00", "31 Feb 2025", "soon", "99/99/2025", "1604"]
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert parse_day(text, True) is None


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["13/01/2020", "02/03/2020"], (True, "values")),
        (["01/13/2020", "02/03/2020"], (False, "values")),
        (["01/13/2020", "13/02/2020", "14/02/2020"], (True, "mixed")),
        (["01/13/2020", "13/02/2020"], (None, "mixed")),
        (["01/02/2020"], (None, "undecided")),
        (["27 Sep 2025", ""], (None, "no_such_dates")),
    ],
)
def test_day_order(values: list[str], order: tuple[bool | None, str]) -> None:
    assert day_order(values) == order


@given(st.text(max_size=60), st.sampled_from([True, False, None]))
def test_no_text_breaks_it(text: str, day_first: bool | None) -> None:
    found = parse_day(text, day_first)
    assert found is None or isinstance(found, date)


@given(st.dates(date(1970, 1, 1)))
def test_every_date_comes_back_from_figures(day: date) -> None:
    assert parse_day(f"{day:%d/%m/%Y}", True) == day
    assert parse_day(f"{day:%m/%d/%Y}", False) == day
    assert parse_day(day.isoformat(), None) == day
