"""What the facts of a likely pair say for one person or for two."""

import pytest

from askwell.people.rules.names import name_key_of
from askwell.people.rules.pair_signs import fact_sign, name_sign


@pytest.mark.parametrize(
    ("fact", "kept", "said", "sign"),
    [
        ("employer", "Cedar & Pine Foods", "Cedar and Pine Foods Ltd.", ("for", "employer_written_otherwise")),
        ("employer", "Cedar Foods", "Tidewater", ("against", "employers_differ")),
        ("role", "Planner", "planner", ("for", "the_same")),
        ("role", "Planner", "Senior planner", ("neutral", "may_change")),
        ("email", "a@x.example, b@x.example", "b@x.example", ("for", "the_same")),
        ("email", "a@x.example", "b@x.example", ("neutral", "several_addresses")),
        ("link", "https://linkedin.com/in/a", "https://linkedin.com/in/b", ("against", "two_profiles")),
        ("phone", "", "+16045550123", ("neutral", "one_sided")),
        ("known_since", "2024-03-14", "2025-11-25", ("neutral", "says_little")),
    ],
)  # fmt: skip
def test_each_fact_says_for_against_or_little(fact: str, kept: str, said: str, sign: tuple[str, str]) -> None:
    assert fact_sign(fact, kept, said) == sign


def test_one_name_in_two_scripts_speaks_for_and_another_name_against() -> None:
    native, latin = name_key_of("Min", "Zhou", "周敏", ""), name_key_of("Min", "Zhou", "", "")
    assert name_sign(native, latin, alike=False) == ("for", "name_written_otherwise")
    assert name_sign(latin, name_key_of("Ana", "Lee", "", ""), alike=False) == ("against", "names_differ")
