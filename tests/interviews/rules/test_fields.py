"""Which family of occupations a title speaks of."""

import pytest

from askwell.interviews.rules.bank import Family
from askwell.interviews.rules.fields import families_of


@pytest.mark.parametrize(
    ("title", "families"),
    [
        ("Demand planner", {Family.SUPPLY_CHAIN}),
        ("需求计划经理", {Family.SUPPLY_CHAIN}),
        ("Infirmière clinicienne", {Family.HEALTH}),
        ("Capital markets", set()),
        ("IT auditor", {Family.TECHNOLOGY, Family.FINANCE}),
        ("Itinerant", set()),
        ("", set()),
    ],
)
def test_titles(title: str, families: set[Family]) -> None:
    assert families_of(title) == families
