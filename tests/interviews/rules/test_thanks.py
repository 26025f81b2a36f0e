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


def test_a_long_quotation_without_spaces_is_not_cut_at_the_only_one() -> None:
    text = quoted("AI 时代，" + "做计划靠的是经验，" * 30, "zh-Hans")
    assert 150 < len(text) <= 162


@pytest.mark.parametrize(
    ("language", "said", "written"),
    [
        ("en", "It is a promise, not a plan", "“It is a promise, not a plan”. I will let you know"),
        ("en", "It is a promise.", "“It is a promise.” I will let you know"),
        ("zh-Hans", "时刻表是承诺。", "您说的：“时刻表是承诺”。后面"),
    ],
)
def test_a_quotation_has_one_full_stop(language: str, said: str, written: str) -> None:
    assert written in thanks(about(language, said=said))[1]


@pytest.mark.parametrize(("language", "end"), [("en", "Thank you again."), ("fr", "Encore merci."), ("zh-Hans", "！")])
def test_without_a_name_the_closing_is_a_sentence(language: str, end: str) -> None:
    assert thanks(about(language, sender=""))[1].endswith(end)
