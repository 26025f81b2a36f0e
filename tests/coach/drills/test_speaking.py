"""What is said on a telephone, at a door or at a table: its parts, measured on the authored examples."""

import pytest

from askwell.coach.drills import LANGUAGES, Part, Scene, items, judge_speaking
from askwell.coach.drills.speaking import seconds
from askwell.coach.questions.parts import plain, sentences

SCENES = [one for one in items().values() if isinstance(one, Scene)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parts_of_the_examples_are_found(language: str) -> None:
    mine = [one for one in SCENES if one.language == language]
    found = sum(len(judge_speaking(one, one.model).found) for one in mine)
    assert found / sum(len(one.parts) for one in mine) >= 0.8


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sentence_alone_has_few_of_the_parts(language: str) -> None:
    """The last sentence of an example cannot hold all that the others do."""
    mine = [one for one in SCENES if one.language == language]
    last = [(one, list(sentences(plain(one.model)))[-1].text) for one in mine]
    found = sum(len(judge_speaking(one, text).found) for one, text in last)
    assert found / sum(len(one.parts) for one in mine) <= 0.35


def test_a_number_counts_when_it_is_said_twice() -> None:
    call = next(one for one in SCENES if one.kind == "voicemail" and one.language == "en")
    once = "My number is 604 555 0123."
    assert Part.NUMBER not in judge_speaking(call, once).found
    assert Part.NUMBER in judge_speaking(call, f"{once} Again, that's 604 555 0123.").found


@pytest.mark.parametrize("text", ["", "🙂", "\u202e", "x" * 50_000, "。。。", "a, b, c"])
def test_odd_input_has_no_part(text: str) -> None:
    one = judge_speaking(SCENES[0], text)
    assert (one.found, one.missing) == ({}, SCENES[0].parts)


def test_how_long_it_takes_is_counted_in_words_and_in_characters() -> None:
    assert seconds("one two " * 65, "en") == 60
    assert seconds("你好" * 110, "zh-Hans") == 60
    scene = SCENES[0]
    assert judge_speaking(scene, scene.model * 3).is_long
    assert not judge_speaking(scene, scene.model).is_long
