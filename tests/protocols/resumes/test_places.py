"""Towns, provinces and countries in the line of an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.resumes.places import Located, is_place, locate


@pytest.mark.parametrize(
    ("text", "located"),
    [
        ("Toronto, ON, Canada", Located("Toronto", "ON", "CA")),
        ("Greater Vancouver Metropolitan Area", Located("Vancouver", "", "CA")),
        ("Antigonish, NS, Canada", Located("Antigonish", "NS", "CA")),
        ("12 Tidepool Drive, Richmond, BC V6X 1A1", Located("Richmond", "BC", "CA", "V6X 1A1")),
        ("Montréal (Québec)", Located("Montréal", "Québec", "CA")),
        ("Québec (Québec)", Located("Québec", "Québec", "CA")),
        ("加拿大 密西沙加", Located("密西沙加", "", "CA")),
        ("加拿大安大略省多伦多", Located("多伦多", "", "CA")),
        ("Canada", Located("", "", "CA")),
    ],
)
def test_a_place_is_taken_apart(text: str, located: Located) -> None:
    found = locate(text)
    assert (found.town, found.country, found.postal_code) == (located.town, located.country, located.postal_code)


@pytest.mark.parametrize("text", ["Toronto", "Toronto, ON", "上海", "广东省深圳市", "Montréal (Québec)", "Canada"])
def test_what_is_known_is_a_place(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize("text", ["Indiana Foods", "Marketing Manager", "北京大学", "Vancouver Teal Mill", ""])
def test_what_only_holds_a_place_is_none(text: str) -> None:
    assert not is_place(text)


@given(st.text(max_size=60))
def test_any_text_is_looked_at(text: str) -> None:
    locate(text)
    is_place(text)
