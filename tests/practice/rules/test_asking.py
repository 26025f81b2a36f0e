"""Which of the prepared questions was just asked."""

from uuid import UUID

import pytest

from askwell.practice.rules.asking import asked_now

QUESTIONS = {
    UUID(int=1): "What made you decide to move from buying to planning?",
    UUID(int=2): "Which part of your week would a newcomer misjudge?",
    UUID(int=3): "最近港口延误之后，您这一行有什么变化？",
}


@pytest.mark.parametrize(
    ("said", "which"),
    [
        ("What made you decide to move from buying to planning?", 1),
        ("Why did you decide to move from buying into planning?", 1),
        ("Which part of the week does a newcomer usually misjudge?", 2),
        ("港口延误以后，您这一行最近有什么变化呢？", 3),
    ],
)
def test_other_words_ask_the_same(said: str, which: int) -> None:
    assert asked_now(said, QUESTIONS) == UUID(int=which)


@pytest.mark.parametrize("said", ["Thank you very much.", "What happened then?", "Which software do you use?", ""])
def test_another_question_is_none_of_them(said: str) -> None:
    assert asked_now(said, QUESTIONS) is None


def test_a_talk_without_a_brief_has_no_question_to_tick() -> None:
    assert asked_now("What happened then?", {}) is None
