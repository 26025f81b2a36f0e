import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.phones import find_phones, normalise_phone


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("604-555-0127", "+16045550127"),
        ("(604) 555-0127", "+16045550127"),
        ("+1 604.555.0127", "+16045550127"),
        ("1-604-555-0127", "+16045550127"),
        ("（604）５５５－０１２７", "+16045550127"),
        ("６０４５５５０１２７", "+16045550127"),
        ("6０4 555 ０１２７", "+16045550127"),
        ("tel:+1-647-555-0112", "+16475550112"),
        ("604 555 0127 ext. 12", "+16045550127;ext=12"),
        ("604-555-0127 x12", "+16045550127;ext=12"),
        ("604-555-0127 poste 12", "+16045550127;ext=12"),
        ("+1 604-555-0127 分机12", "+16045550127;ext=12"),
        ("tel:+1-647-555-0112;ext=5", "+16475550112;ext=5"),
        ("1-800-FLOWERS", "+18003569377"),
        ("+86 138 0013 8000", "+8613800138000"),
        ("138 0013 8000", "+8613800138000"),
        ("+852 2345 6789", "+85223456789"),
        ("010-6234 5678", "+861062345678"),
        ("+33 1 23 45 67 89", "+33123456789"),
        ("+60 4-555 0127", "+6045550127"),  # Malaysia's 60, not area code 604
        ("+6045550127", "+6045550127"),
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("011 86 138 0013 8000", "+8613800138000"),
    ],
)
def test_numbers_as_people_in_canada_write_them(written: str, number: str) -> None:
    assert normalise_phone(written) == number


@pytest.mark.parametrize(
    ("written", "region", "number"),
    [
        ("010 6234 5678", "CN", "+861062345678"),
        ("13800138000", "CN", "+8613800138000"),
        ("604-555-0127", "CN", "+16045550127"),
        ("01 23 45 67 89", "FR", "+33123456789"),
        ("2345 6789", "HK", "+85223456789"),
        ("020 7946 0958", "GB", "+442079460958"),
    ],
)
def test_numbers_as_people_elsewhere_write_them(written: str, region: str, number: str) -> None:
    assert normalise_phone(written, region=region) == number


@pytest.mark.parametrize("written", ["", "call me", "12", "555-0123", "020 7946 0958", "+1", "604", "9" * 40])
def test_half_numbers_and_words_give_none(written: str) -> None:
    assert normalise_phone(written) is None


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("604-555-0127", ["+16045550127"]),
        ("+17825550120 / 226-555-0118", ["+17825550120", "+12265550118"]),
        ("604-555-0127;ext=5; 138 0013 8000、604.555.0127 x5", ["+16045550127;ext=5", "+8613800138000"]),
        ("604/555/0127", ["+16045550127"]),
        ("home: none, work: 604-555-0127", ["+16045550127"]),
        ("", []),
    ],
)
def test_every_number_of_a_cell_is_found_once_and_in_order(cell: str, numbers: list[str]) -> None:
    assert find_phones(cell) == numbers


@given(st.one_of(st.text(), st.from_regex(r"\+?[\d ().x-]{5,18}(ext ?\d{1,3})?", fullmatch=True)))
def test_a_number_stays_as_it_is_and_any_text_is_survived(text: str) -> None:
    number = normalise_phone(text)
    if number is not None:
        assert re.fullmatch(r"\+[1-9][0-9]{4,14}(;ext=[0-9]+)?", number)
        assert normalise_phone(number) == number
        assert normalise_phone(number, region="CN") == number
