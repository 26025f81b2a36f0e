"""What insiders say besides what they know: the same occasions in every language, and nothing that can be mistaken."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from askwell.coach.insider import KINDS
from askwell.coach.insider.lines import every_line, topics
from askwell.coach.insider.memory import GOODBYES, sentences
from askwell.coach.insider.trades import knowledge, trades

SPOKEN = Path(__file__).parents[3] / "src/askwell/coach/insider/spoken"
LANGUAGES = ("en", "zh-Hans", "fr")
TELLING = (*GOODBYES, "deflect", "offer", "job", "job_again", "personal", "insult", "repeat", "shorter", "time_left")
"""Occasions that the insider remembers by their lines."""


def read(language: str) -> dict[str, Any]:
    return tomllib.loads((SPOKEN / f"{language}.toml").read_text("utf-8"))


def shape(told: dict[str, Any]) -> dict[str, Any]:
    return {
        occasion: list(by) if occasion == "topics" else {mood: len(every) for mood, every in by.items()}
        for occasion, by in told.items()
        if occasion != "chat"
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_occasions_with_as_many_lines(language: str) -> None:
    assert shape(read(language)) == shape(read("en"))
    assert len(read(language)["chat"]) == len(read("en")["chat"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_aspect_of_the_knowledge_can_be_offered(language: str) -> None:
    assert set(topics(language)) == {story.aspect for story in knowledge("cook", language).stories}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_remembered_by_a_line_is_said_on_no_other_occasion(language: str) -> None:
    told = read(language)
    for occasion in TELLING:
        others = [
            text
            for other, by in told.items()
            if other not in (occasion, "topics", "chat")
            for every in by.values()
            for text in every
        ]
        parts = [part for one in trades() for story in knowledge(one.code, language).stories for part in story.parts]
        wrong = [line.text for line in every_line(language, occasion) if any(map(line.said.search, others + parts))]
        assert (occasion, wrong) == (occasion, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_twice(language: str) -> None:
    told = read(language)
    texts = [
        text for name, by in told.items() if name not in ("topics", "chat") for every in by.values() for text in every
    ]
    texts += [text for one in told["chat"] for text in one["say"]]
    times = Counter(one for text in texts for one in sentences(text) if "{" not in one)
    longest = 8 if language == "zh-Hans" else 22
    assert [one for one, count in times.items() if count > 1 and len(one) > longest] == []


def test_every_aspect_of_the_work_is_one_of_the_five_kinds() -> None:
    assert set(KINDS) == set(topics("en"))
