"""When two postings are one."""

from dataclasses import replace
from datetime import date

import pytest

from askwell.opportunities.rules.same import Told, is_again, key_of, url_key_of

ONE = ("Demand planner", "Northwind Provisions", "Burnaby, BC", "Own the plan.")


@pytest.mark.parametrize(
    "other",
    [
        ("Demand Planner (full time)", "Northwind Provisions Inc.", "Burnaby", "Other words"),
        ("Demand planner – 12 months", "Northwind Provisions", "Burnaby, British Columbia", ""),
    ],
)
def test_the_same_job_on_another_board(other: tuple[str, str, str, str]) -> None:
    assert key_of(*ONE) == key_of(*other)


@pytest.mark.parametrize(
    "other",
    [
        ("Supply planner", *ONE[1:]), (ONE[0], "Southwind", *ONE[2:]), (ONE[0], ONE[1], "Calgary, AB", ONE[3]),
    ],
)  # fmt: skip
def test_another_title_employer_or_town_is_another_job(other: tuple[str, str, str, str]) -> None:
    assert key_of(*ONE) != key_of(*other)


def test_without_an_employer_the_text_tells() -> None:
    assert key_of("Planner", "", "", "Own the plan.") == key_of("Planner", "", "", "Own the  plan.")
    assert key_of("Planner", "", "", "Own the plan.") != key_of("Planner", "", "", "Drive the truck.")
    assert key_of("Planner", "", "", "") == ""


def test_an_address_is_the_same_wherever_the_click_came_from() -> None:
    assert url_key_of("https://www.jobs.example/1/?utm_source=x&id=3") == url_key_of(
        "https://jobs.example/1?id=3&ref=y"
    )
    assert url_key_of("https://jobs.example/1?id=3") != url_key_of("https://jobs.example/1?id=4")


@pytest.mark.parametrize("text", ["", "no address", "https://", "https://[::1", "mailto:a@b.example"])
def test_what_is_no_address_is_like_nothing(text: str) -> None:
    assert url_key_of(text) == ""


KNOWN = Told(date(2026, 11, 1), date(2026, 11, 28), None, "Nights.")


@pytest.mark.parametrize(
    ("told", "has_ended", "is_new"),
    [
        (replace(KNOWN, on=date(2026, 11, 9)), False, False),
        (replace(KNOWN, on=date(2026, 11, 9)), True, False),
        (replace(KNOWN, on=date(2026, 11, 9), closes=date(2027, 6, 30)), False, False),
        (replace(KNOWN, on=date(2026, 11, 9), closes=date(2027, 6, 30)), True, True),
        (replace(KNOWN, on=date(2026, 11, 9), text="Days."), True, True),
        (replace(KNOWN, on=date(2027, 2, 1)), True, False),
        (replace(KNOWN, on=date(2027, 2, 1), closes=date(2027, 6, 30)), False, True),
        (replace(KNOWN, on=date(2027, 2, 1), closes=None), False, True),
    ],
)
def test_what_has_ended_or_is_old_is_the_same_only_word_for_word(told: Told, has_ended: bool, is_new: bool) -> None:
    assert is_again(KNOWN, told, has_ended=has_ended) is is_new
