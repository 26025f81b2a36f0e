"""Statements about oneself in three languages, and what the answers make of them."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.self_reflection import INTERESTS, TRAITS, profile, statements
from askwell.lib.text import HAN

EVERY = list(statements().values())
ANSWERS = st.dictionaries(st.sampled_from([one.id for one in EVERY]), st.integers(1, 5))


def test_each_trait_has_ten_statements_half_of_them_against_it_and_each_interest_eight() -> None:
    assert Counter((one.scale, one.is_reversed) for one in EVERY if one.kind == "traits") == {
        (trait, against): 5 for trait in TRAITS for against in (True, False)
    }
    assert Counter(one.scale for one in EVERY if one.kind == "interests") == dict.fromkeys(INTERESTS, 8)


def test_no_two_statements_that_follow_each_other_speak_of_the_same() -> None:
    assert [one.id for one, after in zip(EVERY, EVERY[1:], strict=False) if one.scale == after.scale] == []


def test_every_statement_is_written_once_in_each_language() -> None:
    for language in ("en", "zh-Hans", "fr"):
        assert [text for text, count in Counter(one.told[language] for one in EVERY).items() if count > 1] == []
    assert [one.id for one in EVERY if not re.search(f"[{HAN}]", one.told["zh-Hans"])] == []
    assert [one.id for one in EVERY if re.search("['\"]", one.told["fr"])] == []


def test_who_agrees_with_all_for_and_none_against_has_a_hundred() -> None:
    answers = {one.id: 1 if one.is_reversed else 5 for one in EVERY}
    assert {score.value for score in (*profile(answers, "traits"), *profile(answers, "interests"))} == {100}


def test_who_agrees_with_everything_stands_in_the_middle_of_each_trait() -> None:
    assert {score.value for score in profile({one.id: 5 for one in EVERY}, "traits")} == {50}


def test_nothing_is_said_of_a_scale_before_three_fifths_are_answered() -> None:
    openness = [one.id for one in EVERY if one.scale == "openness"]
    few, enough = dict.fromkeys(openness[:5], 3), dict.fromkeys(openness[:6], 3)
    assert (profile(few, "traits")[0].value, profile(enough, "traits")[0].value) == (None, 50)
    assert profile(few, "traits")[0].answered == 5


@given(ANSWERS)
def test_a_value_is_from_0_to_100_and_an_answer_further_for_it_never_lowers_it(answers: dict[str, int]) -> None:
    for score in profile(answers, "traits"):
        assert score.value is None or 0 <= score.value <= 100
        own = [one for one in EVERY if one.scale == score.scale and one.id in answers]
        if own and score.value is not None:
            further = answers | {own[0].id: 1 if own[0].is_reversed else 5}
            assert next(one.value for one in profile(further, "traits") if one.scale == score.scale) >= score.value


@pytest.mark.parametrize("answer", [0, 6, -1])
def test_another_number_is_refused_by_name(answer: int) -> None:
    with pytest.raises(ValueError, match="openness-01"):
        profile({"openness-01": answer}, "traits")


def test_answers_to_statements_that_are_gone_are_left_out() -> None:
    assert all(score.value is None for score in profile({"gone-01": 3}, "interests"))
