"""Words that a search finds something by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.tokens import query_tokens, search_tokens

MIXED = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("éÉøß'’-–　陳国ǚ가\u0301\u200b\x00\x1fｱﾞ")))


def test_a_native_name_is_found_by_character_pinyin_and_initials() -> None:
    assert search_tokens(native="周敏") == ["周", "敏", "zhou", "min", "zhoumin", "minzhou", "zm"]


def test_joined_and_parted_spellings_are_both_kept() -> None:
    assert search_tokens("Wong Ka-chun", "O’Brien") == ["wong", "ka", "chun", "kachun", "obrien", "o", "brien"]


def test_the_several_spellings_of_u_umlaut_all_find_the_name() -> None:
    assert {"lu", "lv", "lyu"} <= set(search_tokens(native="吕布"))


@pytest.mark.parametrize(
    "typed",
    [
        "zhou",
        "zm",
        "周",
        "周敏",
        "敏",
        "min z",
        "z",
        "zhoumin",
        "minzhou",
        "gonz",
        "Gonzá",
        "mapl",
        "周 plan",
        "chief p",
    ],
)
def test_a_person_is_found_by_the_beginnings_of_what_is_typed(typed: str) -> None:
    tokens = search_tokens("Min Zhou", "González & Maplewick 枫叶", "Chief planner", native="周敏")
    assert all(any(token.startswith(part) for token in tokens) for part in query_tokens(typed))


@pytest.mark.parametrize("typed", ["陳", "陈", "chen", "cgd", "Chén"])
def test_traditional_and_simplified_find_each_other(typed: str) -> None:
    tokens = search_tokens(native="陳國棟")
    assert all(any(token.startswith(part) for token in tokens) for part in query_tokens(typed))


@pytest.mark.parametrize("typed", ["zhang", "李", "mz x", "inz"])
def test_what_is_not_there_is_not_found(typed: str) -> None:
    tokens = search_tokens("Min Zhou", "Maplewick", native="周敏")
    assert not all(any(token.startswith(part) for token in tokens) for part in query_tokens(typed))


@given(MIXED)
def test_every_text_is_found_by_itself(text: str) -> None:
    assert set(query_tokens(text)) <= set(search_tokens(text))
    assert not any(token.strip() != token or not token for token in search_tokens(text, native=text))
