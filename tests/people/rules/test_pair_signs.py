"""What the facts of a likely pair say where no reason was found for them."""

import pytest

from askwell.people.rules.pair_signs import fact_sign


@pytest.mark.parametrize(
    ("fact", "kept", "said", "sign"),
    [
        ("role", "Planner", "planner", ("for", "the_same")),
        ("role", "Planner", "Senior planner", ("neutral", "may_change")),
        ("email", "a@x.example", "b@x.example", ("neutral", "several_addresses")),
        ("employer", "琥珀狐营销", "Amber Fox Marketing", ("neutral", "says_little")),
        ("phone", "", "+16045550123", ("neutral", "one_sided")),
        ("known_since", "2024-03-14", "2025-11-25", ("neutral", "says_little")),
    ],
)
def test_each_fact_says_for_or_little(fact: str, kept: str, said: str, sign: tuple[str, str]) -> None:
    assert fact_sign(fact, kept, said) == sign
