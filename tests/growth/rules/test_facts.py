"""What a step may say, and how it is kept beside the row until it is taken back."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.growth.rules.facts import StepFacts, UnfitError, from_plain, plain, tidy

FACTS = {
    "title": "Basics", "provider": "College", "starts": date(2026, 9, 1), "ends": date(2026, 10, 1), "cost": 480.0,
    "hours_a_week": 3.0, "url": "https://college.example/basics", "about": "Evenings.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "column", "code"),
    [
        ({"title": " \u200b "}, "title", "empty"),
        ({"starts": date(2026, 10, 2), "ends": date(2026, 10, 1)}, "ends", "order"),
        ({"cost": -1.0}, "cost", "range"),
        ({"cost": float("nan")}, "cost", "range"),
        ({"cost": 1e7}, "cost", "range"),
        ({"hours_a_week": 169.0}, "hours_a_week", "range"),
        ({"hours_in_all": float("inf")}, "hours_in_all", "range"),
        ({"currency": "gold"}, "currency", "unreadable"),
        ({"url": "javascript:alert(1)"}, "url", "unreadable"),
    ],
)
def test_what_does_not_fit_is_refused(facts: dict[str, Any], column: str, code: str) -> None:
    with pytest.raises(UnfitError) as refused:
        tidy(StepFacts(**{**FACTS, **facts}))

    assert (refused.value.column, refused.value.code) == (column, code)


def test_huge_text_is_cut_and_what_cannot_be_seen_goes() -> None:
    kept = tidy(StepFacts(title="a\u202e" + "b" * 900, about="c" * 90_000))

    assert (len(kept["title"]), len(kept["about"]), "\u202e" in kept["title"]) == (200, 4000, False)


def test_it_comes_back_as_it_was() -> None:
    facts = StepFacts(**FACTS, closes=(uuid4(), uuid4()))

    assert from_plain(plain(tidy(facts), facts.closes)) == facts


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*FACTS, "closes", "x"]), inner),
    max_leaves=12,
)


@given(JSON, st.dictionaries(st.sampled_from([*FACTS, "closes"]), JSON))
def test_whatever_stands_there_instead_never_breaks(anything: Any, some: dict[str, Any]) -> None:
    assert from_plain(anything) is None or isinstance(anything, dict)
    from_plain({**plain(tidy(StepFacts(title="x")), ()), **some})
