"""Which trade a title means."""

import pytest

from askwell.coach.insider import trades
from askwell.practice.rules.trades import found, likeliest


@pytest.mark.parametrize(
    ("title", "trade"),
    [
        ("Production planner", "production_planner"),
        ("Demand planner", "production_planner"),
        ("Senior Accountant", "accountant"),
        ("会计", "accountant"),
        ("Software Engineer", "software_developer"),
        ("程序员", "software_developer"),
        ("Infirmière", "registered_nurse"),
        ("Data scientist", "data_analyst"),
        ("Buyer 采购员", "buyer"),
    ],
)
def test_a_title_in_any_language_finds_its_trade(title: str, trade: str) -> None:
    assert likeliest(title) == trade


@pytest.mark.parametrize("title", ["", "   ", "Friend", "Marketing manager", "Truck driver"])
def test_a_title_that_is_near_to_none_finds_none(title: str) -> None:
    assert likeliest(title) == ""


def test_a_search_finds_by_letters_first_accents_and_case_apart() -> None:
    assert {one.code for one in found("INFIRMIERE")} == {"registered_nurse"}
    assert {one.code for one in found("会计")} == {"accountant"}


def test_a_search_without_such_letters_finds_by_meaning_the_nearest_first() -> None:
    assert found("programmer")[0].code == "software_developer"
    assert found("someone who cooks for a living")[0].code == "cook"


def test_no_search_is_every_trade() -> None:
    assert found("  ") == trades()
