"""Talks judged whole. How often the judgement is right is measured by bench/cases.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.dialogues import Turn, judge

GOOD = (
    "Good morning, Ms. Haddad, and thank you for your time. I'm Kai, a lab technician from Wuhan.",
    "Welcome, Kai. Go ahead.",
    "What is changing in dental labs at the moment?",
    "Scanners everywhere. I was against them at first, and I was completely wrong.",
    "What changed your mind?",
    "One crown that fitted at once, without any grinding.",
    "Thank you so much. Is there anyone else you would suggest that I talk to?",
    "Yes, Pereira at the college.",
)
BAD = (
    "Hello. I need a job. Are you hiring?",
    "I don't do the hiring. But I nearly gave up in my first year, until something happened that changed everything.",
    "Which software do you use?",
    "Mostly Excel.",
    "Bye.",
    "Bye.",
)


def talk(*said: str) -> list[Turn]:
    return [Turn("insider" if number % 2 else "seeker", text) for number, text in enumerate(said)]


def test_a_good_talk() -> None:
    judgement = judge(talk(*GOOD), "en")
    assert (judgement.opened_well, judgement.closed_well) == (True, True)
    assert (judgement.asked_for_job, judgement.missed, judgement.follow_ups) == ((), (), (4,))
    assert "trends" in judgement.covered


def test_a_bad_talk() -> None:
    judgement = judge(talk(*BAD), "en")
    assert (judgement.opened_well, judgement.closed_well) == (False, False)
    assert (judgement.asked_for_job, judgement.missed, judgement.follow_ups) == ((0,), (1,), ())


@pytest.mark.parametrize(
    ("seeker", "insider", "band"), [(1, 3, "low"), (1, 2, "balanced"), (3, 2, "balanced"), (2, 1, "high")]
)
def test_the_share_of_words_has_three_bands(seeker: int, insider: int, band: str) -> None:
    judgement = judge([Turn("seeker", "word " * seeker), Turn("insider", "word " * insider)], "en")
    assert judgement.ratio == pytest.approx(seeker / (seeker + insider))
    assert judgement.band == band


def test_in_chinese_characters_are_counted() -> None:
    assert judge([Turn("seeker", "您好，谢谢。"), Turn("insider", "你好 OK!")], "zh-Hans").ratio == pytest.approx(4 / 6)


@pytest.mark.parametrize(
    ("opening", "is_well"),
    [
        ("您好，谢谢您抽时间。我叫林华，在成都做过会计。", True),
        ("您好，我想找工作。", False),
        ("Bonjour Madame, merci de me recevoir. Je m'appelle Ming.", True),
        ("Hello Ms. Roy, my name is Ming.", False),
        ("Thank you for your time. I'm Ming.", False),
    ],
)
def test_an_opening_greets_thanks_and_says_who_or_why(opening: str, is_well: bool) -> None:
    assert judge([Turn("seeker", opening), Turn("insider", "OK")], "").opened_well is is_well


@pytest.mark.parametrize(
    ("closing", "is_well"),
    [
        ("太有帮助了，谢谢您！您觉得我还可以找谁聊聊？", True),
        ("非常感谢您，祝您晚上愉快。", False),
        ("Merci beaucoup. À qui d'autre me suggérez-vous de parler?", True),
        ("Whom else should I speak to?", False),
    ],
)
def test_a_closing_thanks_and_asks_for_the_next_person(closing: str, is_well: bool) -> None:
    turns = [Turn("seeker", "OK"), Turn("insider", "OK"), Turn("seeker", closing)]
    assert judge(turns).closed_well is is_well


def test_nobody_said_anything() -> None:
    judgement = judge([])
    assert (judgement.ratio, judgement.covered, judgement.asked_for_job, judgement.missed) == (0.0, frozenset(), (), ())


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "我" * 100_000, "Why? " * 20_000, "Sold 销售 \u202eabc\u202c 👩‍🍳?", "\x00\ud800", "مرحبا؟"]
)
def test_any_text_is_judged(text: str) -> None:
    judgement = judge([Turn("seeker", text), Turn("insider", text), Turn("seeker", text)])
    assert 0 <= judgement.ratio <= 1
    assert set(judgement.missed) <= {1}


turns = st.lists(st.builds(Turn, st.sampled_from(["seeker", "insider"]), st.text(max_size=80)), max_size=6)


@given(turns)
def test_whatever_comes_turns_named_are_those_of_the_right_speaker(said: list[Turn]) -> None:
    judgement = judge(said)
    assert {said[number].speaker for number in judgement.missed} <= {"insider"}
    assert {said[number].speaker for number in (*judgement.asked_for_job, *judgement.follow_ups)} <= {"seeker"}


@pytest.mark.parametrize(
    "said",
    [
        ("Buenos días, gracias por su tiempo.", "¿Cómo llegó usted a este trabajo?"),
        ("안녕하세요.", "어떻게 시작하셨나요?"),
    ],
)
def test_a_seekers_language_that_is_not_known_gets_no_band(said: tuple[str, str]) -> None:
    judgement = judge([Turn("seeker", said[0]), Turn("insider", GOOD[3]), Turn("seeker", said[1])], "en")
    assert judgement.band is None
    assert (judgement.missed, judgement.follow_ups, judgement.covered) == ((), (), frozenset())
    assert 0 < judgement.ratio < 1


def test_one_sentence_in_another_language_is_forgiven() -> None:
    turns = [Turn("seeker" if n % 2 == 0 else "insider", text) for n, text in enumerate(GOOD)]
    assert judge([*turns, Turn("seeker", "Muchas gracias por todo.")], "en").band is not None
