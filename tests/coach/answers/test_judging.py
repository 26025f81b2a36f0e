"""Answers judged whole. How often the judgement is right is measured by bench/cases.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.answers import Code, Star, judge

QUESTION = "Tell me about a time you solved a problem."
STORY = (
    "Our bakery threw away forty loaves every evening. The owner asked me to bring that down before summer. I counted "
    "what was left at each hour, moved the last baking to noon and offered bags at half price. By June we threw away "
    "four loaves a day."
)


def codes(question: str, answer: str, language: str = "") -> set[Code]:
    return {finding.code for finding in judge(question, answer, language).findings}


@pytest.mark.parametrize(
    ("question", "answer", "language"),
    [
        (QUESTION, STORY, "en"),
        (
            "请讲一次您解决问题的经历。",
            "面包店每天晚上要扔掉四十个面包，老板要我夏天以前降下来。"
            "我每个小时数一次剩下的，把最后一炉改到中午，傍晚半价出售。"
            "到六月，每天只扔四个。",
            "zh-Hans",
        ),
        (
            "Parlez-moi d'un problème que vous avez résolu.",
            "La boulangerie jetait quarante pains chaque soir. "
            "Le patron m'a demandé de réduire ce chiffre avant l'été. "
            "J'ai compté les restes à chaque heure, avancé la dernière fournée et vendu des sacs à moitié prix. "
            "En juin, on n'en jetait plus que quatre.",
            "fr",
        ),
    ],
)
def test_a_whole_story_is_a_very_good_answer(question: str, answer: str, language: str) -> None:
    judgement = judge(question, answer, language)
    assert (judgement.band, judgement.findings, judgement.missing) == (4, (), ())


def test_each_part_names_the_sentence_that_shows_it() -> None:
    star = judge(QUESTION, STORY, "en").star
    assert STORY[slice(*star[Star.TASK])] == "The owner asked me to bring that down before summer."
    assert STORY[slice(*star[Star.RESULT])] == "By June we threw away four loaves a day."


def test_a_boss_run_down_in_one_sentence_is_found_there() -> None:
    rude = "My old boss was an arrogant liar and the company was a mess."
    finding = next(
        one for one in judge(QUESTION, f"{STORY} {rude}", "en").findings if one.code is Code.NEGATIVE_ABOUT_EMPLOYER
    )
    assert f"{STORY} {rude}"[slice(*finding.span or (0, 0))] == rude


def test_a_family_told_of_is_found() -> None:
    assert Code.DISCLOSES_PROTECTED_INFO in codes(QUESTION, f"I am married and have two small children. {STORY}", "en")


def test_generalities_are_no_example_and_have_no_parts() -> None:
    judgement = judge(
        QUESTION,
        "I am a very patient person and I always find a solution. In my opinion communication matters most, and I "
        "would stay calm in every situation and listen to all sides.",
        "en",
    )
    assert judgement.star == {}
    assert [finding.code for finding in judgement.findings] == [Code.NO_EXAMPLE]
    assert judgement.band == 1


@pytest.mark.parametrize("answer", ["", " \n ", "...", "🙂"])
def test_an_answer_without_words_is_too_short_and_no_example(answer: str) -> None:
    judgement = judge(QUESTION, answer)
    assert {finding.code for finding in judgement.findings} >= {Code.NO_EXAMPLE, Code.TOO_SHORT}
    assert (judgement.star, judgement.band) == ({}, 1)


@pytest.mark.parametrize(
    "answer",
    [
        "x" * 100_000,
        "我" * 100_000,
        "I did. " * 15_000,
        "Sold 销售 \u202eabc\u202c 👩‍🍳. Oui.",
        "\x00\ud800",
        "مرحبا. بالعالم",
    ],
)
def test_any_answer_is_judged_with_places_inside_it(answer: str) -> None:
    judgement = judge(QUESTION, answer)
    spans = [*judgement.star.values(), *(finding.span for finding in judgement.findings if finding.span)]
    assert all(0 <= start < end <= len(answer) for start, end in spans)
    assert (judgement.band == 0) is (Code.UNKNOWN_LANGUAGE in {one.code for one in judgement.findings})
    assert judgement.band <= 4


@given(st.text(max_size=80), st.text(max_size=300))
def test_whatever_comes_a_band_is_given(question: str, answer: str) -> None:
    judgement = judge(question, answer)
    assert (judgement.band == 0) is (Code.UNKNOWN_LANGUAGE in {one.code for one in judgement.findings})
    assert judgement.band <= 4
    assert all(0.5 <= finding.sure <= 1 for finding in judgement.findings)


SPANISH = (
    "Cuando trabajaba en el almacén, el sistema dejó de funcionar tres días. Organicé al equipo y todo salió bien."
)
KOREAN = "창고에서 일할 때 시스템이 사흘 동안 멈췄습니다. 저는 팀을 꾸려서 모든 주문을 제시간에 배송했습니다."


@pytest.mark.parametrize("answer", [SPANISH, KOREAN])
@pytest.mark.parametrize("language", ["", "en", "zh-Hans"])
def test_a_language_that_is_not_known_is_said_so_and_gets_no_band(answer: str, language: str) -> None:
    judgement = judge(QUESTION, answer, language)
    assert [one.code for one in judgement.findings] == [Code.UNKNOWN_LANGUAGE]
    assert (judgement.band, judgement.star) == (0, {})
