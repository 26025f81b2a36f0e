"""A talk in figures: which stories were taken up, which went by, what was asked in one breath."""

import pytest

from askwell.coach import insider
from askwell.coach.dialogues import Turn
from askwell.practice.rules.record import Line, Record, flaws_at, record_of

HELLO = {
    "en": "Hi May, thanks for your time. I'm Lin, I was a buyer in Shenzhen for six years.",
    "fr": "Bonjour, merci de prendre ce temps. Je m'appelle Karim, j'ai fait six ans de comptabilité à Tunis.",
    "zh-Hans": "您好，谢谢您愿意抽时间。我叫刘敏，在国内外科做过八年护士。",
}


def held(trade: str, language: str, mood: str, *said: str, seed: int = 3) -> tuple[list[Line], Record]:
    """A talk with the built-in insider, and its record."""
    one = insider.persona(trade=trade, language=language, mood=mood, minutes=15, seed=seed)
    lines = [Line(Turn("insider", insider.opening(one)), 0)]
    for text in (HELLO[language], *said):
        lines.append(Line(Turn("seeker", text), lines[-1].at + 20))
        reply = insider.answer(one, [line.turn for line in lines], elapsed=lines[-1].at)
        marks = {"heard": reply.help or reply.heard, "hook": reply.hook, "named": reply.named, "cooler": reply.cooler}
        lines.append(Line(Turn("insider", reply.text), lines[-1].at, **marks))  # type: ignore[arg-type]
    return lines, record_of(lines, one)


@pytest.mark.parametrize(
    ("trade", "language", "asked", "on"),
    [
        ("buyer", "en", "What does a normal week look like for you?", "{hook}? How do you choose those?"),
        ("accountant", "fr", "Comment avez-vous commencé?", "{hook}? Racontez-moi."),
        ("registered_nurse", "zh-Hans", "您平常一个班是怎么过的？", "{hook}？后来呢？"),
    ],
)
def test_who_takes_up_the_words_of_a_story_followed_up(trade: str, language: str, asked: str, on: str) -> None:
    first, _ = held(trade, language, "friendly", asked)
    lines, record = held(trade, language, "friendly", asked, on.format(hook=first[-1].hook))
    assert lines[4].hook
    assert record.follow_ups == (5,)
    assert record.missed == ()
    assert not any(one.code == "double" for one in flaws_at(lines, 5))


def test_another_question_lets_the_story_go_by_and_the_end_of_the_talk_does_not() -> None:
    asked = ("What does a normal week look like for you?", "What does somebody who begins earn in this field?")
    lines, record = held("buyer", "en", "friendly", *asked, "Who else should I talk to?")
    assert lines[4].hook
    assert lines[6].hook
    assert (record.follow_ups, record.missed) == ((), (4,))


def test_an_opening_without_a_story_lets_none_go_by() -> None:
    _, record = held("buyer", "en", "friendly", "What does a normal week look like for you?")
    assert record.missed == ()


def test_a_question_about_the_person_is_told_of() -> None:
    _, record = held("accountant", "fr", "shy", "Êtes-vous mariée? Combien gagnez-vous exactement?")
    assert record.personal == (3,)


def test_another_question_with_none_of_their_words_takes_nothing_up() -> None:
    _, record = held("electrician", "zh-Hans", "friendly", "学徒要怎么报名？", "你最喜欢这行的什么？")
    assert (record.follow_ups, record.missed) == ((), (4,))


def test_what_the_insider_was_asked_about_counts_as_asked_about() -> None:
    _, record = held("buyer", "en", "friendly", "Which courses are worth taking?", "What do beginners do all day?")
    assert {"resources", "assignments"} <= set(record.covered)


def test_an_insult_neither_takes_up_a_story_nor_lets_it_go_by() -> None:
    lines, record = held("buyer", "en", "friendly", "What does a normal week look like for you?", "You are stupid.")
    assert lines[4].hook
    assert (record.follow_ups, record.missed) == ((), ())


def test_a_name_asked_for_a_few_turns_before_a_thankful_goodbye_ends_the_talk_well() -> None:
    asked = ("What does a normal week look like for you?", "And what happened then?", "What surprised you most?")
    end = ("May I use your name?", "How long did it take you?", "What would you read?", "Thank you, May. Goodbye!")
    _, record = held("buyer", "en", "friendly", *asked, "Who else should I talk to?", *end)
    assert record.closed_well
    _, record = held("buyer", "en", "friendly", *asked, *end)
    assert not record.closed_well
