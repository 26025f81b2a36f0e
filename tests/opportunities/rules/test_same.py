"""When two postings are one."""

import pytest

from askwell.opportunities.rules.same import key_of, url_key_of

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
