"""The first text of the thanks."""

import pytest

from askwell.interviews.rules.thanks import Thanked, quoted, thanks


def about(language: str, **facts: str) -> Thanked:
    values = {"hello": "Priya", "sender": "Mei Tan", "said": "The phone calls are the work."} | facts
    return Thanked(language=language, **values)


@pytest.mark.parametrize("language", ["en", "fr", "zh-Hans", "de"])
def test_it_speaks_of_what_they_said_and_signs(language: str) -> None:
    subject, body = thanks(about(language))
    assert subject
    assert "The phone calls are the work." in body
    assert body.endswith("Mei Tan")


@pytest.mark.parametrize("language", ["en", "fr", "zh-Hans"])
def test_a_person_named_comes_before_something_to_do(language: str) -> None:
    body = thanks(about(language, named="Marc Tremblay", todo="Read the primer."))[1]
    assert "Marc Tremblay" in body
    assert "primer" not in body
    assert "Read the primer" in thanks(about(language, todo="Read the primer."))[1]


@pytest.mark.parametrize("language", ["en", "fr", "zh-Hans"])
def test_nothing_known_leaves_no_gap(language: str) -> None:
    body = thanks(about(language, hello=""))[1]
    assert not any(gap in body for gap in ("  ", " ,", "[", "]", "{", "None", "，，"))


def test_a_long_quotation_ends_at_a_word() -> None:
    text = quoted("word " * 60, "en")
    assert text.endswith("word…”")
    assert len(text) <= 162


def test_quotation_marks_are_not_doubled() -> None:
    assert quoted("“Call first.”", "en") == "“Call first.”"
