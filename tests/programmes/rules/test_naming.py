"""Whether a text names somebody."""

import pytest

from askwell.programmes.rules.naming import is_named


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("Would you talk with Mei?", "Mei", True),
        ("Mei’s hours", "Mei", True),
        ("我们替你约了Mei Chen。", "Mei Chen", True),
        ("你好，陈梅：", "陈梅", True),
        ("Meiling would like to talk", "Mei", False),
        ("a meeting and an answer", "An", False),
        ("Élise asks", "lise", False),
        ("Mei Cheng", "Mei Chen", False),
        ("A. Li (CPA)", "A. Li (CPA)", True),
        ("Alicia", "Li", False),
    ],
)
def test_a_name_is_a_whole_word_as_it_is_written(text: str, name: str, named: bool) -> None:
    assert is_named(text, name) is named
