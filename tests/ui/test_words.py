"""Languages by their names, in the reader's own."""

import pytest
from django.utils import translation

from askwell.desk.web.words.people import language_choices
from askwell.ui.words import spoken_word


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("yo", "Yoruba"),
        ("zh-CN", "Mandarin"),
        ("pt-BR", "Portuguese"),
        ("sv", "Swedish"),  # a word that Django has
        ("qx", "qx"),
    ],
)
def test_a_language_has_a_name(code: str, word: str) -> None:
    with translation.override("en"):
        assert spoken_word(code) == word


def test_a_name_that_django_has_is_in_the_readers_language() -> None:
    with translation.override("fr"):
        assert spoken_word("sv") == "Suédois"


def test_a_filter_offers_names_only() -> None:
    with translation.override("en"):
        assert language_choices(["yo", "sv", "qx", "en", "ak"]) == [
            ("en", "English"), ("yo", "Yoruba"), ("ak", "Akan"), ("sv", "Swedish"),
        ]  # fmt: skip
