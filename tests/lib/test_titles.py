"""Titles that begin alike."""

import pytest

from askwell.lib.titles import first_words


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Procurement specialist", "Procurement"),
        ("Import coordinator", "Import"),
        ("采购专员", "采购"),
        ("IT", ""),
        ("", ""),
    ],
)
def test_the_beginning_says_what_a_related_title_is(title: str, words: str) -> None:
    assert first_words(title) == words
