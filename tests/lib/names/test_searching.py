import pytest

from askwell.lib.names import name_tokens
from askwell.lib.tokens import query_tokens


def found(typed: str, *names: str) -> bool:
    tokens = name_tokens(*names)
    return all(any(token.startswith(part) for token in tokens) for part in query_tokens(typed))


@pytest.mark.parametrize("typed", ["z", "zhou", "min z", "zm", "mz", "zhoumin", "minzhou", "周", "敏", "周敏", "MIN"])
def test_a_chinese_name_is_found_in_any_script_and_order(typed: str) -> None:
    assert found(typed, "Min", "Zhou", "周敏")


@pytest.mark.parametrize("typed", ["zm", "mz", "zhoumin"])
def test_initials_find_a_name_without_characters(typed: str) -> None:
    assert found(typed, "Min", "Zhou")


@pytest.mark.parametrize("typed", ["wong", "dan", "黄家", "黃", "huang", "jiaj", "hjj", "kachun", "ka-chun", "wkc"])
def test_english_romanised_and_chinese_names_all_find_one_person(typed: str) -> None:
    assert found(typed, "Ka-chun", "Wong", "黄家俊", "Daniel")


@pytest.mark.parametrize("typed", ["lu", "lv", "lyu", "lü", "吕"])
def test_every_spelling_of_lu_finds_each_other(typed: str) -> None:
    assert found(typed, "Zixuan", "Lyu", "吕子轩")
    assert found(typed, "Haoran", "Lv") is (typed != "吕")


@pytest.mark.parametrize("typed", ["x", "周华", "minz0", "zhong"])
def test_others_are_not_found(typed: str) -> None:
    assert not found(typed, "Min", "Zhou", "周敏")


def test_each_token_comes_once() -> None:
    assert name_tokens("Min", "Zhou") == ["min", "zhou", "mz", "zm", "minzhou", "zhoumin"]
    assert name_tokens("Priya", "Nair") == ["priya", "nair", "pn", "np"]
    assert name_tokens("", "") == []
