"""What is kept of a posting, whatever was told."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.opportunities.rules.posting import COLUMNS, facts_of, plain

ANY = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60) | st.lists(st.text(max_size=5))


@given(st.dictionaries(st.sampled_from(COLUMNS), ANY))
def test_anything_becomes_facts_that_json_keeps(told: dict[str, Any]) -> None:
    facts = facts_of(told)
    assert facts_of(plain(facts)) == facts


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.example/", " "])
def test_only_web_addresses_are_links(url: str) -> None:
    assert facts_of({"url": url}).url == ""


def test_ends_of_pay_stand_in_order() -> None:
    facts = facts_of({"salary_min": 30, "salary_max": 20.5})
    assert (facts.salary_min, facts.salary_max) == (20.5, 30.0)


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), -1, 1e12, "20", True])
def test_what_is_no_amount_is_left_out(amount: object) -> None:
    assert facts_of({"price": amount}).price is None


def test_days_are_days() -> None:
    assert facts_of({"closes": "2026-12-01T10:00", "posted": "soon"}).closes == date(2026, 12, 1)
    assert facts_of({"posted": "soon"}).posted is None
