"""A flawed question put right: in its own words where they can stay, else by another question about the work."""

import re

import pytest

from askwell.coach.questions import Code, Question, better, check
from askwell.coach.questions.instead import INSTEAD
from askwell.coach.questions.languages import guess


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Is it hard to get along with the crew?", "How hard is it to get along with the crew?"),
        ("en", "Can newcomers join the union?", "How can newcomers join the union?"),
        (
            "en",
            "Which project taught you most? And how did you get into welding?",
            "Which project taught you most?",
        ),
        (
            "en",
            "How do you calm a nervous patient and what would you learn first in my place?",
            "How do you calm a nervous patient?",
        ),
        ("zh-Hans", "最难的是哪一步？您是怎么入行的？", "最难的是哪一步？"),
        ("en", "Do you ever work weekends?", "In what situations do you work weekends?"),
        ("en", "Have you ever changed teams?", "In what situations have you changed teams?"),
        ("zh-Hans", "你觉得这一行累不累？", "这一行最累的是哪一部分？"),
        ("zh-Hans", "这份工作压力大不大？", "这份工作压力最大的是哪一部分？"),
        (
            "fr",
            "Un apprenti touche-t-il aux tuyaux la première année?",
            "Dans quelle mesure un apprenti touche-t-il aux tuyaux la première année?",
        ),
    ],
)
def test_own_words_stay_where_they_can(language: str, text: str, expected: str) -> None:
    assert better(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Are you hiring at the moment?"),
        ("en", "How much do you earn?"),
        ("zh-Hans", "能帮我内推吗？"),
        ("fr", "Quel âge avez-vous?"),
        ("en", "Don't you think the schools are useless?"),
        ("fr", "Parlez-moi de la vie."),
    ],
)
def test_what_must_not_be_asked_gives_way_to_a_question_without_flaws(language: str, text: str) -> None:
    assert check(Question(text, language)) != ()
    instead = better(text, language)
    assert instead
    assert check(Question(instead, language)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "您结婚了吗？孩子多大？",
        "你住哪里",
        "Are you a permanent resident?",
        "How old were you when you qualified?",
        "Êtes-vous mariée? Vos enfants ont quel âge?",
    ],
)
def test_what_is_too_personal_gives_way_to_the_work(text: str) -> None:
    offered = better(text)
    assert offered in INSTEAD[Code.TOO_PERSONAL][guess(text)]
    assert not re.search(r"look after each other|互相照应|se soutient", offered)


@pytest.mark.parametrize(
    "text", ["Do you ever regret leaving nursing for informatics?", "Do you know if night shifts are common?"]
)
def test_what_cannot_be_turned_open_keeps_none_of_its_words(text: str) -> None:
    assert better(text) in INSTEAD[Code.CLOSED]["en"]


def test_pay_of_this_person_becomes_the_range_of_the_field() -> None:
    assert better("How much do you earn a year?", "en") == (
        "What pay range can somebody who is starting in this field expect?"
    )


@pytest.mark.parametrize("text", ["", "What was the hardest part of your first winter on the site?", "Как дела?"])
def test_what_has_no_flaw_or_cannot_be_judged_is_left_alone(text: str) -> None:
    assert better(text) is None


def test_a_language_that_is_not_known_is_said_and_not_judged() -> None:
    for text in ("Вы сейчас нанимаете людей?", "今の仕事はどうやって見つけましたか？", "هل لديكم وظائف شاغرة؟"):
        assert [finding.code for finding in check(Question(text))] == [Code.UNKNOWN_LANGUAGE]
