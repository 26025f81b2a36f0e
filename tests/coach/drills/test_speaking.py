"""What is said on a telephone, at a door or at a table: its parts, measured on the authored examples."""

import pytest

from askwell.coach.drills import LANGUAGES, Part, Scene, items, judge_speaking
from askwell.coach.drills.speaking import parts, seconds
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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("您好，我是林晨，在成都做过六年采购。", {Part.GREETING, Part.WHO_I_AM, Part.PAST}),
        ("我叫林晨，做采购做了六年。", {Part.WHO_I_AM}),
        ("Hello, I'm Lin Chen, I was a buyer in Chengdu for six years.", {Part.GREETING, Part.WHO_I_AM}),
        ("Bonjour, je suis Lin Chen, j'ai été acheteur pendant six ans.", {Part.GREETING, Part.WHO_I_AM}),
    ],
)
def test_one_sentence_may_hold_several_parts(text: str, shown: set[Part]) -> None:
    found = parts(text)
    assert shown <= set(found)
    assert Part.WHY_YOU not in found


def test_what_one_did_is_not_what_they_said() -> None:
    assert Part.INSIGHT_BACK not in parts("我在成都做采购，把准时率从七成提到九成半。")


def test_the_words_are_quoted_as_they_were_typed() -> None:
    found = parts("您好，我是林晨。请问您方便吗？")
    assert found[Part.ASK] == "请问您方便吗？"
    assert found[Part.WHO_I_AM] in "您好，我是林晨。"
