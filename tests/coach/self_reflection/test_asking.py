"""What answers suggest to ask insiders: complete in three languages, and good questions by the coach's own rules."""

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from askwell.coach.questions import Question, check
from askwell.coach.self_reflection import (
    INTERESTS,
    TRAITS,
    Score,
    profile,
    side_of,
    statements,
    suggestions,
    to_ask,
    values,
)

LANGUAGES = ("en", "zh-Hans", "fr")


def texts() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every text of the two files with a name to find it by."""
    yield from ((one.id, one.told) for one in suggestions())
    for value in values().values():
        yield from ((f"{value.id} {name}", getattr(value, name)) for name in ("name", "clause", "ask"))


def test_each_side_of_each_scale_has_two_or_three_questions() -> None:
    counted = Counter((one.scale, one.side) for one in suggestions())
    assert set(counted) == {(scale, side) for scale in (*TRAITS, *INTERESTS) for side in ("high", "low")}
    assert set(counted.values()) <= {2, 3}


def test_there_are_twelve_values() -> None:
    assert len(values()) == 12


def test_every_text_is_written_once_in_each_of_the_three_languages() -> None:
    assert {tuple(told) for _name, told in texts()} == {LANGUAGES}
    for language in LANGUAGES:
        counted = Counter(told[language].strip() for _name, told in texts())
        assert [text for text, times in counted.items() if times > 1 or not text] == []


def test_each_language_is_its_own() -> None:
    assert [name for name, told in texts() if not any("一" <= letter <= "鿿" for letter in told["zh-Hans"])] == []
    assert [name for name, told in texts() if told["fr"] == told["en"] or "'" in told["fr"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_coach_finds_nothing_to_change_in_a_question_that_is_suggested(language: str) -> None:
    asked = [one.told[language] for one in suggestions()] + [one.ask[language] for one in values().values()]
    assert {text: found for text in asked if (found := check(Question(text, language)))} == {}


@pytest.mark.parametrize(
    ("value", "side"), [(None, ""), (0, "low"), (40, "low"), (41, ""), (59, ""), (60, "high"), (100, "high")]
)
def test_answers_lean_to_a_side_only_where_they_do(value: int | None, side: str) -> None:
    assert side_of(Score("openness", value, 10, 10)) == side


def test_questions_are_those_of_the_sides_in_the_order_of_the_scales() -> None:
    quiet = {one.id: 5 if one.is_reversed else 1 for one in statements().values() if one.scale == "extraversion"}
    quiet |= {one.id: 1 if one.is_reversed else 5 for one in statements().values() if one.scale == "openness"}
    asked = [one.id for one in to_ask(profile(quiet, "traits"))]
    assert asked == [f"{lean}-{n}" for lean in ("openness-high", "extraversion-low") for n in (1, 2, 3)]


def test_who_has_not_answered_is_suggested_nothing() -> None:
    assert to_ask(profile({}, "interests")) == ()
