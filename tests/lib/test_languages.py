"""A language by its name, whichever language the name is in."""

import pytest

from askwell.lib.languages import language_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mandarin", "zh"),
        ("Chinese (Mandarin)", "zh"),
        ("普通话", "zh"),
        ("中文（普通话）", "zh"),
        ("mandarin (langue maternelle)", "zh"),
        ("Chinese (Cantonese)", "yue"),
        ("粤语", "yue"),
        ("FRANÇAIS", "fr"),
        ("法語", "fr"),
        ("English and French", ""),
        ("Klingon", ""),
        ("", ""),
    ],
)
def test_a_name_tells_its_language(name: str, code: str) -> None:
    assert language_code(name) == code
